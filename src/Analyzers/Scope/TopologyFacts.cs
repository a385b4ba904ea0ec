using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What is known of Docker around a project: made when a text needs it.</summary>
internal sealed class TopologyFacts
{
    private readonly Compilation _compilation;
    private readonly ImmutableArray<AdditionalText> _additionalFiles;
    private readonly ProjectFacts _project;
    private readonly TextCaches _caches;
    private readonly ConcurrentDictionary<string, DockerTopology> _overlays = new(StringComparer.Ordinal);
    private readonly Lazy<DockerTopology> _ofFiles;
    private readonly Lazy<DockerTopology> _whole;
    private readonly Lazy<Vantages> _vantages;

    public TopologyFacts(Compilation compilation, ImmutableArray<AdditionalText> additionalFiles, ProjectFacts project, TextCaches caches)
    {
        _compilation = compilation;
        _additionalFiles = additionalFiles;
        _project = project;
        _caches = caches;

        // Several threads may compute it at once; none keeps another's exception.
        _ofFiles = new(Build, LazyThreadSafetyMode.PublicationOnly);
        _whole = new(() => OfFiles.With(StartedByCode(), project.Project.Folder), LazyThreadSafetyMode.PublicationOnly);
        _vantages = new(() => new Vantages(project.Project, Whole), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>What the files around the project say. Less work than <see cref="Whole"/>.</summary>
    public DockerTopology OfFiles => _ofFiles.Value;

    /// <summary>What files and the project's own code say.</summary>
    public DockerTopology Whole => _whole.Value;

    /// <summary>From where the texts of the project are seen.</summary>
    public Vantages Vantages => _vantages.Value;

    /// <summary>The topology as the options of a file have it. Few files of a project say different things.</summary>
    public DockerTopology Under(DockerOptions options) => options.TopologyKey is { } key ? _overlays.GetOrAdd(key, _ => Whole.Under(options)) : Whole;

    /// <summary>A compose file, parsed once per text; null when it has no text, or is none by what it holds.</summary>
    public ComposeFile? ComposeFileOf(AdditionalText file) =>
        file.GetText() is { } text && _caches.ComposeFileOf(text).At(file.Path) is { IsCompose: true } compose ? compose : null;

    public bool HasComposeFileIn(string folder) =>
        _additionalFiles.Any(file => FileKinds.IsCompose(file.Path) && Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), folder));

    /// <summary>
    /// The files say the same as before in nearly every compilation of an editor: the topology of the same texts is kept with the
    /// first of them.
    /// </summary>
    private DockerTopology Build()
    {
        var files = _additionalFiles
            .Where(static file => FileKinds.IsCompose(file.Path) || FileKinds.IsOther(file.Path))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .ToArray();
        var texts = files.Select(static file => file.GetText()).ToArray();
        var folder = _project.Project.Folder;
        return texts.FirstOrDefault(static text => text is not null) is { } first
            ? _caches.ComposeFileOf(first)
                .TopologyOf(new TopologyKey(folder, files.Select(static file => file.Path).ToArray(), texts), () => Read(files, folder))
            : Read(files, folder);
    }

    private DockerTopology Read(AdditionalText[] files, string folder) => DockerTopology.Build(
        folder,
        new TopologyFiles(
            files.Where(static file => FileKinds.IsCompose(file.Path)).Select(ComposeFileOf).OfType<ComposeFile>(),
            files.Where(static file => FileKinds.IsOther(file.Path))
                .Select(static file => new KeyValuePair<string, Func<SourceText>>(file.Path, () => file.GetText() ?? SourceText.From("")))));

    /// <summary>The same objects as before for a tree that did not change, in an order that is that of the paths.</summary>
    private ImmutableArray<DockerService> StartedByCode() => _compilation.SyntaxTrees
        .Select(tree => (tree.FilePath, Started: _caches.StartedIn(tree)))
        .Where(static file => !file.Started.IsEmpty)
        .OrderBy(static file => file.FilePath, StringComparer.Ordinal)
        .SelectMany(static file => file.Started)
        .ToImmutableArray();
}
