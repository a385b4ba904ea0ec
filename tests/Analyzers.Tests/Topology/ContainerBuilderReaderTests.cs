using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Topology.Started;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

public class ContainerBuilderReaderTests
{
    private const string Defaults = "MYSQL_DATABASE=test MYSQL_PASSWORD=mysql MYSQL_ROOT_PASSWORD=mysql MYSQL_USER=mysql";

    [Theory]
    [InlineData("new MySqlBuilder().WithPortBinding(3307, 3306).Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(\"3307\", \"3306\").Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(3307, MySqlBuilder.MySqlPort).Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(\"3307\", \"3306/tcp\").Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(3307, 3306).Build().StartAsync()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(containerPort: 3306, hostPort: 3307).Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(hostPort: 3307, containerPort: 3306).Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(3306).Build()", "mysql MySQL 3306:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(3306, false).Build()", "mysql MySQL 3306:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(3307, 3306).WithPortBinding(3308, 3306).Build()", "mysql MySQL 3308:3306 " + Defaults)]
    [InlineData("new MySqlBuilder().WithPortBinding(33060, 33060).Build()", "mysql MySQL ?:3306 33060:33060 " + Defaults)]
    [InlineData("new Testcontainers.MySql.MySqlBuilder(\"mysql:9\").WithPortBinding(3307, 3306).Build()", "mysql MySQL 3307:3306 " + Defaults)]
    [InlineData("new ContainerBuilder().WithImage(\"mysql:8\").WithPortBinding(3307, 3306).WithEnvironment(\"MYSQL_DATABASE\", \"shop\").WithName(\"db\").Build()", "db MySQL 3307:3306 MYSQL_DATABASE=shop names:db")]
    [InlineData("new ContainerBuilder(\"mysql:8\").WithPortBinding(3307, 3306).Build()", "mysql MySQL 3307:3306")]
    [InlineData("new TestcontainersBuilder<TestcontainersContainer>().WithImage(\"redis\").WithPortBinding(6380, 6379).Build()", "redis Redis 6380:6379")]
    [InlineData("new ContainerBuilder().WithImage(\"nginx\").WithPortBinding(8080, 80).Build()", "nginx - 8080:80")]
    public void A_port_that_is_bound_is_published(string code, string expected) => Assert.Equal(expected, Read(code));

    [Theory]
    [InlineData("new MySqlBuilder().Build()", "?:3306 random")]
    [InlineData("new MySqlBuilder().WithPortBinding(3306, true).Build()", "?:3306 random")]
    [InlineData("new MySqlBuilder().WithPortBinding(3306, assignRandomHostPort: true).Build()", "?:3306 random")]
    [InlineData("new MySqlBuilder().WithPortBinding(\"3306\", true).Build()", "?:3306 random")]
    [InlineData("new MySqlBuilder().WithPortBinding(0, 3306).Build()", "?:3306 random")]
    [InlineData("new MySqlBuilder().WithPortBinding(port, 3306).Build()", "?:3306")]
    [InlineData("new MySqlBuilder().WithPortBinding(3307, port).Build()", "?:3306 ?:?")]
    [InlineData("new MySqlBuilder().WithPortBinding(port).Build()", "?:3306 ?:?")]
    [InlineData("new MySqlBuilder().WithPortBinding(3306, isRandom).Build()", "?:3306 ?:?")]
    [InlineData("new MySqlBuilder().WithExposedPort(3306).Build()", "?:3306 random", "exposes:3306")]
    public void A_port_that_is_not_known_stays_unknown(string code, string ports, string rest = "") => Assert.Equal($"mysql MySQL {ports} {Defaults} {rest}".Trim(), Read(code));

    [Theory]
    [InlineData("new MySqlBuilder().WithDatabase(\"shop\").WithUsername(\"app\").WithPassword(\"x y\").Build()", "mysql MySQL ?:3306 random MYSQL_DATABASE=shop MYSQL_PASSWORD=x y MYSQL_ROOT_PASSWORD=x y MYSQL_USER=app")]
    [InlineData("new MySqlBuilder().WithDatabase(name).WithUsername(\"root\").WithPassword(Get()).Build()", "mysql MySQL ?:3306 random MYSQL_DATABASE=? MYSQL_PASSWORD=? MYSQL_ROOT_PASSWORD=? MYSQL_USER=")]
    [InlineData("new MariaDbBuilder().Build()", "mysql MySQL ?:3306 random MARIADB_DATABASE=mariadb MARIADB_PASSWORD=mariadb MARIADB_ROOT_PASSWORD=mariadb MARIADB_USER=mariadb")]
    [InlineData("new PostgreSqlBuilder().WithDatabase(\"shop\").WithPortBinding(5433, 5432).Build()", "postgres PostgreSQL 5433:5432 POSTGRES_DB=shop POSTGRES_PASSWORD=postgres POSTGRES_USER=postgres")]
    [InlineData("new MsSqlBuilder().WithPortBinding(1434, MsSqlBuilder.MsSqlPort).Build()", "sqlserver SQLServer 1434:1433 MSSQL_SA_PASSWORD=?")]
    [InlineData("new RedisBuilder().WithPortBinding(6380, 6379).Build()", "redis Redis 6380:6379")]
    [InlineData("new MongoDbBuilder().Build()", "mongo MongoDB ?:27017 random MONGO_INITDB_ROOT_PASSWORD=mongo MONGO_INITDB_ROOT_USERNAME=mongo")]
    [InlineData("new RabbitMqBuilder().WithUsername(\"app\").Build()", "rabbitmq RabbitMQ ?:5672 random RABBITMQ_DEFAULT_PASS=rabbitmq RABBITMQ_DEFAULT_USER=app")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithEnvironment(variables).Build()", "mysql MySQL env?")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithEnvironment(\"MYSQL_DATABASE\", name).Build()", "mysql MySQL MYSQL_DATABASE=?")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithEnvironment(name, \"shop\").Build()", "mysql MySQL env?")]
    public void Database_and_account_are_the_modules_own_until_they_are_set(string code, string expected) => Assert.Equal(expected, Read(code));

    [Theory]
    [InlineData(".WithName(\"db\").WithHostname(\"data\").WithNetworkAliases(\"one\", \"two\").WithNetwork(\"shop\").Build()", "db MySQL names:db,data,one,two on:shop")]
    [InlineData(".WithNetworkAliases(new[] { \"one\", name }).WithNetwork(_network).Build()", "mysql MySQL names:one on:_network")]
    [InlineData(".WithName(name).WithNetworkAliases(Get()).WithNetwork(Get()).Build()", "mysql MySQL on:")]
    [InlineData(".WithWaitStrategy(Wait.ForUnixContainer().UntilPortIsAvailable(3306)).WithCleanUp(true).WithBindMount(a, b).Build()", "mysql MySQL")]
    public void Names_and_networks_are_read(string calls, string expected) => Assert.Equal(expected, Read("new ContainerBuilder().WithImage(\"mysql\")" + calls));

    [Theory]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(3307, 3306)")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(3307, 3306).WithOurDefaults().Build()")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(3307, 3306).WithCreateParameterModifier(x => x.HostConfig = null).Build()")]
    [InlineData("new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(3307, 3306).WithDockerEndpoint(remote).Build()")]
    [InlineData("Configure(new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(3307, 3306))")]
    [InlineData("new ContainerBuilder().WithImage(image).WithPortBinding(3307, 3306)")]
    public void A_call_that_is_not_known_leaves_the_container_open(string code) => Assert.Equal("mysql MySQL 3307:3306 ports? env? open", Read(code));

    [Theory]
    [InlineData("new ContainerBuilder()")]
    [InlineData("new ContainerBuilder().Build()")]
    [InlineData("new StringBuilder().Append(\"mysql\")")]
    [InlineData("new WebApplicationBuilder().WithPortBinding(3307, 3306).Build()")]
    [InlineData("MySqlBuilder.WithPortBinding(3307, 3306).Build()")]
    [InlineData("new DbContextOptionsBuilder().UseMySql(text).Options")]
    public void Another_object_is_no_container(string code) => Assert.Equal("", Read(code));

    [Fact]
    public void Constants_of_the_file_are_known()
    {
        const string code = """
            class C
            {
                private const int Port = 3307;
                private const string Database = "sh" + "op";
                object M() { var inner = 3306; return new ContainerBuilder().WithImage("mysql").WithPortBinding(Port, inner).WithEnvironment("MYSQL_DATABASE", C.Database).Build(); }
            }
            """;
        Assert.Equal("mysql MySQL 3307:3306 MYSQL_DATABASE=shop", Read(code));
    }

    [Theory]
    [InlineData("var port = 3307; port = 3308;")]
    [InlineData("var port = 3307; port++;")]
    [InlineData("var port = 3307; Next(ref port);")]
    [InlineData("var port = Free();")]
    [InlineData("int port; (port, _) = (1, 2);")]
    public void A_local_that_changes_is_not(string statements) =>
        Assert.Equal("mysql MySQL ?:3306", Read($"class C {{ object M() {{ {statements} return new ContainerBuilder().WithImage(\"mysql\").WithPortBinding(port, 3306).Build(); }} }}"));

    private static string Read(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code.StartsWith("class", StringComparison.Ordinal) ? code : $"class C {{ object _c = {code}; }}", new CSharpParseOptions(LanguageVersion.Preview), "/repo/Db.cs");
        var constants = new CSharpConstants(TestContext.Current.CancellationToken);
        var services = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Select(creation => CSharpBuilders.ReadChain(creation, ContainerBuilderReader.IsBuilder, constants))
            .OfType<WrittenChain>()
            .Select(chain => ContainerBuilderReader.ReadService(chain, tree.FilePath, tree.GetText()))
            .OfType<DockerService>();
        return string.Join(" / ", services.Select(Containers.Describe));
    }
}
