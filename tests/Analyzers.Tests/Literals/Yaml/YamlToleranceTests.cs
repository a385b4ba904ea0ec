using CsCheck;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

public class YamlToleranceTests
{
    public static TheoryData<string> Documents => new(YamlDocuments.All.Keys);

    public static TheoryData<string> ComposeFiles => new(SampleComposeFiles.Names);

    // Between two services that are whole, one has a line that is half typed. Each case is that line.
    [Theory]
    [InlineData("    image: §\"mysql", "the quote is not closed")]
    [InlineData("    image: §'mysql", "the quote is not closed")]
    [InlineData("    command: §[a, \"b\"", "the '[' is not closed")]
    [InlineData("    command: §[a, [b, c]", "the '[' is not closed")]
    [InlineData("    command: §[a, \"b, c]", "the '[' is not closed")]
    [InlineData("    environment: §{ A: b", "the '{' is not closed")]
    [InlineData("    §image", "the line has no ': ' behind a key")]
    [InlineData("    §image:mysql", "the line has no ': ' behind a key")]
    [InlineData("    §\"image", "the quote is not closed")]
    [InlineData("   §image: mysql", "the indentation fits no line above")]
    [InlineData("      §image: mysql", "the indentation fits no line above")]
    [InlineData("§\timage: mysql", "a tab is used as indentation")]
    [InlineData("    §\timage: mysql", "a tab is used as indentation")]
    [InlineData("    §- image", "a list item stands where a key is expected")]
    [InlineData("    image: mysql§: 8", "the value has ': ' in it and no quotes")]
    [InlineData("    image: \"mysql\" §8", "there is text behind the end of the value")]
    public void A_line_that_is_half_typed_leaves_the_services_around_it(string markedLine, string reason)
    {
        var marked = $"""
            services:
              first:
                image: nginx
              broken:
                build: .
            {markedLine}
                restart: always
              last:
                ports:
                  - "3307:3306"
            volumes:
              data:
            """.ReplaceLineEndings("\n");
        var text = marked.Replace("§", "");
        var stream = YamlReader.Read(text);

        Assert.Equal(marked, text.Insert(stream.Problems[0].Position, "§"));
        Assert.Equal(reason, stream.Problems[0].Reason);
        var root = Assert.IsType<YamlMapping>(Assert.Single(stream.Documents));
        var services = Assert.IsType<YamlMapping>(root["services"]);
        Assert.Equal(["first", "broken", "last"], services.Entries.Select(entry => Assert.IsType<YamlScalar>(entry.Key).Value));
        Assert.Equal("""{Plain"image": Plain"nginx"}""", YamlOracle.Show(services["first"]!));
        Assert.Equal("""{Plain"ports": [DoubleQuoted"3307:3306"]}""", YamlOracle.Show(services["last"]!));
        Assert.Equal("""{Plain"data": Plain""}""", YamlOracle.Show(root["volumes"]!));
        Assert.Equal(".", Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(services["broken"])["build"]).Value);
    }

    [Theory]
    [InlineData("vers\nservices:\n  db: 1\n", """{Plain"services": {Plain"db": Plain"1"}}""")]
    [InlineData("vers\nservices : \n  db: 1\n", """{Plain"services": {Plain"db": Plain"1"}}""")]
    [InlineData("services:\n  db\n    image: a\n  web: b\n", """{Plain"services": {Plain"web": Plain"b"}}""")]
    [InlineData("a:\n    b: c\n  d: e\n  f: g\nh: i\n", """{Plain"a": {Plain"b": Plain"c", Plain"d": Plain"e", Plain"f": Plain"g"}, Plain"h": Plain"i"}""")]
    [InlineData("- a\n- b: \"c\n- d\n", """[Plain"a", {Plain"b": DoubleQuoted"c"}, Plain"d"]""")]
    [InlineData("a:\n  \"b\"\n  - c\n", """{Plain"a": [Plain"c"]}""")]
    [InlineData("a: [b, \"c\"\n   \nd: e\n", """{Plain"a": [Plain"b", DoubleQuoted"c"], Plain"d": Plain"e"}""")]
    [InlineData("a: \"C:\\data\\x\"\n", """{Plain"a": DoubleQuoted"C:\\data\\x"}""")]
    [InlineData("a: @b\nc: d\n", """{Plain"a": Plain"@b", Plain"c": Plain"d"}""")]
    [InlineData("a: b\n--- \"c\" d\n---\ne: f\n", "{Plain\"a\": Plain\"b\"}\nDoubleQuoted\"c\"\n{Plain\"e\": Plain\"f\"}")]
    public void What_can_be_read_is_read(string text, string expected)
    {
        Assert.NotEmpty(YamlReader.Read(text).Problems);
        Assert.Equal(expected, YamlOracle.Ours(text));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_prefix_and_suffix_of_a_document_is_read(string name)
    {
        var text = YamlDocuments.All[name];
        for (var i = 0; i <= text.Length; i++)
        {
            YamlTree.AssertPlaces(text[..i]);
            YamlTree.AssertPlaces(text[i..]);
        }
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Every_prefix_of_a_whole_compose_file_is_read(string name)
    {
        var text = SampleComposeFiles.Read(name);
        for (var i = 0; i <= text.Length; i++)
        {
            Assert.All(YamlReader.Read(text[..i]).Problems, problem => Assert.InRange(problem.Position, 0, i));
        }
    }

    [Fact]
    public void A_file_with_random_damage_is_read()
    {
        var files = YamlDocuments.All.Values.ToArray();
        var damage = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 3], Gen.OneOf("", "\"", "'", "[", "}", ":", ": ", "\n", "\n  ", "\t", "- ", "|", "&", "*", "!", "#", "\\", "---\n", "\0", "\uD800"));
        Gen.Select(Gen.Int[0, files.Length - 1], damage.Array[1, 6]).Sample(
            (file, damages) =>
            {
                var text = files[file];
                foreach (var (position, removed, inserted) in damages)
                {
                    var start = position % (text.Length + 1);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
                }

                YamlTree.AssertPlaces(text);
            },
            iter: LongRuns.Of(20_000));
    }
}
