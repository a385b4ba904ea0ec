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
        var changes = edits.Select(edit => new TextChange(new TextSpan(edit.Start, edit.OldText.Length), edit.NewText.Resolve(charactersOf)!)).OrderBy(static change => change.Span).ToArray();
        if (changes.Length == 0 || edits.Any(edit => !edit.FitsInto(file.Text, edit.Start)) || changes.Where((change, i) => i > 0 && change.Span.Start < changes[i - 1].Span.End).Any())
        {
            return false;
        }

        var after = YamlReader.Read(file.Text.WithChanges(changes).ToString());
        return after.Problems.IsEmpty && AreSame(file.Documents, after.Documents);
    }

    /// <summary>True when the entries of a mapping say the same, and one more follows.</summary>
    public static bool IsOneMore(IReadOnlyList<YamlEntry> before, IReadOnlyList<YamlEntry> after) => after.Count == before.Count + 1 && s_noChange.AreSame(before, after.Take(before.Count));

    /// <summary>True when the items of a list say the same, and one more follows.</summary>
    public static bool IsOneMore(IReadOnlyList<YamlNode> before, IReadOnlyList<YamlNode> after) => after.Count == before.Count + 1 && s_noChange.AreSame(before, after.Take(before.Count));

    /// <summary>True when a node says what was to be written.</summary>
    public static bool Says(YamlNode node, NewValue value) => node is { Tag: null, Anchor: null } && (node, value) switch
    {
        (YamlScalar scalar, NewScalar { Text.Value: var text }) => IsText(scalar, text),
        (YamlScalar { Style: YamlScalarStyle.Plain, Value: var digits }, NewNumber { Number: var number }) => int.TryParse(digits, out var read) && read == number,
        (YamlSequence list, NewList { Items: var items }) => list.Items.Count == items.Count && list.Items.Zip(items, Says).All(static says => says),
        (YamlMapping mapping, NewMap { Entries: var entries }) => mapping.Entries.Count == entries.Length && mapping.Entries.Zip(entries, Says).All(static says => says),
        _ => false,
    };

    /// <summary>True when an entry says what was to be written.</summary>
    public static bool Says(YamlEntry entry, NewEntry written) => entry.Key is YamlScalar { Tag: null, Anchor: null } key && IsText(key, written.Key!) && Says(entry.Value, written.Value);

    private static bool IsText(YamlScalar scalar, string text) => scalar.Value == text && (scalar.Style != YamlScalarStyle.Plain || YamlQuoting.KindOf(text) == PlainKind.Text);

    private bool IsSame(YamlNode before, YamlNode after) => before.Tag == after.Tag && before.Anchor == after.Anchor && (before == changed ? isWanted(after) : (before, after) switch
    {
        (YamlMapping old, YamlMapping own) => AreSame(old.Entries, own.Entries),
        (YamlSequence old, YamlSequence own) => AreSame(old.Items, own.Items),
        (YamlScalar old, YamlScalar own) => old.Value == own.Value && old.Style == own.Style,
        (YamlAlias old, YamlAlias own) => old.Name == own.Name,
        _ => false,
    });

    private bool AreSame(IEnumerable<YamlNode> before, IEnumerable<YamlNode> after) => before.Count() == after.Count() && before.Zip(after, IsSame).All(static isSame => isSame);

    private bool AreSame(IEnumerable<YamlEntry> before, IEnumerable<YamlEntry> after) =>
        before.Count() == after.Count() && before.Zip(after, (old, own) => IsSame(old.Key, own.Key) && IsSame(old.Value, own.Value)).All(static isSame => isSame);
}
