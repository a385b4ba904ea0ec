using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Json;

public class JsonToleranceTests
{
    public static TheoryData<string> Documents => new(JsonDocuments.All.Keys);

    public static TheoryData<string, string, string> Broken => new(JsonDocuments.Broken);

    // Between two sections that are whole, one has a line that is half typed. Each case is that line.
    [Theory]
    [InlineData("    \"Host\": \"db")]
    [InlineData("    \"Host\": \"db,")]
    [InlineData("    \"Host\": ")]
    [InlineData("    \"Host\":")]
    [InlineData("    \"Host\"")]
    [InlineData("    \"Host")]
    [InlineData("    \"")]
    [InlineData("    Host")]
    [InlineData("    Host: db,")]
    [InlineData("    'Host': 'db',")]
    [InlineData("    \"Host\": \"db\"")]
    [InlineData("    \"Host\" \"db\",")]
    [InlineData("    \"Host\": \"db\",,")]
    [InlineData("    \"Host\": [ \"db\",")]
    [InlineData("    \"Host\": [ \"db\", ")]
    [InlineData("    \"Host\": [")]
    [InlineData("    \"Host\": \"db\\\",")]
    [InlineData("    \"Host\": \"C:\\data\",")]
    [InlineData("    \"Host\": tru,")]
    [InlineData("    ,")]
    [InlineData("    :")]
    [InlineData("    ]")]
    [InlineData("    /")]
    public void A_line_that_is_half_typed_leaves_the_sections_around_it(string line)
    {
        var text = $$"""
            {
              "First": { "Host": "localhost" },
              "Broken": {
            {{line}}
                "Port": 3306
              },
              "Last": { "Ports": [ 3307 ] }
            }
            """;
        var stream = JsonReader.Read(text);

        Assert.NotEmpty(stream.Problems);
        var root = Assert.IsType<YamlMapping>(Assert.Single(stream.Documents));
        Assert.Equal(["First", "Broken", "Last"], root.Entries.Select(entry => Assert.IsType<YamlScalar>(entry.Key).Value));
        Assert.Equal("{'Host': 'localhost'}", JsonOracle.Show(root["First"]!));
        Assert.Equal("{'Ports': [3307]}", JsonOracle.Show(root["Last"]!));
        Assert.Equal("3306", Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(root["Broken"])["Port"]).Value);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_prefix_and_suffix_of_a_document_is_read(string name) => AssertParts(JsonDocuments.All[name]);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_prefix_and_suffix_of_a_broken_document_is_read(string marked, string reason, string read)
    {
        Assert.NotEmpty(reason);
        AssertParts(marked.Replace("§", ""));
        AssertParts(read);
    }

    /// <summary>The tree is sound and the problems lie in the text; there are none exactly when System.Text.Json reads the text, and then the same.</summary>
    internal static void AssertAgrees(string text)
    {
        var stream = JsonReader.Read(text);
        YamlTree.AssertPlaces(text, stream);
        Assert.All(stream.Problems, problem => Assert.InRange(problem.Position, 0, text.Length));
        if (JsonOracle.Accepts(text) is { } accepts)
        {
            Assert.True(accepts == stream.Problems.IsEmpty, $"{accepts}: {text}");
            Assert.True(!accepts || !JsonOracle.IsReadable(text) || JsonOracle.Theirs(text) == JsonOracle.Show(stream), text);
        }
    }

    private static void AssertParts(string text)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            AssertAgrees(text[..i]);
            AssertAgrees(text[i..]);
        }
    }
}
