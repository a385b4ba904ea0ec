using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Connection-string builders whose options are set one by one.</summary>
public class BuildersTests
{
    private static readonly TestProject s_project = new TestProject()
        .WithDrivers(References.MySqlConnector, References.SqlClient, References.Stub("Npgsql", "namespace Npgsql { public class NpgsqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder { public string Host { get; set; } = \"\"; public int Port { get; set; } } public class NpgsqlConnection { public NpgsqlConnection(string text) { } } }"))
        .WithShopOnPort3307();

    [Theory]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"[|localhost|]\", Database = \"shop\" };", "_ = new MySqlConnectionStringBuilder { Server = \"127.0.0.1\", Port = 3307, Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"[|localhost|]\", Port = 3306, Database = \"shop\" };", "_ = new MySqlConnectionStringBuilder { Server = \"127.0.0.1\", Port = 3307, Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder\n{\n    Server = @\"[|localhost|]\",\n    Database = \"shop\",\n};", "_ = new MySqlConnectionStringBuilder\n{\n    Server = @\"127.0.0.1\",\n    Port = 3307,\n    Database = \"shop\",\n};")]
    [InlineData("_ = new MySqlConnectionStringBuilder\r\n{\r\n\tDatabase = \"shop\",\r\n\tServer = \"[|localhost|]\" // mine\r\n};", "_ = new MySqlConnectionStringBuilder\r\n{\r\n\tDatabase = \"shop\",\r\n\tServer = \"127.0.0.1\",\r\n\tPort = 3307 // mine\r\n};")]
    [InlineData("_ = new MySqlConnectionStringBuilder { [\"Server\"] = \"[|localhost|]\", [\"Database\"] = \"shop\" };", "_ = new MySqlConnectionStringBuilder { [\"Server\"] = \"127.0.0.1\", [\"Port\"] = 3307, [\"Database\"] = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { { \"Server\", \"[|localhost|]\" }, { \"Database\", \"shop\" } };", "_ = new MySqlConnectionStringBuilder { { \"Server\", \"127.0.0.1\" }, { \"Port\", 3307 }, { \"Database\", \"shop\" } };")]
    [InlineData("var b = new MySqlConnectionStringBuilder { Server = \"[|localhost|]\" }; b.Database = \"shop\";", "var b = new MySqlConnectionStringBuilder { Server = \"127.0.0.1\", Port = 3307 }; b.Database = \"shop\";")]
    [InlineData("var b = new MySqlConnectionStringBuilder(); b.Server = \"[|localhost|]\"; b.Port = 3306; b.Database = \"shop\";", "var b = new MySqlConnectionStringBuilder(); b.Server = \"127.0.0.1\"; b.Port = 3307; b.Database = \"shop\";")]
    [InlineData("var b = new MySqlConnectionStringBuilder(); b[\"Host\"] = \"[|localhost|]\"; b[\"Port\"] = \"3306\"; b[\"Database\"] = \"shop\";", "var b = new MySqlConnectionStringBuilder(); b[\"Host\"] = \"127.0.0.1\"; b[\"Port\"] = \"3307\"; b[\"Database\"] = \"shop\";")]
    [InlineData("var b = new MySqlConnectionStringBuilder(); b.Add(\"Server\", \"[|localhost|]\"); b.Add(\"Database\", \"shop\"); b.Add(\"Port\", 3306);", "var b = new MySqlConnectionStringBuilder(); b.Add(\"Server\", \"127.0.0.1\"); b.Add(\"Database\", \"shop\"); b.Add(\"Port\", 3307);")]
    [InlineData("var b = new System.Data.Common.DbConnectionStringBuilder { [\"Server\"] = \"[|localhost|]\", [\"Database\"] = \"shop\" }; _ = new MySqlConnection(b.ConnectionString);", "var b = new System.Data.Common.DbConnectionStringBuilder { [\"Server\"] = \"127.0.0.1\", [\"Port\"] = 3307, [\"Database\"] = \"shop\" }; _ = new MySqlConnection(b.ConnectionString);")]
    [InlineData("var b = new System.Data.Common.DbConnectionStringBuilder(); b.Add(\"Server\", \"[|localhost|]\"); b.Add(\"Database\", \"other\"); _ = new MySqlConnection(b.ToString());", "var b = new System.Data.Common.DbConnectionStringBuilder(); b.Add(\"Server\", \"127.0.0.1\"); b.Add(\"Database\", \"other\"); _ = new MySqlConnection(b.ToString());")]
    public Task Host_and_port_are_repaired_where_they_stand(string statements, string fixedStatements) =>
        Verify.CodeAsync(InMethod(statements), LocalhostInMySql.Id, InMethod(fixedStatements), s_project);

    /// <summary>No statement is invented for a port that is not set.</summary>
    [Theory]
    [InlineData("var b = new MySqlConnectionStringBuilder(); b.Server = \"[|localhost|]\"; b.Database = \"shop\";")]
    [InlineData("var b = new MySqlConnectionStringBuilder { Database = \"shop\" }; b.Server = \"[|localhost|]\"; b.Port = port;")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"[|localhost|]\", Port = port, Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder(host) { Server = \"[|localhost|]\", Database = \"shop\" };")]
    public Task A_port_that_cannot_be_written_is_left(string statements) =>
        Verify.CodeAsync(InMethod(statements), LocalhostInMySql.Id, InMethod(Markup.Parse(statements).Text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), s_project);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnectionStringBuilder { Host = \"localhost\", Port = 3306 };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"db\", Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = host, Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { UserID = \"localhost\", Server = \"db\" };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"localhost\", Port = 3307, SslMode = MySqlSslMode.VerifyFull };")]
    [InlineData("_ = new MySqlConnectionStringBuilder { Server = \"localhost\", ConnectionProtocol = MySqlConnectionProtocol.Unix };")]
    [InlineData("var b = new System.Data.Common.DbConnectionStringBuilder { [\"Server\"] = \"localhost\", [\"Database\"] = \"shop\" }; _ = new Npgsql.NpgsqlConnection(b.ConnectionString);")]
    [InlineData("_ = new Settings { Server = \"localhost\", Port = 3306, Database = \"shop\" };")]
    [InlineData("var b = new MySqlConnectionStringBuilder(); _ = b.Server == \"localhost\";")]
    public Task Anything_else_is_silent(string statements) =>
        Verify.SilentAsync(InMethod(statements) + " class Settings { public string Server { get; set; } = \"\"; public int Port { get; set; } public string Database { get; set; } = \"\"; }", s_project);

    [Fact]
    public async Task The_message_says_that_the_port_is_left()
    {
        var code = InMethod("var b = new MySqlConnectionStringBuilder(); b.Server = \"localhost\"; b.Database = \"shop\";");
        var diagnostic = Assert.Single(await s_project.WithSource("Code.cs", code).AnalyzeAsync());
        Assert.EndsWith(
            "write 127.0.0.1 and, where it belongs, port 3307, where 'mysql' publishes its container port 3306 (docker-compose.yml:5); the fix leaves the port to you",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    private static string InMethod(string statements) => $"using MySqlConnector; class C {{ void M(string host, uint port) {{ {statements} }} }}";
}
