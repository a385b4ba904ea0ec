using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>A node of a YAML document (YAML 1.2.2, section 3.2) with its place in the file.</summary>
internal abstract class YamlNode(TextSpan span)
{
    /// <summary>Source positions of the node's own characters: quotes and brackets are in, properties and comments are not.</summary>
    public readonly TextSpan Span = span;

    private YamlProperties _properties;

    /// <summary>The tag as it is written (<c>!reset</c>, <c>!!str</c>), or null.</summary>
    public string? Tag => _properties.Tag;

    /// <summary>The anchor's name without its <c>&amp;</c>, or null.</summary>
    public string? Anchor => _properties.Anchor;

    /// <summary>The same node with these properties instead of its own.</summary>
    public YamlNode With(YamlProperties properties)
    {
        var node = (YamlNode)MemberwiseClone();
        node._properties = properties;
        return node;
    }
}

/// <summary>A scalar. A value that is left out (<c>key:</c>) is a plain scalar without characters.</summary>
internal sealed class YamlScalar(TextSpan span, DecodedText text, YamlScalarStyle style) : YamlNode(span)
{
    /// <summary>The decoded characters and the place of each.</summary>
    public DecodedText Text { get; } = text;

    public readonly YamlScalarStyle Style = style;

    public string Value => Text.Value;

    /// <summary>A range of a text that is written as it reads. Source positions.</summary>
    public static YamlScalar PlainOf(string text, int start, int end) =>
        new(TextSpan.FromBounds(start, end), DecodedText.Verbatim(text.Substring(start, end - start), start), YamlScalarStyle.Plain);
}

internal enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A mapping, its entries in the order of the file, repeated keys and merge keys included.</summary>
internal sealed class YamlMapping(TextSpan span, YamlEntry[] entries) : YamlNode(span)
{
    public IReadOnlyList<YamlEntry> Entries => entries;

    /// <summary>The value of the last entry whose key is this scalar, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            for (var i = entries.Length - 1; i >= 0; i--)
            {
                if (entries[i].Key is YamlScalar scalar && scalar.Value == key)
                {
                    return entries[i].Value;
                }
            }

            return null;
        }
    }
}

/// <summary>An entry of a mapping.</summary>
internal sealed class YamlEntry(YamlNode key, YamlNode value)
{
    public readonly YamlNode Key = key;

    public readonly YamlNode Value = value;
}

internal sealed class YamlSequence(TextSpan span, YamlNode[] items) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items => items;
}

/// <summary>An alias (<c>*name</c>). The reader leaves it as it is; whoever needs the target looks its anchor up.</summary>
internal sealed class YamlAlias(TextSpan span, string name) : YamlNode(span)
{
    public string Name { get; } = name;
}
