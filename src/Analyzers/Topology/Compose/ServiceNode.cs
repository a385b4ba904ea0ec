using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Where one file defines a service, for an edit of that service and of no other.</summary>
/// <param name="Key">The service's name.</param>
/// <param name="Body">What is said of it.</param>
internal sealed record ServiceNode(YamlScalar Key, YamlMapping Body)
{
    /// <summary>Finds a service in the last document that says something of it.</summary>
    /// <returns>
    /// Null where none does, or where an edit would not stay with this service: the body is an alias, an alias elsewhere names it or
    /// what holds it, another service of the file extends it, or a key is there twice.
    /// </returns>
    public static ServiceNode? Find(ComposeFile file, string name)
    {
        for (var i = file.Documents.Length - 1; i >= 0; i--)
        {
            if (file.Documents[i] is not YamlMapping root || root["services"] is not { } services || IsNull(services))
            {
                continue;
            }

            if (services is not YamlMapping mapping || Count(root, "services") > 1)
            {
                return null;
            }

            if (Count(mapping, name) == 0 && !HasMergeKey(mapping))
            {
                continue;
            }

            var entry = mapping.Entries.FirstOrDefault(entry => IsKey(entry, name));
            var isOwn = Count(mapping, name) == 1 && entry.Value is YamlMapping { Tag: null } body
                && !IsExtended(mapping, name) && !IsNamedElsewhere(file, root, mapping, body);
            return isOwn ? new ServiceNode((YamlScalar)entry.Key, (YamlMapping)entry.Value) : null;
        }

        return null;
    }

    /// <summary>Every node of a file.</summary>
    public static IEnumerable<YamlNode> NodesOf(ComposeFile file)
    {
        var left = new Stack<YamlNode>(file.Documents);
        while (left.Count > 0)
        {
            var node = left.Pop();
            yield return node;
            foreach (var item in (node as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
            {
                left.Push(item);
            }

            foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
            {
                left.Push(entry.Key);
                left.Push(entry.Value);
            }
        }
    }

    public static bool IsKey(YamlEntry entry, string key) => entry.Key is YamlScalar scalar && scalar.Value == key;

    public static bool IsNull(YamlNode node) =>
        node is YamlScalar { Style: YamlScalarStyle.Plain, Tag: null, Anchor: null, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>True when an alias of the file names the node.</summary>
    public static bool IsNamedElsewhere(ComposeFile file, params YamlNode[] nodes) =>
        nodes.Select(static node => node.Anchor).OfType<string>().ToArray() is { Length: > 0 } anchors
        && NodesOf(file).Any(node => node is YamlAlias alias && anchors.Contains(alias.Name));

    /// <summary>True when a mapping has a key itself.</summary>
    public static bool Holds(YamlMapping mapping, string key) => Count(mapping, key) > 0;

    /// <summary>True when what the service takes over by merge keys has, or may have, a key: one of its own would replace that.</summary>
    public bool MayInherit(ComposeFile file, string key) => MayInherit(file, Body, key);

    /// <summary>The same of any mapping.</summary>
    public static bool MayInherit(ComposeFile file, YamlMapping body, string key)
    {
        var left = new Stack<YamlNode>(body.Entries.Where(IsMergeKey).Select(static entry => entry.Value));
        var anchors = left.Count == 0 ? null
            : NodesOf(file).Where(static node => node.Anchor is not null).ToLookup(static node => node.Anchor!, StringComparer.Ordinal);
        var seen = new HashSet<YamlNode>();
        while (left.Count > 0)
        {
            var source = left.Pop();
            if (source is YamlAlias alias)
            {
                // Of two anchors of one name the alias means the one before it: such a file is left alone.
                if (anchors![alias.Name].ToArray() is not [var target])
                {
                    return true;
                }

                source = target;
            }

            var sources = source switch
            {
                YamlMapping mapping when mapping.Entries.All(entry => entry.Key is YamlScalar && !IsKey(entry, key)) =>
                    mapping.Entries.Where(IsMergeKey).Select(static entry => entry.Value),
                YamlSequence sequence => sequence.Items,
                _ => null,
            };
            if (sources is null)
            {
                return true;
            }

            foreach (var next in seen.Add(source) ? sources : [])
            {
                left.Push(next);
            }
        }

        return false;
    }

    /// <summary>Another file may hold a service of the same name, which this one extends.</summary>
    public static bool IsExtended(YamlMapping services, string name) =>
        services.Entries.Any(entry => !IsKey(entry, name) && (entry.Value as YamlMapping)?["extends"] switch
        {
            YamlScalar scalar => scalar.Value == name,
            YamlMapping { } extends => extends["service"] is YamlScalar scalar && scalar.Value == name,
            _ => false,
        });

    private static bool HasMergeKey(YamlMapping mapping) => mapping.Entries.Any(IsMergeKey);

    private static bool IsMergeKey(YamlEntry entry) => entry.Key is YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" };

    private static int Count(YamlMapping mapping, string key) => mapping.Entries.Count(entry => IsKey(entry, key));
}
