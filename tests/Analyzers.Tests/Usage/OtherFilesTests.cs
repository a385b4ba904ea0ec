using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>Texts whose sinks, or whose host, stand in another file. The finding is always the literal's own file's.</summary>
public class OtherFilesTests
{
    private const string Text = "Server=[|localhost|];Database=shop;Uid=app";
    private const string Fixed = "Server=127.0.0.1;Database=shop;Uid=app";

    private static readonly TestProject s_project = new TestProject().WithDrivers(References.MySqlConnector, References.SqlClient);

    [Theory]
    [InlineData("public static class Config { public const string Text = #; }", "new X(Config.Text)")]
    [InlineData("public static class Config { public static string Text => #; }", "new X(Config.Text)")]
    [InlineData("public static class Config { public static string Text() => #; }", "new X(Config.Text())")]
    [InlineData("public static class Config { public static string Text { get; } = #; }", "new X(Shop.Config.Text)")]
    [InlineData("public class Config { public string Text { get; set; } = #; }", "new X(new Config().Text)")]
    [InlineData("public class Config { public string Text { get; set; } = #; } ", "M2(null); object M2(Config config) => new X(config.Text)")]
    [InlineData("public partial class Both { private const string Text = #; }", "0; } } public partial class Both { object M() { return new X(Text)")]
    [InlineData("public class Base { protected const string Text = #; }", "0; } } public class Derived : Base { object M() { return new X(Text)")]
    [InlineData("class Here { object M() => new Repository(#); }", "0; } } class Repository(string text) { object M() { return new X(text)")]
    [InlineData("class Here { object M() => new Repository(#); }", "0; } } class Repository { readonly string _text; public Repository(string text) { _text = text; } object M() { return new X(_text)")]
    [InlineData("class Here { object M() => new Repository(text: #); }", "0; } } class Repository { readonly string _text; public Repository(int other = 0, string text = \"\") => this._text = text; object M() { var copy = _text; return new X(copy)")]
    [InlineData("class Here { object M() => Opener.Open(#); }", "0; } } static class Opener { public static object Open(string text) { return new X(text + \";Pwd=x\")")]
    public async Task The_sink_of_another_file_decides(string here, string there)
    {
        var other = $"namespace Shop; class There {{ object M() {{ return {there}; }} }}";
        var project = s_project.WithSource("Other.cs", other.Replace("new X(", "new MySqlConnector.MySqlConnection(", StringComparison.Ordinal));
        await Verify.CodeAsync(In(here, Text), LocalhostInMySql.Id, In(here, Fixed), project);
        await Verify.SilentAsync(In(here, Markup.Parse(Text).Text), s_project.WithSource("Other.cs", other.Replace("new X(", "new Microsoft.Data.SqlClient.SqlConnection(", StringComparison.Ordinal)));
    }

    [Fact]
    public Task Two_drivers_in_two_files_contradict_each_other() => Verify.SilentAsync(
        In("public static class Config { public const string Text = #; }", Markup.Parse(Text).Text),
        s_project
            .WithSource("One.cs", "namespace Shop; class One { object M() => new MySqlConnector.MySqlConnection(Config.Text); }")
            .WithSource("Two.cs", "namespace Shop; class Two { object M() => new Microsoft.Data.SqlClient.SqlConnection(Config.Text); }"));

    [Theory]
    [InlineData("class Other { public const string Text = \"\"; object M() => new MySqlConnector.MySqlConnection(Other.Text); }")]
    [InlineData("class Other { object M(Settings settings) => new MySqlConnector.MySqlConnection(settings.Text); } class Settings { public string Text = \"\"; }")]
    [InlineData("class Other { object M(string Text) => new MySqlConnector.MySqlConnection(Text); }")]
    public Task The_same_name_of_another_type_decides_nothing(string other) =>
        Verify.SilentAsync(In("public static class Config { public const string Text = #; }", Markup.Parse(Text).Text), s_project.WithSource("Other.cs", $"namespace Shop; {other}"));

    [Fact]
    public Task A_private_constant_that_another_part_of_its_class_uses_is_not_edited()
    {
        const string code = "partial class C { private const string Host = \"[|localhost|]\"; object M() => new MySqlConnector.MySqlConnection($\"Server={Host};Database=shop\"); }";
        return Verify.CodeAsync(code, LocalhostInMySql.Id, Markup.Parse(code).Text, s_project.WithSource("Other.cs", "partial class C { bool N(string host) => host == Host; }"));
    }

    [Fact]
    public Task A_text_that_a_partial_class_continues_is_reported_once() => Verify.CodeAsync(
        "partial class C { private const string Base = \"Server=[|localhost|];Database=shop;Uid=root\"; object M(string p) => new MySqlConnector.MySqlConnection(Base + \";Password=\" + p); } partial class C { }",
        LocalhostInMySql.Id,
        "partial class C { private const string Base = \"Server=127.0.0.1;Database=shop;Uid=root\"; object M(string p) => new MySqlConnector.MySqlConnection(Base + \";Password=\" + p); } partial class C { }",
        s_project);

    [Fact]
    public async Task A_host_of_another_file_is_reported_where_it_is_written()
    {
        var project = s_project
            .WithSource("Code.cs", "class C { object M() => new MySqlConnector.MySqlConnection($\"Server={Hosts.Local};Database=shop\"); }")
            .WithSource("Hosts.cs", "static class Hosts\n{\n    public const string Local = \"localhost\";\n}");
        var solution = project.ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        Assert.Equal("Hosts.cs", Path.GetFileName(diagnostic.Location.GetLineSpan().Path));
        Assert.NotEmpty(await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic));
        Assert.Null(await TestProject.FixAllAsync(solution.Projects.Single(), diagnostic.Id, Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution));
    }

    [Fact]
    public async Task A_host_of_another_file_in_a_format_is_reported_where_it_is_named_and_its_place_is_told()
    {
        var project = s_project
            .WithSource("Code.cs", "class C { object M() => new MySqlConnector.MySqlConnection(string.Format(\"Server={0};Database=shop\", Hosts.Local)); }")
            .WithSource("Hosts.cs", "static class Hosts\n{\n    public const string Local = \"localhost\";\n}");
        var solution = project.ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        Assert.Equal("Code.cs", Path.GetFileName(diagnostic.Location.GetLineSpan().Path));
        Assert.EndsWith("; the host is written in Hosts.cs:3", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic));
    }

    private static string In(string here, string text) => $"namespace Shop {{ {here.Replace("#", $"\"{text}\"", StringComparison.Ordinal)} }}";
}
