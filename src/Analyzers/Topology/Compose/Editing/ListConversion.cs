using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Makes a list of keys a mapping, where an entry says more than its key: <c>depends_on</c> with a condition. Each item becomes a key
/// that means the same; comments stay on their lines.
/// </summary>
internal sealed class ListConversion(ComposeFile file, EntryWriter writer)
{
    private readonly string _text = file.Text.ToString();
    private readonly ComposeStyle _style = writer.Style;

    /// <summary>Writes it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="form">What its items mean.</param>
    /// <param name="entry">The entry, which replaces an item of its key.</param>
    /// <param name="section">The key of the list.</param>
    /// <returns>The proof; null where an item is not a text in one line, or stands beside something else.</returns>
    public ComposeProof? ToMapping(YamlSequence list, EntryForm form, NewEntry entry, YamlNode section)
    {
        var names = list.Items.OfType<YamlScalar>().Where(IsPlainKey).Select(static item => item.Value).ToArray();
        if (names.Length == 0 || names.Length < list.Items.Count || names.Distinct().Count() < names.Length)
        {
            return null;
        }

        writer.Model = list;
        var entries = names.Select(name => name == entry.Key ? entry : new NewEntry(name, form.Bare!)).ToList();
        var added = names.Contains(entry.Key) ? null : entry;
        if (!(_style.IsFlow(list) ? InBrackets(list, entries, added) : InLines(list, entries, added, section)))
        {
            return null;
        }

        if (added is not null)
        {
            entries.Add(added);
        }

        return ComposeProof.Becomes(list, new NewMap([.. entries]));
    }

    private bool IsPlainKey(YamlScalar item) => item is { Tag: null, Anchor: null, Span.Length: > 0 }
        && item.Value.IndexOf('$') < 0 && _text.IndexOfAny(['\r', '\n'], item.Span.Start, item.Span.Length) < 0;

    private bool InBrackets(YamlSequence list, List<NewEntry> entries, NewEntry? added)
    {
        writer.Replace(new TextSpan(list.Span.Start, 1), "{");
        for (var i = 0; i < entries.Count; i++)
        {
            EditText more = i == entries.Count - 1 && added is not null ? ", " + writer.Flow(added, null) : EditText.Empty;
            writer.Insert(list.Items[i].Span.End, ": " + writer.InBraces((NewMap)entries[i].Value) + more);
        }

        writer.Replace(new TextSpan(list.Span.End - 1, 1), "}");
        return true;
    }

    private bool InLines(YamlSequence list, List<NewEntry> entries, NewEntry? added, YamlNode section)
    {
        if (_style.ColumnOf(list.Span.Start) is not { } old || _style.ColumnOf(section.Span.Start) is not { } outer)
        {
            return false;
        }

        // The dashes may stand at the key's own column; keys may not.
        var column = old > outer ? old : outer + _style.Step;
        for (var i = 0; i < entries.Count; i++)
        {
            var item = list.Items[i].Span;
            var dash = _text.LastIndexOf('-', item.Start - 1);
            if (_style.ColumnOf(dash) != old || _text.Substring(dash + 1, item.Start - dash - 1).Any(static c => c != ' '))
            {
                return false;
            }

            var end = _style.LineEndBehind(list.Items[i]);
            var inner = ((NewMap)entries[i].Value).Entries.Aggregate(EditText.Empty, (all, own) => all + writer.Block(end, column + _style.Step, own, null));
            var more = i == entries.Count - 1 && added is not null ? inner + writer.Block(end, column, added, null) : inner;
            writer.Replace(TextSpan.FromBounds(dash, item.Start), new string(' ', column - old));
            if (end == item.End)
            {
                writer.Insert(end, ":" + more);
            }
            else
            {
                writer.Insert(item.End, ":");
                writer.Insert(end, more);
            }
        }

        return true;
    }
}
