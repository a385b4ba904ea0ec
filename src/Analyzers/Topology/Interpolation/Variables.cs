using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>
/// The variables of a compose project and their interpolation (Compose specification, "Interpolation"). What the shell may set
/// is not known here: a variable that no file sets has its default, and without one it is a hole.
/// </summary>
internal sealed class Variables
{
    public static readonly Variables None = new(ImmutableDictionary.Create<string, PlacedText>(StringComparer.Ordinal));

    /// <summary>Deeper nesting of defaults is no text that anybody wrote.</summary>
    private const int MostNested = 16;

    /// <summary>Longer values are made, with variables of variables, by files that are written to do harm.</summary>
    private const int MostCharacters = 100_000;

    private readonly ImmutableDictionary<string, PlacedText> _values;
    private readonly Variables? _outer;

    private Variables(ImmutableDictionary<string, PlacedText> values, Variables? outer = null, bool isOpen = false)
    {
        _values = values;
        _outer = outer;
        IsOpen = isOpen || outer?.IsOpen == true;
    }

    /// <summary>True when a file that sets variables cannot be read whole: those that no other line sets are not known.</summary>
    public bool IsOpen { get; }

    /// <summary>True when a text may put a variable in: <c>${NAME...}</c>, <c>$NAME</c>.</summary>
    public static bool AreNamedIn(string text, string name)
    {
        for (var at = text.IndexOf('$'); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var start = at + 1 < text.Length && text[at + 1] == '{' ? at + 2 : at + 1;
            var end = start + name.Length;
            if (string.CompareOrdinal(text, start, name, 0, name.Length) == 0 && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variables of an environment file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="outer">What its values may name and what counts more than those before it in the file: the project's, the service's own.</param>
    /// <param name="below">The variables of the files before it, which its values may name as well; they stay where it sets no other value.</param>
    public static Variables Of(EnvironmentFile file, Variables outer, Variables below)
    {
        var isOpen = below.IsOpen || !file.Stream.Problems.IsEmpty;
        var all = new Variables(below._values, outer, isOpen);
        foreach (var entry in file.Stream.Entries)
        {
            // A name alone takes the value that there is; else the shell may have one.
            var value = entry.Value is not { } written ? all.Find(entry.Key.Value) ?? PlacedText.Unknown(file.PlaceOf(entry.Key.Span), Origin.EnvironmentFile)
                : entry.IsInterpolated ? all.Expand(written.Text, file.PlaceOf(written.Span), Origin.EnvironmentFile)
                : new PlacedText(written.Text, file.PlaceOf(written.Span), Origin.EnvironmentFile, ImmutableArray<VariableUse>.Empty);
            all = new Variables(all._values.SetItem(entry.Key.Value, value), outer, all.IsOpen);
        }

        return new Variables(all._values, isOpen: isOpen);
    }

    /// <summary>All names, with their values.</summary>
    public IEnumerable<KeyValuePair<string, PlacedText>> All => _values;

    /// <summary>The value of a variable, with a hole for what is not known; null when no file sets it.</summary>
    public string? this[string name] => Find(name)?.Text?.Value;

    /// <summary>The value of a variable, and where it is written; null when no file sets it.</summary>
    public PlacedText? Find(string name) => _outer?.Find(name) is { } outer ? outer : _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>These variables, and below them those of another file.</summary>
    public Variables Over(Variables other) => new(other._values.SetItems(_values), isOpen: IsOpen || other.IsOpen);

    /// <summary>The variables with one more.</summary>
    public Variables With(string name, PlacedText value) => new(_values.SetItem(name, value), isOpen: IsOpen);

    /// <summary>The variables with one more, which no file writes.</summary>
    public Variables With(string name, string value) => With(name, PlacedText.Computed(value, default));

    /// <summary>A text with the values of its variables.</summary>
    /// <returns>The text; a hole stands for each variable whose value is not known.</returns>
    public string Expand(string text) => text.IndexOf('$') < 0 ? text : Expand(DecodedText.Verbatim(text, 0), default, Origin.Own).Text!.Value;

    /// <summary>A text with the values of its variables.</summary>
    /// <param name="text">The text as it is decoded.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="origin">How it came to where it counts.</param>
    /// <returns>The text itself when it names no variable; a hole stands for each one whose value is not known.</returns>
    public PlacedText Expand(DecodedText text, Place place, Origin origin)
    {
        if (text.Value.IndexOf('$') < 0)
        {
            return new PlacedText(text, place, origin, ImmutableArray<VariableUse>.Empty);
        }

        var interpolations = ImmutableArray.CreateBuilder<VariableUse>();
        var expanded = Expand(new Template(text, interpolations), 0, text.Value.Length, offset: 0, depth: 0);
        var isInline = expanded.Value.Length > 0 && expanded.Runs.All(static run => run.Kind == RunKind.Fallback);
        return new PlacedText(expanded, place, isInline ? origin | Origin.InlineDefault : origin, interpolations.ToImmutable());
    }

    /// <summary>The variables that a text puts in, that have no value and no default: <c>PORT</c>, <c>HOST and PORT</c>; null when there is none.</summary>
    public string? UnsetIn(string text)
    {
        List<string>? names = null;
        for (var at = text.IndexOf('$'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at + 1))
        {
            if (text[at + 1] == '$')
            {
                at++;
                continue;
            }

            var start = text[at + 1] == '{' ? at + 2 : at + 1;
            var end = EndOfName(text, start, text.Length);
            var name = text.Substring(start, end - start);
            var sign = start == at + 2 && end < text.Length ? text[end] == ':' && end + 1 < text.Length ? text[end + 1] : text[end] : '}';
            var isSet = this[name] is { } value && value.IndexOf(DecodedText.HoleCharacter) < 0;
            if (name.Length > 0 && sign is not ('-' or '+') && !isSet && names?.Contains(name) != true)
            {
                (names ??= []).Add(name);
            }
        }

        return names is null ? null : string.Join(" and ", names);
    }

    /// <summary>Expands a range of a text.</summary>
    /// <param name="template">The text.</param>
    /// <param name="start">Value index of the range.</param>
    /// <param name="end">Behind its last character.</param>
    /// <param name="offset">Where the result begins in that of the whole text.</param>
    /// <param name="depth">How many braces are open.</param>
    private DecodedText Expand(Template template, int start, int end, int offset, int depth)
    {
        var text = template.Text.Value;
        var result = new DecodedText.Builder();
        for (var i = start; i < end;)
        {
            var dollar = text.IndexOf('$', i, end - i);
            var chunk = (dollar < 0 ? end : dollar) - i;
            result.AddRange(template.Text, i, chunk);
            i += chunk;
            if (result.Length - (i == end && chunk > 0 ? 1 : 0) > MostCharacters)
            {
                return template.Hole(start, end);
            }

            var next = i + 1 < end ? text[i + 1] : '\0';
            if (next == '$')
            {
                var escape = template.Text.ShownSpan(i, 2);
                result.AddEscape("$", escape.Start, escape.Length);
                i += 2;
            }
            else if (next == '{')
            {
                // Of braces that Compose refuses nothing is known, nor of what is behind them.
                var close = EndOfBraces(text, i + 1, end);
                Add(result, template, i, close is { } brace ? brace + 1 : end, close is null ? MostNested : depth, offset);
                i = close is { } last ? last + 1 : end;
            }
            else if (i < end && EndOfName(text, i + 1, end) is var nameEnd && nameEnd > i + 1)
            {
                Add(result, template, i, nameEnd, depth, offset);
                i = nameEnd;
            }
            else if (i < end)
            {
                // A name behind it would make it a variable's.
                var sign = template.Text.ShownSpan(i++, 1);
                result.AddOpenEscape("$", sign.Start, sign.Length);
            }
        }

        return result.ToDecodedText();
    }

    /// <summary>
    /// Adds what a variable gives: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME-default}</c>, <c>${NAME:?error}</c>,
    /// <c>${NAME:+other}</c>.
    /// </summary>
    /// <param name="result">Takes it.</param>
    /// <param name="template">The text.</param>
    /// <param name="start">Value index of the <c>$</c>.</param>
    /// <param name="end">Behind the name or the brace.</param>
    /// <param name="depth">How many braces are open; the most for what is not known.</param>
    /// <param name="offset">Where the result begins in that of the whole text.</param>
    private void Add(DecodedText.Builder result, Template template, int start, int end, int depth, int offset)
    {
        var text = template.Text.Value;
        var isBraced = text[start + 1] == '{';
        var nameStart = start + (isBraced ? 2 : 1);
        var nameEnd = EndOfName(text, nameStart, end);
        var name = text.Substring(nameStart, nameEnd - nameStart);
        var source = template.Text.ShownSpan(start, end - start);
        var valueStart = result.Length;
        var value = Find(name);
        var kind = !isBraced ? KindOf(value?.Text?.Value, "")
            : depth == MostNested ? VariableUseKind.Unknown
            : KindOf(value?.Text?.Value, text.Substring(nameEnd, Math.Min(2, end - 1 - nameEnd)));
        switch (kind)
        {
            case VariableUseKind.Unknown:
                result.AddHole(source.Start, source.Length);
                break;
            case VariableUseKind.Value:
                result.AddComputed(value!.Value.Text!.Value, source.Start, source.Length);
                break;
            case VariableUseKind.Inline:
                var wordStart = nameEnd + (text[nameEnd] == ':' ? 2 : 1);
                result.AddFallback(Expand(template, wordStart, end - 1, offset + valueStart, depth + 1));
                break;
        }

        Place? definition = value is { Place: { Path: not null } place } ? place : null;
        template.Interpolations.Add(new VariableUse(
            name, offset + valueStart, result.Length - valueStart, source, kind ?? VariableUseKind.Value, isBraced, definition));
    }

    /// <summary>What counts for a variable.</summary>
    /// <param name="value">Its value; null when no file sets it.</param>
    /// <param name="sign">What stands behind its name: <c>:-</c>, <c>-</c> and the first character of the default, <c>?</c>; empty for a name alone.</param>
    /// <returns>Null when it gives nothing.</returns>
    private VariableUseKind? KindOf(string? value, string sign)
    {
        if (sign.Length == 0)
        {
            return value is null ? VariableUseKind.Unknown : VariableUseKind.Value;
        }

        // With a colon an empty variable counts as one that is not set.
        var minds = sign[0] == ':';
        var isSet = value is not null && (!minds || value.Length > 0);
        return sign[minds ? 1 : 0] switch
        {
            '-' => isSet ? VariableUseKind.Value : value is null && IsOpen ? VariableUseKind.Unknown : VariableUseKind.Inline,
            '?' => isSet ? VariableUseKind.Value : VariableUseKind.Unknown,
            _ => isSet ? VariableUseKind.Inline : value is null ? VariableUseKind.Unknown : null,
        };
    }

    /// <summary>The brace that closes one behind a <c>$</c>, others between them balanced; null for what Compose refuses.</summary>
    /// <remarks>
    /// Compose (compose-go, <c>template</c>) looks for a name, maybe an operator, and the last brace of the line, and goes back to the
    /// brace that balances: all the same, it passes over the character behind each one that opens.
    /// </remarks>
    private static int? EndOfBraces(string text, int open, int end)
    {
        var nameEnd = EndOfName(text, open + 1, end);
        if (nameEnd == open + 1 || nameEnd == end)
        {
            return null;
        }

        if (text[nameEnd] == '}')
        {
            return nameEnd;
        }

        var sign = nameEnd + (text[nameEnd] == ':' ? 1 : 0);
        if (sign >= end || text[sign] is not ('-' or '?' or '+'))
        {
            return null;
        }

        var last = -1;
        for (var (i, depth) = (open, 0); i < end && text[i] != '\n'; i++)
        {
            if (text[i] == '}')
            {
                last = i;
                if (--depth == 0)
                {
                    return i;
                }
            }
            else if (text[i] == '{')
            {
                depth++;
                i += i + 1 < end && text[i + 1] != '\n' ? 1 : 0;
                last = text[i] == '}' ? i : last;
            }
        }

        return last < 0 ? null : last;
    }

    private static int EndOfName(string text, int start, int textEnd)
    {
        var end = start;
        while (end < textEnd && ((text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_') || (end > start && (text[end] is >= '0' and <= '9'))))
        {
            end++;
        }

        return end;
    }

    /// <param name="Text">The text that is expanded.</param>
    /// <param name="Interpolations">Takes its variables.</param>
    private readonly record struct Template(DecodedText Text, ImmutableArray<VariableUse>.Builder Interpolations)
    {
        /// <summary>A range as one hole.</summary>
        public DecodedText Hole(int start, int end)
        {
            var source = Text.ShownSpan(start, end - start);
            return DecodedText.Computed(DecodedText.HoleCharacter.ToString(), source.Start, source.Length);
        }
    }
}
