using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>Values, with quotes or without.</summary>
internal static class EnvValue
{
    private const int MaxOctalDigits = 3;

    /// <summary>Reads the value behind the <c>=</c> or <c>:</c> before the cursor.</summary>
    public static YamlScalar Read(EnvCursor cursor)
    {
        var start = cursor.Position;
        cursor.SkipBlanks();
        return cursor.AtLineEnd ? YamlScalar.PlainOf(cursor.Text, start, start)
            : cursor.Text[cursor.Position] is '"' or '\'' ? ReadQuoted(cursor)
            : ReadPlain(cursor);
    }

    /// <summary>A '#' begins a comment behind a space; behind a tab, or as the first character of the value, it does not.</summary>
    private static YamlScalar ReadPlain(EnvCursor cursor)
    {
        var start = cursor.Position;
        cursor.SkipToLineEnd();
        var comment = cursor.Text.IndexOf(" #", start, cursor.Position - start, StringComparison.Ordinal);
        return YamlScalar.PlainOf(cursor.Text, start, cursor.TrimEnd(start, comment < 0 ? cursor.Position : comment));
    }

    /// <summary>Reads a value that may go over several lines, whose ends it holds as they are. One that is not closed ends with its line.</summary>
    private static YamlScalar ReadQuoted(EnvCursor cursor)
    {
        var start = cursor.Position;
        var end = FindQuote(cursor.Text, start);
        var spanEnd = end + 1;
        cursor.Position = spanEnd;
        if (end < 0)
        {
            cursor.AddProblem(start, "the quote is not closed");
            cursor.Position = cursor.LineEnd(start);
            spanEnd = end = cursor.TrimEnd(start + 1, cursor.Position);
        }

        var quote = cursor.Text[start];
        var style = quote == '"' ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted;
        return new YamlScalar(TextSpan.FromBounds(start, spanEnd), Decode(cursor.Text, start + 1, end, quote), style);
    }

    /// <summary>
    /// Source position of the quote that closes a value, or -1. Compose takes the next one, wherever it is; but one that
    /// has text right behind it, on another line, is most likely the first of another value, and this one half typed.
    /// </summary>
    private static int FindQuote(string text, int start)
    {
        var isOnOtherLine = false;
        for (var i = start + 1; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && i + 1 < text.Length;
            if (!isEscape && text[i] == text[start])
            {
                var isFollowed = i + 1 < text.Length && text[i + 1] != '#' && !char.IsWhiteSpace(text[i + 1]);
                return isFollowed && isOnOtherLine ? -1 : i;
            }

            i += isEscape ? 1 : 0;
            isOnOtherLine |= text[i] == '\n';
        }

        return -1;
    }

    private static DecodedText Decode(string text, int start, int end, char quote)
    {
        var builder = new DecodedText.Builder();
        var runStart = start;
        var position = start;
        while (position < end)
        {
            if (text[position] != '\\' || position + 1 == end)
            {
                position++;
            }
            else if (DecodeEscape(text, position, end, quote, out var length) is { } decoded)
            {
                builder.AddIdentity(text, runStart, position - runStart, runStart);
                builder.AddEscape(decoded, position, length);
                position = runStart = position + length;
            }
            else
            {
                position += 2;
            }
        }

        builder.AddIdentity(text, runStart, end - runStart, runStart);
        return builder.ToDecodedText();
    }

    /// <summary>What a backslash and what follows it stand for, or null when they stand for themselves.</summary>
    private static string? DecodeEscape(string text, int position, int end, char quote, out int length)
    {
        var code = text[position + 1];
        length = 2;
        if (code == quote)
        {
            return quote.ToString();
        }

        if (quote == '\'')
        {
            return null;
        }

        switch (code)
        {
            case 'a':
                return "\a";
            case 'b':
                return "\b";
            case 'f':
                return "\f";
            case 'n':
                return "\n";
            case 'r':
                return "\r";
            case 't':
                return "\t";
            case 'v':
                return "\v";
            case '\\':
                return "\\";
            case '$':
                return "$$";
            case '0':
                while (length < 2 + MaxOctalDigits && position + length < end && (text[position + length] is >= '0' and <= '9'))
                {
                    length++;
                }

                return DecodeOctal(text.Substring(position + 2, length - 2));
            default:
                return null;
        }
    }

    /// <summary>A character by its number in base eight; of a number that is none, Compose drops the zero before it.</summary>
    private static string DecodeOctal(string digits)
    {
        var isNumber = digits.Length == MaxOctalDigits && digits[0] < '4' && digits[1] < '8' && digits[2] < '8';
        return isNumber ? ((char)((64 * (digits[0] - '0')) + (8 * (digits[1] - '0')) + digits[2] - '0')).ToString() : "\\" + digits;
    }
}
