using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>The way from the root of a document to a node.</summary>
/// <param name="Nodes">The nodes, the root first and the node itself last.</param>
/// <param name="Keys">The keys that are scalars.</param>
internal sealed record YamlPath(IReadOnlyList<YamlNode> Nodes, IReadOnlyList<YamlScalar> Keys)
{
    /// <summary>The way to a value of a file; null where it is none.</summary>
    public static YamlPath? To(YamlNode node, ComposeFile file)
    {
        var (nodes, keys) = (new List<YamlNode>(), new List<YamlScalar>());
        return file.Documents.Any(root => Leads(root, node, nodes, keys)) ? new YamlPath(nodes, keys) : null;
    }

    /// <summary>True when another place takes over what is on the way: by an alias, or by the extension of its service.</summary>
    public bool IsShared(ComposeFile file) => ServiceNode.IsNamedElsewhere(file, [.. Nodes])
        || (Keys is [{ Value: "services" }, { Value: var service }, ..] && Nodes is [_, YamlMapping services, ..] && ServiceNode.IsExtended(services, service));

    private static bool Leads(YamlNode from, YamlNode to, List<YamlNode> nodes, List<YamlScalar> keys)
    {
        nodes.Add(from);
        if (from == to)
        {
            return true;
        }

        if (from is YamlSequence list && list.Items.Any(item => Leads(item, to, nodes, keys)))
        {
            return true;
        }

        foreach (var entry in (from as YamlMapping)?.Entries ?? [])
        {
            var count = keys.Count;
            if (entry.Key is YamlScalar key)
            {
                keys.Add(key);
            }

            if (Leads(entry.Value, to, nodes, keys))
            {
                return true;
            }

            keys.RemoveRange(count, keys.Count - count);
        }

        nodes.RemoveAt(nodes.Count - 1);
        return false;
    }
}
