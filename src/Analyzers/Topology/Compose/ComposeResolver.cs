using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// From the nodes of one document to values: aliases, merge keys and variables put in. An anchor is resolved once, however many
/// aliases name it, so that aliases of aliases cost no more than their own characters.
/// </summary>
internal sealed class ComposeResolver
{
    /// <summary>No compose file is nested deeper.</summary>
    private const int MostNested = 64;

    /// <summary>More entries out of merge keys are made by a file that is written to do harm.</summary>
    private const int MostMerged = 200_000;

    private static readonly string[] s_nulls = ["~", "null", "Null", "NULL"];

    private readonly ComposeFile _file;
    private readonly Variables _variables;
    private readonly Dictionary<YamlAlias, YamlNode> _targets = [];
    private readonly Dictionary<YamlNode, ComposeNode?> _resolved = [];
    private int _merged;

    /// <param name="file">The file that holds the document, for places.</param>
    /// <param name="document">The root of the document.</param>
    /// <param name="variables">Its variables.</param>
    public ComposeResolver(ComposeFile file, YamlNode document, Variables variables)
    {
        _file = file;
        _variables = variables;
        FindTargets(document);
    }

    /// <summary>Resolves a node of the document.</summary>
    public ComposeNode Resolve(YamlNode node) => Resolve(node, 0);

    private ComposeNode Resolve(YamlNode node, int depth)
    {
        if (depth > MostNested)
        {
            return Unknown(node);
        }

        return node switch
        {
            YamlAlias alias => _targets.TryGetValue(alias, out var target) ? Shared(target, depth) : Unknown(node),
            { Anchor: not null } => Shared(node, depth),
            _ => Own(node, depth),
        };
    }

    /// <summary>A node that aliases may name. One that contains itself is not known.</summary>
    private ComposeNode Shared(YamlNode node, int depth)
    {
        if (_resolved.TryGetValue(node, out var known))
        {
            return known ?? Unknown(node);
        }

        _resolved[node] = null;
        var resolved = Own(node, depth);
        _resolved[node] = resolved;
        return resolved;
    }

    private ComposeNode Own(YamlNode node, int depth) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlSequence sequence => Sequence(sequence, depth),
        YamlMapping mapping => Mapping(mapping, depth),
        _ => Unknown(node),
    };

    private ComposeScalar Scalar(YamlScalar scalar)
    {
        if (scalar.Value.IndexOf('$') < 0)
        {
            return new ComposeScalar { Place = PlaceOf(scalar), Tag = TagOf(scalar), Text = scalar.Text, IsNull = IsNull(scalar) };
        }

        var expanded = _variables.Expand(scalar.Text, PlaceOf(scalar), Origin.Own);
        return new ComposeScalar
        {
            Place = expanded.Place,
            Tag = TagOf(scalar),
            Text = expanded.Text!,
            Interpolations = expanded.Interpolations,
            IsInlineDefault = expanded.Origin == Origin.InlineDefault,
            Unset = _variables.UnsetIn(scalar.Value),
        };
    }

    private static bool IsNull(YamlScalar scalar) =>
        scalar is { Style: YamlScalarStyle.Plain, Tag: null or "!reset" or "!override" } && (scalar.Value.Length == 0 || s_nulls.Contains(scalar.Value));

    private ComposeSequence Sequence(YamlSequence sequence, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ComposeNode>(sequence.Items.Count);
        var hasAlias = false;
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            items.Add(Resolve(sequence.Items[i], depth + 1));
            hasAlias |= sequence.Items[i] is YamlAlias;
        }

        return new ComposeSequence
        {
            Place = PlaceOf(sequence),
            Tag = TagOf(sequence),
            Items = items.MoveToImmutable(),
            Origins = hasAlias ? sequence.Items.Select(OriginOf).ToImmutableArray() : default,
        };
    }

    private static Origin OriginOf(YamlNode node) => node is YamlAlias ? Origin.Alias : Origin.Own;

    private ComposeMapping Mapping(YamlMapping mapping, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>(mapping.Entries.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var isOpen = false;
        foreach (var entry in mapping.Entries)
        {
            if (KeyOf(entry.Key, depth) is not { } key)
            {
                isOpen = true;
            }
            else if (!IsMerge(entry.Key))
            {
                Set(new ComposeEntry(key, PlaceOf(entry.Key), Resolve(entry.Value, depth + 1)) { Origin = OriginOf(entry.Value) }, mayReplace: true);
            }
        }

        // Own keys count more than merged ones, wherever they stand, and of several mappings the first (YAML, "Merge key").
        foreach (var entry in mapping.Entries.Where(static entry => IsMerge(entry.Key)))
        {
            var merged = Resolve(entry.Value, depth + 1);
            var list = merged as ComposeSequence;
            foreach (var source in list?.Items ?? ImmutableArray.Create(merged))
            {
                if (source is not ComposeMapping { IsOpen: var isSourceOpen } from || (_merged += from.Entries.Length) > MostMerged)
                {
                    isOpen = true;
                    continue;
                }

                isOpen |= isSourceOpen;
                foreach (var entryThere in from.Entries)
                {
                    var inherited = entryThere.By(Origin.MergeKey);

                    // The tags of a list of mappings have no effect but that what is reset is not there.
                    if (list is null || inherited.Value.Tag != MergeTag.Reset)
                    {
                        Set(list is null ? inherited : inherited with { Value = inherited.Value.Tagged(MergeTag.None) }, mayReplace: false);
                    }
                }
            }
        }

        return new ComposeMapping { Place = PlaceOf(mapping), Tag = TagOf(mapping), Entries = entries.ToImmutable(), IsOpen = isOpen };

        void Set(ComposeEntry entry, bool mayReplace)
        {
            if (!places.TryGetValue(entry.Key, out var place))
            {
                places.Add(entry.Key, entries.Count);
                entries.Add(entry);
            }
            else
            {
                entries[place] = mayReplace ? entry : Merged(entries[place], entry);
            }
        }
    }

    /// <summary>
    /// The value of a key that stands in a mapping and in one that is merged into it (compose-go, <c>ResetProcessor</c>): a tag of either
    /// removes the value of an earlier file, and <c>!reset</c> removes its own value and not the other one.
    /// </summary>
    private static ComposeEntry Merged(ComposeEntry own, ComposeEntry inherited)
    {
        var counts = own.Value.Tag == MergeTag.Reset ? inherited with { KeyPlace = own.KeyPlace } : own;
        var isUntagged = own.Value.Tag == MergeTag.None && inherited.Value.Tag == MergeTag.None;
        return counts.Value.Tag == MergeTag.Reset || isUntagged ? counts : counts with { Value = counts.Value.Tagged(MergeTag.Override) };
    }

    /// <summary>Keys are taken as they are written: Compose puts variables into values only.</summary>
    private string? KeyOf(YamlNode key, int depth) => key switch
    {
        YamlScalar scalar => scalar.Value,
        YamlAlias alias when depth <= MostNested && _targets.TryGetValue(alias, out var target) => KeyOf(target, depth + 1),
        _ => null,
    };

    private static bool IsMerge(YamlNode key) => key is YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" };

    private static MergeTag TagOf(YamlNode node) => node.Tag switch
    {
        "!reset" => MergeTag.Reset,
        "!override" => MergeTag.Override,
        _ => MergeTag.None,
    };

    /// <summary>Walks the document in its order, since an alias names the last anchor before it.</summary>
    private void FindTargets(YamlNode document)
    {
        var anchors = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var left = new Stack<YamlNode>();
        left.Push(document);
        while (left.Count > 0)
        {
            var node = left.Pop();
            if (node.Anchor is { } name)
            {
                anchors[name] = node;
            }

            if (node is YamlAlias alias && anchors.TryGetValue(alias.Name, out var target))
            {
                _targets.Add(alias, target);
            }

            foreach (var child in (node as YamlSequence)?.Items.Reverse() ?? [])
            {
                left.Push(child);
            }

            foreach (var entry in (node as YamlMapping)?.Entries.Reverse() ?? [])
            {
                left.Push(entry.Value);
                left.Push(entry.Key);
            }
        }
    }

    private Place PlaceOf(YamlNode node) => _file.PlaceOf(node.Span);

    private ComposeUnknown Unknown(YamlNode node) => new() { Place = PlaceOf(node) };
}
