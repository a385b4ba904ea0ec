using System.Globalization;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>Writes a text as a scalar: without quotes where it then still is that text to each reader of YAML 1.1 and 1.2.</summary>
internal static class YamlQuoting
{
    /// <summary>With these no plain scalar begins.</summary>
    private const string Indicators = "-?:,[]{}#&*!|>%@`\"'";

    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>What stands for something else than a text (https://yaml.org/type, and section 10.3.2 of YAML 1.2).</summary>
    private static readonly (Regex Pattern, PlainKind Kind)[] s_kinds =
    [
        (new("^(~|null|Null|NULL|)$", RegexOptions.CultureInvariant), PlainKind.Null),
        (new("^(y|yes|n|no|true|false|on|off)$", AnyCase), PlainKind.Boolean),
        (new("^[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$", RegexOptions.CultureInvariant), PlainKind.Integer),
        (new(@"^[-+]?([0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(e[-+]?[0-9]+)?$|^[-+]?\.(inf|nan)$", AnyCase), PlainKind.Float),
        (new(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$", RegexOptions.CultureInvariant), PlainKind.Sexagesimal),
        (new("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?$", RegexOptions.CultureInvariant), PlainKind.Timestamp),
        (new("^(=|<<)$", RegexOptions.CultureInvariant), PlainKind.Sign),
    ];

    /// <summary>What the characters of a plain scalar stand for.</summary>
    public static PlainKind KindOf(string plain)
    {
        foreach (var (pattern, kind) in s_kinds)
        {
            if (pattern.IsMatch(plain))
            {
                return kind;
            }
        }

        return PlainKind.Text;
    }

    /// <summary>True where the characters stand for themselves without quotes, whatever they then are. Stricter than section 7.3.3.</summary>
    /// <param name="value">The characters.</param>
    /// <param name="inFlow">True in brackets.</param>
    public static bool MayBePlain(string value, bool inFlow)
    {
        if (value.Length == 0 || value[0] == ' ' || (value[value.Length - 1] is ' ' or ':') || value.StartsWith("...", StringComparison.Ordinal)
            || (Indicators.IndexOf(value[0]) >= 0 && !IsOption(value)))
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isSign = (c == ':' && value[i + 1] == ' ') || (c == '#' && value[i - 1] == ' ');
            var isFlowSign = (c is ',' or '[' or ']' or '{' or '}') || (c == ':' && value[i + 1] == ':');
            if (isSign || (inFlow && isFlowSign) || !IsPrintable(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where a plain scalar may have these characters instead: they are a text, or what it was before.</summary>
    public static bool IsSameKind(YamlScalar plain, string characters) => KindOf(characters) is var kind
        && (kind == PlainKind.Text || (kind == KindOf(plain.Value) && plain is { Style: YamlScalarStyle.Plain, Span.Length: > 0 }));

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The style of what stands beside it.</param>
    /// <param name="otherwise">The quotes where it cannot be written so.</param>
    /// <param name="inFlow">True in brackets.</param>
    /// <returns>Null where a part that is copied cannot be written in one line.</returns>
    public static EditText? Write(ValueText text, YamlScalarStyle wanted, YamlScalarStyle otherwise, bool inFlow)
    {
        var value = text.Value;
        var isPlain = wanted == YamlScalarStyle.Plain && MayBePlain(value, inFlow) && KindOf(value) == PlainKind.Text;
        var quotes = wanted == YamlScalarStyle.Plain ? otherwise : wanted;
        return isPlain ? Join(text, "", "", "")
            : quotes == YamlScalarStyle.SingleQuoted && value.All(IsPrintable) ? Join(text, "'", "'", "")
            : text.Parts.Any(static part => part.Source is not null && !part.Characters.All(IsPrintable)) ? null
            : Join(text, "\"", "", "\"\\");
    }

    /// <summary>Characters as they stand inside of a scalar.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="style">The scalar's style.</param>
    public static EditText Inside(ValueText text, YamlScalarStyle style) => style switch
    {
        YamlScalarStyle.SingleQuoted => Join(text, "", "'", ""),
        YamlScalarStyle.DoubleQuoted => Join(text, "", "", "\"\\"),
        _ => Join(text, "", "", ""),
    };

    private static EditText Join(ValueText text, string quote, string doubled, string backslashed)
    {
        EditText written = quote;
        foreach (var part in text.Parts)
        {
            var all = part.IsInterpolated ? doubled : doubled + "$";
            written += part.Source is { } source ? source with { Doubled = all, Backslashed = backslashed } : Escape(part.Characters, all, backslashed);
        }

        return written + quote;
    }

    private static string Escape(string characters, string doubled, string backslashed) => string.Concat(characters.Select(c =>
        doubled.IndexOf(c) >= 0 ? $"{c}{c}"
        : backslashed.Length == 0 || IsPrintable(c) ? (backslashed.IndexOf(c) >= 0 ? $"\\{c}" : c.ToString())
        : c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        }));

    /// <summary>True for an option of a command line: dashes, and a letter behind them.</summary>
    private static bool IsOption(string value) => value[0] == '-' && value.TrimStart('-') is { Length: > 0 } word && char.IsLetter(word[0]);

    /// <summary>True for what stands in a line as it is. Surrogates come in pairs, and a pair is a character.</summary>
    private static bool IsPrintable(char c) => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');
}
