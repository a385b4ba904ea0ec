using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>A MySQL text without a host means localhost to MySqlConnector, and to no other driver.</summary>
public class HostLeftOutTests
{
    private static readonly TestProject s_project = new TestProject()
        .WithDrivers(References.MySqlConnector, References.MySqlData, References.SqlClient, References.EntityFramework)
        .WithShopOnPort3307();

    [Theory]
    [InlineData("[|Database=shop;Uid=root|]", "Server=127.0.0.1;Port=3307;Database=shop;Uid=root")]
    [InlineData("[|uid=root;pwd=x|]", "uid=root;pwd=x")]
    [InlineData("[|uid=root;pwd=x;port=3307|]", "server=127.0.0.1;uid=root;pwd=x;port=3307")]
    [InlineData("[|UID=root;DATABASE=shop;PORT=3306|]", "SERVER=127.0.0.1;UID=root;DATABASE=shop;PORT=3306")]
    public async Task The_host_is_inserted(string text, string fixedText) => await Verify.CodeAsync(
        $"class C {{ object M() => new MySqlConnector.MySqlConnection(\"{text}\"); }}",
        LocalhostInMySql.Id,
        $"class C {{ object M() => new MySqlConnector.MySqlConnection(\"{fixedText}\"); }}",
        fixedText.Contains("PORT", StringComparison.Ordinal) ? new TestProject() : s_project);

    [Fact]
    public Task A_written_port_is_repaired_with_it() => Verify.CodeAsync(
        "class C { object M() => new MySqlConnector.MySqlConnection(\"[|Database=shop;Port=3306;Uid=root|]\"); }",
        LocalhostInMySql.Id,
        "class C { object M() => new MySqlConnector.MySqlConnection(\"Server=127.0.0.1;Database=shop;Port=3307;Uid=root\"); }",
        s_project);

    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlConnection(@\"[|Database=shop;Uid=root|]\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection { ConnectionString = \"[|Database=shop;Uid=root|]\" };")]
    [InlineData("using var source = new MySqlConnector.MySqlDataSource(\"[|Database=shop;Uid=root|]\");")]
    [InlineData("new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder().UseMySql(\"[|Database=shop;Uid=root|]\", null!);")]
    public Task Each_sink_of_MySqlConnector_and_Pomelo_counts(string statement) => Verify.CodeAsync(
        InMethod(statement), LocalhostInMySql.Id, InMethod(statement.Replace("[|", "Server=127.0.0.1;Port=3307;", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), s_project);

    [Theory]
    [InlineData("_ = new MySql.Data.MySqlClient.MySqlConnection(\"Database=shop;Uid=root\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Database=shop;Uid=root\");")]
    [InlineData("new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder().UseMySQL(\"Database=shop;Uid=root\");")]
    [InlineData("var text = \"Database=shop;Uid=root\"; _ = new MySqlConnector.MySqlConnection(text);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop;Uid=root\" + host);")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(host + \"Database=shop;Uid=root\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection($\"Database=shop;Uid={host}\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop;\" + \"Uid=root\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop;Uid=root;Server=\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder(\"Database=shop;Uid=root\") { Server = host };")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop;Uid=root;Protocol=unix\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Database=shop;Uid=root;SslMode=VerifyFull\");")]
    [InlineData("var text = \"Database=shop;Uid=root;Port=3306\";")]
    public Task Any_other_text_without_a_host_is_silent(string statement) => Verify.SilentAsync(InMethod(statement), s_project);

    private static string InMethod(string statement) => $"using Microsoft.EntityFrameworkCore; class C {{ void M(string host) {{ {statement} }} }}";
}
