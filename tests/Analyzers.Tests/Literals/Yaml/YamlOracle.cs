using System.Text;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>One text form for what two readers make of a file: style and value of each scalar, tags, anchors, aliases.</summary>
internal static class YamlOracle
{
    /// <summary>What our reader makes of a file: a line for each document.</summary>
    public static string Ours(string text) => string.Join("\n", YamlReader.Read(text).Documents.Select(Show));

    /// <summary>What YamlDotNet makes of it. Its representation model refuses repeated keys, so it is asked for its events.</summary>
    public static string Theirs(string text)
    {
        var parser = new Parser(new StringReader(text));
        var documents = new List<string>();
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            var root = Show(parser);
            parser.Consume<DocumentEnd>();
            if (root != "Plain\"\"")
            {
                documents.Add(root);
            }
        }

        return string.Join("\n", documents);
    }

    /// <summary>True when YamlDotNet reads a file, and as we do.</summary>
    public static bool Agrees(string text) => Accepts(text) && Theirs(text) == Ours(text);

    /// <summary>True when YamlDotNet reads a file. On some that are right YAML its events lack a node.</summary>
    public static bool Accepts(string text)
    {
        try
        {
            Theirs(text);
            return true;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            return false;
        }
    }

    public static string Show(YamlNode node) => Properties(node.Tag, node.Anchor) + node switch
    {
        YamlScalar scalar => Scalar(scalar.Style.ToString(), scalar.Value),
        YamlMapping mapping => "{" + string.Join(", ", mapping.Entries.Select(entry => $"{Show(entry.Key)}: {Show(entry.Value)}")) + "}",
        YamlSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Show)) + "]",
        YamlAlias alias => "*" + alias.Name,
        _ => throw new InvalidOperationException(),
    };

    private static string Show(Parser parser)
    {
        var current = parser.Consume<ParsingEvent>();
        var properties = current is NodeEvent node ? Properties(node.Tag.IsEmpty ? null : node.Tag.Value, node.Anchor.IsEmpty ? null : node.Anchor.Value) : "";
        switch (current)
        {
            case YamlDotNet.Core.Events.Scalar scalar:
                return properties + Scalar(scalar.Style.ToString(), scalar.Value);
            case AnchorAlias alias:
                return "*" + alias.Value;
            case MappingStart:
                var entries = new List<string>();
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    entries.Add($"{Show(parser)}: {Show(parser)}");
                }

                return properties + "{" + string.Join(", ", entries) + "}";
            case SequenceStart:
                var items = new List<string>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(Show(parser));
                }

                return properties + "[" + string.Join(", ", items) + "]";
            default:
                throw new InvalidOperationException(current.ToString());
        }
    }

    /// <summary>The oracle resolves tags, our reader keeps them as written.</summary>
    private static string Properties(string? tag, string? anchor)
    {
        var shown = new StringBuilder();
        if (tag is not null)
        {
            var resolved = tag.StartsWith("!!", StringComparison.Ordinal) ? "tag:yaml.org,2002:" + tag[2..] : tag;
            shown.Append('<').Append(resolved.StartsWith("!<", StringComparison.Ordinal) ? resolved[2..^1] : resolved).Append('>');
        }

        return anchor is null ? shown.ToString() : shown.Append('&').Append(anchor).Append(' ').ToString();
    }

    private static string Scalar(string style, string value) =>
        style + "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r") + "\"";
}
