using System.Collections.Immutable;
using System.Text;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;

namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>
/// The variables of a compose project and their interpolation (Compose specification, "Interpolation"). What the shell may set
/// is not known here: a variable that no file sets has its default, and without one it is a hole.
/// </summary>
internal sealed class Variables
{
    public static readonly Variables None = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Deeper nesting of defaults is no text that anybody wrote.</summary>
    private const int MostNested = 16;

    /// <summary>Longer values are made, with variables of variables, by files that are written to do harm.</summary>
    private const int MostCharacters = 100_000;

    private static readonly string s_hole = DecodedText.HoleCharacter.ToString();

    private readonly ImmutableDictionary<string, string> _values;
    private readonly Variables? _outer;

    private Variables(ImmutableDictionary<string, string> values, Variables? outer = null, bool isOpen = false)
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
    public static Variables Of(EnvStream file, Variables outer, Variables below)
    {
        var all = new Variables(below._values, outer, below.IsOpen || !file.Problems.IsEmpty);
        foreach (var entry in file.Entries)
        {
            // A name alone takes the value that there is; else the shell may have one.
            var value = entry.Value is not { } written ? all[entry.Key.Value] ?? s_hole : entry.IsInterpolated ? all.Expand(written.Value) : written.Value;
            all = new Variables(all._values.SetItem(entry.Key.Value, value), outer, all.IsOpen);
        }

        return new Variables(all._values, isOpen: below.IsOpen || !file.Problems.IsEmpty);
    }

    /// <summary>All names, and their values where they are known.</summary>
    public IEnumerable<(string Name, string? Value)> All => _values.Select(static pair => (pair.Key, pair.Value.IndexOf(DecodedText.HoleCharacter) < 0 ? pair.Value : null));

    /// <summary>The value of a variable, with a hole for what is not known; null when no file sets it.</summary>
    public string? this[string name] => _outer?[name] is { } outer ? outer : _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>These variables, and below them those of another file.</summary>
    public Variables Over(Variables other) => new(other._values.SetItems(_values), isOpen: IsOpen || other.IsOpen);

    /// <summary>The variables with one more.</summary>
    public Variables With(string name, string value) => new(_values.SetItem(name, value), isOpen: IsOpen);

    /// <summary>A text with the values of its variables.</summary>
    /// <returns>The text; a hole stands for each variable whose value is not known.</returns>
    public string Expand(string text) => text.IndexOf('$') < 0 ? text : Expand(text, 0);

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
            var end = EndOfName(text, start);
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

    private string Expand(string text, int depth)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (result.Length > MostCharacters)
            {
                return s_hole;
            }

            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] != '$')
            {
                result.Append(text[i++]);
            }
            else if (next == '$')
            {
                result.Append('$');
                i += 2;
            }
            else if (next == '{')
            {
                // Of braces that Compose refuses nothing is known, nor of what is behind them.
                if (EndOfBraces(text, i + 1) is not { } end)
                {
                    return result.Append(s_hole).ToString();
                }

                result.Append(depth == MostNested ? s_hole : OfBraces(text.Substring(i + 2, end - i - 2), depth + 1));
                i = end + 1;
            }
            else if (EndOfName(text, i + 1) is var nameEnd && nameEnd > i + 1)
            {
                result.Append(this[text.Substring(i + 1, nameEnd - i - 1)] ?? s_hole);
                i = nameEnd;
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        return result.ToString();
    }

    /// <summary>What stands in braces: <c>NAME</c>, <c>NAME:-default</c>, <c>NAME-default</c>, <c>NAME:?error</c>, <c>NAME:+other</c>.</summary>
    private string OfBraces(string expression, int depth)
    {
        var nameEnd = EndOfName(expression, 0);
        var value = this[expression.Substring(0, nameEnd)];
        if (nameEnd == expression.Length)
        {
            return value ?? s_hole;
        }

        var minds = expression[nameEnd] == ':' ? 1 : 0;
        var word = expression.Substring(nameEnd + minds + 1);

        // With a colon an empty variable counts as one that is not set.
        var isSet = value is not null && (minds == 0 || value.Length > 0);
        return expression[nameEnd + minds] switch
        {
            '-' => isSet ? value! : value is null && IsOpen ? s_hole : Expand(word, depth),
            '?' => isSet ? value! : s_hole,
            _ => isSet ? Expand(word, depth) : value is null ? s_hole : "",
        };
    }

    /// <summary>The brace that closes one behind a <c>$</c>, others between them balanced; null for what Compose refuses.</summary>
    /// <remarks>
    /// Compose (compose-go, <c>template</c>) looks for a name, maybe an operator, and the last brace of the line, and goes back to the
    /// brace that balances: all the same, it passes over the character behind each one that opens.
    /// </remarks>
    private static int? EndOfBraces(string text, int open)
    {
        var nameEnd = EndOfName(text, open + 1);
        if (nameEnd == open + 1 || nameEnd == text.Length)
        {
            return null;
        }

        if (text[nameEnd] == '}')
        {
            return nameEnd;
        }

        var sign = nameEnd + (text[nameEnd] == ':' ? 1 : 0);
        if (sign >= text.Length || text[sign] is not ('-' or '?' or '+'))
        {
            return null;
        }

        var last = -1;
        for (var (i, depth) = (open, 0); i < text.Length && text[i] != '\n'; i++)
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
                i += i + 1 < text.Length && text[i + 1] != '\n' ? 1 : 0;
                last = text[i] == '}' ? i : last;
            }
        }

        return last < 0 ? null : last;
    }

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (end > start && text[end] is >= '0' and <= '9')))
        {
            end++;
        }

        return end;
    }
}
