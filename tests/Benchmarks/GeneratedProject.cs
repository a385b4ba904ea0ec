using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Benchmarks;

/// <summary>Generated sources as a project that references two drivers and lies beside a compose file with a published MySQL port.</summary>
internal static class GeneratedProject
{
    public const string Folder = "/repo/src/App";

    private static readonly string[] s_platform =
        ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.ComponentModel.Primitives", "System.ComponentModel", "System.Data.Common"];

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. Platform(), MetadataReference.CreateFromFile(typeof(MySqlConnector.MySqlConnection).Assembly.Location), SqlClient()];

    /// <summary>The files and properties that a build hands to the analyzers.</summary>
    public static AnalyzerOptions Options { get; } = new(
        [new MemoryFile("/repo/docker-compose.yml", "services:\n  db:\n    image: mysql:8\n    ports:\n      - \"3307:3306\"\n"), SonarHardCodedIp.Settings],
        new BuildProperties());

    /// <summary>As many files and literals as EF Core has; made once.</summary>
    public static Lazy<CSharpCompilation> EfCoreShape { get; } = new(() => Compile(Enumerable.Range(0, 2_827).Select(static index => GeneratedFile.Write(index, 10 + (index * 7 % 50)))));

    public static CSharpCompilation Compile(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "App",
            sources.Select(static (source, index) => Parse(source, $"{Folder}/File{index}.cs")),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

        // Code that does not compile is analyzed otherwise; a few files answer for all.
        foreach (var tree in compilation.SyntaxTrees.Take(10))
        {
            if (compilation.GetSemanticModel(tree).GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            {
                throw new InvalidOperationException($"The generated code does not compile: {error}");
            }
        }

        return compilation;
    }

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, s_parseOptions, path);

    /// <summary>Of the platform that runs this program what the generated code and the drivers name.</summary>
    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => s_platform.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(static path => MetadataReference.CreateFromFile(path));

    /// <summary>A second driver: with one alone the project itself tells whose a text is.</summary>
    private static CompilationReference SqlClient() => CSharpCompilation.Create(
        "Microsoft.Data.SqlClient",
        [Parse("namespace Microsoft.Data.SqlClient { public class SqlConnection { public SqlConnection(string connectionString) { } } }", "SqlConnection.cs")],
        Platform(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
