using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Proves edits of a compose file: it is read with them, and must say all that it said, but for one node that says what is wanted.
/// Nodes are compared with their tags, anchors and quotes, and no alias names the changed one: so no service differs in anything else.
/// </summary>
/// <param name="changed">The node that is to change.</param>
/// <param name="isWanted">Tells whether its successor, which has the same tag and anchor, is what is wanted.</param>
internal sealed class ComposeProof(YamlNode? changed, Func<YamlNode, bool> isWanted)
{
    private static readonly ComposeProof s_noChange = new(null, static _ => false);

    /// <summary>Tells whether the edits do nothing but what is wanted.</summary>
    /// <param name="file">The file without them.</param>
    /// <param name="edits">The edits; none is no proof.</param>
    /// <param name="charactersOf">What copies in them stand for.</param>
    public bool Holds(ComposeFile file, IReadOnlyList<Edit> edits, Func<Copy, string?> charactersOf)
    {
        var changes = edits
            .Select(edit => new TextChange(new TextSpan(edit.Start, edit.OldText.Length), edit.NewText.Resolve(charactersOf)!))
            .OrderBy(static change => change.Span)
            .ToArray();
        if (changes.Length == 0 || edits.Any(edit => !edit.FitsInto(file.Text, edit.Start))
            || changes.Where((change, i) => i > 0 && change.Span.Start < changes[i - 1].Span.End).Any())
        {
            return false;
        }

        var after = YamlReader.Read(file.Text.WithChanges(changes).ToString());
        return after.Problems.IsEmpty && AreSame(file.Documents, after.Documents);
    }

    /// <summary>Proves that a mapping gets one more entry.</summary>
    public static ComposeProof OneMore(YamlMapping mapping, NewEntry entry) => new(mapping, after =>
        after is YamlMapping { Entries: [.., var last] own } && s_noChange.AreSame(mapping.Entries, own.Take(own.Count - 1)) && Says(last, entry));

    /// <summary>Proves that a list gets one more item.</summary>
    public static ComposeProof OneMore(YamlSequence list, NewValue item) => new(list, after =>
        after is YamlSequence { Items: [.., var last] own } && s_noChange.AreSame(list.Items, own.Take(own.Count - 1)) && Says(last, item));

    /// <summary>Proves that a node becomes what was to be written.</summary>
    public static ComposeProof Becomes(YamlNode node, NewValue value) => new(node, after => SaysOf(after, value));

    /// <summary>True when a node says what was to be written.</summary>
    private static bool Says(YamlNode node, NewValue value) => node is { Tag: null, Anchor: null } && SaysOf(node, value);

    private static bool SaysOf(YamlNode node, NewValue value) => (node, value) switch
    {
        (YamlScalar scalar, NewScalar { Text.Value: var text }) => IsText(scalar, text),
        (YamlScalar { Style: YamlScalarStyle.Plain } scalar, NewNumber { Digits: var digits }) => scalar.Value == digits,
        (YamlSequence list, NewList { Items: var items }) => list.Items.Count == items.Count && list.Items.Zip(items, Says).All(static says => says),
        (YamlMapping { Entries: var own }, NewMap { Entries: var entries }) => own.Count == entries.Length && own.Zip(entries, Says).All(static says => says),
        _ => false,
    };

    private static bool Says(YamlEntry entry, NewEntry written) =>
        entry.Key is YamlScalar { Tag: null, Anchor: null } key && IsText(key, written.Key!) && Says(entry.Value, written.Value);

    private static bool IsText(YamlScalar scalar, string text) =>
        scalar.Value == text && (scalar.Style != YamlScalarStyle.Plain || YamlQuoting.KindOf(text) == PlainKind.Text);

    private bool IsSame(YamlNode before, YamlNode after) =>
        before.Tag == after.Tag && before.Anchor == after.Anchor && (before == changed ? isWanted(after) : SaysTheSame(before, after));

    private bool SaysTheSame(YamlNode before, YamlNode after) => (before, after) switch
    {
        (YamlMapping old, YamlMapping own) => AreSame(old.Entries, own.Entries),
        (YamlSequence old, YamlSequence own) => AreSame(old.Items, own.Items),
        (YamlScalar old, YamlScalar own) => old.Value == own.Value && old.Style == own.Style,
        (YamlAlias old, YamlAlias own) => old.Name == own.Name,
        _ => false,
    };

    private bool AreSame(IEnumerable<YamlNode> before, IEnumerable<YamlNode> after) =>
        before.Count() == after.Count() && before.Zip(after, IsSame).All(static isSame => isSame);

    private bool AreSame(IEnumerable<YamlEntry> before, IEnumerable<YamlEntry> after) => before.Count() == after.Count()
        && before.Zip(after, (old, own) => IsSame(old.Key, own.Key) && IsSame(old.Value, own.Value)).All(static isSame => isSame);
}
