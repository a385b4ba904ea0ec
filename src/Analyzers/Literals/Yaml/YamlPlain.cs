using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Plain scalars (section 7.3.3).</summary>
internal static class YamlPlain
{
    /// <summary>Reads the scalar at the cursor, whose first character is taken for text whatever it is.</summary>
    public static YamlScalar Read(YamlCursor cursor, int parentLevel, bool inFlow)
    {
        var start = cursor.Position;
        ReportStart(cursor, inFlow);
        cursor.Position = FindEnd(cursor, start + 1, inFlow);
        var firstEnd = cursor.Position;
        DecodedText.Builder? builder = null;
        while (HasNextLine(cursor, parentLevel, inFlow, out var line, out var end, out var blankLines))
        {
            if (builder is null)
            {
                builder = new DecodedText.Builder();
                builder.AddIdentity(cursor.Text, start, firstEnd - start, start);
            }

            builder.AddEscape(YamlCursor.Fold(blankLines), cursor.Position, line.TextStart - cursor.Position);
            builder.AddIdentity(cursor.Text, line.TextStart, end - line.TextStart, line.TextStart);
            cursor.MoveTo(line);
            cursor.Position = end;
        }

        var text = builder?.ToDecodedText() ?? DecodedText.Verbatim(cursor.Text.Substring(start, firstEnd - start), start);
        return new YamlScalar(TextSpan.FromBounds(start, cursor.Position), text, YamlScalarStyle.Plain);
    }

    private static void ReportStart(YamlCursor cursor, bool inFlow)
    {
        var isIndicator = (cursor.Current is '-' or '?' or ':') && cursor.EndsIndicator(cursor.Position + 1, inFlow);
        if (isIndicator || ",[]{}#&*!|>%@`".IndexOf(cursor.Current) >= 0)
        {
            cursor.AddProblem(cursor.Position, $"a value that begins with '{cursor.Current}' needs quotes");
        }
    }

    /// <summary>The end of the text on its line, without the blanks there.</summary>
    private static int FindEnd(YamlCursor cursor, int start, bool inFlow)
    {
        var text = cursor.Text;
        var end = start;
        while (true)
        {
            end = inFlow ? end : cursor.Find(YamlCursor.PlainMarks, end);
            if (end == text.Length)
            {
                break;
            }

            var isEnd = text[end] switch
            {
                '\r' or '\n' => true,
                ':' => cursor.EndsIndicator(end + 1, inFlow),
                '#' => end > start && cursor.IsBlank(end - 1),
                ',' or '[' or ']' or '{' or '}' => inFlow,
                _ => false,
            };
            if (isEnd)
            {
                break;
            }

            end++;
        }

        return cursor.TrimBlanks(start, end);
    }

    /// <summary>True when the scalar goes on (section 6.5) on a line below, whose text ends at <paramref name="end"/>.</summary>
    private static bool HasNextLine(YamlCursor cursor, int parentLevel, bool inFlow, out YamlLine line, out int end, out int blankLines)
    {
        (line, end, blankLines) = (default, 0, 0);
        var lineEnd = cursor.BehindBlanks(cursor.Position);
        if (!cursor.IsLineEnd(lineEnd))
        {
            return false;
        }

        line = cursor.PeekTextLine(lineEnd, out blankLines);
        if (line.TextStart == cursor.Text.Length || line.Indentation <= parentLevel || cursor.IsMarker(line.Start) || cursor.Text[line.TextStart] == '#')
        {
            return false;
        }

        // A line with a key on it is no text: an implicit key has no second line.
        end = FindEnd(cursor, line.TextStart, inFlow);
        var behind = cursor.BehindBlanks(end);
        var isKey = !inFlow && behind < cursor.Text.Length && cursor.Text[behind] == ':';
        return end > line.TextStart && !isKey;
    }
}
