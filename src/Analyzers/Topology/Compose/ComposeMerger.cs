using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Merges a file over an earlier one, or a service over what it extends (Compose specification, "Merge"): mappings by key,
/// sequences one behind the other, scalars replaced; what differs is a row of the table.
/// </summary>
internal sealed class ComposeMerger
{
    /// <summary>More entries to merge are made, with aliases of aliases, by files that are written to do harm.</summary>
    private const int MostMerged = 1_000_000;

    private enum Form
    {
        /// <summary>As YAML has it.</summary>
        AsWritten,

        /// <summary>The later one counts, whatever it is.</summary>
        Replaced,

        /// <summary>A mapping, or a list of <c>KEY=VALUE</c>.</summary>
        Variables,

        /// <summary>A mapping, or a list of its keys.</summary>
        Names,

        /// <summary>A mapping, or a list of <c>NAME:ADDRESS</c> and, since an IPv6 address has colons, <c>NAME=ADDRESS</c>.</summary>
        Hosts,

        /// <summary>A list, or its only item.</summary>
        Items,

        /// <summary>A mapping, or the context alone.</summary>
        Build,
    }

    /// <summary>A <c>*</c> stands for the name of a service or network.</summary>
    private static readonly Dictionary<string, Form> s_forms = new(StringComparer.Ordinal)
    {
        ["services.*.command"] = Form.Replaced,
        ["services.*.entrypoint"] = Form.Replaced,
        ["services.*.healthcheck.test"] = Form.Replaced,
        ["services.*.environment"] = Form.Variables,
        ["services.*.labels"] = Form.Variables,
        ["services.*.build"] = Form.Build,
        ["services.*.build.args"] = Form.Variables,
        ["services.*.build.labels"] = Form.Variables,
        ["services.*.extra_hosts"] = Form.Hosts,
        ["services.*.networks"] = Form.Names,
        ["services.*.depends_on"] = Form.Names,
        ["services.*.env_file"] = Form.Items,
        ["services.*.dns"] = Form.Items,
        ["services.*.tmpfs"] = Form.Items,
        ["networks.*.labels"] = Form.Variables,
    };

    private readonly Dictionary<ComposeMapping, ComposeMapping> _plain = [];
    private int _merged;

    /// <summary>Merges two values.</summary>
    /// <param name="below">What was there before, or null.</param>
    /// <param name="above">What is laid over it.</param>
    /// <param name="path">Where both stand: <c>services.*.ports</c>; empty for a whole file.</param>
    /// <returns>Null when nothing is left.</returns>
    public ComposeNode? Merge(ComposeNode? below, ComposeNode above, string path) =>
        Merge(below is null ? null : EntryOf(below, Origin.Own), EntryOf(above, below is null ? Origin.Own : Origin.Override), path, keepsTags: false)?.Value;

    /// <summary>The same with what a service extends, or a project includes, below it: the tags that are above go on to the earlier files.</summary>
    /// <param name="below">What the service extends, or the project includes.</param>
    /// <param name="above">The service, or the project.</param>
    /// <param name="path">Where both stand.</param>
    /// <param name="origin">How <paramref name="below"/> comes there.</param>
    public ComposeMapping Extend(ComposeMapping below, ComposeMapping above, string path, Origin origin)
    {
        var merged = Merge(EntryOf(Plain(below), origin), EntryOf(above.Tagged(MergeTag.None), Origin.Own), path, keepsTags: true);
        return (ComposeMapping)merged!.Value.Value.Tagged(above.Tag);
    }

    private static ComposeEntry EntryOf(ComposeNode node, Origin origin) => new("", node.Place, node) { Origin = origin };

    /// <summary>Merges the entries of one key.</summary>
    private ComposeEntry? Merge(ComposeEntry? below, ComposeEntry above, string path, bool keepsTags)
    {
        if (above.Value.Tag == MergeTag.Reset)
        {
            return keepsTags ? above : null;
        }

        var form = s_forms.TryGetValue(path, out var known) ? known : Form.AsWritten;
        if (below is not { } old || above.Value.Tag == MergeTag.Override || form == Form.Replaced)
        {
            return keepsTags ? above : above with { Value = Plain(above.Value) };
        }

        return (InForm(old.Value, form), InForm(above.Value, form)) switch
        {
            (ComposeMapping or ComposeSequence, ComposeScalar { IsNull: true }) => above with { Value = old.Value, Origin = old.Origin },
            (ComposeMapping one, ComposeMapping other) => OfBoth(MergeEntries(one, other, path, keepsTags, old.Origin, above.Origin)),
            (ComposeSequence one, ComposeSequence other) => OfBoth(MergeItems(one, other, old.Origin, above.Origin)),
            (ComposeUnknown, _) or (_, ComposeUnknown) => above with { Value = new ComposeUnknown { Place = above.Value.Place } },
            _ => keepsTags ? above : above with { Value = Plain(above.Value) },
        };

        // What is merged out of both has its ways in its parts.
        ComposeEntry OfBoth(ComposeNode merged) => above with { Value = merged, Origin = Origin.Own };
    }

    /// <summary>A list of <c>KEY=VALUE</c> as a mapping; a key alone has no value that is known.</summary>
    public static ComposeNode AsVariables(ComposeNode node) => InForm(node, Form.Variables);

    public static ComposeNode AsNames(ComposeNode node) => InForm(node, Form.Names);

    public static ComposeNode AsHosts(ComposeNode node) => InForm(node, Form.Hosts);

    public static ComposeNode AsItems(ComposeNode node) => InForm(node, Form.Items);

    public static ComposeNode AsBuild(ComposeNode node) => InForm(node, Form.Build);

    private ComposeMapping MergeEntries(ComposeMapping old, ComposeMapping own, string path, bool keepsTags, Origin oldOrigin, Origin ownOrigin)
    {
        if ((_merged += own.Entries.Length) > MostMerged)
        {
            return own.With(own.Entries, isOpen: true);
        }

        var entries = old.Entries.ToBuilder();
        for (var i = 0; i < entries.Count && oldOrigin != Origin.Own; i++)
        {
            entries[i] = entries[i].By(oldOrigin);
        }

        var removed = new HashSet<int>();
        foreach (var entry in own.Entries)
        {
            var place = old.PlaceOf(entry.Key);
            var merged = Merge(place < 0 ? null : entries[place], entry.By(ownOrigin), ChildOf(path, entry.Key), keepsTags);
            if (place < 0 && merged is { } added)
            {
                entries.Add(added);
            }
            else if (place >= 0 && merged is { } changed)
            {
                entries[place] = changed;
            }
            else if (place >= 0)
            {
                removed.Add(place);
            }
        }

        var kept = removed.Count == 0 ? entries.ToImmutable() : entries.Where((_, place) => !removed.Contains(place)).ToImmutableArray();
        return own.With(kept, old.IsOpen || own.IsOpen);
    }

    private static ComposeSequence MergeItems(ComposeSequence old, ComposeSequence own, Origin oldOrigin, Origin ownOrigin)
    {
        var hasOrigins = !old.Origins.IsDefault || !own.Origins.IsDefault || (oldOrigin | ownOrigin) != Origin.Own;
        return new ComposeSequence
        {
            Place = own.Place,
            Items = old.Items.AddRange(own.Items.Where(static item => item.Tag != MergeTag.Reset)),
            Origins = hasOrigins
                ? OriginsOf(old, oldOrigin).Select(static item => item.Origin)
                    .Concat(OriginsOf(own, ownOrigin).Where(static item => item.Tag != MergeTag.Reset).Select(static item => item.Origin)).ToImmutableArray()
                : default,
            IsOpen = old.IsOpen || own.IsOpen,
        };
    }

    private static IEnumerable<(MergeTag Tag, Origin Origin)> OriginsOf(ComposeSequence list, Origin way) =>
        list.Items.Select((item, i) => (item.Tag, list.OriginOf(i) | way));

    /// <summary>
    /// A value whose tags have done their work: what is reset is gone, also where no earlier file says anything. A mapping that several
    /// aliases name is looked at once.
    /// </summary>
    private ComposeNode Plain(ComposeNode node)
    {
        if (node is not ComposeMapping mapping)
        {
            return node.Tagged(MergeTag.None);
        }

        if (!_plain.TryGetValue(mapping, out var result))
        {
            var entries = mapping.Entries
                .Where(static entry => entry.Value.Tag != MergeTag.Reset)
                .Select(entry => entry with { Value = Plain(entry.Value) })
                .ToImmutableArray();
            var isPlain = mapping.Tag == MergeTag.None && entries.SequenceEqual(mapping.Entries);
            _plain[mapping] = result = isPlain ? mapping : (ComposeMapping)mapping.With(entries, mapping.IsOpen).Tagged(MergeTag.None);
        }

        return result;
    }

    private static string ChildOf(string path, string key) => path.Length == 0 ? key : path is "services" or "networks" ? path + ".*" : path + "." + key;

    private static ComposeNode InForm(ComposeNode node, Form form) => (form, node) switch
    {
        (Form.Variables, ComposeSequence list) => FromItems(list, '='),
        (Form.Hosts, ComposeSequence list) => FromItems(list, ':', '='),
        (Form.Names, ComposeSequence list) => FromItems(list),
        (Form.Items, ComposeScalar { IsNull: false } item) =>
            new ComposeSequence { Place = item.Place, Tag = item.Tag, Items = ImmutableArray.Create<ComposeNode>(item) },
        (Form.Build, ComposeScalar { IsNull: false } context) => new ComposeMapping
        {
            Place = context.Place,
            Tag = context.Tag,
            Entries = ImmutableArray.Create(new ComposeEntry("context", context.Place, context)),
        },
        _ => node,
    };

    /// <summary>A list as a mapping: each item is a key and, behind the first of the signs, its value.</summary>
    private static ComposeMapping FromItems(ComposeSequence list, params char[] signs)
    {
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>(list.Items.Length);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var isOpen = list.IsOpen;
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i] is not ComposeScalar item)
            {
                isOpen = true;
                continue;
            }

            var sign = item.Value.IndexOfAny(signs);
            var key = sign < 0 ? item.Value : item.Value.Substring(0, sign);
            var keyPlace = sign < 0 ? item.Place : item.Place with { Span = item.Text.ShownSpan(0, sign) };
            var value = sign < 0
                ? new ComposeScalar { Place = item.Place, Text = item.Text.Slice(item.Value.Length, 0), IsNull = true }
                : item.Slice(sign + 1, item.Value.Length - sign - 1);
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = entries.Count);
                entries.Add(default);
            }

            entries[place] = new ComposeEntry(key, keyPlace, value) { Origin = list.OriginOf(i) };
            isOpen |= key.IndexOf(DecodedText.HoleCharacter) >= 0;
        }

        return new ComposeMapping { Place = list.Place, Tag = list.Tag, Entries = entries.ToImmutable(), IsOpen = isOpen };
    }
}
