using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>Proves changes of a compose file: it is read with them, and must say what it said, and one more entry in one list.</summary>
internal sealed class PortsProof
{
    private readonly YamlMapping _body;
    private readonly string _entry;

    private PortsProof(YamlMapping body, string entry)
    {
        _body = body;
        _entry = entry;
    }

    /// <summary>Tells whether the changes do nothing but add the entry to the service's <c>ports</c>.</summary>
    /// <param name="file">The file without them.</param>
    /// <param name="service">The service.</param>
    /// <param name="changes">The changes in the order of the file; none is no proof.</param>
    /// <param name="entry">The entry.</param>
    public static bool Holds(ComposeFile file, ServiceNode service, ImmutableArray<TextChange> changes, string entry)
    {
        if (changes.IsEmpty || changes.Where((change, i) => change.Span.IsEmpty || (i > 0 && change.Span.Start < changes[i - 1].Span.End)).Any())
        {
            return false;
        }

        var changed = YamlReader.Read(file.Text.WithChanges(changes).ToString());
        return changed.Problems.IsEmpty && new PortsProof(service.Body, entry).AreEqual(file.Documents, changed.Documents);
    }

    private bool AreEqual(IEnumerable<YamlNode> before, IEnumerable<YamlNode> after) => before.Count() == after.Count() && before.Zip(after, AreEqual).All(static isEqual => isEqual);

    private bool AreEqual(YamlNode before, YamlNode after) => before.Tag == after.Tag && before.Anchor == after.Anchor && (before, after) switch
    {
        (YamlMapping old, YamlMapping own) when old == _body && old["ports"] is null => own.Entries.Count == old.Entries.Count + 1
            && AreEqual(old.Entries, own.Entries.Take(old.Entries.Count)) && own.Entries[old.Entries.Count] is { Value: YamlSequence { Items: [var only] } } added && ServiceNode.IsKey(added, "ports") && IsEntry(only),
        (YamlMapping old, YamlMapping own) => AreEqual(old.Entries, own.Entries),
        (YamlSequence old, YamlSequence own) when old == _body["ports"] => own.Items is [.., var last] && AreEqual(old.Items, own.Items.Take(own.Items.Count - 1)) && IsEntry(last),
        (YamlSequence old, YamlSequence own) => AreEqual(old.Items, own.Items),
        (YamlScalar, YamlSequence own) when before == _body["ports"] => own.Items is [var only] && IsEntry(only),
        (YamlScalar old, YamlScalar own) => old.Value == own.Value && old.Style == own.Style,
        (YamlAlias old, YamlAlias own) => old.Name == own.Name,
        _ => false,
    };

    private bool AreEqual(IEnumerable<YamlEntry> before, IEnumerable<YamlEntry> after) =>
        before.Count() == after.Count() && before.Zip(after, (old, own) => AreEqual(old.Key, own.Key) && AreEqual(old.Value, own.Value)).All(static isEqual => isEqual);

    private bool IsEntry(YamlNode node) => node is YamlScalar { Tag: null } scalar && scalar.Value == _entry;
}
