using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Where a <see cref="YamlReader"/> stands, and the problems it met. All places are source positions.</summary>
/// <remarks>
/// The first file that a process reads costs what the runtime takes to compile the reader: about as much for an accessor
/// as for a small method. Hence fields for what is asked all the time, the framework's own search for long texts, and loops
/// in methods of their own: the runtime counts each step of a method with a loop when it has just been compiled.
/// </remarks>
internal sealed class YamlCursor
{
    // What a search may stop at. Five characters at most: for more the framework's search is another one, which is compiled when it is first used.
    public static readonly char[] PlainMarks = ":#\r\n".ToCharArray();
    public static readonly char[] SingleQuotedMarks = "'\r\n".ToCharArray();
    public static readonly char[] DoubleQuotedMarks = "\"\\\r\n".ToCharArray();

    public readonly string Text;

    public int Position;

    /// <summary>The line that holds <see cref="Position"/>.</summary>
    public YamlLine Line;

    /// <summary>Where collections gather what they hold.</summary>
    public readonly YamlChildren Children = new();

    private const int MaxDepth = 100;

    /// <summary>No file that anybody wrote has more; each costs as much as the text up to the next mistake.</summary>
    private const int MostReturns = 20;

    private static readonly char[] s_lineEnds = "\r\n".ToCharArray();

    private List<YamlProblem>? _problems;
    private int _depth;
    private int _returns;
    private YamlLine _measured; // The last one.

    public YamlCursor(string text)
    {
        Text = text;
        StartLine(text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0);
    }

    /// <summary>The character at <see cref="Position"/>; U+0000 behind the last one.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>True when nothing but blanks is left of <see cref="Position"/>.</summary>
    public bool FirstOnLine => Position == Line.TextStart;

    /// <summary>The indentation of a node that begins here. A tab in front of it does not count.</summary>
    public int Level => FirstOnLine ? Line.Indentation : Position - Line.Start;

    /// <summary>True at the end of the document: that of the file, or a line <c>---</c> or <c>...</c>.</summary>
    public bool AtEnd => Position >= Text.Length || (Position == Line.Start && IsMarker(Position));

    /// <summary>True when only a comment may follow on this line.</summary>
    public bool AtLineEnd =>
        IsLineEnd(Position) || (Current == '#'
            && (Position == Line.Start || (Text[Position - 1] is ' ' or '\t' or '"' or '\'' or ']' or '}' or ',' or '[' or '{')));

    /// <summary>True when nothing but blanks and a comment follow on this line.</summary>
    public bool IsEndOfLine() => BehindBlanks(Position) is var end && (IsLineEnd(end) || Text[end] == '#');

    public bool IsBlank(int position) => position < Text.Length && (Text[position] is ' ' or '\t');

    public bool IsLineEnd(int position) => position >= Text.Length || (Text[position] is '\r' or '\n');

    /// <summary>True when an indicator at this position is not the first character of a plain text.</summary>
    public bool EndsIndicator(int position, bool inFlow) =>
        IsLineEnd(position) || IsBlank(position) || (inFlow && (Text[position] is ',' or '[' or ']' or '{' or '}'));

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
        lineStart + 2 < Text.Length
        && (Text[lineStart] is '-' or '.')
        && Text[lineStart + 1] == Text[lineStart]
        && Text[lineStart + 2] == Text[lineStart]
        && EndsIndicator(lineStart + 3, inFlow: false);

    public void SkipBlanks() => Position = BehindBlanks(Position);

    /// <summary>The first place, from a position on, that holds no blank.</summary>
    public int BehindBlanks(int position) => IsBlank(position) ? BehindMoreBlanks(position + 1) : position;

    /// <summary>The end of the text between two places, without the blanks there.</summary>
    public int TrimBlanks(int start, int end)
    {
        while (end > start && IsBlank(end - 1))
        {
            end--;
        }

        return end;
    }

    public void SkipToLineEnd() => Position = Find(s_lineEnds, Position);

    /// <summary>The first place, from a position on, of one of some characters; the end of the file when there is none.</summary>
    public int Find(char[] characters, int position)
    {
        var found = Text.IndexOfAny(characters, position);
        return found < 0 ? Text.Length : found;
    }

    /// <summary>Moves over blanks, comments and line ends (section 6.6, 6.7) to the next character that means something.</summary>
    public void SkipToContent()
    {
        SkipBlanks();
        if (AtLineEnd && Position < Text.Length)
        {
            SkipLines();
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
    /// <param name="blankLines">How many blank lines lie between the two.</param>
    public YamlLine PeekTextLine(int lineEnd, out int blankLines)
    {
        var line = Measure(NextLine(lineEnd));
        blankLines = 0;
        while (line.TextStart < Text.Length && IsLineEnd(line.TextStart))
        {
            line = Measure(NextLine(line.TextStart));
            blankLines++;
        }

        return line;
    }

    /// <summary>What a line end and the blank lines behind it read as in a flow scalar (section 6.5).</summary>
    public static string Fold(int blankLines) => blankLines == 0 ? " " : LineEnds(blankLines);

    /// <summary>So many line ends. One is what there is nearly always, and a constant.</summary>
    public static string LineEnds(int count) => count switch { 0 => "", 1 => "\n", _ => new string('\n', count) };

    public void AddProblem(int position, string reason) => (_problems ??= new()).Add(new YamlProblem(position, reason));

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

    /// <summary>How many problems there are so far.</summary>
    public int Problems => _problems?.Count ?? 0;

    /// <summary>False when the file has had its share of them: a file that is written to do harm would cost too much.</summary>
    public bool MayReturn() => _returns++ < MostReturns;

    /// <summary>Goes back to where it stood, and forgets what has been read and noted since.</summary>
    public void Return(int position, YamlLine line, int children, int problems)
    {
        Position = position;
        Line = line;
        Children.Count = children;
        _problems?.RemoveRange(problems, _problems.Count - problems);
    }

    /// <summary>The problems in the order of the file.</summary>
    public ImmutableArray<YamlProblem> ToProblems() => _problems is null ? ImmutableArray<YamlProblem>.Empty : Sort(_problems);

    // By itself, or LINQ would be loaded for a file without problems.
    private static ImmutableArray<YamlProblem> Sort(List<YamlProblem> problems) =>
        problems.OrderBy(static problem => problem.Position).ToImmutableArray();

    private int BehindMoreBlanks(int position)
    {
        while (IsBlank(position))
        {
            position++;
        }

        return position;
    }

    private void SkipLines()
    {
        do
        {
            MoveTo(Measure(NextLine(Find(s_lineEnds, Position))));
        }
        while (AtLineEnd && Position < Text.Length);
    }

    private YamlLine Measure(int start)
    {
        // Who looks ahead asks again when the line is reached.
        if (start == _measured.Start && start > 0)
        {
            return _measured;
        }

        var (text, position) = (Text, start);
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        return _measured = new YamlLine(start, position - start, BehindBlanks(position));
    }
}
