using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Reachability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What the build says of the project that is compiled.</summary>
internal sealed class ProjectFacts
{
    private static readonly string[] s_testFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly Compilation _compilation;
    private readonly AnalyzerConfigOptions _properties;
    private readonly Lazy<HashSet<string>> _references;
    private readonly Lazy<Project> _project;

    public ProjectFacts(Compilation compilation, AnalyzerOptions options)
    {
        _compilation = compilation;
        _properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        IsAspireHost = IsTrue(Property("IsAspireHost"));
        _references = new(ReadReferences, LazyThreadSafetyMode.PublicationOnly);
        _project = new(ReadProject, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>An Aspire AppHost names its containers itself.</summary>
    public bool IsAspireHost { get; }

    public Project Project => _project.Value;

    /// <summary>
    /// Whether the project reports what is wrong in files that others may see as well; null where that is to be found out.
    /// The targets say no for all target frameworks but the first. The property's first name, when it covered Docker files alone, is taken as well.
    /// </summary>
    public bool? ReportsFiles =>
        (Property("DockerConnectionStringsReportFiles") ?? Property("DockerConnectionStringsReportDockerFiles")) is { } value ? IsTrue(value) : null;

    /// <summary>Simple names of the referenced assemblies, in any case. In .NET Framework the platform itself holds SQL Server's driver.</summary>
    public HashSet<string> References => _references.Value;

    /// <summary>True when the project talks to some engine of the table.</summary>
    public bool HasDriver => EngineTable.All.Any(HasDriverOf);

    public bool HasDriverOf(Engine engine) => References.Overlaps(engine.Assemblies);

    /// <summary>A property of the build that the package's targets make visible; null when it is empty.</summary>
    private string? Property(string name) => _properties.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    private HashSet<string> ReadReferences()
    {
        var names = new HashSet<string>(_compilation.ReferencedAssemblyNames.Select(static identity => identity.Name), StringComparer.OrdinalIgnoreCase);
        if (_compilation.GetTypeByMetadataName("System.Data.SqlClient.SqlConnection") is not null)
        {
            names.Add("System.Data.SqlClient");
        }

        return names;
    }

    private Project ReadProject()
    {
        // An editorconfig value ends at `#` and `;`, so the targets write these otherwise.
        var file = Property("DockerConnectionStringsProjectFile") is { } path ? Paths.Normalize(path.Replace('*', '#').Replace('|', ';')) : null;
        var name = file is null ? _compilation.AssemblyName ?? "" : Paths.FileName(file);
        return new Project(
            file is null ? Paths.Normalize(Property("ProjectDir") ?? "") : Paths.Folder(file),
            name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ".csproj".Length) : name,
            IsTrue(Property("IsTestProject")) || References.Overlaps(s_testFrameworks))
        {
            Assembly = _compilation.AssemblyName,
        };
    }

    private static bool IsTrue(string? value) => "true".Equals(value, StringComparison.OrdinalIgnoreCase);
}
