using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Xunit;

namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

public class YamlReaderTests
{
    public static TheoryData<string> Documents => new(YamlDocuments.All.Keys);

    public static TheoryData<string, string, string> Deviating => new(YamlDocuments.Deviating);

    public static TheoryData<string, string> Broken => new(YamlDocuments.Broken);

    public static TheoryData<string> ComposeFiles => new(RealComposeFiles.Names);

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
    public void A_real_compose_file_reads_as_YamlDotNet_reads_it(string name)
    {
        var text = RealComposeFiles.Read(name);

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
        // It lets an unclosed-looking text go on at its parent's level, blanks aside, and knows no tab rule within quotes and brackets.
        string[] lenient = ["a: \"b\n§\tc\"", "a: [\n§\tb]", "-§\t- a", "a:\n  §\tb: c", "§[a,\n b]: c"];

        Assert.True(!YamlOracle.Accepts(marked.Replace("§", "")) || lenient.Contains(marked), reason);
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
