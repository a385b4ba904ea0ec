using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>
/// SonarAnalyzer's S1313 (hard-coded IP addresses), the nearest analyzer of a well-known package: it, too, looks at every string
/// literal. Its files lie in a folder of their own beside this program, and nothing here is compiled against them.
/// </summary>
internal static class SonarHardCodedIp
{
    public const string RuleId = "S1313";

    /// <summary>It is a "hotspot", which Sonar runs only when its settings name it: without them it returns before it reads the literal.</summary>
    public static AdditionalText Settings { get; } = new MemoryFile(
        "/repo/SonarLint.xml", $"<AnalysisInput><Rules><Rule><Key>{RuleId}</Key></Rule></Rules></AnalysisInput>");

    /// <exception cref="InvalidOperationException">It does not report what it should: its time would mean nothing.</exception>
    public static async Task<DiagnosticAnalyzer> CreateAsync()
    {
        var analyzer = Load();
        var driver = Driver.Of(GeneratedProject.Compile(["class C { string M() => \"192.168.12.42\"; }"]), analyzer);
        return (await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None)).Length == 1 ? analyzer : throw new InvalidOperationException($"{RuleId} is off.");
    }

    private static DiagnosticAnalyzer Load()
    {
        var assemblies = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sonar"), "*.dll").Select(Assembly.LoadFrom).ToArray();
        return TypesOf(assemblies.Single(assembly => assembly.GetName().Name == "SonarAnalyzer.CSharp"))
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .First(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == RuleId));
    }

    /// <summary>Without its code fixes: they need Roslyn's workspaces, which are not here.</summary>
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException loaded)
        {
            return loaded.Types.OfType<Type>();
        }
    }
}
