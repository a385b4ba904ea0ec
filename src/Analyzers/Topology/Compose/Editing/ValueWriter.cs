using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>Writes a part of a scalar, in the scalar's own quotes, or in new ones where it now needs them.</summary>
/// <param name="file">The file.</param>
/// <param name="value">The scalar.</param>
/// <param name="path">The way to it.</param>
internal sealed class ValueWriter(ComposeFile file, YamlScalar value, YamlPath path)
{
    private readonly ComposeStyle _style = new(file, value.Span, step: 2);

    /// <summary>Writes the part.</summary>
    /// <param name="start">Where it begins, in characters of the value.</param>
    /// <param name="length">Its length.</param>
    /// <param name="text">What it is to be.</param>
    /// <param name="wanted">The whole value with it.</param>
    /// <returns>Null where the part is not written as it reads, or is of a variable.</returns>
    public Edit[]? Write(int start, int length, ValueText text, string wanted)
    {
        var inFlow = path.Nodes.Any(node => node is not YamlScalar && node.Span.Length > 0 && _style.IsFlow(node));
        if (value.Span.Length == 0)
        {
            var model = path.Nodes.Count > 1 ? path.Nodes[path.Nodes.Count - 2] : null;
            var written = model is YamlSequence list ? _style.Item(text, list, inFlow) : _style.Value(text, model as YamlMapping, inFlow);
            return written is null ? null : [Changed(value.Span, " " + written)];
        }

        // Blanks at an end of a line of a block are no text to each reader.
        var isBlock = value.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded;
        if (SpanOf(start, length) is not { } span || (isBlock && (text.Value.Length == 0 || text.Value.Trim() != text.Value))
            || !VariableBounds.AreKept(value.Text, span, text.Value, wanted))
        {
            return null;
        }

        var isPlain = value.Style == YamlScalarStyle.Plain;
        var staysPlain = isPlain && YamlQuoting.MayBePlain(wanted, inFlow) && YamlQuoting.IsSameKind(value, wanted);
        return !isPlain || staysPlain ? [Changed(span, YamlQuoting.Inside(text, value.Style))] : Quoted(span, text);
    }

    /// <summary>A plain scalar in quotes: what of it stays must not need an escape in them.</summary>
    private Edit[]? Quoted(TextSpan span, ValueText text)
    {
        var (before, behind) = (TextSpan.FromBounds(value.Span.Start, span.Start), TextSpan.FromBounds(span.End, value.Span.End));
        var kept = file.Text.ToString(before) + file.Text.ToString(behind);
        var fitsSingle = kept.IndexOfAny(['\'', '\r', '\n']) < 0;
        var fitsDouble = kept.IndexOfAny(['"', '\\', '\r', '\n']) < 0;
        if (!fitsSingle && !fitsDouble)
        {
            return null;
        }

        var style = fitsSingle && (_style.Quotes == YamlScalarStyle.SingleQuoted || !fitsDouble) ? YamlScalarStyle.SingleQuoted : YamlScalarStyle.DoubleQuoted;
        var quote = style == YamlScalarStyle.SingleQuoted ? "'" : "\"";
        var written = (before.IsEmpty ? quote : "") + YamlQuoting.Inside(text, style) + (behind.IsEmpty ? quote : "");
        var edits = new List<Edit> { Changed(span, written) };
        if (!before.IsEmpty)
        {
            edits.Insert(0, Changed(new TextSpan(value.Span.Start, 0), quote));
        }

        if (!behind.IsEmpty)
        {
            edits.Add(Changed(new TextSpan(value.Span.End, 0), quote));
        }

        return [.. edits];
    }

    /// <summary>Where a part is written; null where that is not as it reads.</summary>
    private TextSpan? SpanOf(int start, int length) =>
        length > 0 ? value.Text.EditableSpan(start, length)
        : start > 0 ? value.Text.EditableSpan(start - 1, 1) is { } before ? new TextSpan(before.End, 0) : null
        : value.Value.Length > 0 ? value.Text.EditableSpan(0, 1) is { } behind ? new TextSpan(behind.Start, 0) : null
        : value.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted ? new TextSpan(value.Span.Start + 1, 0) : null;

    private Edit Changed(TextSpan span, EditText newText) =>
        span.IsEmpty ? Edit.Insertion(file.Path, file.Text, span.Start, newText) : new Edit(span.Start, file.Text.ToString(span), newText, file.Path);
}
