using System.Globalization;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>How the characters of a C# string literal are written (C# language specification, 6.4.5.6 and 12.8.3).</summary>
/// <param name="Backslashes">Regular forms: <c>\n</c>, <c>\x41</c>, <c>\u0041</c>, ...</param>
/// <param name="DoubledQuotes">Verbatim forms: <c>""</c> is one quote.</param>
/// <param name="DoubledBraces">Interpolated forms that are not raw: <c>{{</c> is one brace.</param>
/// <param name="Indentation">Multi-line raw forms: the white space that is taken from the start of each line. Null for all others.</param>
internal readonly record struct CSharpLiteralForm(bool Backslashes, bool DoubledQuotes, bool DoubledBraces, string? Indentation)
{
    public static readonly CSharpLiteralForm Regular = new(true, false, false, null);
    public static readonly CSharpLiteralForm Verbatim = new(false, true, false, null);
    public static readonly CSharpLiteralForm Raw = new(false, false, false, null);
}

/// <summary>Decodes what stands between the quotes of a C# string literal, with the place of each character.</summary>
internal static class CSharpLiteralDecoder
{
    private const string SimpleEscapes = "'\"\\0abefnrtv";
    private const string SimpleEscapeValues = "'\"\\\0\a\b\u001b\f\n\r\t\v";

    /// <summary>Adds the decoded characters to a builder.</summary>
    /// <param name="text">The text of the token.</param>
    /// <param name="start">Index in <paramref name="text"/> of the first character behind the opening quotes.</param>
    /// <param name="end">Index in <paramref name="text"/> behind the last character before the closing quotes.</param>
    /// <param name="form">The form of the literal.</param>
    /// <param name="sourceStart">Source position of the token's first character.</param>
    /// <param name="builder">Takes the characters.</param>
    /// <returns>False when the text is no literal of that form; the builder then holds a part of it.</returns>
    public static bool TryDecode(string text, int start, int end, CSharpLiteralForm form, int sourceStart, DecodedText.Builder builder)
    {
        if (form.Indentation is { } indentation)
        {
            return TryDecodeLines(text, start, end, indentation, sourceStart, builder);
        }

        var runStart = start;
        var i = start;
        while (i < end)
        {
            var c = text[i];
            int length;
            string decoded;
            if (c == '\\' && form.Backslashes)
            {
                length = EscapeLength(text, i, end, out decoded);
            }
            else if ((c == '"' && form.DoubledQuotes) || ((c is '{' or '}') && form.DoubledBraces))
            {
                length = i + 1 < end && text[i + 1] == c ? 2 : 0;
                decoded = c.ToString();
            }
            else
            {
                i++;
                continue;
            }

            if (length == 0)
            {
                return false;
            }

            builder.AddIdentity(text, runStart, i - runStart, sourceStart + runStart);
            if (c == '\\' && text[i + 1] == 'x' && length < 6)
            {
                builder.AddOpenEscape(decoded, sourceStart + i, length);
            }
            else
            {
                builder.AddEscape(decoded, sourceStart + i, length);
            }

            i += length;
            runStart = i;
        }

        builder.AddIdentity(text, runStart, end - runStart, sourceStart + runStart);
        return true;
    }

    /// <summary>The length of the escape at <paramref name="at"/> and what it stands for; 0 when it is none.</summary>
    private static int EscapeLength(string text, int at, int end, out string decoded)
    {
        decoded = "";
        if (at + 1 >= end)
        {
            return 0;
        }

        var kind = text[at + 1];
        var simple = SimpleEscapes.IndexOf(kind);
        if (simple >= 0)
        {
            decoded = SimpleEscapeValues[simple].ToString();
            return 2;
        }

        var (fewest, most) = kind switch { 'u' => (4, 4), 'U' => (8, 8), 'x' => (1, 4), _ => (0, 0) };
        var digits = 0;
        while (digits < most && at + 2 + digits < end && Uri.IsHexDigit(text[at + 2 + digits]))
        {
            digits++;
        }

        if (digits == 0 || digits < fewest)
        {
            return 0;
        }

        var code = int.Parse(text.Substring(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (code is < 0 or > 0x10FFFF)
        {
            return 0;
        }

        decoded = code > 0xFFFF ? char.ConvertFromUtf32(code) : ((char)code).ToString();
        return 2 + digits;
    }

    private static bool TryDecodeLines(string text, int start, int end, string indentation, int sourceStart, DecodedText.Builder builder)
    {
        var i = start;

        // A piece of an interpolated string that follows a hole goes on in the middle of a line.
        var atLineStart = start == 0 || (text[start - 1] is '\n' or '\r');
        while (i < end)
        {
            var lineEnd = i;
            while (lineEnd < end && !IsLineEnd(text[lineEnd]))
            {
                lineEnd++;
            }

            var contentStart = i;
            if (atLineStart)
            {
                contentStart = SkipIndentation(text, i, lineEnd, indentation);
                if (contentStart < 0)
                {
                    return false;
                }
            }

            while (lineEnd < end && IsLineEnd(text[lineEnd]))
            {
                lineEnd++;
                if (text[lineEnd - 1] != '\r' || lineEnd == end || text[lineEnd] != '\n')
                {
                    break;
                }
            }

            builder.AddIdentity(text, contentStart, lineEnd - contentStart, sourceStart + contentStart);
            i = lineEnd;
            atLineStart = true;
        }

        return true;
    }

    /// <summary>Where a line's content begins; -1 when the line is not indented as it must be.</summary>
    private static int SkipIndentation(string text, int lineStart, int lineEnd, string indentation)
    {
        var common = 0;
        while (common < indentation.Length && lineStart + common < lineEnd && text[lineStart + common] == indentation[common])
        {
            common++;
        }

        // A line of nothing but white space may stop short of the indentation.
        return common == indentation.Length || lineStart + common == lineEnd ? lineStart + common : -1;
    }

    // C# language specification, 6.3.2.
    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
