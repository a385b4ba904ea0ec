using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>Files with many texts: each is worked out from its own member, not from all uses of a common name.</summary>
public class ManyTextsTests
{
    private const int Count = 3_000;

    [Fact]
    public async Task Thousands_of_locals_of_one_name_are_told_apart_and_repaired()
    {
        var methods = Enumerable.Range(0, Count).Select(i => i % 2 == 0
            ? "void M" + i + "() { var text = \"Server=localhost;Uid=a\"; _ = new MySqlConnector.MySqlConnection(text); _ = text.Length; }"
            : "void M" + i + "() { var text = \"Server=localhost;Uid=a\"; _ = new Microsoft.Data.SqlClient.SqlConnection(text); _ = text.Length; }");
        var project = new TestProject().WithDrivers(References.MySqlConnector, References.SqlClient).WithSource("Code.cs", $"class C {{\n{string.Join("\n", methods)}\n}}");
        Assert.Equal(Count / 2, (await project.AnalyzeAsync()).Length);
        var repaired = (await TestProject.FixAllAsync(project.ToSolution().Projects.Single(), LocalhostInMySql.Id, FixAllScope.Project))!;
        Assert.Equal(Count / 2, (await TestProject.TextOfAsync(repaired, "Code.cs")).Split("127.0.0.1").Length - 1);
    }

    [Fact]
    public async Task A_variable_of_thousands_of_texts_is_left_to_the_other_evidence()
    {
        var texts = Enumerable.Range(0, Count).Select(_ => "_text = \"Server=localhost;Database=shop\"; _ = new MySqlConnector.MySqlConnection(_text);");
        var code = $"class C {{ string _text; void M() {{\n{string.Join("\n", texts)}\n}} }}";
        Assert.Equal(Count, (await new TestProject().WithSource("Code.cs", code).AnalyzeAsync()).Length);
        Assert.Empty(await new TestProject().WithDrivers(References.MySqlConnector, References.SqlClient).WithSource("Code.cs", code + " class Other { Microsoft.Data.SqlClient.SqlConnection? _other; }").AnalyzeAsync());
    }

    /// <summary>Deep chains and holders that go round in circles end.</summary>
    [Theory]
    [InlineData("var t = #; t = t.Replace(\"X\", \"y\"); t = t?.Replace(\"X\", \"y\"); _ = new MySqlConnector.MySqlConnection(t);")]
    [InlineData("var a = #; var b = a; a = b; b = a; _ = new MySqlConnector.MySqlConnection(a);")]
    [InlineData("string T() => #; _ = new MySqlConnector.MySqlConnection(T()?.Trim()?.Replace(\"X\", \"y\")?.Trim());")]
    public async Task Circles_end(string statements) =>
        Assert.Single(await new TestProject().WithSource("Code.cs", $"class C {{ void M() {{ {statements.Replace("#", "\"Server=localhost;Database=shop\"", StringComparison.Ordinal)} }} }}").AnalyzeAsync());

    [Fact]
    public async Task A_thousand_calls_in_a_row_are_followed_without_a_deep_stack()
    {
        var calls = string.Concat(Enumerable.Repeat(".Replace(\"X\", \"y\")", 1_000));
        Assert.Single(await new TestProject().WithSource("Code.cs", $"class C {{ object M() => new MySqlConnector.MySqlConnection(\"Server=localhost;Uid=a\"{calls}); }}").AnalyzeAsync());
    }
}
