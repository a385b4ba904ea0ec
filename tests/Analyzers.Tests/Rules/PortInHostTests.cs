using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC009: the port goes to an option of its own, and the host is repaired with it.</summary>
public class PortInHostTests
{
    private static readonly TestProject s_project = new TestProject().WithShopOnPort3307();

    [Theory]
    [InlineData("Server=[|127.0.0.1:3307|];Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|127.0.0.1,3307|];Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|127.0.0.1 , 3307|];Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("server=[|db:3306|];uid=a", "server=db;port=3306;uid=a")]
    [InlineData("SERVER=[|mysql.example.com:3306|]", "SERVER=mysql.example.com;PORT=3306")]
    [InlineData("Server='[|127.0.0.1:3307|]';Uid=a", "Server='127.0.0.1';Port=3307;Uid=a")]
    [InlineData("Server=[|127.0.0.1:3307|];Port=3307;Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|localhost:3307|];Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|172.17.0.2:3306|];Uid=a", "Server=127.0.0.1;Port=3306;Uid=a")]
    [InlineData("Server=[|localhost:3307|];SslMode=VerifyFull", "Server=localhost;Port=3307;SslMode=VerifyFull")]
    [InlineData("Server=[|localhost|]:{hole};Database=shop", "Server=127.0.0.1;Port={hole};Database=shop")]
    [InlineData("Server=[|localhost:3307|];{hole}", "Server=127.0.0.1;Port=3307;{hole}")]
    public Task A_port_in_the_host_becomes_an_option(string text, string fixedText) => Verify.TextAsync(text, PortInHost.Id, fixedText);

    [Theory]
    [InlineData("Server=[|localhost:3306|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|127.0.0.1:3306|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|localhost:3307|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|localhost:3306|];Port=3306;Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|172.17.0.2,3306|];Database=other", "Server=127.0.0.1;Port=3307;Database=other")]
    public Task The_published_port_is_written(string text, string fixedText) => Verify.TextAsync(text, PortInHost.Id, fixedText, s_project);

    [Theory]
    [InlineData("Server=[|127.0.0.1:3307,127.0.0.1:3308|];Uid=a")]
    [InlineData("Server=[|db1:3307|],db2;Uid=a")]
    public Task A_list_is_reported_for_MySqlConnector_and_not_repaired(string text)
    {
        var marked = text.Replace("|],db2", ",db2|]", StringComparison.Ordinal);
        var host = marked[(marked.IndexOf("[|", StringComparison.Ordinal) + 2)..marked.IndexOf(':', StringComparison.Ordinal)];
        var shown = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace("Server=" + host, $"Server=[|{host}|]", StringComparison.Ordinal);
        return Verify.TextAsync(shown, PortInHost.Id, Markup.Parse(shown).Text);
    }

    [Theory]
    [InlineData("_ = new MySql.Data.MySqlClient.MySqlConnection(\"Server=a:3307,b:3308;Uid=a\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=localhost,3306;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost:5433;Database=shop\");")]
    [InlineData("var text = \"Server=localhost,1433;Database=shop;Uid=a\";")]
    [InlineData("var text = \"Data Source=localhost:1521;User Id=a\";")]
    [InlineData("var text = \"Server=localhost:3306\";")]
    [InlineData("var text = \"Server=127.0.0.1:99999;Uid=a\";")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=::1;Uid=a\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=a,b;Uid=a\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=/tmp/mysql.sock;Protocol=unix;Uid=a\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=C:\\\\a;Uid=a\");")]
    public Task Anything_else_is_silent(string statement) => Verify.SilentAsync(
        $"class C {{ void M() {{ {statement} }} }}", new TestProject().WithDrivers(References.MySqlConnector, References.MySqlData, References.SqlClient, References.Npgsql));

    /// <summary>What stands before a port that is not known belongs to the grammar of the text; an initialiser has another one.</summary>
    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = $\"[|localhost|]:{port}\", Database = \"shop\" };")]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder { [\"Server\"] = $\"[|localhost|]:{port}\", [\"Database\"] = \"shop\" };")]
    [InlineData("_ = new MySqlConnector.MySqlConnection($\"Server=[|localhost|]:{port};Port=;Database=shop\");")]
    public Task A_port_that_is_not_known_is_moved_in_texts_of_pairs_only(string statement)
    {
        var code = $"class C {{ void M(int port) {{ {statement} }} }}";
        return Verify.CodeAsync(code, PortInHost.Id, Markup.Parse(code).Text, s_project);
    }

    /// <summary>No driver reads a port there, wherever the code runs; which host is right in a container is not known.</summary>
    [Theory]
    [InlineData("Server=[|localhost:3306|];Database=shop", "Server=localhost;Port=3306;Database=shop", "docker_connection_strings.code_runs_in = container")]
    [InlineData("Server=[|172.17.0.2:3306|];Database=shop", "Server=172.17.0.2;Port=3306;Database=shop", "docker_connection_strings.code_runs_in = container")]
    [InlineData("Server=[|mysql:3307|];Database=shop", "Server=mysql;Port=3307;Database=shop", "docker_connection_strings.code_runs_in = container:mysql")]
    [InlineData("Server=[|a:3306|];Port=3306;Uid=b", "Server=a;Port=3306;Uid=b", "docker_connection_strings.code_runs_in = container")]
    [InlineData("Server=[|localhost:3306|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop", "docker_connection_strings.code_runs_in = both")]
    public Task Where_the_code_runs_in_a_container_only_the_port_is_moved(string text, string fixedText, string option) =>
        Verify.TextAsync(text, PortInHost.Id, fixedText, s_project.WithOption(option));

    /// <summary>On a network that it shares with the database the container's port is right.</summary>
    [Fact]
    public Task In_a_dev_container_on_the_database_s_network_the_port_is_kept() => Verify.TextAsync(
        "Server=[|localhost:3306|];Database=shop", PortInHost.Id, "Server=127.0.0.1;Port=3306;Database=shop",
        s_project.With("../../.devcontainer/docker-compose.yml", "services: { app: { network_mode: 'service:mysql' } }"));

    [Fact]
    public Task With_two_ports_there_is_an_action_for_each_and_none_for_all() => Verify.ActionsAsync(
        "Server=127.0.0.1:3307;Port=3306;Uid=a",
        new TestProject(),
        ("Use 127.0.0.1 and port 3307", "Server=127.0.0.1;Port=3307;Uid=a"),
        ("Use 127.0.0.1 and port 3306", "Server=127.0.0.1;Port=3306;Uid=a"));

    [Fact]
    public async Task In_a_container_the_same_is_said_and_offered()
    {
        var project = s_project.WithOption("docker_connection_strings.code_runs_in = container:mysql");
        Assert.Equal(
            "'mysql,3306' is two hosts to a MySQL driver, not a host and a port; write mysql alone, and port 3306 in an option of its own",
            await Verify.MessageAsync("Server=mysql,3306;Database=shop", project));
        await Verify.ActionsAsync(
            "Server=mysql:3307;Port=3306;Uid=a",
            project,
            ("Use mysql and port 3307", "Server=mysql;Port=3307;Uid=a"),
            ("Use mysql and port 3306", "Server=mysql;Port=3306;Uid=a"));
    }

    [Fact]
    public async Task The_message_says_what_a_driver_makes_of_it()
    {
        Assert.Equal(
            "'127.0.0.1:3307' is no address to a MySQL driver, which reads the port from the option Port; write 127.0.0.1 alone, and port 3307 in an option of its own",
            await Verify.MessageAsync("Server=127.0.0.1:3307;Uid=a"));
        Assert.Equal(
            "'localhost,3306' is two hosts to a MySQL driver, not a host and a port; write 127.0.0.1 and port 3307, where 'mysql' publishes its container port 3306 (docker-compose.yml:5)",
            await Verify.MessageAsync("Server=localhost,3306;Database=shop", s_project));
    }
}
