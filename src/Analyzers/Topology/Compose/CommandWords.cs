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
        ComposeSequence list => list.Items.Select(static item => (item as ComposeScalar)?.Value ?? ""),
        ComposeScalar { IsNull: false } text => Split(text.Value) ?? [DecodedText.HoleCharacter.ToString()],
        _ => [],
    };

    /// <summary>Splits a text as Compose does (mattn/go-shellwords, without variables and backticks): a line end is a blank, and an operator ends it.</summary>
    /// <returns>Null for a text that Compose refuses: a quote that is not closed, a bracket.</returns>
    public static List<string>? Split(string text)
    {
        var splitter = new Splitter();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && splitter.Quote != '\'')
            {
                if (++i == text.Length)
                {
                    return null;
                }

                splitter.Add(text[i] switch { 't' => '\t', 'n' => '\n', var other => other });
            }
            else if (splitter.Quote != '\0' && c != splitter.Quote)
            {
                if (splitter.Quote == ')' && c == '(')
                {
                    return null;
                }

                splitter.Add(c);
            }
            else if (c is '"' or '\'' or '`' or '(' or ')')
            {
                if (!splitter.TryTurn(c))
                {
                    return null;
                }
            }
            else if (c is ' ' or '\t' or '\r' or '\n')
            {
                splitter.End();
            }
            else if (c is ';' or '&' or '|' or '<' or '>')
            {
                return splitter.EndBefore(c);
            }
            else
            {
                splitter.Add(c);
            }
        }

        splitter.End();
        return splitter.Quote == '\0' ? splitter.Words : null;
    }

    /// <summary>The words so far, and the one that is being read.</summary>
    private sealed class Splitter
    {
        private readonly StringBuilder _word = new();
        private bool _hasWord;

        public List<string> Words { get; } = [];

        /// <summary>What ends the quote that is open; <c>\0</c> outside of quotes.</summary>
        public char Quote { get; private set; }

        public void Add(char c)
        {
            _word.Append(c);
            _hasWord = true;
        }

        /// <summary>Opens or closes a quote. Of quotes nothing is left; backticks and <c>$(...)</c> stay as they are.</summary>
        /// <returns>False for a bracket that neither begins nor ends <c>$(...)</c>.</returns>
        public bool TryTurn(char c)
        {
            if (c == ')' ? Quote != ')' : c == '(' && (_word.Length == 0 || _word[_word.Length - 1] != '$'))
            {
                return false;
            }

            Quote = Quote != '\0' ? '\0' : c == '(' ? ')' : c;
            _hasWord = true;
            _word.Append(c is '"' or '\'' ? "" : c.ToString());
            return true;
        }

        public void End()
        {
            if (_hasWord)
            {
                Words.Add(_word.ToString());
            }

            _word.Clear();
            _hasWord = false;
        }

        /// <summary>The words before an operator; the number before <c>&gt;</c> belongs to it.</summary>
        public List<string> EndBefore(char c)
        {
            _hasWord &= !(c == '>' && _word.Length > 0 && _word[0] is >= '0' and <= '9');
            End();
            return Words;
        }
    }
}
