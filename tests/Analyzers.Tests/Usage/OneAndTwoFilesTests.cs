using System.Globalization;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Usage;

/// <summary>
/// What symbols tell of a text in its own file, syntax tells of it in another one: the same code gives the same findings, however it is
/// split.
/// </summary>
public class OneAndTwoFilesTests
{
    private const string Text = "Server=localhost;Database=shop;Uid=app";

    private static readonly string[] s_drivers = ["MySqlConnector.MySqlConnection", "Microsoft.Data.SqlClient.SqlConnection"];

    private static readonly TestProject s_project = new TestProject().WithDrivers(References.MySqlConnector, References.SqlClient).WithShopOnPort3307();

    /// <summary>Members of a class that uses <c>Config.Text</c>; <c>X</c> is a driver's connection.</summary>
    [Theory]
    [InlineData("object M() => new X(Config.Text);")]
    [InlineData("object M() { var text = Config.Text; return new X(text); }")]
    [InlineData("object M() { string text; text = Config.Text; return new X(text); }")]
    [InlineData("object M() { var one = Config.Text; var two = one; return new X(two); }")]
    [InlineData("object M(string p) => new X(Config.Text + \";Password=\" + p);")]
    [InlineData("object M(string p) => new X($\"{Config.Text};Port=3308;Password={p}\");")]
    [InlineData("object M(bool b) => new X(b ? Config.Text : \"\");")]
    [InlineData("object M(string s) => new X(s ?? Config.Text);")]
    [InlineData("object M(int i) => new X(i switch { 1 => Config.Text, _ => \"\" });")]
    [InlineData("object M() => new X((string)Config.Text!);")]
    [InlineData("object M() => new X(Config.Text.Trim());")]
    [InlineData("readonly string _text = Config.Text; object M() => new X(_text);")]
    [InlineData("readonly string _text; There() { _text = Config.Text; } object M() => new X(this._text);")]
    [InlineData("string Own { get; } = Config.Text; object M() => new X(Own);")]
    [InlineData("string Own => Config.Text; object M() => new X(Own);")]
    [InlineData("string Own() { return Config.Text; } object M() => new X(Own());")]
    [InlineData("object M() { string Own() => Config.Text; return new X(Own()); }")]
    [InlineData("object M() => new X { ConnectionString = Config.Text };")]
    [InlineData("object M() { var x = new X(); x.ConnectionString = Config.Text; return x; }")]
    [InlineData("object M() => Open(Config.Text); object Open(string text) => new X(text);")]
    [InlineData("object M() => Open(text: Config.Text); object Open(int other = 0, string text = \"\") => new X(text);")]
    [InlineData("object M() => new X(With(Config.Text)); string With(string text) => text + \";Password=p\";")]
    [InlineData("object M() => new X(With(Config.Text)); string With(string text) { var more = text + \";Port=3308\"; return more; }")]
    [InlineData("object M() { var text = With(Config.Text); return new X(text); } static string With(string text) => text;")]
    [InlineData("object M() => new X(Again(Config.Text)); string Again(string text) => text.Length > 9 ? text : Again(text);")]
    [InlineData("object M() => new Repository(Config.Text); class Repository(string text) { object N() => new X(text); }")]
    [InlineData("object M() => new Repository(Config.Text); record Repository(string Text) { object N() => new X(Text); }")]
    [InlineData("bool M(string text) => text == Config.Text;")]
    [InlineData("bool M(string text) => text is Config.Text;")]
    [InlineData("object M(System.Collections.Generic.Dictionary<string, object> all) => all[Config.Text];")]
    [InlineData("void M() => System.Console.WriteLine(Config.Text);")]
    public async Task One_file_and_two_tell_the_same(string members)
    {
        foreach (var driver in s_drivers)
        {
            var (one, two) = await MessagesAsync(members, driver);
            Assert.Equal(one, two);
            Assert.Equal(members.Contains("new X", StringComparison.Ordinal) && driver == s_drivers[0], one.Length > 0);
        }
    }

    /// <summary>A row that becomes equal belongs to the test above.</summary>
    [Theory]
    [InlineData("object M() => new X(string.Concat(Config.Text, \";Password=p\"));")]
    [InlineData("object M() => new X(Config.Text.Replace(\"shop\", \"other\"));")]
    [InlineData("object M() { var text = Config.Text; text += \";Port=3308\"; return new X(text); }")]
    [InlineData("object M() { var text = \"Port=3308;\"; text += Config.Text; return new X(text); }")]
    [InlineData("object M() => new X(Config.Text.With()); } static class More { public static string With(this string text) => text + \";Password=p\";")]
    [InlineData("object M() => Config.Text.Open(); } static class More { public static object Open(this string text) => new X(text);")]
    [InlineData("object M() => new X(System.Text.RegularExpressions.Regex.Replace(Config.Text, \"shop\", \"other\"));")]
    [InlineData("object M() { object x = new X(); ((X)x).ConnectionString = Config.Text; return x; }")]
    [InlineData("object M(System.Collections.Generic.Dictionary<string, object> all) => all[Config.Text + \";Port=3308\"] ?? new X(Config.Text);")]
    public async Task Another_file_is_not_asked_who_changes_the_text_or_is_called_on_it(string members)
    {
        var (one, two) = await MessagesAsync(members, s_drivers[0]);
        Assert.NotEqual(one, two);
    }

    private static async Task<(string One, string Two)> MessagesAsync(string members, string driver)
    {
        var config = $$"""namespace Shop { public static class Config { public const string Text = "{{Text}}"; } }""";
        var there = members.Replace("new X", $"new {driver}", StringComparison.Ordinal).Replace("(X)", $"({driver})", StringComparison.Ordinal);
        there = $"namespace Shop {{ class There {{ {there} }} }}";
        return (
            await MessagesAsync(s_project.WithSource("Code.cs", config + "\n" + there)),
            await MessagesAsync(s_project.WithSource("Code.cs", config).WithSource("Other.cs", there)));
    }

    private static async Task<string> MessagesAsync(TestProject project) => string.Join(
        "\n", (await project.AnalyzeAsync()).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"));
}
