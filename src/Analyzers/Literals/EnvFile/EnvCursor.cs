using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>
/// Where an <see cref="EnvFileReader"/> stands, and the problems it met. All places are source positions. Only a line feed
/// ends a line; the carriage return before it is a blank.
/// </summary>
internal sealed class EnvCursor(string text)
{
    private readonly ImmutableArray<YamlProblem>.Builder _problems = ImmutableArray.CreateBuilder<YamlProblem>();

    public string Text => text;

    public int Position { get; set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public bool AtLineEnd => Position >= text.Length || text[Position] == '\n';

    /// <summary>True for white space that is no line end.</summary>
    public static bool IsBlank(char character) => character is ' ' or '\t' or '\v' or '\f' or '\r' or '\u0085' or '\u00A0';

    /// <summary>Moves over white space and lines that are comments; false at the end of the file.</summary>
    public bool MoveToEntry()
    {
        while (Position < text.Length)
        {
            if (text[Position] == '#')
            {
                SkipToLineEnd();
            }
            else if (char.IsWhiteSpace(text[Position]))
            {
                Position++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public void SkipBlanks()
    {
        while (Position < text.Length && IsBlank(text[Position]))
        {
            Position++;
        }
    }

    public void SkipToLineEnd() => Position = LineEnd(Position);

    /// <summary>The end of the line that holds a position, its line feed not included.</summary>
    public int LineEnd(int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The end of a range without the white space there.</summary>
    public int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    public void AddProblem(int position, string reason) => _problems.Add(new YamlProblem(position, reason));

    public ImmutableArray<YamlProblem> ToProblems() => _problems.ToImmutable();
}
