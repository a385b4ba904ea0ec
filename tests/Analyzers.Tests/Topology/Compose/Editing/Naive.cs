using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>What a compose file says, by another reader of YAML: a line for each value, aliases and merge keys followed, lists of keys as mappings.</summary>
internal static class Naive
{
    public static IReadOnlyList<YamlNode> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>Asserts that a file says what it said, and the entry of the service.</summary>
    public static void AssertAdded(string before, string after, string service, string? section, NewEntry entry)
    {
        var (old, own) = (Says(before), Says(after));
        if (old is null)
        {
            return;
        }

        Assert.NotNull(own);
        var path = $"/services/{service}/{(section is null ? "" : section + "/")}";
        var added = own.Where(line => !old.TryGetValue(line.Key, out var same) || same != line.Value).Select(line => line.Key).ToList();
        Assert.All(added, key => Assert.Contains(path + entry.Key, key, StringComparison.Ordinal));
        Assert.Single(added.Select(key => key[..key.IndexOf("/services", StringComparison.Ordinal)]).Distinct());
        Assert.Equal(Lines("", entry.Value), added.Where(key => entry.Key is null || key.Contains(path + entry.Key, StringComparison.Ordinal))
            .Select(key => (Rest(key), own[key])).Order());
        foreach (var (key, value) in old)
        {
            // A bare key of `depends_on` means "started": the entry says more of it.
            Assert.True(own.TryGetValue(key, out var same) && (same == value || (key.EndsWith($"{path}{entry.Key}/condition", StringComparison.Ordinal) && value == "service_started")), $"{key}: {value}");
        }

        string Rest(string key) => entry.Key is null ? "" : key[(key.IndexOf(path + entry.Key, StringComparison.Ordinal) + path.Length + entry.Key.Length)..];
    }

    /// <summary>Each scalar and each empty collection by its place; null where the reader refuses the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isRaw">True for a list of keys as the list that it is.</param>
    public static SortedDictionary<string, string>? Says(string text, bool isRaw = false)
    {
        try
        {
            var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (document, i) in Documents(text).Select((document, i) => (document, i)))
            {
                Add(document, isRaw ? $"{i}:raw/" : $"{i}:", lines, 0);
            }

            return lines;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static void Add(YamlNode node, string path, SortedDictionary<string, string> lines, int depth)
    {
        if (depth > 60)
        {
            throw new InvalidOperationException();
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Where(entry => entry.Key is not YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain }))
                {
                    Add(value, $"{path}/{key}", lines, depth + 1);
                }

                foreach (var merged in mapping.Where(entry => entry.Key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain }).SelectMany(entry => entry.Value is YamlSequenceNode list ? list.Children : [entry.Value]))
                {
                    // An own key replaces the merged one as a whole.
                    foreach (var (key, value) in (merged as YamlMappingNode ?? []).Where(entry => !mapping.Children.ContainsKey(entry.Key)))
                    {
                        Add(value, $"{path}/{key}", lines, depth + 1);
                    }
                }

                break;
            case YamlSequenceNode list:
                foreach (var (item, i) in list.Select((item, i) => (item, i)))
                {
                    AddItem(item, i, path, lines, depth);
                }

                break;
            case YamlScalarNode scalar when !IsSection(path) || !IsNull(scalar):
                lines[path] = scalar.Value ?? "";
                break;
        }
    }

    private static void AddItem(YamlNode item, int i, string path, SortedDictionary<string, string> lines, int depth)
    {
        var text = (item as YamlScalarNode)?.Value ?? "";
        var section = path[(path.LastIndexOf('/') + 1)..];
        var sign = section == "environment" ? text.IndexOf('=', StringComparison.Ordinal) : section == "extra_hosts" ? text.IndexOfAny([':', '=']) : -1;
        if (IsSection(path) && item is YamlScalarNode && section == "depends_on")
        {
            lines.Add($"{path}/{text}/condition", "service_started");
        }
        else if (IsSection(path) && sign >= 0)
        {
            lines.Add($"{path}/{text[..sign]}", text[(sign + 1)..]);
        }
        else
        {
            Add(item, $"{path}/[{i}]", lines, depth + 1);
        }
    }

    private static bool IsSection(string path) => path.Split('/') is [_, "services", _, "environment" or "extra_hosts" or "depends_on" or "ports"];

    private static bool IsNull(YamlScalarNode scalar) => scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true, Value: "" or "~" or "null" or "Null" or "NULL" };

    private static IEnumerable<(string Path, string Value)> Lines(string path, NewValue value) => (value switch
    {
        NewScalar scalar => [(path, scalar.Text.Value)],
        NewNumber number => [(path, number.Digits)],
        NewList list => list.Items.SelectMany((item, i) => Lines($"{path}/[{i}]", item)),
        NewMap map => map.Entries.SelectMany(entry => Lines($"{path}/{entry.Key}", entry.Value)),
        _ => Enumerable.Empty<(string, string)>(),
    }).Order();
}
