using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>How a compose file is written near a service: what is added there looks as what stands there.</summary>
internal sealed class ComposeStyle
{
    private const string Ports = "ports";

    private readonly string _text;
    private readonly ServiceNode _service;
    private readonly List<YamlEntry> _entries;

    public ComposeStyle(ComposeFile file, ServiceNode service)
    {
        _text = file.Text.ToString();
        _service = service;

        // The service's own entries first, and of these the last; then the nearest of the file.
        var end = service.Body.Span.End;
        _entries = ServiceNode.NodesOf(file)
            .OfType<YamlMapping>()
            .SelectMany(static mapping => mapping.Entries)
            .OrderBy(entry => service.Body.Span.Contains(entry.Key.Span.Start) ? 0 : 1)
            .ThenBy(entry => Math.Abs(entry.Key.Span.Start - end))
            .ToList();
    }

    /// <summary>True for a collection in brackets.</summary>
    public bool IsFlow(YamlNode collection) => _text[collection.Span.Start] is '[' or '{';

    /// <summary>The column of a place when nothing but spaces is left of it; null otherwise.</summary>
    public int? ColumnOf(int position)
    {
        var start = position;
        while (start > 0 && _text[start - 1] == ' ')
        {
            start--;
        }

        return start == 0 || IsLineEnd(start - 1) || (start == 1 && _text[0] == '\uFEFF') ? position - start : null;
    }

    /// <summary>Columns from a key to the dashes of its list.</summary>
    public int ListOffset
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (entry.Value is YamlSequence list && !IsFlow(list) && ColumnOf(list.Span.Start) - ColumnOf(entry.Key.Span.Start) is { } offset && offset >= 0)
                {
                    return offset;
                }
            }

            // A list is as much deeper than its key as a service's keys are deeper than its name.
            return ColumnOf(_service.Body.Span.Start) - ColumnOf(_service.Key.Span.Start) is { } step && step > 0 ? step : 2;
        }
    }

    /// <summary>True when the nearest service that publishes ports has them in brackets on the key's line.</summary>
    public bool HasPortsInBrackets => NearestPorts is { } ports && IsFlow(ports) && !_text.Substring(ports.Span.Start, ports.Span.Length).Any(static c => c is '\r' or '\n');

    /// <summary>What stands between a bracket and what it holds.</summary>
    public string Padding => NearestPorts is { } ports && IsFlow(ports) && _text[ports.Span.Start + 1] == ' ' ? " " : "";

    /// <summary>A list with one item.</summary>
    public string Brackets(string item) => $"[{Padding}{item}{Padding}]";

    /// <summary>A text as a scalar, in the quotes of the port entries, else of the nearest quoted text.</summary>
    /// <param name="entry">A port entry: nothing in it needs an escape.</param>
    /// <param name="own">The list that it joins, or null.</param>
    public string Quote(string entry, YamlSequence? own)
    {
        var ports = own is { Items.Count: > 0 } ? own : NearestPorts;
        var style = ports?.Items.OfType<YamlScalar>().LastOrDefault()?.Style
            ?? _entries.SelectMany(static written => new[] { written.Value, written.Key }).OfType<YamlScalar>().FirstOrDefault(static scalar => scalar.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted)?.Style;

        // YAML 1.1 takes 22:22 for a number in base 60, but not what begins with an address; "[" begins a list.
        return style switch
        {
            YamlScalarStyle.Plain when entry.Count(static c => c == '.') == 3 && char.IsDigit(entry[0]) => entry,
            YamlScalarStyle.SingleQuoted => $"'{entry}'",
            _ => $"\"{entry}\"",
        };
    }

    /// <summary>A key of the service, in the quotes of its last one.</summary>
    public string KeyOf(string name) => (_service.Body.Entries is [.., var last] ? last.Key : null) is YamlScalar { Style: var style }
        ? style switch
        {
            YamlScalarStyle.SingleQuoted => $"'{name}'",
            YamlScalarStyle.DoubleQuoted => $"\"{name}\"",
            _ => name,
        }
        : name;

    /// <summary>The end of the line that a node ends on, without the line's own end.</summary>
    public int LineEndBehind(YamlNode node)
    {
        var end = node.Span.End;
        if (end > 0 && IsLineEnd(end - 1))
        {
            // A block scalar holds the end of its last line.
            return end > 1 && _text[end - 1] == '\n' && _text[end - 2] == '\r' ? end - 2 : end - 1;
        }

        while (!IsLineEnd(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>How the line at a place ends; at the end of the file, how the line above does.</summary>
    public string LineEndAt(int position)
    {
        var end = position;
        while (!IsLineEnd(end))
        {
            end++;
        }

        if (end == _text.Length)
        {
            end = _text.LastIndexOfAny(['\r', '\n']);
            end -= end > 0 && _text[end] == '\n' && _text[end - 1] == '\r' ? 1 : 0;
        }

        return end < 0 ? "\n" : _text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? "\r\n" : _text[end].ToString();
    }

    public bool IsLineEnd(int position) => position >= _text.Length || _text[position] is '\r' or '\n';

    private YamlSequence? NearestPorts => _entries
        .Where(static entry => ServiceNode.IsKey(entry, Ports))
        .Select(static entry => entry.Value)
        .OfType<YamlSequence>()
        .FirstOrDefault(static list => list.Items.Count > 0);
}
