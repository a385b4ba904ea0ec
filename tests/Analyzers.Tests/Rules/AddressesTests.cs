using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC002 in every grammar: other engines' texts, URIs, addresses that an API takes.</summary>
public class AddressesTests
{
    private static readonly Microsoft.CodeAnalysis.MetadataReference s_clients = References.Stub("Clients", """
        namespace Microsoft.Extensions.Caching.StackExchangeRedis { public class RedisCacheOptions { public string? Configuration { get; set; } } }
        namespace RabbitMQ.Client { public class ConnectionFactory { public string HostName { get; set; } = ""; public int Port { get; set; } } }
        namespace StackExchange.Redis
        {
            public class ConnectionMultiplexer { public static object Connect(string configuration) => configuration; }
            public class EndPointCollection { public void Add(string hostAndPort) { } public void Add(string host, int port) { } }
            public class ConfigurationOptions { public EndPointCollection EndPoints { get; } = new(); }
        }
        """);

    private static readonly TestProject s_project = new TestProject()
        .WithDrivers(References.MySqlConnector, References.SqlClient, References.Npgsql, References.EasyNetQ, s_clients)
        .WithShopOnPort3307();

    /// <summary>With a known engine the host is repaired; the ports of these engines are not read from compose files yet.</summary>
    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|172.17.0.2|];Database=shop\");")]
    [InlineData("var text = \"Host=[|172.17.0.2|];Port=5432;Database=shop\";")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|172.17.0.2|]:5432;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|172.17.0.2|],1433;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=tcp:[|172.17.0.2|],1433;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(@\"Server=[|172.17.0.2|]\\SQLEXPRESS;Database=shop\");")]
    [InlineData("var text = \"Server=[|172.17.0.2|];Database=shop;User Id=sa;Integrated Security=true\";")]
    [InlineData("EasyNetQ.RabbitHutch.CreateBus(\"host=[|172.17.0.2|];username=guest\");")]
    [InlineData("var text = \"postgres://u:p%40@[|172.17.0.2|]:5432/shop?sslmode=disable\";")]
    [InlineData("var text = \"redis://[|172.18.0.3|]:6379\";")]
    [InlineData("var text = \"amqp://guest:guest@[|172.17.0.2|]:5672/vhost\";")]
    [InlineData("var text = \"mongodb://[|172.17.0.2|]:27017,[|172.17.0.3|]:27017/shop\";")]
    [InlineData("var text = $\"mongodb://{user}:{user}@[|172.17.0.2|]:27017/shop\";")]
    [InlineData("var text = \"[|172.17.0.2|]:6379,password=x,abortConnect=false\";")]
    [InlineData("_ = new System.Uri(\"http://[|172.17.0.2|]:8080/api\");")]
    [InlineData("_ = new System.Net.Http.HttpClient { BaseAddress = new System.Uri(\"http://[|172.17.0.2|]/\") };")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"https://[|172.17.0.2|]/a\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|172.17.0.2|]:6379\");")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"[|172.17.0.2|]\", Port = 5672 };")]
    [InlineData("var f = new RabbitMQ.Client.ConnectionFactory(); f.HostName = \"[|172.17.0.2|]\";")]
    [InlineData("new StackExchange.Redis.ConfigurationOptions().EndPoints.Add(\"[|172.17.0.2|]\", 6379);")]
    [InlineData("_ = new RedisCacheOptions { Configuration = \"[|172.17.0.2|]:6379\" };")]
    [InlineData("_ = System.Net.IPAddress.Parse(\"[|172.17.0.2|]\");")]
    [InlineData("System.Net.Dns.GetHostEntry(\"[|172.17.0.2|]\");")]
    [InlineData("var host = \"[|172.17.0.2|]\"; _ = System.Net.IPAddress.Parse(host);")]
    [InlineData("new System.UriBuilder { Host = \"[|172.17.0.2|]\" }.ToString();")]
    public Task The_host_is_repaired(string statement) =>
        Verify.CodeAsync(InMethod(statement), ContainerAddress.Id, InMethod(Markup.Parse(statement).Text.Replace("172.17.0.2", "127.0.0.1", StringComparison.Ordinal).Replace("172.17.0.3", "127.0.0.1", StringComparison.Ordinal).Replace("172.18.0.3", "127.0.0.1", StringComparison.Ordinal)), s_project);

    /// <summary>A port that only one engine of the topology listens on tells the engine.</summary>
    [Theory]
    [InlineData("_ = new System.Net.Sockets.TcpClient(\"[|172.17.0.2|]\", 3306);")]
    [InlineData("_ = new System.Net.DnsEndPoint(\"[|172.17.0.2|]\", 3306);")]
    [InlineData("new System.Net.Sockets.TcpClient().Connect(\"[|172.17.0.2|]\", 3306);")]
    [InlineData("new System.Net.Sockets.TcpClient().Connect(System.Net.IPAddress.Parse(\"[|172.17.0.2|]\"), 3306);")]
    [InlineData("_ = new System.Net.IPEndPoint(System.Net.IPAddress.Parse(\"[|172.17.0.2|]\"), 3306);")]
    [InlineData("System.Net.IPEndPoint.Parse(\"[|172.17.0.2|]:3306\");")]
    [InlineData("var text = \"mysql://root:x@[|172.17.0.2|]:3306/shop\";")]
    [InlineData("var text = \"mysql://root:x@[|localhost|]:3306/shop\";")]
    [InlineData("var text = \"jdbc:mysql://[|172.17.0.2|]:3306/shop?user=root\";")]
    public Task Host_and_port_are_repaired(string statement) => Verify.CodeAsync(
        InMethod(statement),
        statement.Contains("localhost", StringComparison.Ordinal) ? LocalhostInMySql.Id : ContainerAddress.Id,
        InMethod(Markup.Parse(statement).Text.Replace("172.17.0.2", "127.0.0.1", StringComparison.Ordinal).Replace("localhost", "127.0.0.1", StringComparison.Ordinal).Replace("3306", "3307", StringComparison.Ordinal)),
        s_project);

    [Fact]
    public Task A_port_that_a_URI_leaves_out_is_written_behind_the_host() => Verify.CodeAsync(
        InMethod("var text = \"mysql://root:x@[|172.17.0.2|]/shop\";"), ContainerAddress.Id, InMethod("var text = \"mysql://root:x@127.0.0.1:3307/shop\";"), s_project);

    /// <summary>The only engine that listens there publishes another port.</summary>
    [Fact]
    public Task An_address_with_a_port_that_nobody_publishes_is_a_suggestion() => Verify.CodeAsync(
        InMethod("_ = new System.Net.Sockets.TcpClient(\"[|localhost|]\", 3306);"), ContainerPort.Id, InMethod("_ = new System.Net.Sockets.TcpClient(\"localhost\", 3306);"), s_project);

    /// <summary>Without an engine nobody knows which port the text needs.</summary>
    [Theory]
    [InlineData("var text = \"Server=[|172.17.0.2|];Database=shop\";")]
    [InlineData("_ = new System.Net.Sockets.TcpClient(\"[|172.17.0.2|]\", 8080);")]
    [InlineData("_ = new System.Net.Sockets.TcpClient(\"[|172.17.0.2|]\", port);")]
    public Task Without_an_engine_it_is_reported_and_not_repaired(string statement) =>
        Verify.CodeAsync(InMethod(statement), ContainerAddress.Id, InMethod(Markup.Parse(statement).Text), s_project);

    [Theory]
    [InlineData("var text = \"172.17.0.2\";")]
    [InlineData("var text = \"172.17.0.2:3306\";")]
    [InlineData("var version = new System.Version(\"172.17.0.2\");")]
    [InlineData("System.Console.WriteLine(\"172.17.0.2\");")]
    [InlineData("var text = \"http://172.17.0.2:8080\";")]
    [InlineData("var text = \"ftp://172.17.0.2/a\";")]
    [InlineData("var text = \"mongodb+srv://172.17.0.2/a\";")]
    [InlineData("var text = \"see mysql://172.17.0.2/a\";")]
    [InlineData("var text = $\"mysql://{user}/a\";")]
    [InlineData("var text = $\"mysql://172.17.0.{user}/a\";")]
    [InlineData("System.Console.WriteLine(\"mysql://172.17.0.2/a\");")]
    [InlineData("_ = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Parse(\"172.17.0.2\"), 80);")]
    [InlineData("socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Parse(\"172.17.0.2\"), 80));")]
    [InlineData("var known = new System.Collections.Generic.List<System.Net.IPAddress>(); known.Contains(System.Net.IPAddress.Parse(\"172.17.0.2\"));")]
    [InlineData("var trustedProxy = System.Net.IPAddress.Parse(\"172.17.0.2\");")]
    [InlineData("var same = System.Net.IPAddress.Parse(\"172.17.0.2\") == null;")]
    [InlineData("_ = new System.Uri(\"http://localhost:8080/api\");")]
    [InlineData("_ = System.Net.IPAddress.Parse(\"10.0.0.5\");")]
    [InlineData("var text = \"redis://localhost:6379\";")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"localhost\" };")]
    public Task Anything_else_is_silent(string statement) => Verify.SilentAsync(InMethod(statement), s_project);

    private static string InMethod(string statement) => $"using Microsoft.Extensions.Caching.StackExchangeRedis; class C {{ void M(string user, int port, System.Net.Sockets.Socket socket) {{ {statement} }} }}";
}
