using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Literal and folded block scalars (section 8.1).</summary>
internal static class YamlBlockScalar
{
    /// <summary>Reads the scalar at the cursor, which then stands at the start of the line below the scalar.</summary>
    public static YamlScalar Read(YamlCursor cursor, int parentLevel)
    {
        var start = cursor.Position;
        var isFolded = cursor.Current == '>';
        var chomping = ReadHeader(cursor, parentLevel, out var level);
        var builder = new DecodedText.Builder();
        var end = cursor.Position;
        cursor.StartLine(cursor.NextLine(end));

        // The line ends that no text has followed yet: how many, and where they begin.
        var (breaks, gapStart) = (0, cursor.Position);
        var (deepestBlank, mayFold) = (0, false);
        while (cursor.Position < cursor.Text.Length)
        {
            var indentation = Math.Min(cursor.Line.Indentation, level ?? int.MaxValue);
            var textStart = cursor.Line.Start + indentation;
            if (textStart == cursor.Text.Length)
            {
                break;
            }

            if (cursor.IsLineEnd(textStart))
            {
                deepestBlank = Math.Max(deepestBlank, indentation);
                breaks++;
                cursor.StartLine(cursor.NextLine(textStart));
                continue;
            }

            if (indentation < (level ?? parentLevel + 1) || cursor.IsMarker(cursor.Line.Start))
            {
                break;
            }

            if (level is null && deepestBlank > indentation)
            {
                cursor.AddProblem(textStart, "a blank line above the text is indented deeper than the text");
            }

            level ??= indentation;
            var isMoreIndented = cursor.IsBlank(textStart);
            builder.AddEscape(Fold(breaks, mayFold && !isMoreIndented), gapStart, textStart - gapStart);
            mayFold = isFolded && !isMoreIndented;

            cursor.Position = textStart;
            cursor.SkipToLineEnd();
            builder.AddIdentity(cursor.Text, textStart, cursor.Position - textStart, textStart);
            end = gapStart = cursor.Position;
            breaks = cursor.Position < cursor.Text.Length ? 1 : 0;
            cursor.StartLine(cursor.NextLine(cursor.Position));
        }

        if (KeptBreaks(chomping, breaks, isEmpty: builder.Length == 0) is > 0 and var kept)
        {
            end = chomping == '+' ? cursor.Line.Start : cursor.NextLine(gapStart);
            builder.AddEscape(YamlCursor.LineEnds(kept), gapStart, end - gapStart);
        }

        return new YamlScalar(TextSpan.FromBounds(start, end), builder.ToDecodedText(), isFolded ? YamlScalarStyle.Folded : YamlScalarStyle.Literal);
    }

    /// <summary>Chomping (section 8.1.1.2): <c>-</c> keeps no line end, <c>+</c> each, and nothing the one of the last text.</summary>
    private static int KeptBreaks(char chomping, int breaks, bool isEmpty) => chomping switch
    {
        '+' => breaks,
        '-' => 0,
        _ => isEmpty ? 0 : Math.Min(breaks, 1),
    };

    /// <summary>What line ends between two texts read as (section 8.1.3): between lines that are not indented deeper, a single one is a space.</summary>
    private static string Fold(int breaks, bool mayFold) => mayFold && breaks == 1 ? " " : YamlCursor.LineEnds(mayFold ? breaks - 1 : breaks);

    /// <summary>Reads the indicators (section 8.1.1) and what else is on their line.</summary>
    /// <param name="cursor">Stands at <c>|</c> or <c>></c>, then at the line's end.</param>
    /// <param name="parentLevel">What an indentation indicator counts from.</param>
    /// <param name="level">The level of the text, or null when its first line tells it.</param>
    /// <returns>The chomping indicator, or U+0000.</returns>
    private static char ReadHeader(YamlCursor cursor, int parentLevel, out int? level)
    {
        var chomping = '\0';
        level = null;
        cursor.Position++;
        while (true)
        {
            if (chomping == '\0' && (cursor.Current is '+' or '-'))
            {
                chomping = cursor.Current;
            }
            else if (level is null && (cursor.Current is >= '1' and <= '9'))
            {
                level = Math.Max(parentLevel, 0) + cursor.Current - '0';
            }
            else
            {
                break;
            }

            cursor.Position++;
        }

        // A comment right behind them is one to libyaml, and so to Compose.
        if (cursor.Current != '#')
        {
            cursor.ExpectLineEnd();
        }

        cursor.SkipToLineEnd();
        return chomping;
    }
}
