using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers;

/// <summary>What the actions of one compilation share: made when a text needs it, from files that are read once per text.</summary>
internal sealed class CompilationScope
{
    // Caches of Roslyn's own, keyed by text and by tree, that let go of what is no longer used.
    private static readonly SourceTextValueProvider<ParsedCompose> s_composeFiles = new(static text => new ParsedCompose(text));
    private static readonly SyntaxTreeValueProvider<IdentifierIndex> s_identifiers = new(IdentifierIndex.Of);

    private static readonly string[] s_testFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Func<SourceText, ParsedCompose> _composeFileOf;
    private readonly Func<SyntaxTree, IdentifierIndex> _identifiersOf;
    private readonly Lazy<HashSet<string>> _references;
    private readonly Lazy<Project> _project;
    private readonly Lazy<DockerTopology> _topology;
    private readonly Lazy<Vantage> _vantage;
    private readonly Lazy<IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _trees;

    private CompilationScope(Compilation compilation, AnalyzerOptions options, Func<SourceText, ParsedCompose> composeFileOf, Func<SyntaxTree, IdentifierIndex> identifiersOf)
    {
        _compilation = compilation;
        _options = options;
        _composeFileOf = composeFileOf;
        _identifiersOf = identifiersOf;
        IsAspireHost = IsTrue(Property("IsAspireHost"));

        // Several threads may compute it at once; none keeps another's exception.
        _references = new(ReadReferences, LazyThreadSafetyMode.PublicationOnly);
        _project = new(ReadProject, LazyThreadSafetyMode.PublicationOnly);
        _topology = new(BuildTopology, LazyThreadSafetyMode.PublicationOnly);
        _trees = new(() => _compilation.SyntaxTrees.Select(tree => (tree, _identifiersOf(tree))).ToArray(), LazyThreadSafetyMode.PublicationOnly);
        _vantage = new(() => Vantages.OfCode(Project, Topology), LazyThreadSafetyMode.PublicationOnly);
    }

#pragma warning disable RS1012 // Only the caches of the start context are used here; the analyzer registers the actions.
    public static CompilationScope Of(CompilationStartAnalysisContext start) => new(
        start.Compilation,
        start.Options,
        text => start.TryGetValue(text, s_composeFiles, out var parsed) ? parsed : new ParsedCompose(text),
        tree => start.TryGetValue(tree, s_identifiers, out var index) ? index : IdentifierIndex.Of(tree));
#pragma warning restore RS1012

    public Project Project => _project.Value;

    /// <summary>An Aspire AppHost names its containers itself.</summary>
    public bool IsAspireHost { get; }

    public DockerTopology Topology => _topology.Value;

    /// <summary>From where the C# texts of the project are seen.</summary>
    public Vantage Vantage => _vantage.Value;

    /// <summary>Simple names of the referenced assemblies, in any case. In .NET Framework the platform itself holds SQL Server's driver.</summary>
    public HashSet<string> References => _references.Value;

    /// <summary>A property of the build that the package's targets make visible; null when it is empty.</summary>
    public string? Property(string name) =>
        _options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Every tree of the compilation with its names. A change of one file reads that file again, and no other.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Trees => _trees.Value;

    public IdentifierIndex IdentifiersOf(SyntaxTree tree) => _identifiersOf(tree);

    /// <summary>A compose file, parsed once per text; null when it has no text.</summary>
    public ComposeFile? ComposeFileOf(AdditionalText file) => file.GetText() is { } text ? _composeFileOf(text).At(file.Path) : null;

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
            IsTrue(Property("IsTestProject")) || References.Overlaps(s_testFrameworks));
    }

    private DockerTopology BuildTopology()
    {
        var files = _options.AdditionalFiles;
        var others = files
            .Where(static file => FileKinds.IsOther(file.Path))
            .Select(static file => new KeyValuePair<string, Func<string>>(file.Path, () => file.GetText()?.ToString() ?? ""));
        return DockerTopology.Build(Project.Folder, files.Where(static file => FileKinds.IsCompose(file.Path)).Select(ComposeFileOf).OfType<ComposeFile>(), others);
    }

    private static bool IsTrue(string? value) => "true".Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a text says, under the path that it was asked for: two files may hold one text.</summary>
    private sealed class ParsedCompose(SourceText text)
    {
        private ComposeFile? _file;

        public ComposeFile At(string path)
        {
            var file = _file;
            return file?.Path == path ? file : _file = ComposeReader.Read(path, text);
        }
    }
}
