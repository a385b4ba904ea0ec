using System.Text;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>The words of a service's <c>entrypoint</c> and <c>command</c>.</summary>
internal static class CommandWords
{
    /// <summary>The words of both; a hole stands for what is not known.</summary>
    public static string[] Of(ComposeMapping service) => new[] { service["entrypoint"], service["command"] }.SelectMany(Read).ToArray();

    private static IEnumerable<string> Read(ComposeNode? node) => node switch
    {
        ComposeSequence list => list.Items.Select(static item => (item as ComposeScalar)?.Text ?? ""),
        ComposeScalar { IsNull: false } text => Split(text.Text) ?? [DecodedText.HoleCharacter.ToString()],
        _ => [],
    };

    /// <summary>Splits a text as Compose does (mattn/go-shellwords, without variables and backticks): a line end is a blank, and an operator ends it.</summary>
    /// <returns>Null for a text that Compose refuses: a quote that is not closed, a bracket.</returns>
    public static List<string>? Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (hasWord, quote) = (false, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && quote != '\'')
            {
                if (++i == text.Length)
                {
                    return null;
                }

                word.Append(text[i] switch { 't' => '\t', 'n' => '\n', var other => other });
                hasWord = true;
            }
            else if (quote == ')' && c == '(')
            {
                return null;
            }
            else if (quote != '\0' && c != quote)
            {
                word.Append(c);
            }
            else if (c is ' ' or '\t' or '\r' or '\n')
            {
                End();
            }
            else if (c is '"' or '\'' or '`' or ')')
            {
                if (c == ')' && quote != ')')
                {
                    return null;
                }

                // Of quotes nothing is left; backticks and `$(...)` stay as they are.
                (hasWord, quote) = (true, quote == '\0' ? c : '\0');
                word.Append(c is '`' or ')' ? c.ToString() : "");
            }
            else if (c == '(')
            {
                if (word.Length == 0 || word[word.Length - 1] != '$')
                {
                    return null;
                }

                quote = ')';
                word.Append(c);
            }
            else if (c is ';' or '&' or '|' or '<' or '>')
            {
                // The number before it belongs to a redirection.
                hasWord &= !(c == '>' && word.Length > 0 && word[0] is >= '0' and <= '9');
                break;
            }
            else
            {
                word.Append(c);
                hasWord = true;
            }
        }

        End();
        return quote == '\0' ? words : null;

        void End()
        {
            if (hasWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            hasWord = false;
        }
    }
}
