using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Edits compose files: adds an entry to a service, or sets a value. In the file's own style, and only where the file, read again,
/// says that and nothing else (<see cref="ComposeProof"/>); else the answer is null. The edits have the file's path, and hold the keys
/// on the way and the file's length, so that a file that was changed meanwhile is noticed.
/// </summary>
internal static class ComposeEditor
{
    /// <summary>Adds an entry to a section of a service: <c>ports</c>, <c>environment</c>, <c>extra_hosts</c>, <c>depends_on</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="section">The section's key; the section may be missing.</param>
    /// <param name="entry">The entry. One that the section has already, or may have, is not added.</param>
    public static ImmutableArray<Edit>? Add(ComposeFile file, string service, string section, NewEntry entry) =>
        EntryForm.Of(section) is { } form ? Add(file, service, section, entry.Value, (writer, node, own) => own switch
        {
            [] => node.MayInherit(file, section) ? null : writer.AddSection(form, entry),
            [{ Value: (YamlSequence or YamlMapping) and { Tag: null or "!override" } collection } only] =>
                ServiceNode.IsNamedElsewhere(file, collection) ? null
                : form.NeedsMapping(collection, entry) ? new ListConversion(file, writer).ToMapping((YamlSequence)collection, form, entry, only.Key)
                : writer.AddTo(collection, form, entry),
            [{ Value: var value } only] => ServiceNode.IsNull(value) ? writer.Fill(only, form, entry) : null,
            _ => null,
        }) : null;

    /// <summary>Adds a key to a service, with all that it holds: <c>healthcheck</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="entry">The key, which the service does not have, nor takes over.</param>
    public static ImmutableArray<Edit>? Add(ComposeFile file, string service, NewEntry entry) =>
        Add(file, service, entry.Key!, entry.Value, (writer, node, own) =>
            own is [] && !node.MayInherit(file, entry.Key!) ? writer.AddSection(entry.Value) : null);

    /// <summary>Sets a part of a value.</summary>
    /// <param name="file">The file.</param>
    /// <param name="value">A scalar of the file.</param>
    /// <param name="start">Where the part begins, in characters of the value.</param>
    /// <param name="length">Its length. Its characters travel in the edit: it is a host or a port, and no password.</param>
    /// <param name="text">What it is to be.</param>
    /// <param name="isForAllUsers">True where it is right for each service that takes the value over, by an alias or by <c>extends</c>.</param>
    public static ImmutableArray<Edit>? Set(ComposeFile file, YamlScalar value, int start, int length, ValueText text, bool isForAllUsers = false)
    {
        if (!file.Problems.IsEmpty || value.Tag is not null
            || YamlPath.To(value, file) is not { } path || (!isForAllUsers && path.IsShared(file)))
        {
            return null;
        }

        var wanted = value.Value.Substring(0, start) + text.Value + value.Value.Substring(start + length);
        var edits = new ValueWriter(file, value, path).Write(start, length, text, wanted);
        var proof = new ComposeProof(value, after => after is YamlScalar own && own.Value == wanted
            && (own.Style != YamlScalarStyle.Plain || YamlQuoting.IsSameKind(value, wanted)));
        return edits is null ? null : Proved(file, path.Keys, edits, proof, text);
    }

    /// <summary>Sets what stands at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="written">A part of a value, in source positions, as a model's value gives it; empty where none is written yet.</param>
    /// <param name="text">What it is to be.</param>
    /// <param name="isForAllUsers">True where it is right for each service that takes the value over.</param>
    public static ImmutableArray<Edit>? Set(ComposeFile file, TextSpan written, ValueText text, bool isForAllUsers = false)
    {
        var scalars = ServiceNode.NodesOf(file).OfType<YamlScalar>().Where(scalar => scalar.Span.Contains(written));
        var value = scalars.FirstOrDefault(scalar => YamlPath.To(scalar, file) is not null);
        if (value is null || IndexOf(value, written.Start) is not { } start || IndexOf(value, written.End) is not { } end || end < start)
        {
            return null;
        }

        return written.IsEmpty || value.Text.EditableSpan(start, end - start) == written ? Set(file, value, start, end - start, text, isForAllUsers) : null;
    }

    /// <summary>The value index of a source position; null inside of an escape, or outside of the text.</summary>
    private static int? IndexOf(YamlScalar value, int position)
    {
        foreach (var run in value.Text.Runs)
        {
            if (position == run.SourceStart || position == run.SourceEnd || (run.IsWrittenAsItReads && run.SourceStart < position && position < run.SourceEnd))
            {
                return position == run.SourceEnd ? run.ValueEnd : run.ValueStart + position - run.SourceStart;
            }
        }

        return value.Value.Length == 0 ? 0 : null;
    }

    private static ImmutableArray<Edit>? Add(
        ComposeFile file, string service, string section, NewValue value, Func<EntryWriter, ServiceNode, YamlEntry[], ComposeProof?> write)
    {
        if (!file.Problems.IsEmpty || ServiceNode.Find(file, service) is not { } node)
        {
            return null;
        }

        var writer = new EntryWriter(file, node, section);
        var proof = write(writer, node, node.Body.Entries.Where(entry => ServiceNode.IsKey(entry, section)).ToArray());
        return proof is null || writer.IsUnwritable ? null : Proved(file, [node.Key], writer.Edits, proof, [.. TextsOf(value)]);
    }

    private static ImmutableArray<Edit>? Proved(
        ComposeFile file, IEnumerable<YamlScalar> keys, IEnumerable<Edit> written, ComposeProof proof, params ValueText[] texts)
    {
        var edits = written.OrderBy(static edit => edit.Start).ToArray();
        if (!proof.Holds(file, edits, copy => CharactersOf(copy, texts)))
        {
            return null;
        }

        var way = keys.Where(static key => key.Span.Length > 0).Select(key => Edit.Unchanged(file.Path, key.Span.Start, file.Text.ToString(key.Span)));
        return way.Concat(edits).Append(Edit.SameLength(file.Path, file.Text.Length)).ToImmutableArray();
    }

    private static string? CharactersOf(Copy copy, ValueText[] texts)
    {
        var source = copy with { Doubled = "", Backslashed = "" };
        return texts.SelectMany(static text => text.Parts).Where(part => part.Source == source).Select(part => copy.Escape(part.Characters)).FirstOrDefault();
    }

    private static IEnumerable<ValueText> TextsOf(NewValue value) => value switch
    {
        NewScalar scalar => [scalar.Text],
        NewList list => list.Items.SelectMany(TextsOf),
        NewMap map => map.Entries.SelectMany(static entry => TextsOf(entry.Value)),
        _ => [],
    };
}
