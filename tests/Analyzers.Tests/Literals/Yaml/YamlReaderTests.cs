using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

public class YamlReaderTests
{
    public static TheoryData<string> Documents => new(YamlDocuments.All.Keys);

    public static TheoryData<string, string, string> Deviating => new(YamlDocuments.Deviating);

    public static TheoryData<string, string> Broken => new(YamlDocuments.Broken);

    public static TheoryData<string> ComposeFiles => new(SampleComposeFiles.Names);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_reads_as_YamlDotNet_reads_it(string name)
    {
        var text = YamlDocuments.All[name];

        Assert.Empty(YamlReader.Read(text).Problems);
        Assert.Equal(YamlOracle.Theirs(text), YamlOracle.Ours(text));
    }

    [Theory]
    [MemberData(nameof(Deviating))]
    public void A_document_reads_as_the_specification_says_where_YamlDotNet_does_not(string text, string expected, string deviation)
    {
        Assert.Empty(YamlReader.Read(text).Problems);
        Assert.Equal(expected, YamlOracle.Ours(text));
        Assert.False(YamlOracle.Agrees(text), "YamlDotNet is right by now; before, " + deviation);
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void A_whole_compose_file_reads_as_YamlDotNet_reads_it(string name)
    {
        var text = SampleComposeFiles.Read(name);

        Assert.Empty(YamlReader.Read(text).Problems);
        Assert.Equal(YamlOracle.Theirs(text.TrimStart('\uFEFF')), YamlOracle.Ours(text));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_not_YAML_is_a_problem_with_its_place(string marked, string reason)
    {
        var text = marked.Replace("§", "");
        var problem = YamlReader.Read(text).Problems[0];

        Assert.Equal(marked, text.Insert(problem.Position, "§"));
        Assert.Equal(reason, problem.Reason);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void YamlDotNet_agrees_that_it_is_not_YAML_or_is_lenient(string marked, string reason)
    {
        // It lets an unclosed-looking text go on at its parent's level, blanks aside.
        string[] lenient = ["-§\t- a", "a:\n  §\tb: c", "§[a,\n b]: c"];

        Assert.True(!YamlOracle.Accepts(marked.Replace("§", "")) || lenient.Contains(marked), reason);
    }

    /// <summary>What YAML 1.2 forbids and libyaml takes, and with it go-yaml, which Compose reads by: indentation says nothing within quotes and brackets.</summary>
    [Theory]
    [InlineData("a:\n  b: [c,\n  d]\n  e: f", """{Plain"a": {Plain"b": [Plain"c", Plain"d"], Plain"e": Plain"f"}}""")]
    [InlineData("a:\n  b: [c,\nd\n  ]\n  e: f", """{Plain"a": {Plain"b": [Plain"c", Plain"d"], Plain"e": Plain"f"}}""")]
    [InlineData("a:\n  b: {\n  c: d,\n  e: f }\n  g: h", """{Plain"a": {Plain"b": {Plain"c": Plain"d", Plain"e": Plain"f"}, Plain"g": Plain"h"}}""")]
    [InlineData("a: {\nb: c,\nd: e\n}\nf: g", """{Plain"a": {Plain"b": Plain"c", Plain"d": Plain"e"}, Plain"f": Plain"g"}""")]
    [InlineData("a:\n- [b,\n- c]", null)]
    [InlineData("a:\n- [b,\n\"- c\"]\n- d", """{Plain"a": [[Plain"b", DoubleQuoted"- c"], Plain"d"]}""")]
    [InlineData("a:\n  b: \"c\n  d\"\n  e: f", """{Plain"a": {Plain"b": DoubleQuoted"c d", Plain"e": Plain"f"}}""")]
    [InlineData("a:\n  b: 'c\nd: e'\n  f: g", """{Plain"a": {Plain"b": SingleQuoted"c d: e", Plain"f": Plain"g"}}""")]
    [InlineData("a: \"b\\\nc\" # d\ne: f", """{Plain"a": DoubleQuoted"bc", Plain"e": Plain"f"}""")]
    [InlineData("a: \"b\n---\nc\"", null)]
    [InlineData("a: \"b\n\tc\"", """{Plain"a": DoubleQuoted"b c"}""")]
    [InlineData("a: [\n\tb]", """{Plain"a": [Plain"b"]}""")]
    [InlineData("a: \"b\"# c\nd: 'e'# f\ng: [h]# i\nj: {k: l}# m", """{Plain"a": DoubleQuoted"b", Plain"d": SingleQuoted"e", Plain"g": [Plain"h"], Plain"j": {Plain"k": Plain"l"}}""")]
    [InlineData("a: [\"b\",# c\n  d]", """{Plain"a": [DoubleQuoted"b", Plain"d"]}""")]
    [InlineData("a: [# b\n  {# c\n  }# d\n  ]", """{Plain"a": [{}]}""")]
    [InlineData("a:\n  b:\n  >-\n    c\n  d: e", """{Plain"a": {Plain"b": Folded"c", Plain"d": Plain"e"}}""")]
    [InlineData("a: |# b\n  c\n", "{Plain\"a\": Literal\"c\\n\"}")]
    [InlineData("- \"a\"# b\n- c#d\n", """[DoubleQuoted"a", Plain"c#d"]""")]
    [InlineData("a: \"it\\'s\"", """{Plain"a": DoubleQuoted"it's"}""")]
    [InlineData("a: \"b\"c", null)]
    [InlineData("a: 'b\\'c'", null)]
    public void What_Compose_takes_is_read(string text, string? expected)
    {
        var stream = YamlReader.Read(text);
        if (expected is null)
        {
            Assert.NotEmpty(stream.Problems);
            return;
        }

        Assert.Empty(stream.Problems);
        Assert.Equal(expected, YamlOracle.Ours(text));
        YamlTree.AssertPlaces(text);
    }

    [Fact]
    public void Repeated_keys_are_kept()
    {
        var stream = YamlReader.Read("a: 1\nb: 2\na: 3\n");

        Assert.Empty(stream.Problems);
        var mapping = Assert.IsType<YamlMapping>(stream.Documents[0]);
        Assert.Equal(3, mapping.Entries.Count);
        Assert.Equal("3", Assert.IsType<YamlScalar>(mapping["a"]).Value);
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_file()
    {
        var problems = YamlReader.Read("a: [\"\\q\", \"\\w\"\nb: \"c\nd\n").Problems;

        Assert.True(problems.Length > 3);
        Assert.Equal(problems.OrderBy(problem => problem.Position), problems);
    }
}
