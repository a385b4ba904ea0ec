using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>Where a <see cref="JsonReader"/> stands, and the problems it met. All places are source positions.</summary>
internal sealed class JsonCursor(string text)
{
    private readonly List<YamlProblem> _problems = new();

    public string Text => text;

    public int Position { get; set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public bool AtEnd => Position >= text.Length;

    /// <summary>The character at <see cref="Position"/>, which is not at the end.</summary>
    public char Current => text[Position];

    public bool IsLineEnd(int position) => position >= text.Length || (text[position] is '\r' or '\n');

    /// <summary>True at the two characters that begin a comment.</summary>
    public bool IsComment(int position) => position + 1 < text.Length && text[position] == '/' && (text[position + 1] is '/' or '*');

    /// <summary>Moves over white space and comments to the next token; false when there is none.</summary>
    public bool MoveToToken()
    {
        while (!AtEnd)
        {
            if (IsComment(Position))
            {
                SkipComment();
            }
            else if (Current is ' ' or '\t' or '\r' or '\n')
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

    public void AddProblem(int position, string reason) => _problems.Add(new YamlProblem(position, reason));

    /// <summary>The problems in the order of the file.</summary>
    public ImmutableArray<YamlProblem> ToProblems() => _problems.OrderBy(problem => problem.Position).ToImmutableArray();

    private void SkipComment()
    {
        if (text[Position + 1] == '/')
        {
            for (; !IsLineEnd(Position); Position++)
            {
                // Some readers take these for the end of the comment, others do not; so System.Text.Json refuses the file.
                if (Current is '\u2028' or '\u2029')
                {
                    AddProblem(Position, "a line separator of Unicode stands in a comment");
                }
            }

            return;
        }

        var end = text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            AddProblem(Position, "the comment is not closed");
        }

        Position = end < 0 ? text.Length : end + 2;
    }
}
