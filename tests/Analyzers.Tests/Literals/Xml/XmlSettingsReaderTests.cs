using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

public class XmlSettingsReaderTests
{
    public static TheoryData<string> Documents => new(XmlDocuments.All.Keys);

    public static TheoryData<string, string, string> Broken => new(XmlDocuments.Broken);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_reads_as_the_platform_reads_it(string name)
    {
        var text = XmlDocuments.All[name];

        Assert.Empty(XmlSettingsReader.Read(text).Problems);
        Assert.Equal(XmlOracle.Theirs(text), XmlOracle.Ours(text));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_not_XML_is_a_problem_with_its_place_and_what_stands_before_it_is_read(string marked, string reason, string read)
    {
        var pieces = marked.Split('§');
        var text = string.Concat(pieces);
        var settings = XmlSettingsReader.Read(text);

        Assert.Equal(pieces.SkipLast(1).Select((_, i) => pieces.Take(i + 1).Sum(piece => piece.Length)), settings.Problems.Select(problem => problem.Position));
        Assert.All(settings.Problems, problem => Assert.Equal(reason, problem.Reason));
        Assert.Equal(read, string.Join('|', XmlOracle.Ours(text)));
        Assert.False(XmlOracle.Accepts(text));
    }

    /// <summary>A test's arguments would not keep half of a pair.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_a_problem()
    {
        foreach (var text in new[] { "<a>\uD83D</a>", "<a b='\uD83D'/>", "<a>\uDE00</a>", "<a b='\uDE00'/>", "<a>\uDE00\uD83D</a>", "<a>\uD83D\uD83D\uDE00</a>", "<a>\uD83D" })
        {
            Assert.Equal("a character is none that XML has", Assert.Single(XmlSettingsReader.Read(text).Problems).Reason);
            Assert.False(XmlOracle.Accepts(text));
        }
    }

    [Fact]
    public void The_attributes_of_one_element_are_seen_together()
    {
        var settings = XmlSettingsReader.Read(XmlDocuments.All["App.config"]);
        var shop = Assert.Single(settings.Elements, element => element["name"]?.Value == "Shop");

        Assert.Equal(["configuration", "connectionStrings", "add"], shop.Path);
        Assert.Equal("connectionStrings", shop.Parent?.Name);
        Assert.Equal(["name", "connectionString", "providerName"], shop.Attributes.Select(value => value.Attribute));
        Assert.Equal("MySql.Data.MySqlClient", shop["providerName"]?.Value);
        Assert.Equal("Server=localhost;Port=3306;Database=shop;Uid=root;Pwd=a&b\"c'", shop["connectionString"]?.Value);
        Assert.Null(shop["ConnectionString"]);
        Assert.Null(shop.Text);
    }

    [Fact]
    public void The_text_of_an_element_is_a_value_of_its_own()
    {
        var settings = XmlSettingsReader.Read(XmlDocuments.All[".runsettings"]);
        var element = Assert.Single(settings.Elements, element => element.Name == "REDIS");
        var variable = element.Text;

        Assert.NotNull(variable);
        Assert.Equal("localhost:6379,password=<&>", variable.Value);
        Assert.Equal(["RunSettings", "RunConfiguration", "EnvironmentVariables", "REDIS"], element.Path);
        Assert.Null(variable.Attribute);
    }

    [Fact]
    public void Elements_are_numbered_in_the_order_of_the_file()
    {
        var settings = XmlSettingsReader.Read(XmlDocuments.All["App.config"]);

        Assert.Equal(Enumerable.Range(0, settings.Elements.Length), settings.Elements.Select(element => element.Id));
        Assert.Equal(settings.Elements.Select(element => element.Position).Order(), settings.Elements.Select(element => element.Position));
        Assert.All(settings.Elements, element => Assert.StartsWith("<" + element.Name, XmlDocuments.All["App.config"][element.Position..], StringComparison.Ordinal));
    }

    [Fact]
    public void An_attribute_with_a_prefix_is_not_the_one_without() =>
        Assert.Equal("2", XmlSettingsReader.Read(XmlDocuments.All["namespaces"]).Elements[1]["d"]?.Value);
}
