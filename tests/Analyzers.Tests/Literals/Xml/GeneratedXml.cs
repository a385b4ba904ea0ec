using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

/// <summary>Random files that are XML, with all kinds of references, white space and markup.</summary>
internal static class GeneratedXml
{
    private static readonly Gen<string> Piece =
        Gen.OneOf("localhost", "3306", "a", "é", "😀", " ", "/", "=b;", "]", ")", "?", "-", "\n", "\r", "\r\n", "\t", "\u0085", "\u2028",
            "&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#39;", "&#x27;", "&#x1F600;", "&#128512;", "&#9;", "&#10;", "&#13;", "&#x0A;", "&#0065;");

    private static readonly Gen<string> Value =
        Gen.OneOf(
            Gen.OneOf(Piece, Gen.Const("'"), Gen.Const(">")).Array[0, 8].Select(pieces => '"' + string.Concat(pieces) + '"'),
            Gen.OneOf(Piece, Gen.Const("\""), Gen.Const("]]>")).Array[0, 8].Select(pieces => '\'' + string.Concat(pieces) + '\''));

    private static readonly Gen<string> White = Gen.OneOf("", "", " ", "\n", "\r\n", "\r", "\t", "  \n\r\r\n ");

    private static readonly Gen<string> Name = Gen.OneOf("a", "add", "connectionStrings", "é", "b-c.d", "p:add", "_");

    private static readonly Gen<string> Markup =
        Gen.OneOf("<!---->", "<!-- <a b='c'> &d; -->", "<!--\r\n]]>-->", "<?a?>", "<?b\r'>\"?>", "<?c &d; <e> ?>");

    private static readonly Gen<string> CData =
        Gen.OneOf("a", "&amp;", "<b c='", "]", " ]]", "\r\n", "\r", "\n", "\t", "-->", "😀").Array[0, 5].Select(pieces => "<![CDATA[" + string.Concat(pieces) + " ]]>");

    // Between the two brackets and the '>' of a text stands another piece, or the end of CDATA would.
    private static readonly Gen<string> Text =
        Gen.Frequency((8, Piece), (1, Gen.OneOf("'", "\"", "a>")), (2, Markup), (2, CData)).Array[0, 6].Select(pieces => string.Concat(pieces));

    private static readonly Gen<string> Attributes =
        Gen.Select(White, White, White, Value, (first, second, third, value) => (first, second, third, value)).Array[0, 4].Select(attributes =>
            string.Concat(attributes.Select((attribute, i) => $" {attribute.first}{(i == 2 ? "p:" : "")}k{i}{attribute.second}={attribute.third}{attribute.value}")));

    private static readonly Gen<string> Nodes = Gen.Recursive<string>((depth, node) => Gen.Select(Name, Attributes, White, depth > 4 ? Text : Content(node), Element));

    private static readonly Gen<string> Prolog =
        Gen.OneOf("", "\uFEFF", "<?xml version='1.0'?>", "\uFEFF<?xml version=\"1.0\"\r\n encoding='utf-8' ?>\r", "<!DOCTYPE a [<!ENTITY b\r 'c'>\r\n]>");

    public static Gen<string> Files { get; } =
        Gen.Select(Prolog, White, Attributes, Nodes, White, (prolog, white, attributes, node, behind) =>
            $"{prolog}{(prolog is "" or "\uFEFF" ? "" : white)}<root xmlns:p='urn:p'{attributes}>{node}</root>{behind}");

    private static Gen<string> Content(Gen<string> node)
    {
        var between = Gen.Frequency((3, White), (1, Text), (1, Markup));
        var nodes = Gen.Select(between, node, (before, element) => before + element).Array[1, 4].Select(pieces => string.Concat(pieces));
        return Gen.Frequency((2, Text), (1, Gen.Const("")), (3, nodes));
    }

    private static string Element(string name, string attributes, string white, string content) =>
        content.Length == 0 ? $"<{name}{attributes}{white}/>" : $"<{name}{attributes}{white}>{content}</{name}{white}>";
}
