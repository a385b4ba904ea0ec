using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What the actions of one compilation share: made when a text needs it, from files that are read once per text.</summary>
internal sealed class CompilationScope
{
    // Caches of Roslyn's own, keyed by text and by tree, that let go of what is no longer used.
    private static readonly SourceTextValueProvider<ParsedCompose> s_composeFiles = new(static text => new ParsedCompose(text));
    private static readonly SourceTextValueProvider<ParsedSettings> s_settingsFiles = new(static text => new ParsedSettings(text));
    private static readonly SyntaxTreeValueProvider<IdentifierIndex> s_identifiers = new(IdentifierIndex.Of);
    private static readonly SyntaxTreeValueProvider<ImmutableArray<DockerService>> s_started = new(CSharpStartedContainers.In);

    private static readonly string[] s_testFrameworks =
        ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly Func<SourceText, ParsedCompose> _composeFileOf;
    private readonly Func<SyntaxTree, IdentifierIndex> _identifiersOf;
    private readonly Func<SyntaxTree, ImmutableArray<DockerService>> _startedIn;
    private readonly ConcurrentDictionary<SyntaxTree, int> _firstTexts = new();
    private readonly ConcurrentDictionary<SyntaxTree, DockerOptions> _optionsOf = new();
    private readonly ConcurrentDictionary<AdditionalText, DockerOptions> _fileOptionsOf = new();
    private readonly ConcurrentDictionary<string, DockerTopology> _overlays = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, CSharpKnownUses> _knownUses = new();
    private readonly SettingReads _settingReads;
    private readonly Lazy<HashSet<string>> _references;
    private readonly Lazy<Project> _project;
    private readonly Lazy<DockerTopology> _files;
    private readonly Lazy<DockerTopology> _topology;
    private readonly Lazy<Vantages> _vantages;

    private CompilationScope(
        Compilation compilation,
        AnalyzerOptions options,
        Func<SourceText, ParsedCompose> composeFileOf,
        Func<SourceText, ParsedSettings> settingsFileOf,
        Func<SyntaxTree, IdentifierIndex> identifiersOf,
        Func<SyntaxTree, ImmutableArray<DockerService>> startedIn)
    {
        _compilation = compilation;
        _options = options;
        _composeFileOf = composeFileOf;
        _identifiersOf = identifiersOf;
        _startedIn = startedIn;
        IsAspireHost = IsTrue(Property("IsAspireHost"));

        // Several threads may compute it at once; none keeps another's exception.
        _references = new(ReadReferences, LazyThreadSafetyMode.PublicationOnly);
        _project = new(ReadProject, LazyThreadSafetyMode.PublicationOnly);
        _files = new(BuildTopology, LazyThreadSafetyMode.PublicationOnly);
        _topology = new(() => Files.With(StartedByCode(), Project.Folder), LazyThreadSafetyMode.PublicationOnly);
        Trees = new CSharpTrees(() => _compilation.SyntaxTrees.Select(tree => (tree, _identifiersOf(tree))));
        _settingReads = new SettingReads(Trees);
        Settings = new SettingsScope(this, compilation, options, _settingReads, settingsFileOf);
        _vantages = new(() => new Vantages(Project, Topology), LazyThreadSafetyMode.PublicationOnly);
    }

#pragma warning disable RS1012 // Only the caches of the start context are used here; the analyzer registers the actions.
    public static CompilationScope Of(CompilationStartAnalysisContext start) => new(
        start.Compilation,
        start.Options,
        text => start.TryGetValue(text, s_composeFiles, out var parsed) ? parsed : new ParsedCompose(text),
        text => start.TryGetValue(text, s_settingsFiles, out var parsed) ? parsed : new ParsedSettings(text),
        tree => start.TryGetValue(tree, s_identifiers, out var index) ? index : IdentifierIndex.Of(tree),
        tree => start.TryGetValue(tree, s_started, out var started) ? started : CSharpStartedContainers.In(tree));
#pragma warning restore RS1012

    public Project Project => _project.Value;

    /// <summary>An Aspire AppHost names its containers itself.</summary>
    public bool IsAspireHost { get; }

    /// <summary>Whether the project reports what is wrong in files that others may see as well; null where that is to be found out. The targets say no for all target frameworks but the first.</summary>
    public bool? ReportsFiles => Property("DockerConnectionStringsReportDockerFiles") is { } value ? IsTrue(value) : null;

    /// <summary>What the files around the project say. Less work than <see cref="Topology"/>.</summary>
    public DockerTopology Files => _files.Value;

    /// <summary>What files and the project's own code say.</summary>
    public DockerTopology Topology => _topology.Value;

    /// <summary>From where the texts of the project are seen.</summary>
    public Vantages Vantages => _vantages.Value;

    /// <summary>What the actions on settings share.</summary>
    public SettingsScope Settings { get; }

    /// <summary>True for the first connection text of a file. Asked only where an option of the file is wrong.</summary>
    public bool IsFirstText(SyntaxTree tree, int position) => _firstTexts.GetOrAdd(tree, static tree => tree.GetRoot().DescendantNodes()
        .FirstOrDefault(static node => CSharpTexts.BegunBy(node) is not null)?.SpanStart ?? -1) == position;

    /// <summary>The options of a file.</summary>
    public DockerOptions OptionsOf(SyntaxTree tree) => _optionsOf.GetOrAdd(tree, key => Read(_options.AnalyzerConfigOptionsProvider.GetOptions(key)));

    /// <summary>The options of a file that is no C#, severities included.</summary>
    public DockerOptions OptionsOf(AdditionalText file) => _fileOptionsOf.GetOrAdd(file, key => Read(
        _options.AnalyzerConfigOptionsProvider.GetOptions(key), RuleTable.Descriptors.Select(static rule => rule.Id).Where(static id => id != SettingRepair.Id)));

    /// <summary>The topology as the options of a file have it. Few files of a project say different things.</summary>
    public DockerTopology TopologyUnder(DockerOptions options) => options.TopologyKey is { } key ? _overlays.GetOrAdd(key, _ => Topology.Under(options)) : Topology;

    private static DockerOptions Read(AnalyzerConfigOptions options, IEnumerable<string>? ruleIds = null) => DockerOptions.Read(key => options.TryGetValue(key, out var value) ? value : null, ruleIds);

    /// <summary>Simple names of the referenced assemblies, in any case. In .NET Framework the platform itself holds SQL Server's driver.</summary>
    public HashSet<string> References => _references.Value;

    public bool HasDriverOf(Engine engine) => References.Overlaps(engine.Assemblies);

    /// <summary>True when the project talks to some engine of the table.</summary>
    public bool HasDriver => EngineTable.All.Any(HasDriverOf);

    /// <summary>A property of the build that the package's targets make visible; null when it is empty.</summary>
    public string? Property(string name) =>
        _options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The trees of the compilation.</summary>
    public CSharpTrees Trees { get; }

    /// <summary>Tells whether another tree may use a member, by its name and its type's.</summary>
    public Func<ISymbol, bool> IsUsedBeyond(SyntaxTree tree) => member => member.ContainingType is { } type
        && Trees.Naming(type.Name).Any(other => other.Tree != tree && other.Names.Contains(member.Name));

    /// <summary>What the rules say of hosts that something holds, at each of their uses.</summary>
    public ConcurrentDictionary<(LiteralExpressionSyntax Literal, ExpressionSyntax Place), HeldVerdict?> HeldVerdicts { get; } = new();

    /// <summary>What is known of the uses in a tree.</summary>
    public CSharpKnownUses KnownUsesIn(SyntaxTree tree) => _knownUses.GetOrAdd(tree, static _ => new CSharpKnownUses());

    public IdentifierIndex IdentifiersOf(SyntaxTree tree) => _identifiersOf(tree);

    public bool HasComposeFileIn(string folder) => _options.AdditionalFiles.Any(file => FileKinds.IsCompose(file.Path) && Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), folder));

    /// <summary>A compose file, parsed once per text; null when it has no text, or is none by what it holds.</summary>
    public ComposeFile? ComposeFileOf(AdditionalText file) => file.GetText() is { } text && _composeFileOf(text).At(file.Path) is { IsCompose: true } compose ? compose : null;

    /// <summary>Sinks in other files than one that symbols have answered for, or in all.</summary>
    public SyntacticSinks SinksBeyond(SyntaxTree? tree, CancellationToken cancellationToken) => new(Trees, tree, _settingReads, cancellationToken);

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

    /// <summary>The files say the same as before in nearly every compilation of an editor: the topology of the same texts is kept with the first of them.</summary>
    private DockerTopology BuildTopology()
    {
        var files = _options.AdditionalFiles.Where(static file => FileKinds.IsCompose(file.Path) || FileKinds.IsOther(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal).ToArray();
        var texts = files.Select(static file => file.GetText()).ToArray();
        var first = Array.FindIndex(texts, static text => text is not null);
        return first < 0 ? Build() : _composeFileOf(texts[first]!).TopologyOf(new TopologyKey(Project.Folder, files.Select(static file => file.Path).ToArray(), texts), Build);

        DockerTopology Build() => DockerTopology.Build(
            Project.Folder,
            new DockerFiles(
                files.Where(static file => FileKinds.IsCompose(file.Path)).Select(ComposeFileOf).OfType<ComposeFile>(),
                files.Where(static file => FileKinds.IsOther(file.Path)).Select(static file => new KeyValuePair<string, Func<string>>(file.Path, () => file.GetText()?.ToString() ?? ""))));
    }

    /// <summary>The same objects as before for a tree that did not change, in an order that is that of the paths.</summary>
    private ImmutableArray<DockerService> StartedByCode() => _compilation.SyntaxTrees
        .Select(tree => (tree.FilePath, Started: _startedIn(tree)))
        .Where(static file => !file.Started.IsEmpty)
        .OrderBy(static file => file.FilePath, StringComparer.Ordinal)
        .SelectMany(static file => file.Started)
        .ToImmutableArray();

    private static bool IsTrue(string? value) => "true".Equals(value, StringComparison.OrdinalIgnoreCase);
}
