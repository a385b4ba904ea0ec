using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Engines;

/// <summary>Whose text it is: sinks first, then the text itself, then the project.</summary>
public class EngineEvidenceTests
{
    private const string Plain = "Server=[|localhost|];Database=shop;Uid=app;Pwd=x";
    private static readonly TestProject s_noDriver = new TestProject().WithDrivers();
    private static readonly TestProject s_twoDrivers = new TestProject().WithDrivers(References.MySqlConnector, References.SqlClient, References.MySqlData, References.EntityFramework);

    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlConnection(#);")]
    [InlineData("MySqlConnector.MySqlConnection c = new(#);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(connectionString: #);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection { ConnectionString = # };")]
    [InlineData("var c = new MySqlConnector.MySqlConnection(); c.ConnectionString = #;")]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder(#);")]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder { ConnectionString = # };")]
    [InlineData("_ = new MySqlConnector.MySqlDataSource(#);")]
    [InlineData("_ = new MySql.Data.MySqlClient.MySqlConnection(#);")]
    [InlineData("MySql.Data.MySqlClient.MySqlHelper.ExecuteNonQuery(#, \"SELECT 1\");")]
    [InlineData("new DbContextOptionsBuilder().UseMySql(#, null!);")]
    [InlineData("new DbContextOptionsBuilder().UseMySQL(#);")]
    [InlineData("ServerVersion.AutoDetect(#);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection((string?)# ?? \"\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(System.Environment.GetEnvironmentVariable(\"CS\") ?? #);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(System.Environment.NewLine == \"\" ? \"\" : (#)!);")]
    [InlineData("var text = #; _ = new MySqlConnector.MySqlConnection(text);")]
    [InlineData("string text; text = #; System.Console.WriteLine(text); _ = new MySqlConnector.MySqlConnection(text);")]
    [InlineData("const string text = #; System.Action a = () => new MySqlConnector.MySqlConnection(text);")]
    [InlineData("var first = #; var second = first; _ = new MySqlConnector.MySqlConnection(second);")]
    [InlineData("var text = #; _ = new MySqlConnector.MySqlConnection(text + \";Pooling=true\");")]
    [InlineData("var text = #; _ = new MySqlConnector.MySqlConnection($\"{text};Pooling=true\");")]
    [InlineData("void Local(string text = #) { _ = new MySqlConnector.MySqlConnection(text); }")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(#")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(#, 1, 2, 3);")]
    public Task A_text_that_reaches_a_MySql_sink_is_MySqls(string statement) => Verify.CodeAsync(InMethod(statement, Plain), LocalhostInMySql.Id, InMethod(statement, "Server=127.0.0.1;Database=shop;Uid=app;Pwd=x"), s_twoDrivers);

    [Theory]
    [InlineData("private const string Text = #; object M() => new MySqlConnector.MySqlConnection(Text);")]
    [InlineData("private readonly string _text = #; object M() => new MySqlConnector.MySqlConnection(this._text);")]
    [InlineData("public static string Text { get; } = #; class D { object M() => new MySqlConnector.MySqlConnection(C.Text); }")]
    [InlineData("public string Text => #; object M() => new MySqlConnector.MySqlConnection(Text);")]
    [InlineData("public string Text { get { return #; } } object M() => new MySqlConnector.MySqlConnection(Text);")]
    [InlineData("public string Text { get => #; } object M() => new MySqlConnector.MySqlConnection(Text);")]
    [InlineData("private string _text; public C() { _text = #; } object M() => new MySqlConnector.MySqlConnection(_text);")]
    public Task A_member_that_reaches_a_MySql_sink_is_MySqls(string member) =>
        Verify.CodeAsync($"class C {{ {member.Replace("#", $"\"{Plain}\"", StringComparison.Ordinal)} }}", LocalhostInMySql.Id, $"class C {{ {member.Replace("#", "\"Server=127.0.0.1;Database=shop;Uid=app;Pwd=x\"", StringComparison.Ordinal)} }}", s_twoDrivers);

    [Theory]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(#);")]
    [InlineData("new DbContextOptionsBuilder().UseSqlServer(#);")]
    [InlineData("var text = #; _ = new Microsoft.Data.SqlClient.SqlConnection(text);")]
    [InlineData("var text = #; _ = new Microsoft.Data.SqlClient.SqlConnection(text); _ = new MySqlConnector.MySqlConnection(text);")]
    [InlineData("var text = #;")]
    [InlineData("Use(#); void Use(string text) { }")]
    public Task A_text_of_another_engine_or_of_two_is_silent(string statement) => Verify.SilentAsync(InMethod(statement, Markup.Parse(Plain).Text), s_twoDrivers);

    [Theory]
    [InlineData("Server=[|localhost|];Uid=a;AllowPublicKeyRetrieval=true", "Server=127.0.0.1;Uid=a;AllowPublicKeyRetrieval=true")]
    [InlineData("server=[|localhost|];allow user variables=true", "server=127.0.0.1;allow user variables=true")]
    [InlineData("Server=[|localhost|];Ssl Mode=none", "Server=127.0.0.1;Ssl Mode=none")]
    [InlineData("Server=[|localhost|];CharSet=utf8mb4", "Server=127.0.0.1;CharSet=utf8mb4")]
    [InlineData("Server=[|localhost|];Port=3306;Uid=a", "Server=127.0.0.1;Port=3306;Uid=a")]
    [InlineData("Host=[|localhost|];Port=13307;Username=a", "Host=127.0.0.1;Port=13307;Username=a")]
    [InlineData("Server=[|localhost|];Port=33060", "Server=127.0.0.1;Port=33060")]
    public Task A_text_with_a_key_or_port_of_MySql_is_MySqls_in_any_project(string text, string fixedText) =>
        Verify.CodeAsync(InMethod("var text = #;", text), LocalhostInMySql.Id, InMethod("var text = #;", fixedText), s_noDriver);

    [Theory]
    [InlineData("Server=localhost;Database=shop;Uid=app;Pwd=x")]
    [InlineData("Server=localhost;Port=5432;Database=shop;User Id=app")]
    [InlineData("Server=localhost;Port=3306;Trusted_Connection=True")]
    [InlineData("Server=localhost;Port=3306;Foo=bar")]
    [InlineData("Server=localhost;AllowUserVariables=true;Encrypt=false")]
    [InlineData("Server=localhost;Port=3306;SslMode=Prefer")]
    [InlineData("Server=localhost;Charset=utf8;User=SYSDBA")]
    [InlineData("Server=localhost;Port=8889;Database=shop")]
    [InlineData("Server=localhost;Port=23050;Uid=a")]
    [InlineData("Server=localhost;Port=103306;Uid=a")]
    public Task A_text_that_is_not_surely_MySqls_is_silent(string text) => Verify.SilentAsync(InMethod("var text = #;", text), s_noDriver);

    [Theory]
    [InlineData("Server=[|localhost|];Database=shop;Uid=app", "Server=127.0.0.1;Database=shop;Uid=app")]
    [InlineData("server=[|localhost|];initial catalog=shop", "server=127.0.0.1;initial catalog=shop")]
    public Task The_projects_only_driver_decides(string text, string fixedText) =>
        Verify.CodeAsync(InMethod("var text = #;", text), LocalhostInMySql.Id, InMethod("var text = #;", fixedText));

    [Theory]
    [InlineData("Server=localhost;Uid=app;Pwd=x")]
    [InlineData("host=localhost;username=guest")]
    [InlineData("Server=localhost;Database=shop;Integrated Security=true")]
    [InlineData("Server=localhost;Database=shop;MultipleActiveResultSets=true")]
    [InlineData("Server=localhost;Port=5432;Database=shop")]
    [InlineData("Server=localhost;Database=shop;SslMode=Require")]
    [InlineData("Server=localhost;Database=")]
    public Task The_projects_driver_does_not_decide_a_text_without_a_database_or_of_another_engine(string text) => Verify.SilentAsync(InMethod("var text = #;", text));

    [Fact]
    public async Task A_project_with_a_second_client_that_reads_the_same_keys_decides_nothing()
    {
        MetadataReference[] others = [References.SqlClient, References.Npgsql, References.EasyNetQ];
        foreach (var other in others)
        {
            await Verify.SilentAsync(InMethod("var text = #;", Markup.Parse(Plain).Text), new TestProject().WithDrivers(References.MySqlConnector, other));
        }
    }

    [Fact]
    public Task In_NET_Framework_the_platform_holds_a_second_driver() => Verify.SilentAsync(
        InMethod("var text = #;", Markup.Parse(Plain).Text),
        new TestProject().WithDrivers(References.MySqlConnector, References.Stub("Framework", "namespace System.Data.SqlClient { public class SqlConnection { } }")));

    [Theory]
    [InlineData("System.Console.WriteLine(#);")]
    [InlineData("System.Diagnostics.Debug.WriteLine(#);")]
    [InlineData("new System.Text.StringBuilder().Append(#);")]
    [InlineData("throw new System.ArgumentException(#);")]
    [InlineData("_ = System.Text.RegularExpressions.Regex.IsMatch(\"\", #);")]
    [InlineData("_ = string.Format(#, 1);")]
    [InlineData("_ = \"\".Contains(#);")]
    [InlineData("_ = \"\".StartsWith(#);")]
    [InlineData("_ = System.Environment.NewLine == #;")]
    [InlineData("_ = System.Environment.NewLine is #;")]
    [InlineData("switch (System.Environment.NewLine) { case #: break; }")]
    [InlineData("Xunit.Assert.Equal(#, null);")]
    [InlineData("var expected = #; _ = System.Environment.NewLine == expected;")]
    [InlineData("var expected = #; Xunit.Assert.Equal(expected, null);")]
    [InlineData("ILogger logger = null!; logger.LogInformation(#);")]
    [InlineData("LogInformation(#);", "Unresolved.")]
    public Task A_text_that_is_only_printed_or_compared_is_silent(string statement, string prefix = "") =>
        Verify.SilentAsync(InMethod(prefix + statement, Markup.Parse(Plain).Text + ";Port=3306"), new TestProject().WithDrivers(References.MySqlConnector, References.Xunit, References.Logging));

    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlParameter(\"@text\", #);")]
    [InlineData("new MySqlConnector.MySqlCommand().Parameters.AddWithValue(\"@text\", #);")]
    [InlineData("new MySqlConnector.MySqlCommand().CommandText = #;")]
    [InlineData("_ = System.StringComparer.Ordinal.Equals(#, null);")]
    [InlineData("_ = new System.Collections.Generic.List<string>().Contains(#);")]
    [InlineData("System.Console.Error.WriteLine(#);")]
    [InlineData("System.IO.File.WriteAllText(\"a\", #);")]
    [InlineData("_ = new Other.CubeConnectionStringBuilder(#);")]
    public Task A_text_that_is_stored_or_goes_to_an_unknown_driver_is_silent(string statement) => Verify.SilentAsync(
        InMethod(statement, Markup.Parse(Plain).Text),
        new TestProject().WithDrivers(References.MySqlConnector, References.Stub("Other", "namespace Other { public class CubeConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder { public CubeConnectionStringBuilder(string text) { } } }")));

    [Theory]
    [InlineData("class MigrateCommand { public MigrateCommand(string text) { } public string ConnectionString { get; set; } } class C { object M() => new MigrateCommand(#); }")]
    [InlineData("static class Log { public static void Init(string text) { } } class C { void M() => Log.Init(#); }")]
    [InlineData("class C { object M() => new Shop.ShopConnection(#); }")]
    public Task A_type_of_the_users_own_is_no_bystander_and_no_driver_by_its_name(string code) => Verify.CodeAsync(
        code.Replace("#", $"\"{Plain}\"", StringComparison.Ordinal),
        LocalhostInMySql.Id,
        code.Replace("#", "\"Server=127.0.0.1;Database=shop;Uid=app;Pwd=x\"", StringComparison.Ordinal),
        new TestProject().WithDrivers(References.MySqlConnector, References.Stub("Shop", "namespace Shop { public class ShopConnection { public ShopConnection(string text) { } } }")));

    [Theory]
    [InlineData("class C { string M() { var text = #; System.Console.WriteLine(text); return text; } }")]
    [InlineData("class C { public static string Text = #; static void M() { if (string.IsNullOrEmpty(Text)) { throw new System.InvalidOperationException(Text); } } }")]
    [InlineData("class C { string M() { var text = #; if (text == null) { } return text; } }")]
    [InlineData("class C { public const string Text = #; void M() => System.Console.WriteLine(Text); }")]
    [InlineData("class C { public string Text { get; set; } = #; bool M(C other) => other.Text == Text; }")]
    public Task A_harmless_use_does_not_hide_what_goes_on_elsewhere(string code) => Verify.CodeAsync(
        code.Replace("#", $"\"{Plain}\"", StringComparison.Ordinal), LocalhostInMySql.Id, code.Replace("#", "\"Server=127.0.0.1;Database=shop;Uid=app;Pwd=x\"", StringComparison.Ordinal));

    [Fact]
    public Task A_log_that_writes_to_MySql_connects() => Verify.CodeAsync(
        "class C { object M() => new NLog.Targets.DatabaseTarget { ConnectionString = \"Server=[|localhost|];AllowUserVariables=true\" }; }",
        LocalhostInMySql.Id,
        "class C { object M() => new NLog.Targets.DatabaseTarget { ConnectionString = \"Server=127.0.0.1;AllowUserVariables=true\" }; }",
        new TestProject().WithDrivers(References.Stub("NLog", "namespace NLog.Targets { public class DatabaseTarget { public string ConnectionString { get; set; } = \"\"; } }")));

    [Theory]
    [InlineData("builder?.UseMySql(#);")]
    [InlineData("UseMySql(null, #);")]
    [InlineData("MySqlConnection c = new(#);")]
    public Task An_unresolved_call_of_any_form_is_known_by_its_name(string statement) =>
        Verify.CodeAsync(InMethod(statement, "Server=[|localhost|]"), LocalhostInMySql.Id, InMethod(statement, "Server=127.0.0.1"), s_noDriver);

    [Fact]
    public Task An_unresolved_driver_is_known_by_its_name() =>
        Verify.CodeAsync(InMethod("_ = new MySqlConnection(#);", "Server=[|localhost|]"), LocalhostInMySql.Id, InMethod("_ = new MySqlConnection(#);", "Server=127.0.0.1"), s_noDriver);

    [Theory]
    [InlineData("MySql.Data")]
    [InlineData("MySql.EntityFrameworkCore")]
    [InlineData("Pomelo.EntityFrameworkCore.MySql")]
    public Task Every_MySql_driver_decides(string assembly) =>
        Verify.CodeAsync(InMethod("var text = #;", Plain), LocalhostInMySql.Id, InMethod("var text = #;", "Server=127.0.0.1;Database=shop;Uid=app;Pwd=x"), new TestProject().WithDrivers(References.Stub(assembly, "public class Driver { }")));

    private static string InMethod(string statement, string text) =>
        $"using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.Logging; class C {{ void M() {{ {statement.Replace("#", $"\"{text}\"", StringComparison.Ordinal)} }} }}";
}
