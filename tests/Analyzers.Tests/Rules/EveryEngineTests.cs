using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC002, DKC003 and DKC005 for every engine, each in its own grammar and with its own ports.</summary>
public class EveryEngineTests
{
    private static readonly Microsoft.CodeAnalysis.MetadataReference s_clients = References.Stub("Clients", """
        namespace Microsoft.Extensions.Caching.StackExchangeRedis { public class RedisCacheOptions { public string? Configuration { get; set; } } }
        namespace RabbitMQ.Client { public class ConnectionFactory { public string HostName { get; set; } = ""; public int Port { get; set; } public string UserName { get; set; } = ""; } }
        namespace StackExchange.Redis { public class ConnectionMultiplexer { public static object Connect(string configuration) => configuration; } }
        namespace MongoDB.Driver { public class MongoClient(string connectionString) { public string Text => connectionString; } }
        """);

    private static readonly TestProject s_project = new TestProject()
        .WithDrivers(References.MySqlConnector, References.SqlClient, References.Npgsql, s_clients)
        .With("docker-compose.yml", """
            services:
              pg:
                image: postgres:16
                environment: { POSTGRES_DB: shop, POSTGRES_USER: clerk }
                ports: [ "5433:5432" ]
              mssql:
                image: mcr.microsoft.com/mssql/server:2022-latest
                environment: { ACCEPT_EULA: Y, MSSQL_SA_PASSWORD: Safe-4711 }
                ports: [ "14330:1433" ]
              cache:
                image: redis:7-alpine
                ports: [ "6380:6379" ]
              store:
                image: mongo
                environment: { MONGO_INITDB_DATABASE: shop }
                ports: [ "27018:27017" ]
              bus:
                image: rabbitmq:3-management
                environment: { RABBITMQ_DEFAULT_USER: clerk, RABBITMQ_DEFAULT_VHOST: shop }
                ports: [ "5673:5672", "15673:15672" ]
              mysql:
                image: mysql
                environment: { MYSQL_DATABASE: shop }
                ports: [ "3307:3306" ]
              api:
                image: company/api
                container_name: shop-api
                ports: [ "5000:8080" ]
            """);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|pg|];Database=shop\");", "_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1;Port=5433;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|pg|]:5432;Database=shop\");", "_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1:5433;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|pg|];Port=5433;Database=other\");", "_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1;Port=5433;Database=other\");")]
    [InlineData("var text = \"postgresql://u:p@[|pg|]/shop\";", "var text = \"postgresql://u:p@127.0.0.1:5433/shop\";")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|mssql|];Database=shop\");", "_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=127.0.0.1,14330;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|mssql|],1433;Database=shop\");", "_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=127.0.0.1,14330;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Data Source=tcp:[|mssql|],1433;Initial Catalog=shop\");", "_ = new Microsoft.Data.SqlClient.SqlConnection(\"Data Source=tcp:127.0.0.1,14330;Initial Catalog=shop\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|cache|]:6379\");", "StackExchange.Redis.ConnectionMultiplexer.Connect(\"127.0.0.1:6380\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|cache|]:6379,abortConnect=false\");", "StackExchange.Redis.ConnectionMultiplexer.Connect(\"127.0.0.1:6380,abortConnect=false\");")]
    [InlineData("_ = new Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions { Configuration = \"[|cache|]:6379\" };", "_ = new Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions { Configuration = \"127.0.0.1:6380\" };")]
    [InlineData("var text = \"redis://[|cache|]:6379/0\";", "var text = \"redis://127.0.0.1:6380/0\";")]
    [InlineData("_ = new MongoDB.Driver.MongoClient(\"mongodb://[|store|]:27017/shop\");", "_ = new MongoDB.Driver.MongoClient(\"mongodb://127.0.0.1:27018/shop\");")]
    [InlineData("_ = new MongoDB.Driver.MongoClient(\"mongodb://[|store|]\");", "_ = new MongoDB.Driver.MongoClient(\"mongodb://127.0.0.1:27018\");")]
    [InlineData("var text = \"amqp://guest:guest@[|bus|]:5672/\";", "var text = \"amqp://guest:guest@127.0.0.1:5673/\";")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"[|bus|]\" };", "_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"127.0.0.1\", Port = 5673 };")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"[|bus|]\", Port = 5672 };", "_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"127.0.0.1\", Port = 5673 };")]
    [InlineData("_ = new System.Net.Http.HttpClient { BaseAddress = new System.Uri(\"http://[|api|]:8080/v1\") };", "_ = new System.Net.Http.HttpClient { BaseAddress = new System.Uri(\"http://127.0.0.1:5000/v1\") };")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"http://[|shop-api|]:8080/v1\");", "new System.Net.Http.HttpClient().GetStringAsync(\"http://127.0.0.1:5000/v1\");")]
    [InlineData("new System.Net.Http.HttpClient().GetStringAsync(\"http://[|bus|]:15672/api\");", "new System.Net.Http.HttpClient().GetStringAsync(\"http://127.0.0.1:15673/api\");")]
    [InlineData("_ = new System.Net.Sockets.TcpClient(\"[|mysql|]\", 3306);", "_ = new System.Net.Sockets.TcpClient(\"127.0.0.1\", 3307);")]
    public Task A_services_name_becomes_the_published_port(string statement, string fixedStatement) => Verify.CodeAsync(InMethod(statement), ServiceName.Id, InMethod(fixedStatement), s_project);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|172.18.0.3|];Port=5432;Database=other\");", "_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1;Port=5433;Database=other\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|172.18.0.3|],1433;Database=shop\");", "_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=127.0.0.1,14330;Database=shop\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|172.18.0.3|]:6379\");", "StackExchange.Redis.ConnectionMultiplexer.Connect(\"127.0.0.1:6380\");")]
    [InlineData("var text = \"mongodb://[|172.18.0.3|]:27017/shop\";", "var text = \"mongodb://127.0.0.1:27018/shop\";")]
    [InlineData("var text = \"amqp://[|172.18.0.3|]/\";", "var text = \"amqp://127.0.0.1:5673/\";")]
    [InlineData("_ = new System.Uri(\"http://[|172.18.0.3|]:8080/\");", "_ = new System.Uri(\"http://127.0.0.1:5000/\");")]
    public Task The_address_of_the_only_container_becomes_the_published_port(string statement, string fixedStatement) => Verify.CodeAsync(InMethod(statement), ContainerAddress.Id, InMethod(fixedStatement), s_project);

    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|localhost|];Database=shop\");", "_ = new Npgsql.NpgsqlConnection(\"Host=localhost;Port=5433;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|127.0.0.1|];Port=5432;Username=clerk\");", "_ = new Npgsql.NpgsqlConnection(\"Host=127.0.0.1;Port=5433;Username=clerk\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|localhost|],1433;User ID=sa;Password=Safe-4711\");", "_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=localhost,14330;User ID=sa;Password=Safe-4711\");")]
    [InlineData("_ = new MongoDB.Driver.MongoClient(\"mongodb://[|localhost|]:27017/shop\");", "_ = new MongoDB.Driver.MongoClient(\"mongodb://localhost:27018/shop\");")]
    [InlineData("var text = \"amqp://clerk:x@[|localhost|]:5672/shop\";", "var text = \"amqp://clerk:x@localhost:5673/shop\";")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=[|127.0.0.1|];Database=shop\");", "_ = new MySqlConnector.MySqlConnection(\"Server=127.0.0.1;Port=3307;Database=shop\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=[|127.0.0.1|];Port=3306;Database=shop;SslMode=VerifyFull\");", "_ = new MySqlConnector.MySqlConnection(\"Server=127.0.0.1;Port=3307;Database=shop;SslMode=VerifyFull\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=[|localhost|];Port=3306;Database=shop;SslMode=VerifyFull\");", "_ = new MySqlConnector.MySqlConnection(\"Server=localhost;Port=3307;Database=shop;SslMode=VerifyFull\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(\"Server=[|::1|];Port=3306;Database=shop\");", "_ = new MySqlConnector.MySqlConnection(\"Server=::1;Port=3307;Database=shop\");")]
    public Task The_containers_port_on_a_loopback_becomes_the_published_one(string statement, string fixedStatement) => Verify.CodeAsync(InMethod(statement), ContainerPort.Id, InMethod(fixedStatement), s_project);

    /// <summary>Nothing proves which service is meant, and nobody publishes the port that the text means: a suggestion, and nothing is written unasked.</summary>
    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|localhost|];Username=postgres\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=[|localhost|];Port=5999;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=[|localhost|];Database=shop;User ID=sa;Password=other\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|localhost|]:6379\");")]
    [InlineData("StackExchange.Redis.ConnectionMultiplexer.Connect(\"[|127.0.0.1|]:6379,abortConnect=false\");")]
    [InlineData("_ = new MongoDB.Driver.MongoClient(\"mongodb://[|localhost|]:27017\");")]
    [InlineData("_ = new MongoDB.Driver.MongoClient(\"mongodb://[|localhost|]:27017/admin\");")]
    [InlineData("var text = \"amqp://guest:guest@[|localhost|]:5672/\";")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"[|localhost|]\" };")]
    public async Task A_port_that_nobody_publishes_is_a_suggestion(string statement)
    {
        var project = s_project.WithSource("Code.cs", InMethod(Markup.Parse(statement).Text));
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Assert.Single(await project.AnalyzeAsync()).Severity);
        await Verify.CodeAsync(InMethod(statement), ContainerPort.Id, InMethod(Markup.Parse(statement).Text), s_project);
    }

    /// <summary>No proof of the service, the right port, another port, another service, a host of somebody else's.</summary>
    [Theory]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost;Database=other\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost;Port=5433;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost;Port={0};Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=localhost,127.0.0.1;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=db.example.org;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=postgres;Database=shop\");")]
    [InlineData("_ = new Npgsql.NpgsqlConnection(\"Host=pg.example.org;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=(localdb)\\\\MSSQLLocalDB;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=.;Database=shop\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=localhost;Database=shop;Integrated Security=true\");")]
    [InlineData("_ = new Microsoft.Data.SqlClient.SqlConnection(\"Server=localhost;Database=shop;Trusted_Connection=yes\");")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { HostName = \"rabbitmq\" };")]
    [InlineData("_ = new RabbitMQ.Client.ConnectionFactory { UserName = \"bus\" };")]
    [InlineData("_ = new System.Uri(\"http://localhost:8080/\");")]
    [InlineData("_ = new System.Uri(\"http://api.example.org:8080/\");")]
    [InlineData("var text = \"http://api:8080/\";")]
    [InlineData("System.Console.WriteLine(\"http://api:8080/\");")]
    [InlineData("var origins = new[] { \"http://api:8080\" };")]
    [InlineData("var text = \"cache:6379\";")]
    [InlineData("var name = \"mysql\";")]
    [InlineData("var isSame = name == \"mysql\";")]
    [InlineData("_ = new { Host = \"mysql\" };")]
    [InlineData("var text = \"Name=mysql;Kind=api\";")]
    [InlineData("var text = \"Address=api;City=cache\";")]
    public Task Anything_else_is_silent(string statement) => Verify.SilentAsync(InMethod(statement), s_project);

    private static string InMethod(string statement) => $"class C {{ void M(string name) {{ {statement} }} }}";
}
