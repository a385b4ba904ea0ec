using System.Collections.Immutable;
using System.Linq;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Where a <see cref="YamlReader"/> stands, and the problems it met. All places are source positions.</summary>
internal sealed class YamlCursor
{
    private const int MaxDepth = 100;

    private readonly List<YamlProblem> _problems = new();
    private int _depth;

    public YamlCursor(string text)
    {
        Text = text;
        StartLine(text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0);
    }

    public string Text { get; }

    public int Position { get; set; }

    /// <summary>The line that holds <see cref="Position"/>.</summary>
    public YamlLine Line { get; private set; }

    /// <summary>The character at <see cref="Position"/>; U+0000 behind the last one.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>True when nothing but blanks is left of <see cref="Position"/>.</summary>
    public bool FirstOnLine => Position == Line.TextStart;

    /// <summary>The indentation of a node that begins here. A tab in front of it does not count.</summary>
    public int Level => FirstOnLine ? Line.Indentation : Position - Line.Start;

    /// <summary>True at the end of the document: that of the file, or a line <c>---</c> or <c>...</c>.</summary>
    public bool AtEnd => Position >= Text.Length || (Position == Line.Start && IsMarker(Position));

    /// <summary>True when only a comment may follow on this line.</summary>
    public bool AtLineEnd => IsLineEnd(Position) || (Current == '#' && (Position == Line.Start || IsBlank(Position - 1)));

    public bool IsBlank(int position) => position < Text.Length && Text[position] is ' ' or '\t';

    public bool IsLineEnd(int position) => position >= Text.Length || Text[position] is '\r' or '\n';

    public bool IsFlowIndicator(int position) => position < Text.Length && Text[position] is ',' or '[' or ']' or '{' or '}';

    /// <summary>True when an indicator at this position is not the first character of a plain text.</summary>
    public bool EndsIndicator(int position, bool inFlow) =>
        IsLineEnd(position) || IsBlank(position) || (inFlow && IsFlowIndicator(position));

    /// <summary>True when a tab is among the blanks left of a position.</summary>
    public bool IsAfterTab(int position)
    {
        while (position > Line.Start && IsBlank(position - 1))
        {
            position--;
            if (Text[position] == '\t')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True at one of the indicators <c>-</c>, <c>?</c>, <c>:</c> of the block style.</summary>
    public bool AtIndicator(char indicator) => Current == indicator && EndsIndicator(Position + 1, inFlow: false);

    /// <summary>True when the line that starts here is <c>---</c> or <c>...</c>, maybe with more behind a blank.</summary>
    public bool IsMarker(int lineStart) =>
        EndsIndicator(lineStart + 3, inFlow: false)
        && (string.CompareOrdinal(Text, lineStart, "---", 0, 3) == 0 || string.CompareOrdinal(Text, lineStart, "...", 0, 3) == 0);

    public void SkipBlanks()
    {
        while (IsBlank(Position))
        {
            Position++;
        }
    }

    public void SkipToLineEnd()
    {
        while (!IsLineEnd(Position))
        {
            Position++;
        }
    }

    /// <summary>Moves over blanks, comments and line ends (section 6.6, 6.7) to the next character that means something.</summary>
    public void SkipToContent()
    {
        SkipBlanks();
        while (AtLineEnd && Position < Text.Length)
        {
            SkipToLineEnd();
            StartLine(NextLine(Position));
            SkipBlanks();
        }
    }

    /// <summary>Moves on to the next line that is not deeper than a level; what is left of this line counts as deeper.</summary>
    public void SkipDeeper(int level)
    {
        SkipToContent();
        while (!AtEnd && Level > level)
        {
            SkipToLineEnd();
            SkipToContent();
        }
    }

    /// <summary>Moves to the start of a line.</summary>
    public void StartLine(int start)
    {
        Line = Measure(start);
        Position = start;
    }

    /// <summary>Moves to the text of a line.</summary>
    public void MoveTo(YamlLine line)
    {
        Line = line;
        Position = line.TextStart;
    }

    /// <summary>The start of the line behind the one that ends here.</summary>
    public int NextLine(int lineEnd)
    {
        var isPair = lineEnd + 1 < Text.Length && Text[lineEnd] == '\r' && Text[lineEnd + 1] == '\n';
        return Math.Min(Text.Length, lineEnd + (isPair ? 2 : 1));
    }

    /// <summary>The next line that is not blank. The cursor stays where it is.</summary>
    /// <param name="lineEnd">End of the line before it.</param>
    /// <param name="folded">What the line ends between the two read as in a flow scalar (section 6.5).</param>
    public YamlLine PeekTextLine(int lineEnd, out string folded)
    {
        var line = Measure(NextLine(lineEnd));
        var blankLines = 0;
        while (line.TextStart < Text.Length && IsLineEnd(line.TextStart))
        {
            line = Measure(NextLine(line.TextStart));
            blankLines++;
        }

        folded = blankLines == 0 ? " " : new string('\n', blankLines);
        return line;
    }

    public void AddProblem(int position, string reason) => _problems.Add(new YamlProblem(position, reason));

    /// <summary>Records that a tab is among the blanks left of a position.</summary>
    public void AddTabProblem(int position) => AddProblem(position - 1, "a tab is used as indentation");

    /// <summary>Records a problem when there is more on this line than a comment, and moves behind it.</summary>
    public void ExpectLineEnd()
    {
        SkipBlanks();
        if (!AtLineEnd)
        {
            AddProblem(Position, "there is text behind the end of the value");
            SkipToLineEnd();
        }
    }

    /// <summary>Goes one level down; false, and a problem, when that is too deep. Each success needs a <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (_depth == MaxDepth)
        {
            AddProblem(Position, "the nesting is deeper than 100 levels");
            return false;
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>The problems in the order of the file.</summary>
    public ImmutableArray<YamlProblem> ToProblems() => _problems.OrderBy(problem => problem.Position).ToImmutableArray();

    private YamlLine Measure(int start)
    {
        var indentation = 0;
        while (start + indentation < Text.Length && Text[start + indentation] == ' ')
        {
            indentation++;
        }

        var textStart = start + indentation;
        while (IsBlank(textStart))
        {
            textStart++;
        }

        return new YamlLine(start, indentation, textStart);
    }
}
