using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Double-quoted and single-quoted scalars (sections 7.3.1, 7.3.2).</summary>
internal static class YamlQuoted
{
    /// <summary>Reads the scalar at the cursor. One that is not closed ends before the first line that is not deeper than its parent.</summary>
    public static YamlScalar Read(YamlCursor cursor, int parentLevel)
    {
        var start = cursor.Position;
        var isDouble = cursor.Current == '"';
        var end = cursor.Find(isDouble ? YamlCursor.DoubleQuotedMarks : YamlCursor.SingleQuotedMarks, start + 1);
        DecodedText text;
        if (ClosesAt(cursor.Text, start, end))
        {
            cursor.Position = end + 1;
            text = DecodedText.Verbatim(cursor.Text.Substring(start + 1, end - start - 1), start + 1);
        }
        else
        {
            text = Decode(cursor, parentLevel, isDouble ? YamlCursor.DoubleQuotedMarks : YamlCursor.SingleQuotedMarks);
        }

        return new YamlScalar(TextSpan.FromBounds(start, cursor.Position), text, isDouble ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted);
    }

    /// <summary>True when a mark is the quote at the end of a scalar, and not one half of a doubled one.</summary>
    private static bool ClosesAt(string text, int start, int mark) =>
        mark < text.Length && text[mark] == text[start] && (text[mark] == '"' || mark + 1 == text.Length || text[mark + 1] != '\'');

    /// <summary>Reads a scalar with escapes or line ends in it, or without an end.</summary>
    private static DecodedText Decode(YamlCursor cursor, int parentLevel, char[] marks)
    {
        var text = cursor.Text;
        var start = cursor.Position;
        var builder = new DecodedText.Builder();
        var runStart = start + 1;
        var kept = runStart; // behind the last escape: blanks before it are text
        var mark = cursor.Find(marks, runStart);
        while (!ClosesAt(text, start, mark))
        {
            if (cursor.IsLineEnd(mark))
            {
                var textEnd = cursor.TrimBlanks(kept, mark);
                builder.AddIdentity(text, runStart, textEnd - runStart, runStart);
                var line = cursor.PeekTextLine(mark, out var blankLines);
                if (EndsBefore(cursor, line, parentLevel))
                {
                    cursor.AddProblem(start, "the quote is not closed");
                    cursor.Position = textEnd;
                    return builder.ToDecodedText();
                }

                builder.AddEscape(YamlCursor.Fold(blankLines), textEnd, line.TextStart - textEnd);
                cursor.MoveTo(line);
                runStart = kept = line.TextStart;
            }
            else
            {
                builder.AddIdentity(text, runStart, mark - runStart, runStart);
                runStart = mark;
                kept = ReadEscape(cursor, mark, parentLevel, builder, ref runStart);
            }

            mark = cursor.Find(marks, kept);
        }

        builder.AddIdentity(text, runStart, mark - runStart, runStart);
        cursor.Position = mark + 1;
        return builder.ToDecodedText();
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

    /// <summary>Decodes an escape (section 5.7), or a doubled quote.</summary>
    /// <param name="cursor">It moves on when the escape is a line end.</param>
    /// <param name="position">Source position of the backslash, or of the first quote.</param>
    /// <param name="parentLevel">The level of the scalar's parent.</param>
    /// <param name="builder">Takes what the escape stands for.</param>
    /// <param name="runStart">Where the next identity run begins; unchanged when this is no escape, so that it reads as written.</param>
    /// <returns>The source position behind the escape.</returns>
    private static int ReadEscape(YamlCursor cursor, int position, int parentLevel, DecodedText.Builder builder, ref int runStart)
    {
        if (cursor.Text[position] == '\'')
        {
            builder.AddEscape("'", position, 2);
            return runStart = position + 2;
        }

        if (cursor.IsLineEnd(position + 1))
        {
            var line = cursor.PeekTextLine(position + 1, out var blankLines);
            if (EndsBefore(cursor, line, parentLevel))
            {
                return position + 1;
            }

            builder.AddEscape(YamlCursor.LineEnds(blankLines), position, line.TextStart - position);
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

    private static string? DecodeCharacter(char code)
    {
        // `\'` is go-yaml's own.
        const string codes = "0abt\tnvfre \"'/\\N_LP";
        const string decoded = "\0\a\b\t\t\n\v\f\r\u001B \"'/\\\u0085\u00A0\u2028\u2029";
        var index = codes.IndexOf(code);
        return index < 0 ? null : decoded.Substring(index, 1);
    }

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
