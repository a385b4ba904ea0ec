using System.Text;
using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>Random trees, written in random styles.</summary>
internal static class GeneratedYaml
{
    private static readonly Gen<string> Value =
        Gen.OneOf("localhost", "3306", "a", "é", "😀", " ", " ", "  ", ":", ": ", " #", "-", "'", "\"", "\\", "\n", "\n", "\n\n", "\t", "{", "]", ",", "=b;", "?")
            .Array[0, 8].Select(pieces => string.Concat(pieces));

    private static readonly Gen<Layout> Layouts = Gen.Select(
        Gen.Int[0, 4], Gen.Int[1, 4], Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf("", "", "", "&a1 ", "!t ", "!!str &b "),
        (style, step, isCompact, isFolded, hasComment, properties) => new Layout(style, step, isCompact, isFolded, hasComment, properties));

    private static readonly Gen<Node> Nodes = Gen.Recursive<Node>((depth, node) => depth > 5
        ? Leaf()
        : Gen.Frequency(
            (4, Leaf()),
            (1, Layouts.Select(layout => (Node)new Alias(layout))),
            (3, Gen.Select(Layouts, node.Array[0, 4], (layout, items) => (Node)new List(layout, items))),
            (4, Gen.Select(Layouts, Gen.Select(Leaf(), node).Array[0, 4], (layout, entries) => (Node)new Map(layout, entries)))));

    /// <summary>A file, and the values of its scalars in their order.</summary>
    public static Gen<(string Text, IReadOnlyList<string> Values)> Files { get; } = Gen.Select(
        Nodes, Gen.OneOf("\n", "\n", "\r\n", "\r"), Gen.Bool, (node, lineEnd, hasMarker) =>
        {
            var writer = new Writer();
            if (hasMarker)
            {
                writer.Text.Append("---");
            }

            writer.WriteNode(node, -1, beginsLine: !hasMarker, mayNest: !hasMarker, mayStayAtParent: false);
            return (writer.Text.ToString().Replace("\n", lineEnd), (IReadOnlyList<string>)writer.Values);
        });

    private static Gen<Node> Leaf() => Gen.Select(Layouts, Value, (layout, value) => (Node)new Scalar(layout, value));

    /// <param name="Style">Of a scalar, as far as its value can be written so; of a collection, 0 is the flow style.</param>
    /// <param name="Step">Columns from a level to the next.</param>
    /// <param name="IsCompact">A collection begins on the line of its dash, a sequence at the level of its key.</param>
    /// <param name="IsFolded">A scalar takes several lines, a key a '?'.</param>
    /// <param name="HasComment">A comment stands at the end of the line.</param>
    /// <param name="Properties">Tag and anchor, and a blank.</param>
    private sealed record Layout(int Style, int Step, bool IsCompact, bool IsFolded, bool HasComment, string Properties);

    private abstract record Node(Layout Layout);

    private sealed record Scalar(Layout Layout, string Value) : Node(Layout);

    private sealed record Alias(Layout Layout) : Node(Layout);

    private sealed record List(Layout Layout, Node[] Items) : Node(Layout);

    private sealed record Map(Layout Layout, (Node Key, Node Value)[] Entries) : Node(Layout);

    private sealed class Writer
    {
        public StringBuilder Text { get; } = new();

        public List<string> Values { get; } = [];

        /// <summary>Writes a node behind an indicator, and the line end behind it.</summary>
        public void WriteNode(Node node, int parentLevel, bool beginsLine, bool mayNest, bool mayStayAtParent)
        {
            var layout = node.Layout;
            var isBlock = layout.Style > 0 && node is List { Items.Length: > 0 } or Map { Entries.Length: > 0 };
            if (!isBlock)
            {
                Text.Append(beginsLine ? "" : " ");
                if (node is Scalar scalar && CanBeBlock(scalar))
                {
                    WriteBlockScalar(scalar, parentLevel);
                    return;
                }

                WriteInline(node, parentLevel, inFlow: false, isKey: false);
                EndLine(layout);
                return;
            }

            if (layout.Properties.Length == 0 && layout.IsCompact && mayNest)
            {
                Text.Append(beginsLine ? "" : new string(' ', layout.Step));
                WriteBlock(node, parentLevel + (beginsLine ? 1 : 1 + layout.Step));
                return;
            }

            Text.Append(beginsLine ? "" : " ").Append(layout.Properties);
            EndLine(layout);
            var level = node is List && mayStayAtParent && layout.IsCompact ? parentLevel : parentLevel + layout.Step;
            Text.Append(' ', level);
            WriteBlock(node, level);
        }

        /// <summary>Writes the entries of a block collection; the first one's indentation is there.</summary>
        private void WriteBlock(Node node, int level)
        {
            var isFirst = true;
            foreach (var item in (node as List)?.Items ?? [])
            {
                Text.Append(' ', isFirst ? 0 : level).Append('-');
                isFirst = false;
                WriteNode(item, level, beginsLine: false, mayNest: true, mayStayAtParent: false);
            }

            foreach (var (key, value) in (node as Map)?.Entries ?? [])
            {
                Text.Append(' ', isFirst ? 0 : level);
                isFirst = false;
                var isExplicit = key.Layout.IsFolded && key.Layout.IsCompact;
                if (isExplicit)
                {
                    Text.Append('?');
                    WriteNode(key, level, beginsLine: false, mayNest: true, mayStayAtParent: true);
                    Text.Append(' ', level);
                }
                else
                {
                    WriteInline(key, level, inFlow: false, isKey: true);
                }

                Text.Append(':');
                WriteNode(value, level, beginsLine: false, mayNest: isExplicit, mayStayAtParent: true);
            }
        }

        private void WriteInline(Node node, int parentLevel, bool inFlow, bool isKey)
        {
            Text.Append(node is Alias ? "*a1" : node.Layout.Properties);
            switch (node)
            {
                case Scalar scalar:
                    Values.Add(scalar.Value);
                    WriteFlowScalar(scalar, parentLevel, inFlow, isKey);
                    break;
                case List list:
                    WriteFlow('[', ']', list.Items.Select(item => (Action)(() => WriteInline(item, parentLevel, inFlow: true, isKey))), list.Layout, parentLevel, isKey);
                    break;
                case Map map:
                    WriteFlow('{', '}', map.Entries.Select(entry => (Action)(() =>
                    {
                        WriteInline(entry.Key, parentLevel, inFlow: true, isKey: true);
                        Text.Append(": ");
                        WriteInline(entry.Value, parentLevel, inFlow: true, isKey);
                    })), map.Layout, parentLevel, isKey);
                    break;
            }
        }

        private void WriteFlow(char open, char close, IEnumerable<Action> items, Layout layout, int parentLevel, bool isKey)
        {
            var separator = layout.IsFolded && !isKey ? (layout.HasComment ? " # , ]\n" : "\n") + new string(' ', parentLevel + 1 + layout.Step) : layout.IsCompact ? "" : " ";
            Text.Append(open).Append(separator);
            var isFirst = true;
            foreach (var write in items)
            {
                Text.Append(isFirst ? "" : " ," + (separator.Length == 0 ? " " : separator));
                isFirst = false;
                write();
            }

            Text.Append(isFirst || layout.HasComment ? "" : " ,").Append(separator).Append(close);
        }

        private void WriteFlowScalar(Scalar scalar, int parentLevel, bool inFlow, bool isKey)
        {
            var (layout, value) = (scalar.Layout, scalar.Value);
            var newLine = "\n" + new string(' ', parentLevel + 1 + layout.Step);
            var style = layout.Style switch
            {
                0 or 3 when CanBePlain(value, inFlow) && (!isKey || !value.Contains('\n')) => "",
                1 or 4 when CanBreak(value) && (!isKey || !value.Contains('\n')) => "'",
                _ => "\"",
            };
            var text = new StringBuilder();
            for (var i = 0; i < value.Length; i++)
            {
                var isBetweenWords = i > 0 && i < value.Length - 1 && !IsWhite(value[i - 1]) && !IsWhite(value[i + 1]);
                text.Append(value[i] switch
                {
                    ' ' when isBetweenWords && layout.IsFolded && !isKey && value[i + 1] != '#' => " " + newLine,
                    '\n' when style == "\"" => "\\n",
                    '\n' when value[i - 1] != '\n' => "\n" + newLine,
                    '\n' => newLine,
                    '\'' when style == "'" => "''",
                    '"' or '\\' when style == "\"" => "\\" + value[i],
                    'a' when style == "\"" && layout.IsCompact => "\\x61",
                    '\t' when style == "\"" => "\\t",
                    _ => value[i],
                });
            }

            Text.Append(style).Append(text).Append(style);
        }

        private static bool IsWhite(char c) => c is ' ' or '\n' or '\t';

        /// <summary>True when folding keeps the value: no blank is beside one of its line ends, and none of these is at an end.</summary>
        private static bool CanBreak(string value) =>
            !value.Contains(" \n") && !value.Contains("\n ") && !value.Contains('\t') && value.Trim('\n') == value;

        private static bool CanBePlain(string value, bool inFlow) =>
            value.Length > 0 && char.IsLetterOrDigit(value[0]) && CanBreak(value) && !IsWhite(value[^1]) && value[^1] != ':'
            && !value.Contains(": ") && !value.Contains(":\n") && !value.Contains(" #") && !value.Contains("\n#")
            && !(inFlow && value.Any(c => c is ',' or '[' or ']' or '{' or '}' or ':'));

        private static bool CanBeBlock(Scalar scalar) => scalar.Layout.Style > 2 && scalar.Value.Trim('\n').Length > 0;

        private void WriteBlockScalar(Scalar scalar, int parentLevel)
        {
            var (layout, value) = (scalar.Layout, scalar.Value);
            Values.Add(value);
            var body = value.TrimEnd('\n');
            var kept = value.Length - body.Length;
            var needsIndicator = IsWhite(value[0]) || layout.IsCompact;
            var isFolded = layout.Style == 4;
            Text.Append(layout.Properties).Append(isFolded ? '>' : '|').Append(needsIndicator ? layout.Step.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
            Text.Append(kept == 0 ? "-" : kept == 1 ? "" : "+");
            EndLine(layout);
            var indentation = new string(' ', Math.Max(parentLevel, 0) + layout.Step);
            var previous = "";
            foreach (var line in body.Split('\n'))
            {
                // In a folded scalar, one line end more stands between two lines that begin with a word.
                var isWordAfterWord = line.Length > 0 && !IsWhite(line[0]) && previous.Length > 0 && !IsWhite(previous[0]);
                Text.Append(isFolded && isWordAfterWord ? "\n" : "");
                Text.Append(line.Length == 0 ? "" : indentation).Append(line).Append('\n');
                previous = line.Length == 0 ? previous : line;
            }

            Text.Append('\n', Math.Max(0, kept - 1));
        }

        private void EndLine(Layout layout) => Text.Append(layout.HasComment ? " # : ' \" [\n" : "\n");
    }
}
