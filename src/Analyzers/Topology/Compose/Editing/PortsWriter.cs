using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Adds an entry to the <c>ports</c> of a service in a compose file, in the file's own style: as the last item of the list, or as
/// the service's last key. Comments stay on and between the lines where they are.
/// </summary>
internal sealed class PortsWriter
{
    private const string Ports = "ports";

    private readonly string _text;
    private readonly ServiceNode _service;
    private readonly ComposeStyle _style;
    private readonly string _entry;
    private readonly List<TextChange> _changes = [];

    private PortsWriter(ComposeFile file, ServiceNode service, string entry)
    {
        _text = file.Text.ToString();
        _service = service;
        _style = new ComposeStyle(file, service);
        _entry = entry;
    }

    /// <summary>Makes the changes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="entry">The entry in the short syntax.</param>
    /// <returns>
    /// Changes in the order of the file, in its source positions, or null where the file does not allow a certain edit. Each replaces
    /// some characters, so that one at a stale place is noticed: the first is the service's name by itself. None replaces more of a
    /// value than its last character: a change travels in a diagnostic, and the value may be a password.
    /// </returns>
    public static ImmutableArray<TextChange>? Publish(ComposeFile file, string service, string entry)
    {
        if (!file.Problems.IsEmpty || ServiceNode.Find(file, service) is not { } node)
        {
            return null;
        }

        var writer = new PortsWriter(file, node, entry);
        writer.Replace(node.Key.Span, writer._text.Substring(node.Key.Span.Start, node.Key.Span.Length));
        var changes = writer.TryAdd(file) ? writer._changes.OrderBy(static change => change.Span).ToImmutableArray() : ImmutableArray<TextChange>.Empty;
        return PortsProof.Holds(file, node, changes, entry) ? changes : null;
    }

    private bool TryAdd(ComposeFile file)
    {
        var own = _service.Body.Entries.Where(static entry => ServiceNode.IsKey(entry, Ports)).ToArray();
        return own switch
        {
            [] => !_service.MayInherit(file, Ports) && (_style.IsFlow(_service.Body) ? TryAddKeyInBraces() : TryAddKey()),
            [{ Value: YamlSequence { Tag: null or "!override" } list }] => !ServiceNode.IsNamedElsewhere(file, list) && !list.Items.Any(item => item is YamlScalar scalar && scalar.Value == _entry)
                && (_style.IsFlow(list) ? TryAddItemInBrackets(list) : TryAddItem(list)),
            [{ Value: var value } only] => ServiceNode.IsNull(value) && TryFill(only),
            _ => false,
        };
    }

    /// <summary><c>ports</c> as the last key of a block.</summary>
    private bool TryAddKey()
    {
        if (_style.ColumnOf(_service.Body.Span.Start) is not { } column)
        {
            return false;
        }

        var end = _style.LineEndBehind(_service.Body);
        var key = NewLine(end, column) + _style.KeyOf(Ports) + ":";
        Insert(end, _style.HasPortsInBrackets ? $"{key} {_style.Brackets(Quoted())}" : key + Item(end, column + _style.ListOffset));
        return true;
    }

    private bool TryAddKeyInBraces()
    {
        var added = $"{_style.KeyOf(Ports)}: {_style.Brackets(Quoted())}";
        return _service.Body.Entries switch
        {
            [] => TryFillBrackets(_service.Body, added, " "),
            [.., { Value.Span.Length: 0 }] => false,
            [.., var last] => TryAppend(_service.Body, last.Key, last.Value, _service.Body.Entries is [.., var previous, _] ? previous.Value.Span.End : null, added),
        };
    }

    /// <summary>One more item of a block. A short entry may stand beside long ones.</summary>
    private bool TryAddItem(YamlSequence list)
    {
        if (_style.ColumnOf(list.Span.Start) is not { } column)
        {
            return false;
        }

        var end = _style.LineEndBehind(list);
        var dash = list.Items[list.Items.Count - 1].Span.Start;
        while (dash > list.Span.Start && _text[dash - 1] == ' ')
        {
            dash--;
        }

        var gap = list.Items[list.Items.Count - 1].Span.Start - dash;
        Insert(end, Item(end, column, _text[dash - 1] == '-' && gap > 0 ? gap : 1, list));
        return true;
    }

    private bool TryAddItemInBrackets(YamlSequence list) => list.Items switch
    {
        [] => TryFillBrackets(list, Quoted(list), ""),
        [.., { Span.Length: 0 }] => false,
        [.., var last] => TryAppend(list, last, last, list.Items is [.., var previous, _] ? previous.Span.End : null, Quoted(list)),
    };

    /// <summary><c>ports</c> without a value, or with one that says that there is none.</summary>
    private bool TryFill(YamlEntry ports)
    {
        if (ports.Value.Span.Length > 0)
        {
            Replace(ports.Value.Span, _style.Brackets(Quoted()));
            return true;
        }

        if (_style.IsFlow(_service.Body) || _style.ColumnOf(ports.Key.Span.Start) is not { } column)
        {
            return false;
        }

        var end = _style.LineEndBehind(ports.Value);
        Insert(end, Item(end, column + _style.ListOffset));
        return true;
    }

    private bool TryFillBrackets(YamlNode collection, string added, string padding)
    {
        var inner = _text.Substring(collection.Span.Start + 1, collection.Span.Length - 2);
        var around = inner.Length > 0 ? " " : padding;
        Replace(collection.Span, _text[collection.Span.Start] + around + added + around + _text[collection.Span.End - 1]);
        return inner.All(static c => c == ' ');
    }

    /// <summary>One more of what stands in brackets: on a line of its own where the last one does.</summary>
    /// <param name="collection">The brackets and what is in them.</param>
    /// <param name="first">The first node of the last entry.</param>
    /// <param name="last">Its last node.</param>
    /// <param name="previousEnd">Where the entry before it ends; null when there is none.</param>
    /// <param name="added">What is added.</param>
    private bool TryAppend(YamlNode collection, YamlNode first, YamlNode last, int? previousEnd, string added)
    {
        var end = last.Span.End;
        if (_style.ColumnOf(first.Span.Start) is not { } column || first.Span.Start - column <= collection.Span.Start)
        {
            var between = previousEnd is { } start ? _text.Substring(start, first.Span.Start - start) : "";
            Insert(end, (between.Trim(' ') == "," ? between : ", ") + added);
            return true;
        }

        // A comma and a comment may follow on the line: the comment stays with the entry.
        var line = NewLine(end, column) + added;
        var behind = SkipSpaces(end);
        var hasComma = behind < _text.Length && _text[behind] == ',';
        var rest = hasComma ? SkipSpaces(behind + 1) : behind;
        if (_style.IsLineEnd(rest) && hasComma)
        {
            Insert(behind + 1, line + ",");
        }
        else if (rest < _text.Length && _text[rest] == '#')
        {
            if (!hasComma)
            {
                Insert(end, ",");
            }

            Insert(_style.LineEndBehind(last), line + (hasComma ? "," : ""));
        }
        else
        {
            Insert(end, "," + line);
        }

        return true;
    }

    private int SkipSpaces(int position)
    {
        while (position < _text.Length && _text[position] == ' ')
        {
            position++;
        }

        return position;
    }

    private string Item(int lineEnd, int column, int gap = 1, YamlSequence? list = null) => NewLine(lineEnd, column) + "-" + new string(' ', gap) + Quoted(list);

    private string Quoted(YamlSequence? list = null) => _style.Quote(_entry, list);

    private string NewLine(int position, int column) => _style.LineEndAt(position) + new string(' ', column);

    /// <summary>
    /// Inserts between two characters: the one before the place is replaced, and the blanks and line ends behind it, which are no
    /// longer the same when a line was added there meanwhile.
    /// </summary>
    private void Insert(int position, string added)
    {
        var end = position;
        while (end < _text.Length && _text[end] is ' ' or '\r' or '\n')
        {
            end++;
        }

        Replace(TextSpan.FromBounds(position - 1, end), _text[position - 1] + added + _text.Substring(position, end - position));
    }

    private void Replace(TextSpan span, string newText) => _changes.Add(new TextChange(span, newText));
}
