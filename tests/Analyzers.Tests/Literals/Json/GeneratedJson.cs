using System.Globalization;
using System.Text;
using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

/// <summary>Random trees, written with random white space, comments and escapes.</summary>
internal static class GeneratedJson
{
    private static readonly Gen<string> Value =
        Gen.OneOf("localhost", "3306", "a", "é", "😀", " ", "\"", "\\", "/", "//", "/*", "\n", "\r", "\t", "\0", "\b", "\f", "\u007f", "\u2028", "{", "]", ",", ":", "=b;", "&", "'")
            .Array[0, 8].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Word =
        Gen.OneOf(Gen.OneOf("true", "false", "null", "0", "-0", "1e5", "-12.50E-3"), Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> White = Gen.Frequency((6, Gen.Const("")), (6, Gen.Const(" ")), (3, Gen.OneOf("\n", "\r\n", "\r", "\t", "  \n  ")));

    private static readonly Gen<string> Gap = Gen.Frequency((15, White), (1, Gen.OneOf("/**/", "/* \" */", "// }\n", "//\r\n", "/*\n*/ /***/")));

    private static readonly Gen<string> Comma = Gen.OneOf("", ",");

    private static readonly Gen<(string Text, string[] Values)> Strings = Gen.Select(Value, Gen.Int[0, 3].Array[1, 4], (value, styles) => (Quote(value, styles), new[] { value }));

    private static readonly Gen<(string Text, string[] Values)> Nodes = Gen.Recursive<(string Text, string[] Values)>((depth, node) => depth > 5
        ? Strings
        : Gen.Frequency(
            (4, Strings),
            (2, Word.Select(word => (word, new[] { word }))),
            (3, Gen.Select(Gen.Select(Gap, node, Gap).Array[0, 4], Comma, Gap, Array)),
            (4, Gen.Select(Gen.Select(Strings, Gap, White, node).Array[0, 4], Comma, Gap, Object))));

    /// <summary>A file, and its keys and values in their order.</summary>
    public static Gen<(string Text, IReadOnlyList<string> Values)> Files { get; } =
        Gen.Select(Gap, Nodes, Gap, (before, node, behind) => (before + node.Text + behind, (IReadOnlyList<string>)node.Values));

    private static (string Text, string[] Values) Array((string Before, (string Text, string[] Values) Node, string Behind)[] items, string comma, string gap) =>
        ($"[{string.Join(",", items.Select(item => item.Before + item.Node.Text + item.Behind))}{(items.Length == 0 ? "" : comma)}{gap}]",
            items.SelectMany(item => item.Node.Values).ToArray());

    private static (string Text, string[] Values) Object(((string Text, string[] Values) Key, string First, string Second, (string Text, string[] Values) Node)[] entries, string comma, string gap) =>
        ($"{{{string.Join(",", entries.Select(entry => entry.First + entry.Key.Text + entry.Second + ":" + entry.First + entry.Node.Text))}{(entries.Length == 0 ? "" : comma)}{gap}}}",
            entries.SelectMany(entry => entry.Key.Values.Concat(entry.Node.Values)).ToArray());

    /// <summary>A style, in turn for each character, is how it is written: 0 and 1 as short as may be, 2 by its number, 3 by its number in capitals.</summary>
    private static string Quote(string value, int[] styles)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            var style = styles[(char.IsLowSurrogate(value[i]) ? i - 1 : i) % styles.Length];
            var shortEscape = "\"\\/\b\f\n\r\t".IndexOf(value[i], StringComparison.Ordinal);
            if (style > 1 || (value[i] < ' ' && shortEscape < 0))
            {
                text.Append("\\u").Append(((int)value[i]).ToString(style == 2 ? "x4" : "X4", CultureInfo.InvariantCulture));
            }
            else if (shortEscape < 0 || (value[i] == '/' && style == 0))
            {
                text.Append(value[i]);
            }
            else
            {
                text.Append('\\').Append("\"\\/bfnrt"[shortEscape]);
            }
        }

        return text.Append('"').ToString();
    }
}
