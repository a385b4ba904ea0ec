using System.Text;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Shell;

/// <summary>One word of a command line. Positions are value indexes.</summary>
/// <param name="Value">The word without quotes and backslashes; empty for an operator.</param>
/// <param name="Start">Where its characters begin, behind an opening quote if the whole word is quoted.</param>
/// <param name="Length">Number of characters there.</param>
/// <param name="End">Behind the word and its closing quote.</param>
/// <param name="IsOperator">True for what ends a command: <c>;</c>, <c>|</c>, <c>&amp;</c>, a line end.</param>
internal readonly record struct ShellWord(string Value, int Start, int Length, int End, bool IsOperator)
{
    /// <summary>False when quotes or backslashes stand within the word.</summary>
    public bool IsWrittenAsItReads => Value.Length == Length;
}

/// <summary>Splits a command line as POSIX shells do (IEEE 1003.1, "Token Recognition"), without expansions.</summary>
internal static class ShellWords
{
    /// <summary>Splits a range of a text. An open quote ends at the range's end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the range begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="hasComments">True where a shell reads the line: what a <c>#</c> begins that begins a word is a comment, up to the line's end.</param>
    public static List<ShellWord> Split(DecodedText text, int start, int end, bool hasComments)
    {
        var words = new List<ShellWord>();
        var value = text.Value;
        for (var i = start; i < end;)
        {
            var c = value[i];
            if (c is '<' or '>')
            {
                i = SkipRedirection(value, i, end, words);
            }
            else if (IsContinued(value, i, end) is var next && next > i)
            {
                i = next;
            }
            else if (c is '\n' or ';' or '|' or '&')
            {
                words.Add(new ShellWord("", i, 0, ++i, true));
            }
            else if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c == '#' && hasComments)
            {
                i = value.IndexOf('\n', i, end - i) is var lineEnd && lineEnd < 0 ? end : lineEnd;
            }
            else
            {
                words.Add(ReadWord(value, ref i, end));
            }
        }

        return words;
    }

    /// <summary>Behind a redirection and the file that it names; the number before it is no word.</summary>
    private static int SkipRedirection(string value, int i, int end, List<ShellWord> words)
    {
        if (words.Count > 0 && words[words.Count - 1] is { IsOperator: false, Value: var number } last && last.End == i && number.All(char.IsDigit))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (i < end && (value[i] is '<' or '>' or '&'))
        {
            i++;
        }

        while (i < end && (value[i] is ' ' or '\t'))
        {
            i++;
        }

        if (i < end && value[i] is not ('\n' or ';' or '|'))
        {
            ReadWord(value, ref i, end);
        }

        return i;
    }

    /// <summary>Behind a backslash and the line end that it takes away; else the same place.</summary>
    private static int IsContinued(string value, int i, int end) =>
        value[i] != '\\' ? i
        : i + 1 < end && value[i + 1] == '\n' ? i + 2
        : i + 2 < end && value[i + 1] == '\r' && value[i + 2] == '\n' ? i + 3
        : i;

    private static ShellWord ReadWord(string value, ref int i, int end)
    {
        var start = i;
        var word = new StringBuilder();
        var quotes = 0;

        // A folder of Windows: its backslashes are no escapes.
        var isWindowsPath = i + 2 < end && value[i + 1] == ':' && value[i + 2] == '\\' && char.IsLetter(value[i]);
        while (i < end && !char.IsWhiteSpace(value[i]) && value[i] is not (';' or '|' or '&' or '<' or '>'))
        {
            if (IsContinued(value, i, end) is var next && next > i)
            {
                i = next;
                continue;
            }

            var c = value[i++];
            if (c == '\\' && i < end && !isWindowsPath)
            {
                word.Append(value[i++]);
            }
            else if (c is '\'' or '"')
            {
                quotes++;
                while (i < end && value[i] != c)
                {
                    if (c == '"' && value[i] == '\\' && i + 1 < end && (value[i + 1] is '"' or '\\' or '$' or '`'))
                    {
                        i++;
                    }

                    word.Append(value[i++]);
                }

                i = Math.Min(i + 1, end);
            }
            else
            {
                word.Append(c);
            }
        }

        var isQuoted = quotes == 1 && (value[start] is '\'' or '"') && i > start + 1 && value[i - 1] == value[start];
        var (from, length) = isQuoted ? (start + 1, i - start - 2) : (start, i - start);
        return new ShellWord(word.ToString(), from, length, i, false);
    }
}
