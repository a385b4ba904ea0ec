using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Writes an entry into a service of a compose file, in the file's own style: behind the last item of a list, or the last key of a
/// mapping. Comments stay on and between the lines where they are. Each way gives the proof of what it wrote, or null where it cannot.
/// </summary>
internal sealed class EntryWriter
{
    private readonly ComposeFile _file;
    private readonly string _text;
    private readonly ServiceNode _service;
    private readonly string _section;

    /// <param name="file">The file.</param>
    /// <param name="service">The service.</param>
    /// <param name="section">The key of the service that is written, or into whose value is written.</param>
    public EntryWriter(ComposeFile file, ServiceNode service, string section)
    {
        _file = file;
        _text = file.Text.ToString();
        _service = service;
        Style = ComposeStyle.Near(file, service);
        _section = section;
    }

    /// <summary>How the file is written near the service.</summary>
    public ComposeStyle Style { get; }

    /// <summary>The list or mapping that what is written looks like.</summary>
    public YamlNode? Model { get; set; }

    /// <summary>What is written so far.</summary>
    public List<Edit> Edits { get; } = [];

    /// <summary>True when a text cannot be written in one line.</summary>
    public bool IsUnwritable { get; private set; }

    /// <summary>The section, which is not there yet, with all that it holds.</summary>
    public ComposeProof? AddSection(NewValue value)
    {
        var isFlow = Style.IsFlow(_service.Body);
        return AddToMapping(_service.Body, new NewEntry(_section, value), isFlow ? Flow(new NewEntry(_section, value), _service.Body) : null);
    }

    /// <summary>The section, which is not there yet, with one entry.</summary>
    public ComposeProof? AddSection(EntryForm form, NewEntry entry)
    {
        if (!TryChooseForm(form, entry, out var item))
        {
            return null;
        }

        var isInBrackets = Style.IsFlow(_service.Body) || (Model is not null && Style.IsFlowInOneLine(Model));
        if (item is not null && !isInBrackets)
        {
            return AddListBelow(item);
        }

        var flow = isInBrackets ? Style.Key(_section, _service.Body, inFlow: true) + ": " + InBrackets(entry, item) : null;
        return AddToMapping(_service.Body, new NewEntry(_section, item is not null ? new NewList(item) : new NewMap(entry)), flow);
    }

    /// <summary>One more entry of the section.</summary>
    public ComposeProof? AddTo(YamlNode collection, EntryForm form, NewEntry entry)
    {
        Model = collection switch
        {
            YamlMapping { Entries.Count: 0 } => Style.NearestSection<YamlMapping>(_section),
            YamlSequence { Items.Count: 0 } => Style.NearestSection<YamlSequence>(_section),
            _ => collection,
        };
        switch (collection)
        {
            case YamlMapping mapping when entry.Key is { } key:
                return ServiceNode.Holds(mapping, key) || ServiceNode.MayInherit(_file, mapping, key) ? null
                    : AddToMapping(mapping, entry, Style.IsFlow(mapping) ? Flow(entry, mapping) : null);
            case YamlSequence list when form.AsItem(entry) is { } item:
                return MayHold(list, form, entry, item) ? null : AddToList(list, item);
            default:
                return null;
        }
    }

    /// <summary>The section without a value, or with one that says that there is none.</summary>
    public ComposeProof? Fill(YamlEntry section, EntryForm form, NewEntry entry)
    {
        if (!TryChooseForm(form, entry, out var item))
        {
            return null;
        }

        var proof = ComposeProof.Becomes(section.Value, item is not null ? new NewList(item) : new NewMap(entry));
        if (section.Value.Span.Length > 0)
        {
            Replace(section.Value.Span, InBrackets(entry, item));
            return proof;
        }

        if (Style.IsFlow(_service.Body) || Style.ColumnOf(section.Key.Span.Start) is not { } column)
        {
            return null;
        }

        var end = Style.LineEndBehind(section.Value);
        Insert(end, item is not null ? BlockItem(end, column + Style.ListOffset, item) : Block(end, column + Style.Step, entry, Keys));
        return proof;
    }

    /// <summary>An entry as lines of a block, from the end of the line above.</summary>
    public EditText Block(int lineEnd, int column, NewEntry entry, YamlMapping? model)
    {
        var key = NewLine(lineEnd, column) + Style.Key(entry.Key!, model, inFlow: false) + ":";
        return entry.Value is NewMap { Entries: { IsEmpty: false } entries }
            ? entries.Aggregate((EditText)key, (all, own) => all + Block(lineEnd, column + Style.Step, own, model))
            : key + " " + Value(entry.Value, inFlow: false);
    }

    /// <summary>An entry within a line.</summary>
    public EditText Flow(NewEntry entry, YamlMapping? model) => Style.Key(entry.Key!, model, inFlow: true) + ": " + Value(entry.Value, inFlow: true);

    /// <summary>Inserts between two characters.</summary>
    public void Insert(int position, EditText added) => Edits.Add(Edit.Insertion(_file.Path, _file.Text, position, added));

    public void Replace(TextSpan span, EditText newText) => Edits.Add(new Edit(span.Start, _text.Substring(span.Start, span.Length), newText, _file.Path));

    /// <summary>Chooses the form of a section that has nothing yet: a list where the nearest one is, as far as an entry can be an item.</summary>
    /// <param name="form">The section's form.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="item">The entry as an item of a list; null for a mapping.</param>
    /// <returns>False where the entry has neither form.</returns>
    private bool TryChooseForm(EntryForm form, NewEntry entry, out NewScalar? item)
    {
        item = form.AsItem(entry);
        var nearest = Style.NearestSection<YamlNode>(_section);
        var isList = entry.Key is null || (item is not null && (nearest is null ? form.IsList : nearest is YamlSequence));
        Model = isList ? Style.NearestSection<YamlSequence>(_section) : Style.NearestSection<YamlMapping>(_section);
        var hasForm = !isList || item is not null;
        item = isList ? item : null;
        return hasForm;
    }

    /// <summary>The keys that those of a section look like.</summary>
    private YamlMapping Keys => Model as YamlMapping ?? _service.Body;

    private ComposeProof? AddToMapping(YamlMapping mapping, NewEntry entry, EditText? flow)
    {
        var proof = ComposeProof.OneMore(mapping, entry);
        if (Style.IsFlow(mapping))
        {
            return AddInBraces(mapping, flow!) ? proof : null;
        }

        if (Style.ColumnOf(mapping.Span.Start) is not { } column)
        {
            return null;
        }

        var end = Style.LineEndBehind(mapping);
        Insert(end, flow is null ? Block(end, column, entry, mapping) : NewLine(end, column) + flow);
        return proof;
    }

    private bool AddInBraces(YamlMapping mapping, EditText added) => mapping.Entries switch
    {
        [] => FillBrackets(mapping, added, " "),
        [.., { Value.Span.Length: 0 }] => false,
        [.., var last] => Append(mapping, last.Key, last.Value, mapping.Entries is [.., var previous, _] ? previous.Value.Span.End : null, added),
    };

    /// <summary>The section as a list with one item, as the last key of a block.</summary>
    private ComposeProof? AddListBelow(NewScalar item)
    {
        if (Style.ColumnOf(_service.Body.Span.Start) is not { } column)
        {
            return null;
        }

        var end = Style.LineEndBehind(_service.Body);
        Insert(end, NewLine(end, column) + Style.Key(_section, _service.Body, inFlow: false) + ":" + BlockItem(end, column + Style.ListOffset, item));
        return ComposeProof.OneMore(_service.Body, new NewEntry(_section, new NewList(item)));
    }

    private ComposeProof? AddToList(YamlSequence list, NewScalar item)
    {
        var isWritten = !Style.IsFlow(list) ? AddItem(list, item) : list.Items switch
        {
            [] => FillBrackets(list, Item(item, true), ""),
            [.., { Span.Length: 0 }] => false,
            [.., var last] => Append(list, last, last, list.Items is [.., var previous, _] ? previous.Span.End : null, Item(item, true)),
        };
        return isWritten ? ComposeProof.OneMore(list, item) : null;
    }

    /// <summary>One more item of a block. A short entry may stand beside long ones.</summary>
    private bool AddItem(YamlSequence list, NewScalar item)
    {
        if (Style.ColumnOf(list.Span.Start) is not { } column)
        {
            return false;
        }

        var end = Style.LineEndBehind(list);
        var dash = list.Items[list.Items.Count - 1].Span.Start;
        while (dash > list.Span.Start && _text[dash - 1] == ' ')
        {
            dash--;
        }

        var gap = list.Items[list.Items.Count - 1].Span.Start - dash;
        Insert(end, BlockItem(end, column, item, _text[dash - 1] == '-' && gap > 0 ? gap : 1));
        return true;
    }

    /// <summary>True when an item has the key, or may have it: a list would then say two things.</summary>
    private static bool MayHold(YamlSequence list, EntryForm form, NewEntry entry, NewScalar item) => entry.Key is { } key
        ? list.Items.Any(own => own is not YamlScalar scalar || (form.KeyOf(scalar.Value) is var name && (name == key || name.IndexOf('$') >= 0)))
        : list.Items.Any(own => own is YamlScalar scalar && scalar.Value == item.Text.Value);

    private bool FillBrackets(YamlNode collection, EditText added, string padding)
    {
        var inner = _text.Substring(collection.Span.Start + 1, collection.Span.Length - 2);
        var around = inner.Length > 0 ? " " : padding;
        Replace(collection.Span, _text[collection.Span.Start] + around + added + around + _text[collection.Span.End - 1].ToString());
        return inner.All(static c => c == ' ');
    }

    /// <summary>One more of what stands in brackets: on a line of its own where the last one does.</summary>
    /// <param name="collection">The brackets and what is in them.</param>
    /// <param name="first">The first node of the last entry.</param>
    /// <param name="last">Its last node.</param>
    /// <param name="previousEnd">Where the entry before it ends; null when there is none.</param>
    /// <param name="added">What is added.</param>
    private bool Append(YamlNode collection, YamlNode first, YamlNode last, int? previousEnd, EditText added)
    {
        var end = last.Span.End;
        if (Style.ColumnOf(first.Span.Start) is not { } column || first.Span.Start - column <= collection.Span.Start)
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
        if (Style.IsLineEnd(rest) && hasComma)
        {
            Insert(behind + 1, line + ",");
        }
        else if (rest < _text.Length && _text[rest] == '#')
        {
            if (!hasComma)
            {
                Insert(end, ",");
            }

            Insert(Style.LineEndBehind(last), line + (hasComma ? "," : ""));
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

    private EditText BlockItem(int lineEnd, int column, NewScalar item, int gap = 1) =>
        NewLine(lineEnd, column) + "-" + new string(' ', gap) + Item(item, inFlow: false);

    private EditText Item(NewScalar item, bool inFlow) => Written(Style.Item(item.Text, Model as YamlSequence, inFlow));

    private EditText Value(NewValue value, bool inFlow) => value switch
    {
        NewScalar scalar => Written(Style.Value(scalar.Text, Model as YamlMapping, inFlow)),
        NewNumber number => number.Digits,
        NewList list => "[" + Joined(list.Items.Select(InList)) + "]",
        NewMap map => InBraces(map),
        _ => EditText.Empty,
    };

    /// <summary>A mapping in braces.</summary>
    public EditText InBraces(NewMap map) => Padded("{", Joined(map.Entries.Select(entry => Flow(entry, Keys))), "}");

    /// <summary>The section with one entry, in brackets.</summary>
    private EditText InBrackets(NewEntry entry, NewScalar? item) =>
        item is not null ? Padded("[", Item(item, inFlow: true), "]") : Padded("{", Flow(entry, Keys), "}");

    private EditText Padded(string open, EditText inner, string close)
    {
        var padding = Style.PaddingOf(Model, isMapping: open == "{");
        return open + padding + inner + padding + close;
    }

    /// <summary>An item of a list that is written as a whole; its texts have quotes, as most write them.</summary>
    private EditText InList(NewValue item) => item is NewScalar text ? Written(Style.Item(text.Text, null, inFlow: true)) : Value(item, inFlow: true);

    private static EditText Joined(IEnumerable<EditText> texts) =>
        texts.Aggregate(EditText.Empty, static (all, text) => all.Equals(EditText.Empty) ? text : all + ", " + text);

    private EditText Written(EditText? text)
    {
        IsUnwritable |= text is null;
        return text ?? EditText.Empty;
    }

    private string NewLine(int position, int column) => Style.LineEndAt(position) + new string(' ', column);
}
