using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>The words of a service's <c>entrypoint</c> and <c>command</c>.</summary>
internal static class CommandWords
{
    private static readonly string[] s_keys = ["entrypoint", "command"];

    /// <summary>The words of both, each with a text; a hole stands for what is not known.</summary>
    /// <param name="service">The service.</param>
    /// <param name="origin">How it came into its project.</param>
    public static ImmutableArray<PlacedText> Of(ComposeMapping service, Origin origin) =>
        s_keys.SelectMany(key => Read(service[key], origin | service.OriginOf(key))).ToImmutableArray();

    private static IEnumerable<PlacedText> Read(ComposeNode? node, Origin origin) => node switch
    {
        ComposeSequence list => list.Items.Select((item, i) => Word(item, origin | list.OriginOf(i))),
        ComposeScalar { IsNull: false } text => Split(text.Text) is { } words
            ? words.Select(word => text.Placed(origin).Part(word.Text, word.Shown))
            : [PlacedText.Unknown(text.Place, origin)],
        _ => [],
    };

    private static PlacedText Word(ComposeNode item, Origin origin) => item is ComposeScalar scalar
        ? scalar.Placed(origin) with { Text = scalar.Text }
        : PlacedText.Computed("", item.Place, origin);

    /// <summary>Splits a text as Compose does (mattn/go-shellwords, without variables and backticks): a line end is a blank, and an operator ends it.</summary>
    /// <returns>The words without their quotes, and where each is shown. Null for a text that Compose refuses: a quote that is not closed, a bracket.</returns>
    public static List<(DecodedText Text, TextSpan Shown)>? Split(DecodedText text)
    {
        var splitter = new Splitter(text);
        var value = text.Value;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && splitter.Quote != '\'')
            {
                if (++i == value.Length)
                {
                    return null;
                }

                splitter.AddEscape(i - 1, value[i] switch { 't' => '\t', 'n' => '\n', var other => other });
            }
            else if (splitter.Quote != '\0' && c != splitter.Quote)
            {
                if (splitter.Quote == ')' && c == '(')
                {
                    return null;
                }

                splitter.Add(i);
            }
            else if (c is '"' or '\'' or '`' or '(' or ')')
            {
                if (!splitter.TryTurn(i))
                {
                    return null;
                }
            }
            else if (c is ' ' or '\t' or '\r' or '\n')
            {
                splitter.End(i);
            }
            else if (c is ';' or '&' or '|' or '<' or '>')
            {
                return splitter.EndBefore(i);
            }
            else
            {
                splitter.Add(i);
            }
        }

        splitter.End(value.Length);
        return splitter.Quote == '\0' ? splitter.Words : null;
    }

    /// <summary>The words so far, and the one that is being read. All places are value indices of the text.</summary>
    private sealed class Splitter(DecodedText text)
    {
        private DecodedText.Builder? _word;
        private int _start;
        private char _first;
        private char _last;

        public List<(DecodedText Text, TextSpan Shown)> Words { get; } = [];

        /// <summary>What ends the quote that is open; <c>\0</c> outside of quotes.</summary>
        public char Quote { get; private set; }

        public void Add(int at) => Begin(at, text.Value[at]).AddRange(text, at, 1);

        /// <summary>Adds what a backslash and the character behind it stand for.</summary>
        public void AddEscape(int at, char decoded) => Begin(at, decoded).AddEscape(decoded.ToString(), text, at, 2);

        /// <summary>Opens or closes a quote. Of quotes nothing is left; backticks and <c>$(...)</c> stay as they are.</summary>
        /// <returns>False for a bracket that neither begins nor ends <c>$(...)</c>.</returns>
        public bool TryTurn(int at)
        {
            var c = text.Value[at];
            if (c == ')' ? Quote != ')' : c == '(' && (_word is not { Length: > 0 } || _last != '$'))
            {
                return false;
            }

            Quote = Quote != '\0' ? '\0' : c == '(' ? ')' : c;
            if (c is '"' or '\'')
            {
                Begin(at, c: null);
            }
            else
            {
                Add(at);
            }

            return true;
        }

        public void End(int at)
        {
            if (_word is not null)
            {
                Words.Add((_word.ToDecodedText(), text.ShownSpan(_start, at - _start)));
            }

            _word = null;
        }

        /// <summary>The words before an operator; the number before <c>&gt;</c> belongs to it.</summary>
        public List<(DecodedText Text, TextSpan Shown)> EndBefore(int at)
        {
            if (text.Value[at] == '>' && _word is { Length: > 0 } && _first is >= '0' and <= '9')
            {
                _word = null;
            }

            End(at);
            return Words;
        }

        /// <summary>The word that is being read, before a character is added to it; null for a quote, of which nothing is left.</summary>
        private DecodedText.Builder Begin(int at, char? c)
        {
            if (_word is null)
            {
                _word = new DecodedText.Builder();
                _start = at;
            }

            _first = _word.Length == 0 ? c ?? _first : _first;
            _last = c ?? _last;
            return _word;
        }
    }
}
