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
    public static ImmutableArray<PlacedText> Of(ComposeMapping service, Origin origin) => s_keys.All(key => service[key] is null)
        ? ImmutableArray<PlacedText>.Empty
        : s_keys.SelectMany(key => Read(service[key], origin | service.OriginOf(key))).ToImmutableArray();

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
        private const int None = -1;

        /// <summary>Where the word begins, with its quote; <see cref="None"/> between words.</summary>
        private int _start = None;

        /// <summary>The characters of the word that stand beside each other and are in none of <see cref="_before"/>.</summary>
        private (int Start, int End) _piece;

        /// <summary>The word up to the last quote or escape; null before the first.</summary>
        private DecodedText.Builder? _before;

        /// <summary>The first and the last character of the word as it reads; <c>\0</c> while it has none.</summary>
        private (char First, char Last) _ends;

        public List<(DecodedText Text, TextSpan Shown)> Words { get; } = [];

        /// <summary>What ends the quote that is open; <c>\0</c> outside of quotes.</summary>
        public char Quote { get; private set; }

        /// <summary>Adds a character as it is.</summary>
        public void Add(int at)
        {
            Begin(at, text.Value[at]);
            if (at != _piece.End)
            {
                EndPiece(at);
            }

            _piece.End = at + 1;
        }

        /// <summary>Adds what a backslash and the character behind it stand for.</summary>
        public void AddEscape(int at, char decoded)
        {
            Begin(at, decoded);
            EndPiece(at + 2);
            _before!.AddEscape(decoded.ToString(), text, at, 2);
        }

        /// <summary>Opens or closes a quote. Of quotes nothing is left; backticks and <c>$(...)</c> stay as they are.</summary>
        /// <returns>False for a bracket that neither begins nor ends <c>$(...)</c>.</returns>
        public bool TryTurn(int at)
        {
            var c = text.Value[at];
            if (c == ')' ? Quote != ')' : c == '(' && (_start == None || _ends.Last != '$'))
            {
                return false;
            }

            Quote = Quote != '\0' ? '\0' : c == '(' ? ')' : c;
            if (c is '"' or '\'')
            {
                Begin(at, character: null);
            }
            else
            {
                Add(at);
            }

            return true;
        }

        public void End(int at)
        {
            if (_start == None)
            {
                return;
            }

            var word = text.Slice(_piece.Start, _piece.End - _piece.Start);
            if (_before is not null)
            {
                EndPiece(at);
                word = _before.ToDecodedText();
            }

            Words.Add((word, text.ShownSpan(_start, at - _start)));
            (_start, _before) = (None, null);
        }

        /// <summary>The words before an operator; the number before <c>&gt;</c> belongs to it.</summary>
        public List<(DecodedText Text, TextSpan Shown)> EndBefore(int at)
        {
            if (text.Value[at] == '>' && _start != None && (_ends.First is >= '0' and <= '9'))
            {
                _start = None;
            }

            End(at);
            return Words;
        }

        /// <summary>Begins a word where none is begun.</summary>
        /// <param name="at">Where.</param>
        /// <param name="character">What is added to it; null for a quote, of which nothing is left.</param>
        private void Begin(int at, char? character)
        {
            if (_start == None)
            {
                _start = at;
                _piece = (at, at);
                _ends = default;
            }

            if (character is { } last)
            {
                _ends = (_ends.First == '\0' ? last : _ends.First, last);
            }
        }

        /// <summary>Keeps the piece, and begins one at a place.</summary>
        private void EndPiece(int next)
        {
            _before ??= new DecodedText.Builder();
            _before.AddRange(text, _piece.Start, _piece.End - _piece.Start);
            _piece = (next, next);
        }
    }
}
