namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>
/// Decodes values that the platform's reader has found to be well-formed, as it does (XML 1.0, sections 2.11 and 3.3.3), and
/// keeps the place of each character.
/// </summary>
internal sealed class XmlDecoder
{
    private const string CommentStart = "<!--";
    private const string CDataStart = "<![CDATA[";

    private static readonly char[] s_special = ['&', '<', '\r', '\n', '\t'];

    private readonly string _text;
    private readonly DecodedText.Builder _builder = new();
    private int? _unknown;

    private XmlDecoder(string text) => _text = text;

    /// <summary>Decodes what is between the quotes of an attribute.</summary>
    /// <returns>Null when it has a reference that is not known.</returns>
    /// <param name="text">The file.</param>
    /// <param name="start">Source position of the first character.</param>
    /// <param name="end">Source position behind the last one.</param>
    /// <param name="unknown">Source position of that reference.</param>
    public static DecodedText? DecodeAttribute(string text, int start, int end, out int unknown) => Decode(text, start, end, lineEnd: " ", out unknown);

    /// <summary>Decodes what is between the tags of an element that has no other elements in it: comments go, CDATA stays.</summary>
    /// <inheritdoc cref="DecodeAttribute"/>
    public static DecodedText? DecodeContent(string text, int start, int end, out int unknown) => Decode(text, start, end, lineEnd: "\n", out unknown);

    private static DecodedText? Decode(string text, int start, int end, string lineEnd, out int unknown)
    {
        unknown = 0;
        if (text.IndexOfAny(s_special, start, end - start) < 0)
        {
            return DecodedText.Verbatim(text.Substring(start, end - start), start);
        }

        var decoder = new XmlDecoder(text);
        for (var position = start; position < end && decoder._unknown is null;)
        {
            var markup = decoder.Find("<", position, end);
            decoder.Read(position, markup, lineEnd, hasReferences: true);
            position = decoder.ReadMarkup(markup, end);
        }

        unknown = decoder._unknown ?? 0;
        return decoder._unknown is null ? decoder._builder.ToDecodedText() : null;
    }

    /// <summary>Reads CDATA, or skips a comment or a processing instruction; returns the source position behind it.</summary>
    private int ReadMarkup(int start, int end)
    {
        if (Begins(CDataStart, start))
        {
            var close = Find("]]>", start, end);
            Read(start + CDataStart.Length, close, lineEnd: "\n", hasReferences: false);
            return close + 3;
        }

        return Begins(CommentStart, start) ? Find("-->", start + CommentStart.Length, end) + 3 : Find("?>", start, end) + 2;
    }

    private void Read(int start, int end, string lineEnd, bool hasReferences)
    {
        var runStart = start;
        var position = start;
        while (position < end)
        {
            var length = 1;
            string? decoded;
            switch (_text[position])
            {
                case '&' when hasReferences:
                    decoded = XmlReference.Decode(_text, position, end, out length);
                    if (decoded is null)
                    {
                        _unknown = position;
                        return;
                    }

                    break;
                case '\r':
                    decoded = lineEnd;
                    length = position + 1 < end && _text[position + 1] == '\n' ? 2 : 1;
                    break;
                case '\n' or '\t' when lineEnd == " ":
                    decoded = lineEnd;
                    break;
                default:
                    position++;
                    continue;
            }

            _builder.AddIdentity(_text, runStart, position - runStart, runStart);
            _builder.AddEscape(decoded, position, length);
            position = runStart = position + length;
        }

        _builder.AddIdentity(_text, runStart, end - runStart, runStart);
    }

    private bool Begins(string markup, int position) => string.CompareOrdinal(_text, position, markup, 0, markup.Length) == 0;

    /// <summary>Source position of the next such characters, or the end.</summary>
    private int Find(string characters, int start, int end)
    {
        var position = start < end ? _text.IndexOf(characters, start, end - start, StringComparison.Ordinal) : end;
        return position < 0 ? end : position;
    }
}
