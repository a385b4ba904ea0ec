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
        var text = DecodedText.Verbatim(cursor.Text.Substring(start, cursor.Position - start), start);
        if (NextLine(cursor, parentLevel, inFlow, out _) is not null)
        {
            var builder = new DecodedText.Builder();
            builder.AddIdentity(cursor.Text, start, cursor.Position - start, start);
            while (NextLine(cursor, parentLevel, inFlow, out var folded) is { } line)
            {
                builder.AddEscape(folded, cursor.Position, line.TextStart - cursor.Position);
                cursor.MoveTo(line);
                cursor.Position = FindEnd(cursor, line.TextStart, inFlow);
                builder.AddIdentity(cursor.Text, line.TextStart, cursor.Position - line.TextStart, line.TextStart);
            }

            text = builder.ToDecodedText();
        }

        return new YamlScalar { Span = TextSpan.FromBounds(start, cursor.Position), Text = text, Style = YamlScalarStyle.Plain };
    }

    private static void ReportStart(YamlCursor cursor, bool inFlow)
    {
        var isIndicator = cursor.Current is '-' or '?' or ':' && cursor.EndsIndicator(cursor.Position + 1, inFlow);
        if (isIndicator || ",[]{}#&*!|>%@`".IndexOf(cursor.Current) >= 0)
        {
            cursor.AddProblem(cursor.Position, $"a value that begins with '{cursor.Current}' needs quotes");
        }
    }

    /// <summary>The end of the text on its line, without the blanks there.</summary>
    private static int FindEnd(YamlCursor cursor, int start, bool inFlow)
    {
        var end = start;
        for (var i = start; !cursor.IsLineEnd(i); i++)
        {
            var isEnd = cursor.Text[i] switch
            {
                ':' => cursor.EndsIndicator(i + 1, inFlow),
                '#' => i > end || i == cursor.Line.Start,
                _ => inFlow && cursor.IsFlowIndicator(i),
            };
            if (isEnd)
            {
                break;
            }

            if (!cursor.IsBlank(i))
            {
                end = i + 1;
            }
        }

        return end;
    }

    /// <summary>The line on which the scalar goes on (section 6.5), or null.</summary>
    private static YamlLine? NextLine(YamlCursor cursor, int parentLevel, bool inFlow, out string folded)
    {
        folded = "";
        var lineEnd = cursor.Position;
        while (cursor.IsBlank(lineEnd))
        {
            lineEnd++;
        }

        if (!cursor.IsLineEnd(lineEnd))
        {
            return null;
        }

        var line = cursor.PeekTextLine(lineEnd, out folded);
        if (line.TextStart == cursor.Text.Length || line.Indentation <= parentLevel || cursor.IsMarker(line.Start) || cursor.Text[line.TextStart] == '#')
        {
            return null;
        }

        // A line with a key on it is no text: an implicit key has no second line.
        var end = FindEnd(cursor, line.TextStart, inFlow);
        var isKey = !inFlow && !cursor.IsLineEnd(end) && cursor.Text[end] == ':';
        return end == line.TextStart || isKey ? null : line;
    }
}
