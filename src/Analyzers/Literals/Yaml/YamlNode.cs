using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>A node of a YAML document (YAML 1.2.2, section 3.2) with its place in the file.</summary>
internal abstract class YamlNode
{
    /// <summary>Source positions of the node's own characters: quotes and brackets are in, properties and comments are not.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The tag as it is written (<c>!reset</c>, <c>!!str</c>), or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The anchor's name without its <c>&amp;</c>, or null.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A scalar. A value that is left out (<c>key:</c>) is a plain scalar without characters.</summary>
internal sealed class YamlScalar : YamlNode
{
    /// <summary>The decoded characters and the place of each.</summary>
    public required DecodedText Text { get; init; }

    public required YamlScalarStyle Style { get; init; }

    public string Value => Text.Value;
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
internal sealed class YamlMapping : YamlNode
{
    public required ImmutableArray<YamlEntry> Entries { get; init; }

    /// <summary>The value of the last entry whose key is this scalar, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            for (var i = Entries.Length - 1; i >= 0; i--)
            {
                if (Entries[i].Key is YamlScalar scalar && scalar.Value == key)
                {
                    return Entries[i].Value;
                }
            }

            return null;
        }
    }
}

internal readonly record struct YamlEntry(YamlNode Key, YamlNode Value);

internal sealed class YamlSequence : YamlNode
{
    public required ImmutableArray<YamlNode> Items { get; init; }
}

/// <summary>An alias (<c>*name</c>). The reader leaves it as it is; whoever needs the target looks its anchor up.</summary>
internal sealed class YamlAlias : YamlNode
{
    public required string Name { get; init; }
}
