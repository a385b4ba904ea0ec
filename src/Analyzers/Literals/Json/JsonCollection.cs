using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>An object or an array whose end is not read yet.</summary>
/// <param name="start">Source position of its bracket.</param>
/// <param name="isMapping">True for an object.</param>
/// <param name="isKept">False when it is too deep in the file for its nodes to be kept.</param>
internal sealed class JsonCollection(int start, bool isMapping, bool isKept)
{
    private List<YamlEntry>? _entries;
    private List<YamlNode>? _items;
    private YamlNode? _key;

    public int Start => start;

    public bool IsMapping => isMapping;

    /// <summary>Source position behind what is read of it, white space and commas aside.</summary>
    public int End { get; set; } = start + 1;

    public JsonSlot Slot { get; set; }

    /// <summary>True when what comes next is a key.</summary>
    public bool TakesKey => isMapping && Slot == JsonSlot.Entry;

    /// <summary>Takes a node as an item, as a key, or as the value of the key before it.</summary>
    public void Add(YamlNode node)
    {
        if (TakesKey)
        {
            _key = node;
            Slot = JsonSlot.Colon;
        }
        else
        {
            if (_key is not null && isKept)
            {
                (_entries ??= []).Add(new YamlEntry(_key, node));
            }
            else if (isKept)
            {
                (_items ??= []).Add(node);
            }

            _key = null;
            Slot = JsonSlot.End;
        }

        End = node.Span.End;
    }

    /// <summary>Ends an entry that lacks its value.</summary>
    public void AddEmpty() => Add(YamlFlow.Empty(End));

    /// <summary>The node, once all of it is read.</summary>
    public YamlNode ToNode()
    {
        var span = TextSpan.FromBounds(start, End);
        return isMapping
            ? new YamlMapping(span, _entries?.ToArray() ?? [])
            : new YamlSequence(span, _items?.ToArray() ?? []);
    }
}
