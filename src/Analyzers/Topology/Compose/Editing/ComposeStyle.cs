using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>How a compose file is written near a service: what is added there looks as what stands there.</summary>
internal sealed class ComposeStyle
{
    private readonly string _text;
    private readonly List<YamlEntry> _entries;

    /// <param name="file">The file.</param>
    /// <param name="near">Where something is written: entries in there are the nearest, and of these the last; then those of the file around.</param>
    /// <param name="step">Columns from a key to the keys below it.</param>
    public ComposeStyle(ComposeFile file, TextSpan near, int step)
    {
        _text = file.Text.ToString();
        Step = step;
        _entries = ServiceNode.NodesOf(file)
            .OfType<YamlMapping>()
            .SelectMany(static mapping => mapping.Entries)
            .OrderBy(entry => near.Contains(entry.Key.Span.Start) ? 0 : 1)
            .ThenBy(entry => Math.Abs(entry.Key.Span.Start - near.End))
            .ToList();
    }

    /// <summary>Columns from a key to the keys below it.</summary>
    public int Step { get; }

    /// <summary>The style of what is near a service.</summary>
    public static ComposeStyle Near(ComposeFile file, ServiceNode service)
    {
        var text = file.Text.ToString();
        var step = ColumnOf(text, service.Body.Span.Start) - ColumnOf(text, service.Key.Span.Start);
        return new ComposeStyle(file, service.Body.Span, step > 0 ? step.Value : 2);
    }

    /// <summary>True for a collection in brackets.</summary>
    public bool IsFlow(YamlNode collection) => _text[collection.Span.Start] is '[' or '{';

    /// <summary>The column of a place when nothing but spaces is left of it; null otherwise.</summary>
    public int? ColumnOf(int position) => ColumnOf(_text, position);

    /// <summary>Columns from a key to the dashes of its list.</summary>
    public int ListOffset
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (entry.Value is YamlSequence list && !IsFlow(list)
                    && ColumnOf(list.Span.Start) - ColumnOf(entry.Key.Span.Start) is { } offset && offset >= 0)
                {
                    return offset;
                }
            }

            // A list is as much deeper than its key as a service's keys are deeper than its name.
            return Step;
        }
    }

    /// <summary>The nearest list or mapping of a section that has something in it.</summary>
    public T? NearestSection<T>(string section)
        where T : YamlNode => _entries
        .Where(entry => ServiceNode.IsKey(entry, section))
        .Select(static entry => entry.Value)
        .OfType<T>()
        .FirstOrDefault(static value => value is YamlSequence { Items.Count: > 0 } or YamlMapping { Entries.Count: > 0 });

    /// <summary>True for a collection in brackets within one line.</summary>
    public bool IsFlowInOneLine(YamlNode collection) => IsFlow(collection) && _text.IndexOfAny(['\r', '\n'], collection.Span.Start, collection.Span.Length) < 0;

    /// <summary>What stands between a bracket and what it holds: as in another collection, or as most write it.</summary>
    /// <param name="model">The other collection; null when there is none in brackets.</param>
    /// <param name="isMapping">True for braces.</param>
    public string PaddingOf(YamlNode? model, bool isMapping) =>
        (model is not null && IsFlow(model) ? _text[model.Span.Start + 1] == ' ' : isMapping) ? " " : "";

    /// <summary>A text as an item, in the quotes of the last item of a list, else of the nearest quoted text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="model">The list, or one like it; null when there is none.</param>
    /// <param name="inFlow">True in brackets.</param>
    public EditText? Item(ValueText text, YamlSequence? model, bool inFlow) =>
        YamlQuoting.Write(text, model?.Items.OfType<YamlScalar>().LastOrDefault()?.Style ?? Quotes, Quotes, inFlow);

    /// <summary>A text as the value of a key, in the quotes of the last value of a mapping, else of the nearest one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="model">The mapping, or one like it; null when there is none.</param>
    /// <param name="inFlow">True in brackets.</param>
    public EditText? Value(ValueText text, YamlMapping? model, bool inFlow) =>
        YamlQuoting.Write(text, LastStyle(model?.Entries.Reverse()) ?? LastStyle(_entries) ?? YamlScalarStyle.Plain, Quotes, inFlow);

    /// <summary>A key, in the quotes of the last one of a mapping.</summary>
    public EditText Key(string name, YamlMapping? model, bool inFlow)
    {
        var last = model?.Entries is [.., var entry] ? entry.Key as YamlScalar : null;
        var isQuoted = last?.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted;
        return YamlQuoting.Write(ValueText.Interpolated(name), isQuoted ? last!.Style : YamlScalarStyle.Plain, Quotes, inFlow)!;
    }

    /// <summary>The quotes of the nearest quoted text.</summary>
    public YamlScalarStyle Quotes => _entries
        .SelectMany(static written => new[] { written.Value, written.Key })
        .OfType<YamlScalar>()
        .FirstOrDefault(static scalar => scalar.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted)?.Style ?? YamlScalarStyle.DoubleQuoted;

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

    public bool IsLineEnd(int position) => position >= _text.Length || (_text[position] is '\r' or '\n');

    private static YamlScalarStyle? LastStyle(IEnumerable<YamlEntry>? entries) => entries?
        .Select(static entry => entry.Value)
        .OfType<YamlScalar>()
        .FirstOrDefault(static value => value.Span.Length > 0 && value.Style is not (YamlScalarStyle.Literal or YamlScalarStyle.Folded))?.Style;

    private static int? ColumnOf(string text, int position)
    {
        var start = position;
        while (start > 0 && text[start - 1] == ' ')
        {
            start--;
        }

        return start == 0 || (text[start - 1] is '\r' or '\n') || (start == 1 && text[0] == '\uFEFF') ? position - start : null;
    }
}
