using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Tests.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability;

/// <summary>The three answers, as a plain function of a text and a service.</summary>
public class MeansTests
{
    private const string Full = "MYSQL_DATABASE: shop, MYSQL_USER: clerk, MYSQL_PASSWORD: till-4711, MYSQL_ROOT_PASSWORD: safe-4711";

    [Theory]
    [InlineData("Database=shop", Full, "Certain")]
    [InlineData("Database=shop;Uid=somebody", Full, "Certain")]
    [InlineData("Uid=clerk", Full, "Certain")]
    [InlineData("Uid=root;Pwd=safe-4711", Full, "Certain")]
    [InlineData("Uid=clerk;Pwd=wrong", Full, "Certain")]
    [InlineData("Database=shop", "MYSQL_DATABASE: shop", "Certain")]
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
        Assert.Equal(expected, Ask("localhost", options, environment, isOnlyService: true).ToString());

    [Theory]
    [InlineData("172.17.0.2", "Database=other", true, "Certain")]
    [InlineData("172.17.0.2", "Database=other", false, "No")]
    [InlineData("172.17.0.2", "", false, "Possible")]
    [InlineData("10.1.0.5", "Database=other", false, "Certain")]
    public void By_address(string host, string options, bool isOnlyService, string expected) =>
        Assert.Equal(expected, Ask(host, options, Full, isOnlyService, host == "10.1.0.5" ? ", networks: { a: { ipv4_address: 10.1.0.5 } }" : "").ToString());

    private static Meaning Ask(string host, string options, string environment, bool isOnlyService, string more = "")
    {
        var topology = Topologies.Of(("/repo/docker-compose.yml", $"services: {{ db: {{ image: mysql, environment: {{ {environment} }}{more} }} }}"));
        var text = DecodedText.Verbatim($"Server={host};{options}", 0);
        var endpoint = PairReader.Read(text)!;
        var verdict = Judge.Of(endpoint.Hosts[0], () => Vantage.Host, topology, DockerOptions.Default);
        return Means.Of(endpoint, verdict, isOnlyService, endpoint.Hosts[0], Assert.Single(topology.Services), EngineTable.MySql);
    }
}
