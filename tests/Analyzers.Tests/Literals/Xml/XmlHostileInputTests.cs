using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

/// <summary>A reader that scanned again what it has read would take minutes for the largest of these, and its time would grow with the square of the text.</summary>
public class XmlHostileInputTests
{
    private const int Million = 1_000_000;

    [Fact]
    public void Entities_that_grow_are_not_known_and_cost_nothing()
    {
        var entities = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">\n"));
        var settings = XmlSettingsReader.Read($"<!DOCTYPE a [<!ENTITY e0 'lol'>\n{entities}]>\n<a b='&e30;' c='d'><e>&e30;</e><f>g</f></a>");

        Assert.Equal(["d", "g"], settings.Values().Select(read => read.Value.Value));
        Assert.Equal(2, settings.Problems.Length);
    }

    [Fact]
    public void Nothing_outside_of_the_file_is_read()
    {
        var file = Path.Combine(RepositoryFiles.Root, "LICENSE");
        Assert.True(File.Exists(file));
        var settings = XmlSettingsReader.Read($"<!DOCTYPE a SYSTEM \"{file}\" [<!ENTITY b SYSTEM \"{file}\"><!ENTITY % c SYSTEM \"http://127.0.0.1:9/\"> %c;]><a d='&b;' e='f'>&b;</a>");

        Assert.Equal(["f"], settings.Values().Select(read => read.Value.Value));
        Assert.Equal(2, settings.Problems.Length);
    }

    [Fact]
    public void A_hundred_thousand_elements_are_read()
    {
        var text = "<a>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<add key='k{i}' value='&#x31;'/>\r\n")) + "</a>";

        Assert.Equal(200_000, Read(text, problems: 0).Values().Count());
        LinearTime.Assert(
            50_000, n => "<a>" + string.Concat(Enumerable.Range(0, n).Select(i => $"<add key='k{i}' value='&#x31;'/>\r\n")) + "</a>", text => XmlSettingsReader.Read(text));
    }

    [Fact]
    public void A_hundred_thousand_attributes_are_read()
    {
        Assert.Equal(100_000, Read("<a" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $" b{i}='{i}'")) + "/>", problems: 0).Values().Count());
        Assert.Equal(100_000, Read("<a" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\r\nb{i}\r\n=\r\n'{i}'")) + "/>", problems: 0).Values().Count());
        LinearTime.Assert(50_000, n => "<a" + string.Concat(Enumerable.Range(0, n).Select(i => $" b{i}='{i}'")) + "/>", text => XmlSettingsReader.Read(text));
        Assert.Equal(20_000, Read("<a" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $" xmlns:b{i}='{i}'")) + "/>", problems: 0).Values().Count());
    }

    [Fact]
    public void A_hundred_thousand_levels_are_one_problem_and_the_rest_is_read()
    {
        const int Levels = 100_000;
        var deep = string.Concat(Enumerable.Repeat("<a b='c'>", Levels)) + "d" + string.Concat(Enumerable.Repeat("</a>", Levels));
        var settings = Read($"<root>{deep}<last>e</last></root>", problems: 1);

        Assert.Equal("root/last=e", XmlOracle.Show(settings.Values().Last(), "e"));
        Assert.Equal(100, settings.Elements.Max(element => element.Path.Length));
        Assert.Equal("the nesting is deeper than 100 levels", settings.Problems[0].Reason);
        LinearTime.Assert(
            50_000, n => string.Concat(Enumerable.Repeat("<a b='c'>", n)) + "d" + string.Concat(Enumerable.Repeat("</a>", n)), text => XmlSettingsReader.Read(text));
    }

    [Fact]
    public void A_hundred_thousand_elements_that_are_not_closed_are_two_problems()
    {
        Read(string.Concat(Enumerable.Repeat("<a>", 100_000)), problems: 2);
        Read(string.Concat(Enumerable.Repeat("<a>\r", 100_000)) + "</b>", problems: 2);
        Read(string.Concat(Enumerable.Repeat("<", 100_000)), problems: 1);
        Read("<a b='" + string.Concat(Enumerable.Repeat("<a b='", 100_000)), problems: 1);
    }

    [Fact]
    public void Ten_million_characters_are_read()
    {
        var value = string.Concat(Enumerable.Repeat("Server=localhost;&amp;\r\n", 10 * Million / 24));

        Assert.Equal(3, Read($"<a b='{value}'><c>{value}</c><d><![CDATA[{value}]]></d><!--{value}--></a>", problems: 0).Values().Count());
        Read($"<a>{new string('b', 10 * Million)}</a>", problems: 0);
        Read($"<a>{new string('\n', Million)}<b c='d'/></a>", problems: 0);
    }

    [Fact]
    public void A_hundred_thousand_entities_that_are_not_known_are_a_problem_of_their_value()
    {
        var entities = string.Concat(Enumerable.Repeat("&b;c", 100_000));

        Read($"<a b='{entities}'>{entities}</a>", problems: 2);
        Read("<a>" + string.Concat(Enumerable.Repeat("<b c='&d;'/>", 100_000)) + "</a>", problems: 100_000);
    }

    [Fact]
    public void Many_pieces_of_a_text_are_read()
    {
        foreach (var piece in new[] { "<!---->b", "<?b?>c", "<![CDATA[]]>", "<![CDATA[b]]>c", "]]", "&#x0000000000000000000041;", "<!-- ]]> -->\r" })
        {
            LinearTime.Assert(100_000, n => "<a>" + string.Concat(Enumerable.Repeat(piece, n)) + "</a>", text => Assert.Single(Read(text, problems: 0).Values()), piece);
        }
    }

    [Fact]
    public void Many_characters_of_one_kind_are_read()
    {
        foreach (var character in "\"'<>&;=/!-?[]# \t\n\ra0:\0\uFEFF\uFFFE\uD800\uDC00")
        {
            foreach (var start in new[] { "", "<", "<a", "<a ", "<a b=", "<a b='", "<a>", "<a>&", "<a>&#", "<a>&#x", "<a><!--", "<a><![CDATA[", "<a><?b ", "<!DOCTYPE ", "<!DOCTYPE a [", "<a/>" })
            {
                LinearTime.Assert(Million / 10, n => start + new string(character, n), text => XmlSettingsReader.Read(text), start + character);
            }
        }
    }

    private static XmlSettings Read(string text, int problems)
    {
        var settings = XmlSettingsReader.Read(text);
        Assert.Equal(problems, settings.Problems.Length);
        return settings;
    }
}
