using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>An element with what it says itself.</summary>
/// <param name="id">Its number in the file.</param>
/// <param name="parent">The element around it, or null.</param>
/// <param name="name">As it is written, with its prefix: .NET's configuration compares these.</param>
/// <param name="position">Source position of its <c>&lt;</c>.</param>
internal sealed class XmlElement(int id, XmlElement? parent, string name, int position)
{
    private List<XmlValue>? _attributes;
    private ImmutableArray<string> _path;

    public int Id => id;

    public XmlElement? Parent => parent;

    public string Name => name;

    public int Position => position;

    /// <summary>The names from the root to this element. Made when it is asked for: few elements are.</summary>
    public ImmutableArray<string> Path
    {
        get
        {
            if (_path.IsDefault)
            {
                _path = (parent?.Path ?? ImmutableArray<string>.Empty).Add(name);
            }

            return _path;
        }
    }

    /// <summary>In the order of the file, without those that have no known value.</summary>
    public IReadOnlyList<XmlValue> Attributes => _attributes ?? (IReadOnlyList<XmlValue>)[];

    /// <summary>
    /// What stands between its tags, white space included; null when that is other elements, has no known value, or is
    /// not read to its end, and for <c>&lt;name/&gt;</c>.
    /// </summary>
    public XmlValue? Text { get; private set; }

    /// <summary>The attribute of this name, or null.</summary>
    public XmlValue? this[string attribute] => _attributes?.Find(value => value.Attribute == attribute);

    /// <summary>Takes what the reader has read of it.</summary>
    public void Add(XmlValue value)
    {
        if (value.Attribute is null)
        {
            Text = value;
        }
        else
        {
            (_attributes ??= []).Add(value);
        }
    }
}
