using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Tests.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>What to write from the service <c>api</c>: host and port, "!" behind the certain one, "+" where <c>extra_hosts</c> is to be added.</summary>
public class ContainerDestinationsTests
{
    private const string Shop = "environment: { MYSQL_DATABASE: shop }";

    [Theory]
    [InlineData("db: { image: mysql:8 }", "db:3306")]
    [InlineData("db: { image: mysql:8, " + Shop + " }", "db:3306!")]
    [InlineData("db: { image: mysql:8, ports: ['3307:3306'] }", "db:3306")]
    [InlineData("db: { image: mysql:8, command: --port=3310 }", "db:3310")]
    [InlineData("db: { image: mysql:8, command: '--port=${P}' }", "db:")]
    [InlineData("one: { image: mysql:8 }\n  two: { image: mariadb, " + Shop + " }", "two:3306! one:3306")]
    [InlineData("one: { image: mysql:8, " + Shop + " }\n  two: { image: mariadb, " + Shop + " }", "one:3306 two:3306")]
    [InlineData("db: { image: mysql:8, environment: { MYSQL_DATABASE: other } }", "")]
    [InlineData("db: { image: mysql:8, network_mode: none }", "")]
    [InlineData("db: { image: mysql:8, networks: [back] }", "")]
    [InlineData("db: { image: mysql:8, profiles: [tools] }", "")]
    [InlineData("db: { image: mysql:8, network_mode: 'service:api' }", "127.0.0.1:3306")]
    [InlineData("cache: { image: redis:7 }", "host.docker.internal:+")]
    [InlineData("cache: { extends: { file: gone.yml, service: c } }", "")]
    [InlineData("cache: { build: '${C}' }", "")]
    public void The_servers_that_a_container_reaches(string services, string expected) => Assert.Equal(expected, Ask($"api: {{ image: acme/api }}\n  {services}"));

    [Theory]
    [InlineData("extra_hosts: ['host.docker.internal:host-gateway']", "cache: { image: redis:7 }", "host.docker.internal:")]
    [InlineData("network_mode: host", "cache: { image: redis:7 }", "127.0.0.1:")]
    [InlineData("network_mode: host", "db: { image: mysql:8, ports: ['3307:3306'] }", "127.0.0.1:3307")]
    [InlineData("network_mode: host", "db: { image: mysql:8, ports: ['192.168.1.5:3307:3306'] }", "")]
    [InlineData("network_mode: host", "db: { image: mysql:8 }", "")]
    [InlineData("network_mode: none", "db: { image: mysql:8 }", "")]
    [InlineData("network_mode: bridge", "db: { image: mysql:8 }", "")]
    [InlineData("network_mode: '${M}'", "db: { image: mysql:8 }", "")]
    [InlineData("network_mode: 'service:db'", "db: { image: mysql:8 }", "127.0.0.1:3306")]
    public void From_other_networks(string api, string services, string expected) => Assert.Equal(expected, Ask($"api: {{ image: acme/api, {api} }}\n  {services}"));

    private static string Ask(string services)
    {
        var topology = Topologies.Of(("/repo/compose.yml", $"services:\n  {services}\nnetworks: {{ back: }}\n"));
        var text = new TextAccount(PairReader.Read(DecodedText.Verbatim("Server=localhost;Database=shop", 0))!, EngineTable.OfWord("mysql")!);
        return string.Join(' ', ContainerDestinations.Find(topology.Services.Single(service => service.Name == "api"), EngineTable.OfWord("mysql")!, text, topology)
            .Select(one => $"{one.Host}:{one.Port}{(one.Match == ServiceMatch.Certain ? "!" : "")}{(one.NeedsHostGateway ? "+" : "")}"));
    }
}
