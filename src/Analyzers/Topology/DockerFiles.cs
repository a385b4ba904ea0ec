using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Topology.Compose;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>The files that came with a project, by path. None but these is known.</summary>
internal sealed class DockerFiles
{
    private readonly Dictionary<string, ComposeFile> _composeFiles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<string>> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Path, Variables Outer), Variables> _variables = new();

    /// <param name="composeFiles">All compose files, in whatever order.</param>
    /// <param name="others">Paths of the other files (Dockerfiles, <c>.env</c>, <c>devcontainer.json</c>, <c>daemon.json</c>), and their texts, read only when they matter.</param>
    public DockerFiles(IEnumerable<ComposeFile> composeFiles, IEnumerable<KeyValuePair<string, Func<string>>> others)
    {
        Compose = composeFiles.OrderBy(static file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        foreach (var file in Compose)
        {
            _composeFiles[Paths.Normalize(file.Path)] = file;
        }

        foreach (var file in others.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            _others[Paths.Normalize(file.Key)] = file.Value;
        }
    }

    /// <summary>Every compose file, in the order of their paths.</summary>
    public ImmutableArray<ComposeFile> Compose { get; }

    /// <summary>Normalised paths of the other files.</summary>
    public IEnumerable<string> Others => _others.Keys;

    /// <summary>A compose file by its normalised path; null when it did not come.</summary>
    public ComposeFile? ComposeFileOf(string path) => _composeFiles.TryGetValue(path, out var file) ? file : null;

    /// <summary>The text of another file by its normalised path; null when it did not come.</summary>
    public string? TextOf(string path) => _others.TryGetValue(path, out var read) ? read() : null;

    /// <summary>The variables of the <c>.env</c> of a project by its normalised path; null when it did not come.</summary>
    public Variables? VariablesOf(string path) => VariablesOf(path, Variables.None);

    /// <summary>The variables of an environment file by its normalised path; null when it did not come.</summary>
    /// <param name="path">The path.</param>
    /// <param name="outer">The variables of the project, which its values may name.</param>
    public Variables? VariablesOf(string path, Variables outer)
    {
        if (!_variables.TryGetValue((path, outer), out var variables) && TextOf(path) is { } text)
        {
            _variables[(path, outer)] = variables = Variables.Of(EnvFileReader.Read(text), outer);
        }

        return variables;
    }
}
