using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>Strings (RFC 8259, section 7).</summary>
internal static class JsonString
{
    private const int UnicodeEscape = 6;

    /// <summary>Reads the string at the cursor. One that is not closed ends with its line.</summary>
    public static YamlScalar Read(JsonCursor cursor)
    {
        var text = cursor.Text;
        var start = cursor.Position;
        DecodedText.Builder? builder = null; // most strings have no escape
        var runStart = start + 1;
        var position = runStart;
        var hasControl = false;
        while (!cursor.IsLineEnd(position) && text[position] != '"')
        {
            if (text[position] == '\\' && !cursor.IsLineEnd(position + 1))
            {
                var decoded = Decode(text, position, out var length);
                if (decoded is null)
                {
                    cursor.AddProblem(position, $"'\\{text[position + 1]}' is no escape");
                    position++;
                    continue;
                }

                builder ??= new DecodedText.Builder();
                builder.AddIdentity(text, runStart, position - runStart, runStart);
                builder.AddEscape(decoded, position, length);
                position = runStart = position + length;
                continue;
            }

            if (text[position] < ' ' && !hasControl)
            {
                hasControl = true;
                cursor.AddProblem(position, "a control character needs an escape");
            }

            position++;
        }

        builder?.AddIdentity(text, runStart, position - runStart, runStart);
        if (cursor.IsLineEnd(position))
        {
            cursor.AddProblem(start, "the quote is not closed");
            cursor.Position = position;
        }
        else
        {
            cursor.Position = position + 1;
        }

        return new YamlScalar(TextSpan.FromBounds(start, cursor.Position),
            builder?.ToDecodedText() ?? DecodedText.Verbatim(text.Substring(runStart, position - runStart), runStart), YamlScalarStyle.DoubleQuoted);
    }

    /// <summary>What an escape stands for, or null when it is none. Half of a surrogate pair stands for itself.</summary>
    /// <param name="text">The file.</param>
    /// <param name="position">Source position of the backslash.</param>
    /// <param name="length">Source characters of the escape, or of the two that make a pair.</param>
    private static string? Decode(string text, int position, out int length)
    {
        if (text[position + 1] != 'u')
        {
            length = 2;
            return text[position + 1] switch
            {
                '"' or '\\' or '/' => text[position + 1].ToString(),
                'b' => "\b",
                'f' => "\f",
                'n' => "\n",
                'r' => "\r",
                't' => "\t",
                _ => null,
            };
        }

        length = UnicodeEscape;
        if (DecodeUnicode(text, position) is not { } first)
        {
            return null;
        }

        if (char.IsHighSurrogate(first) && DecodeUnicode(text, position + UnicodeEscape) is { } second && char.IsLowSurrogate(second))
        {
            length = 2 * UnicodeEscape;
            return new string(new[] { first, second });
        }

        return first.ToString();
    }

    private static char? DecodeUnicode(string text, int position)
    {
        if (position + UnicodeEscape > text.Length || text[position] != '\\' || text[position + 1] != 'u')
        {
            return null;
        }

        var code = 0;
        for (var i = position + 2; i < position + UnicodeEscape; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return null;
            }

            code = (code << 4) + digit;
        }

        return (char)code;
    }
}
