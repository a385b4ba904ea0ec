using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Xml;

public class XmlToleranceTests
{
    public static TheoryData<string> Documents => new(XmlDocuments.All.Where(document => document.Value.Length < 5_000).Select(document => document.Key));

    public static TheoryData<string, string, string> Broken => new(XmlDocuments.Broken);

    // Behind an element that is whole, one is half typed. Each case is that element.
    [Theory]
    [InlineData("<")]
    [InlineData("<add")]
    [InlineData("<add name")]
    [InlineData("<add name=")]
    [InlineData("<add name=\"")]
    [InlineData("<add name=\"Second\"")]
    [InlineData("<add name=\"Second\" connectionString=\"Server=db;")]
    [InlineData("<add name=\"Second\" connectionString=\"Server=db;Pwd=a&b\" />")]
    [InlineData("<add name=\"Second\" name=\"Third\" />")]
    [InlineData("</add>")]
    [InlineData("<add>")]
    [InlineData("&")]
    [InlineData("]]>")]
    [InlineData("<!--")]
    [InlineData("<!-- -- -->")]
    [InlineData("<![CDATA[")]
    public void An_element_that_is_half_typed_leaves_what_stands_before_it(string element)
    {
        var text = $"""
            <configuration>
              <connectionStrings>
                <add name="First" connectionString="Server=localhost" />
                {element}
              </connectionStrings>
              <appSettings><add key="Last" value="3306" /></appSettings>
            </configuration>
            """;
        var settings = XmlSettingsReader.Read(text);

        Assert.Single(settings.Problems);
        Assert.Equal("Server=localhost", settings.Elements.Single(value => value["name"]?.Value == "First")["connectionString"]?.Value);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_prefix_and_suffix_of_a_document_is_read(string name) => AssertParts(XmlDocuments.All[name]);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_prefix_and_suffix_of_a_broken_document_is_read(string marked, string reason, string read)
    {
        Assert.NotEmpty(reason);
        AssertParts(marked.Replace("§", ""));
        AssertParts(read);
    }

    [Fact]
    public void What_a_prefix_holds_is_what_the_whole_file_holds_there()
    {
        var text = XmlDocuments.All["App.config"];
        var whole = XmlOracle.Ours(text).ToArray();
        for (var i = 0; i <= text.Length; i++)
        {
            var settings = XmlSettingsReader.Read(text[..i]);
            Assert.Subset(whole.ToHashSet(), settings.Values().Select(read => XmlOracle.Show(read, read.Value.Value)).ToHashSet());
            Assert.Equal(i == text.Length, settings.Problems.IsEmpty);
        }
    }

    /// <summary>The places are sound; there are no problems exactly when the platform reads the text, and then the same.</summary>
    internal static void AssertAgrees(string text)
    {
        var settings = XmlSettingsReader.Read(text);
        XmlPlacesTests.AssertRuns(text);
        Assert.All(settings.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
        Assert.Equal(settings.Problems.OrderBy(problem => problem.Position), settings.Problems);
        if (settings.Problems.IsEmpty && IsReadAllTheSame(text))
        {
            return;
        }

        Assert.True(XmlOracle.Accepts(text) == settings.Problems.IsEmpty, $"{settings.Problems.FirstOrDefault()}: {text}");
        if (settings.Problems.IsEmpty)
        {
            Assert.Equal(XmlOracle.Theirs(text), XmlOracle.Ours(text));
        }
    }

    /// <summary>
    /// What the platform refuses and we may read: a NUL behind the root, which the reader of .NET's configuration takes for
    /// the end, and a line end in a value of the XML declaration, which no value of ours is.
    /// </summary>
    private static bool IsReadAllTheSame(string text) =>
        text.Contains('\0', StringComparison.Ordinal) || Regex.IsMatch(text, "^\uFEFF?<\\?xml\\s[^>]*=\\s*(\"[^\"\r\n]*|'[^'\r\n]*)[\r\n]");

    private static void AssertParts(string text)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            AssertAgrees(text[..i]);
            AssertAgrees(text[i..]);
        }
    }
}
