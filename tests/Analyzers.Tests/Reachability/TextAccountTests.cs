using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Tests.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability;

/// <summary>The three answers, as a plain function of a text and a service.</summary>
public class TextAccountTests
{
    private const string Full = "MYSQL_DATABASE: shop, MYSQL_USER: clerk, MYSQL_PASSWORD: till-4711, MYSQL_ROOT_PASSWORD: safe-4711";

    [Theory]
    [InlineData("Database=shop", Full, "Certain")]
    [InlineData("Database=shop;Uid=somebody", Full, "Certain")]
    [InlineData("Uid=clerk", Full, "Certain")]
    [InlineData("Uid=root;Pwd=safe-4711", Full, "Certain")]
    [InlineData("Uid=clerk;Pwd=wrong", Full, "Certain")]
    [InlineData("Database=shop", "MYSQL_DATABASE: shop", "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=safe-4711", Full, "Certain")]
    [InlineData("Database=shop;Uid=clerk;Pwd=till-4711", Full, "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=mine-4711", Full, "Possible")]
    [InlineData("Database=shop;Uid=clerk;Pwd=mine-4711", Full, "Possible")]
    [InlineData("Database=shop;Uid=root;Pwd=root", Full, "Possible")]
    [InlineData("Database=shop;Uid=root;Pwd=mine-4711", "MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: root", "Possible")]
    [InlineData("Database=shop;Uid=root;Pwd=root", "MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: root", "Certain")]
    [InlineData("Database=shop;Uid=somebody;Pwd=mine-4711", Full, "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=", Full, "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=${PW}", Full, "Certain")]
    [InlineData("Database=shop;Pwd=mine-4711", Full, "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=mine-4711", "MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: $PW", "Certain")]
    [InlineData("Database=shop;Uid=root;Pwd=mine-4711", "MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD_FILE: /run/secrets/pw", "Certain")]
    [InlineData("Database=other", Full, "No")]
    [InlineData("Database=other;Uid=somebody", Full, "No")]
    [InlineData("Database=other;Uid=root", Full, "No")]
    [InlineData("Database=other;Uid=clerk", Full, "Possible")]
    [InlineData("Database=other;Uid=root;Pwd=safe-4711", Full, "Possible")]
    [InlineData("", Full, "Possible")]
    [InlineData("Uid=somebody", Full, "Possible")]
    [InlineData("Uid=root;Pwd=wrong", Full, "Possible")]
    [InlineData("Pwd=till-4711", Full, "Possible")]
    [InlineData("Uid=somebody;Pwd=till-4711", Full, "Possible")]
    [InlineData("Database=mysql", Full, "Possible")]
    [InlineData("Database=information_schema;Uid=root", Full, "Possible")]
    [InlineData("Database=${DB}", Full, "Possible")]
    [InlineData("Database=shop", "MYSQL_DATABASE: $DB", "Possible")]
    [InlineData("Database=shop", "A: b", "Possible")]
    [InlineData("Uid=root", "MYSQL_USER: root", "Possible")]
    [InlineData("Uid=root;Pwd=root", "MYSQL_ROOT_PASSWORD: root", "Possible")]
    [InlineData("Uid=root;Pwd=Example", "MYSQL_ROOT_PASSWORD: Example", "Possible")]
    [InlineData("Uid=root;Pwd=", "MYSQL_ROOT_PASSWORD: ''", "Possible")]
    [InlineData("Uid=app;Pwd=app", "MYSQL_USER: other, MYSQL_PASSWORD: app", "Possible")]
    public void By_database_user_and_password(string options, string environment, string expected) =>
        Assert.Equal(expected, Ask(options, environment).ToString());

    /// <summary>What is set and not known is not what stands behind it; what every server has proves nothing on either side.</summary>
    [Theory]
    [InlineData("Database=shop", "MYSQL_DATABASE: '${DB}', MARIADB_DATABASE: shop", "Possible")]
    [InlineData("Database=shop", "MYSQL_DATABASE: mysql", "Possible")]
    [InlineData("Database=shop", "MYSQL_DATABASE: '', MARIADB_DATABASE: shop", "Certain")]
    [InlineData("Uid=clerk", "MYSQL_USER: '${U}'", "Possible")]
    public void By_what_is_known(string options, string environment, string expected) => Assert.Equal(expected, Ask(options, environment).ToString());

    [Theory]
    [InlineData("Username=postgres;Password=safe-4711", "POSTGRES_PASSWORD: safe-4711", "Certain")]
    [InlineData("Username=postgres;Password=safe-4711", "POSTGRES_USER: app, POSTGRES_PASSWORD: safe-4711", "Possible")]
    [InlineData("Username=app;Password=safe-4711", "POSTGRES_USER: app, POSTGRES_PASSWORD: safe-4711", "Certain")]
    [InlineData("Database=shop", "POSTGRES_DB: postgres", "Possible")]
    [InlineData("Database=shop", "POSTGRES_DB: other", "No")]
    [InlineData("Database=shop;Username=postgres;Password=mine-4711", "POSTGRES_DB: shop, POSTGRES_PASSWORD: safe-4711", "Possible")]
    [InlineData("Database=shop;Username=app;Password=mine-4711", "POSTGRES_DB: shop, POSTGRES_USER: app, POSTGRES_PASSWORD: safe-4711", "Possible")]
    [InlineData("Database=shop;Username=postgres;Password=mine-4711", "POSTGRES_DB: shop, POSTGRES_USER: app, POSTGRES_PASSWORD: safe-4711", "Certain")]
    public void Of_PostgreSql(string options, string environment, string expected) =>
        Assert.Equal(expected, Ask(options, environment, EngineTable.All.Single(engine => engine.Name == "PostgreSQL"), "postgres").ToString());

    [Theory]
    [InlineData("", "172.17.0.2", true)]
    [InlineData(", networks: { a: { ipv4_address: 10.1.0.5 } }", "172.17.0.2", false)]
    [InlineData(", networks: [ a ]", "10.1.0.5", true)]
    [InlineData(", networks: [ a ]", "10.2.0.5", false)]
    [InlineData(", networks: [ a, b ]", "10.2.0.5", true)]
    public void By_address(string networks, string address, bool expected) => Assert.Equal(
        expected,
        ContainerAddresses.CanBeOf(
            Assert.Single(Topologies.Of(("/repo/docker-compose.yml", $"services: {{ db: {{ image: mysql{networks} }} }}\nnetworks: {{ a: {{ ipam: {{ config: [{{ subnet: 10.1.0.0/16 }}] }} }}, b: }}")).Services),
            System.Net.IPAddress.Parse(address)));

    private static ServiceMatch Ask(string options, string environment, Engine? engine = null, string image = "mysql")
    {
        engine ??= EngineTable.OfWord("mysql")!;
        var service = Assert.Single(Topologies.Of(("/repo/docker-compose.yml", $"services: {{ db: {{ image: {image}, environment: {{ {environment} }} }} }}")).Services);
        return new TextAccount(PairReader.Read(DecodedText.Verbatim($"Server=localhost;{options}", 0))!, engine).MatchOf(ServiceAccount.Of(service, engine));
    }
}
