using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>The files that came with a project, by path. None but these is known.</summary>
internal sealed class TopologyFiles
{
    private readonly Dictionary<string, ComposeFile> _composeFiles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Path, Func<SourceText> Read)> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Path, bool IsRaw), EnvironmentFile> _environments = new();

    /// <param name="composeFiles">All compose files, in whatever order.</param>
    /// <param name="others">
    /// Paths of the other files (Dockerfiles, <c>.env</c>, <c>devcontainer.json</c>, <c>daemon.json</c>), and their texts, read only when they matter.
    /// </param>
    public TopologyFiles(IEnumerable<ComposeFile> composeFiles, IEnumerable<KeyValuePair<string, Func<SourceText>>> others)
    {
        Compose = composeFiles.OrderBy(static file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        foreach (var file in Compose)
        {
            _composeFiles[Paths.Normalize(file.Path)] = file;
        }

        foreach (var file in others.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            _others[Paths.Normalize(file.Key)] = (file.Key, file.Value);
        }
    }

    /// <summary>Every compose file, in the order of their paths.</summary>
    public ImmutableArray<ComposeFile> Compose { get; }

    /// <summary>Normalised paths of the other files.</summary>
    public IEnumerable<string> Others => _others.Keys;

    /// <summary>A compose file by its normalised path; null when it did not come.</summary>
    public ComposeFile? ComposeFileOf(string path) => _composeFiles.TryGetValue(path, out var file) ? file : null;

    /// <summary>The text of another file by its normalised path; null when it did not come.</summary>
    public string? TextOf(string path) => SourceOf(path)?.Text.ToString();

    /// <summary>Another file by its normalised path, as a place that is all of it; null when it did not come.</summary>
    public Place? SourceOf(string path) =>
        _others.TryGetValue(path, out var file) && file.Read() is var text ? new Place(file.Path, text, new TextSpan(0, text.Length)) : null;

    /// <summary>The variables of the <c>.env</c> of a project by its normalised path; none when it did not come.</summary>
    public Variables VariablesOf(string path) => EnvironmentOf(path) is { } entries ? Variables.Of(entries, Variables.None, Variables.None) : Variables.None;

    /// <summary>An environment file by its normalised path; null when it did not come.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isRaw">True for the format <c>raw</c>.</param>
    public EnvironmentFile? EnvironmentOf(string path, bool isRaw = false)
    {
        if (!_environments.TryGetValue((path, isRaw), out var read) && SourceOf(path) is { Text: var source } file)
        {
            var text = source.ToString();
            _environments[(path, isRaw)] = read = new EnvironmentFile(file.Path, source, isRaw ? RawEnvFileReader.Read(text) : EnvFileReader.Read(text));
        }

        return read;
    }
}
