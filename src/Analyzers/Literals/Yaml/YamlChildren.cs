namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>
/// What the open collections hold so far, the innermost one's at the end. One list for all of them: a builder for each
/// costs more, most of all where the runtime meets that type of builder for the first time.
/// </summary>
internal sealed class YamlChildren
{
    public int Count;

    private object[] _children = new object[64];

    public void Add(object child)
    {
        if (Count == _children.Length)
        {
            var longer = new object[2 * Count];
            Array.Copy(_children, longer, Count);
            _children = longer;
        }

        _children[Count++] = child;
    }

    /// <summary>Takes the entries that were added behind so many children.</summary>
    public YamlEntry[] TakeEntries(int first)
    {
        var entries = new YamlEntry[Count - first];
        Array.Copy(_children, first, entries, 0, entries.Length);
        Count = first;
        return entries;
    }

    /// <summary>Takes the nodes that were added behind so many children.</summary>
    public YamlNode[] TakeNodes(int first)
    {
        var nodes = new YamlNode[Count - first];
        Array.Copy(_children, first, nodes, 0, nodes.Length);
        Count = first;
        return nodes;
    }
}
