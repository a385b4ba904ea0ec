using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Double-quoted and single-quoted scalars (sections 7.3.1, 7.3.2).</summary>
internal static class YamlQuoted
{
    /// <summary>Reads the scalar at the cursor. One that is not closed ends before the first line that is not deeper than its parent.</summary>
    public static YamlScalar Read(YamlCursor cursor, int parentLevel)
    {
        var text = cursor.Text;
        var start = cursor.Position;
        var quote = text[start];
        var builder = new DecodedText.Builder();
        var runStart = start + 1;
        var textEnd = runStart; // behind the last character that is no blank
        var position = runStart;
        while (true)
        {
            if (cursor.IsLineEnd(position))
            {
                builder.AddIdentity(text, runStart, textEnd - runStart, runStart);
                var line = cursor.PeekTextLine(position, out var folded);
                if (EndsBefore(cursor, line, parentLevel))
                {
                    cursor.AddProblem(start, "the quote is not closed");
                    cursor.Position = textEnd;
                    break;
                }

                builder.AddEscape(folded, textEnd, line.TextStart - textEnd);
                cursor.MoveTo(line);
                position = runStart = textEnd = line.TextStart;
            }
            else if (text[position] == '\\' && quote == '"')
            {
                builder.AddIdentity(text, runStart, position - runStart, runStart);
                runStart = position;
                position = textEnd = ReadEscape(cursor, position, parentLevel, builder, ref runStart);
            }
            else if (text[position] != quote)
            {
                textEnd = cursor.IsBlank(position) ? textEnd : position + 1;
                position++;
            }
            else if (quote == '\'' && position + 1 < text.Length && text[position + 1] == quote)
            {
                builder.AddIdentity(text, runStart, position - runStart, runStart);
                builder.AddEscape("'", position, 2);
                position = runStart = textEnd = position + 2;
            }
            else
            {
                builder.AddIdentity(text, runStart, position - runStart, runStart);
                cursor.Position = position + 1;
                break;
            }
        }

        return new YamlScalar
        {
            Span = TextSpan.FromBounds(start, cursor.Position),
            Text = builder.ToDecodedText(),
            Style = quote == '"' ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted,
        };
    }

    /// <summary>True when the line ends a scalar that is not closed.</summary>
    private static bool EndsBefore(YamlCursor cursor, YamlLine line, int parentLevel)
    {
        if (line.TextStart == cursor.Text.Length || cursor.IsMarker(line.Start))
        {
            return true;
        }

        if (line.Indentation <= parentLevel && line.HasTab)
        {
            cursor.AddTabProblem(line.TextStart);
        }

        return line.Indentation <= parentLevel && !line.HasTab;
    }

    /// <summary>Decodes an escape (section 5.7).</summary>
    /// <param name="cursor">It moves on when the escape is a line end.</param>
    /// <param name="position">Source position of the backslash.</param>
    /// <param name="parentLevel">The level of the scalar's parent.</param>
    /// <param name="builder">Takes what the escape stands for.</param>
    /// <param name="runStart">Where the next identity run begins; unchanged when this is no escape, so that it reads as written.</param>
    /// <returns>The source position behind the escape.</returns>
    private static int ReadEscape(YamlCursor cursor, int position, int parentLevel, DecodedText.Builder builder, ref int runStart)
    {
        if (cursor.IsLineEnd(position + 1))
        {
            var line = cursor.PeekTextLine(position + 1, out var folded);
            if (EndsBefore(cursor, line, parentLevel))
            {
                return position + 1;
            }

            builder.AddEscape(folded == " " ? "" : folded, position, line.TextStart - position);
            cursor.MoveTo(line);
            return runStart = line.TextStart;
        }

        var code = cursor.Text[position + 1];
        var digits = code switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var decoded = digits > 0 ? DecodeHex(cursor.Text, position + 2, digits) : DecodeCharacter(code);
        if (decoded is null)
        {
            cursor.AddProblem(position, $"'\\{code}' is no escape");
            return position + 1;
        }

        builder.AddEscape(decoded, position, 2 + digits);
        return runStart = position + 2 + digits;
    }

    private static string? DecodeCharacter(char code) => code switch
    {
        '0' => "\0",
        'a' => "\a",
        'b' => "\b",
        't' or '\t' => "\t",
        'n' => "\n",
        'v' => "\v",
        'f' => "\f",
        'r' => "\r",
        'e' => "\u001B",
        ' ' or '"' or '/' or '\\' => code.ToString(),
        'N' => "\u0085",
        '_' => "\u00A0",
        'L' => "\u2028",
        'P' => "\u2029",
        _ => null,
    };

    private static string? DecodeHex(string text, int start, int digits)
    {
        if (start + digits > text.Length
            || !uint.TryParse(text.Substring(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            return null;
        }

        // Half of a surrogate pair is a character to UTF-16, as JSON writes it.
        return code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32((int)code);
    }
}
