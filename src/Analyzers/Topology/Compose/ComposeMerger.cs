using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Merges a file over an earlier one, or a service over what it extends (Compose specification, "Merge"): mappings by key,
/// sequences one behind the other, scalars replaced; what differs is a row of the table.
/// </summary>
internal static class ComposeMerger
{
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
        ["services.*.networks"] = Form.Names,
        ["services.*.depends_on"] = Form.Names,
        ["services.*.env_file"] = Form.Items,
        ["services.*.dns"] = Form.Items,
        ["services.*.tmpfs"] = Form.Items,
        ["networks.*.labels"] = Form.Variables,
    };

    /// <summary>Merges two values.</summary>
    /// <param name="below">What was there before, or null.</param>
    /// <param name="above">What is laid over it.</param>
    /// <param name="path">Where both stand: <c>services.*.ports</c>; empty for a whole file.</param>
    /// <returns>Null when nothing is left.</returns>
    public static ComposeNode? Merge(ComposeNode? below, ComposeNode above, string path)
    {
        if (above.Tag == MergeTag.Reset)
        {
            return null;
        }

        var form = s_forms.TryGetValue(path, out var known) ? known : Form.AsWritten;
        if (below is null || above.Tag == MergeTag.Override || form == Form.Replaced)
        {
            return WithoutTags(above, path);
        }

        return (InForm(below, form), InForm(above, form)) switch
        {
            (_, ComposeScalar { IsNull: true }) => below,
            (ComposeMapping old, ComposeMapping own) => Merge(old, own, path),
            (ComposeSequence old, ComposeSequence own) => new ComposeSequence { Place = own.Place, Items = old.Items.AddRange(own.Items.Where(static item => item.Tag != MergeTag.Reset)), IsOpen = old.IsOpen || own.IsOpen },
            (ComposeUnknown, _) or (_, ComposeUnknown) => new ComposeUnknown { Place = above.Place },
            _ => WithoutTags(above, path),
        };
    }

    /// <summary>A list of <c>KEY=VALUE</c> as a mapping; a key alone has no value that is known.</summary>
    public static ComposeNode AsVariables(ComposeNode node) => InForm(node, Form.Variables);

    public static ComposeNode AsNames(ComposeNode node) => InForm(node, Form.Names);

    public static ComposeNode AsItems(ComposeNode node) => InForm(node, Form.Items);

    public static ComposeNode AsBuild(ComposeNode node) => InForm(node, Form.Build);

    private static ComposeMapping Merge(ComposeMapping old, ComposeMapping own, string path)
    {
        var entries = old.Entries.ToBuilder();
        var removed = new HashSet<int>();
        foreach (var entry in own.Entries)
        {
            var place = old.PlaceOf(entry.Key);
            var merged = Merge(place < 0 ? null : old.Entries[place].Value, entry.Value, ChildOf(path, entry.Key));
            if (place < 0 && merged is not null)
            {
                entries.Add(entry with { Value = merged });
            }
            else if (place >= 0 && merged is null)
            {
                removed.Add(place);
            }
            else if (place >= 0)
            {
                entries[place] = entry with { Value = merged! };
            }
        }

        var kept = removed.Count == 0 ? entries.ToImmutable() : entries.Where((_, place) => !removed.Contains(place)).ToImmutableArray();
        return old.With(kept, old.IsOpen || own.IsOpen);
    }

    /// <summary>What is reset is gone, where no earlier file says anything, too.</summary>
    private static ComposeNode? WithoutTags(ComposeNode node, string path)
    {
        if (node is not ComposeMapping mapping || path.Count(static c => c == '.') > 3)
        {
            return node;
        }

        var entries = mapping.Entries
            .Where(static entry => entry.Value.Tag != MergeTag.Reset)
            .Select(entry => entry with { Value = WithoutTags(entry.Value, ChildOf(path, entry.Key))! })
            .ToImmutableArray();
        return mapping.With(entries, mapping.IsOpen);
    }

    private static string ChildOf(string path, string key) => path.Length == 0 ? key : path is "services" or "networks" ? path + ".*" : path + "." + key;

    private static ComposeNode InForm(ComposeNode node, Form form) => (form, node) switch
    {
        (Form.Variables, ComposeSequence list) => FromItems(list, static item => item.Text.IndexOf('=') is var sign && sign < 0
            ? new ComposeEntry(item.Text, item.Place, new ComposeScalar { Place = item.Place, Text = "", IsNull = true })
            : new ComposeEntry(item.Text.Substring(0, sign), item.Place, new ComposeScalar { Place = item.Place, Text = item.Text.Substring(sign + 1) })),
        (Form.Names, ComposeSequence list) => FromItems(list, static item => new ComposeEntry(item.Text, item.Place, new ComposeScalar { Place = item.Place, Text = "", IsNull = true })),
        (Form.Items, ComposeScalar { IsNull: false } item) => new ComposeSequence { Place = item.Place, Tag = item.Tag, Items = ImmutableArray.Create<ComposeNode>(item) },
        (Form.Build, ComposeScalar { IsNull: false } context) => new ComposeMapping { Place = context.Place, Tag = context.Tag, Entries = ImmutableArray.Create(new ComposeEntry("context", context.Place, context)) },
        _ => node,
    };

    private static ComposeMapping FromItems(ComposeSequence list, Func<ComposeScalar, ComposeEntry> toEntry)
    {
        var entries = ImmutableArray.CreateBuilder<ComposeEntry>(list.Items.Length);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list.Items.OfType<ComposeScalar>())
        {
            var entry = toEntry(item);
            if (places.TryGetValue(entry.Key, out var place))
            {
                entries[place] = entry;
            }
            else
            {
                places.Add(entry.Key, entries.Count);
                entries.Add(entry);
            }
        }

        return new ComposeMapping { Place = list.Place, Tag = list.Tag, Entries = entries.ToImmutable(), IsOpen = list.IsOpen || list.Items.Any(static item => item is not ComposeScalar) };
    }
}
