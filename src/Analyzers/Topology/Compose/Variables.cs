using System.Collections.Immutable;
using System.Text;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

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
    /// <param name="outer">The variables of the project, which its values may name; they count more than those before it in the file.</param>
    public static Variables Of(EnvStream file, Variables outer)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
        {
            // A name alone takes the shell's value.
            values[entry.Key.Value] = entry.Value is not { } value ? s_hole : entry.IsInterpolated ? new Variables(values.ToImmutable(), outer).Expand(value.Value) : value.Value;
        }

        return new Variables(values.ToImmutable(), isOpen: !file.Problems.IsEmpty);
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

    private string Expand(string text, int depth)
    {
        var result = new StringBuilder(text.Length);
        var ends = EndsOfBraces(text);
        for (var i = 0; i < text.Length;)
        {
            if (result.Length > MostCharacters)
            {
                return s_hole;
            }

            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i++]);
            }
            else if (text[i + 1] == '$')
            {
                result.Append('$');
                i += 2;
            }
            else if (ends.TryGetValue(i + 1, out var end))
            {
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
                // Compose refuses such a text.
                result.Append(s_hole);
                i++;
            }
        }

        return result.ToString();
    }

    /// <summary>What stands in braces: <c>NAME</c>, <c>NAME:-default</c>, <c>NAME-default</c>, <c>NAME:?error</c>, <c>NAME:+other</c>.</summary>
    private string OfBraces(string expression, int depth)
    {
        var nameEnd = EndOfName(expression, 0);
        var value = this[expression.Substring(0, nameEnd)];
        if (nameEnd == 0)
        {
            return s_hole;
        }

        if (nameEnd == expression.Length)
        {
            return value ?? s_hole;
        }

        var minds = expression[nameEnd] == ':' ? 1 : 0;
        var sign = nameEnd + minds < expression.Length ? expression[nameEnd + minds] : '\0';
        var word = nameEnd + minds + 1 <= expression.Length ? expression.Substring(Math.Min(expression.Length, nameEnd + minds + 1)) : "";

        // With a colon an empty variable counts as one that is not set.
        var isSet = value is not null && (minds == 0 || value.Length > 0);
        return sign switch
        {
            '-' => isSet ? value! : value is null && IsOpen ? s_hole : Expand(word, depth),
            '?' => isSet ? value! : s_hole,
            '+' => isSet ? Expand(word, depth) : value is null ? s_hole : "",
            _ => s_hole,
        };
    }

    /// <summary>The places of the braces that open behind a <c>$</c>, and of those that close them. In braces, others are characters like any.</summary>
    private static Dictionary<int, int> EndsOfBraces(string text)
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '{' && text[i - 1] == '$')
            {
                open.Push(i);
            }
            else if (text[i] == '}' && open.Count > 0)
            {
                ends.Add(open.Pop(), i);
            }
        }

        return ends;
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
