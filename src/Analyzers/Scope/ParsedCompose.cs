using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What a text says, under the path that it was asked for: two files may hold one text. Roslyn keeps it as long as the text.</summary>
internal sealed class ParsedCompose(SourceText text)
{
    /// <summary>As many projects as see the same files from folders of their own; without end it must not grow.</summary>
    private const int MostTopologies = 8;

    private readonly Queue<(TopologyKey Key, DockerTopology Topology)> _topologies = new();
    private ComposeFile? _file;

    public ComposeFile At(string path)
    {
        var file = _file;
        return file?.Path == path ? file : _file = ComposeFile.Read(path, text);
    }

    /// <summary>The topology of some files, of which this is the first.</summary>
    public DockerTopology TopologyOf(TopologyKey key, Func<DockerTopology> build)
    {
        if (Find(key) is { } kept)
        {
            return kept;
        }

        var built = build();
        lock (_topologies)
        {
            // Another thread may have been as fast.
            if (Find(key) is { } other)
            {
                return other;
            }

            _topologies.Enqueue((key, built));
            if (_topologies.Count > MostTopologies)
            {
                _topologies.Dequeue();
            }
        }

        return built;
    }

    private DockerTopology? Find(TopologyKey key)
    {
        lock (_topologies)
        {
            foreach (var (known, topology) in _topologies)
            {
                if (known.Equals(key))
                {
                    return topology;
                }
            }
        }

        return null;
    }
}

/// <summary>All that a topology is made of.</summary>
internal sealed class TopologyKey(string folder, string[] paths, SourceText?[] texts)
{
    private readonly string _folder = folder;
    private readonly string[] _paths = paths;
    private readonly SourceText?[] _texts = texts;

    public bool Equals(TopologyKey other) => _folder == other._folder && _paths.SequenceEqual(other._paths, StringComparer.Ordinal)
        && _texts.Zip(other._texts, static (one, two) => one == two || (one is not null && two is not null && one.ContentEquals(two))).All(static same => same);
}
