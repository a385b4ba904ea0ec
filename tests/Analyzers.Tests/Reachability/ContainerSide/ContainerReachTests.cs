using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Tests.Topology;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>Whether a host and a port connect from the service <c>api</c>, as a plain function. "+" connects, "?" is not known, else why it fails.</summary>
public class ContainerReachTests
{
    private const string Api = "api: { image: acme/api }";
    private const string Db = "db: { image: mysql:8 }";
    private const string Published = "db: { image: mysql:8, ports: ['3307:3306'] }";

    [Theory]
    [InlineData("db", 3306, "+ db")]
    [InlineData("DB", 3306, "+ db")]
    [InlineData("db", 3307, "HostPort db")]
    [InlineData("db", 3308, "?")]
    [InlineData("db", 33060, "?")]
    [InlineData("db", null, "?")]
    [InlineData("localhost", 3306, "Loopback db")]
    [InlineData("LOCALHOST", 3307, "Loopback db")]
    [InlineData("127.0.0.1", 3306, "Loopback db")]
    [InlineData("127.1.2.3", 3306, "Loopback db")]
    [InlineData("::1", 3306, "Loopback db")]
    [InlineData("localhost", null, "?")]
    [InlineData("host.docker.internal", 3307, "HostAlias")]
    [InlineData("gateway.docker.internal", 3307, "?")]
    [InlineData("host.containers.internal", 3307, "?")]
    [InlineData("host.docker.internal-api", 3307, "?")]
    [InlineData("172.18.0.3", 3306, "HandedOutAddress db")]
    [InlineData("172.17.0.2", 3306, "HandedOutAddress db")]
    [InlineData("172.17.0.1", 3307, "+ db")]
    [InlineData("172.17.0.1", 3306, "?")]
    [InlineData("192.168.1.5", 3306, "?")]
    [InlineData("8.8.8.8", 3306, "?")]
    [InlineData("db.example.com", 3306, "?")]
    [InlineData("elsewhere", 3306, "?")]
    [InlineData("dbs", 3306, "?")]
    [InlineData("database", 3306, "NearName db")]
    [InlineData("mysql", 3306, "NearName db")]
    [InlineData("postgres", 3306, "?")]
    public void Two_services_of_one_file(string host, int? port, string expected) => Assert.Equal(expected, Ask($"{Api}\n  {Published}", host, port));

    [Theory]
    [InlineData("db: { image: mysql:8, command: --port=3310 }", 3310, "+ db")]
    [InlineData("db: { image: mysql:8, command: --port=3310 }", 3306, "?")]
    [InlineData("db: { image: mysql:8, command: '--port=${P}' }", 3306, "?")]
    [InlineData("db: { image: mysql:8, environment: { MYSQL_TCP_PORT: 3311 } }", 3311, "+ db")]
    [InlineData("db: { image: mysql:8, command: --port=3307, ports: ['3307:3307'] }", 3307, "+ db")]
    [InlineData("db: { image: mysql:8, ports: ['3307:3307'] }", 3307, "?")]
    [InlineData("db: { image: mysql:8, ports: ['3307:3306'], expose: [3307] }", 3307, "?")]
    [InlineData("db: { image: mysql:8, ports: ['33060:3306'] }", 33060, "?")]
    [InlineData("db: { image: mysql:8, ports: ['${P}:3306'] }", 3307, "?")]
    [InlineData("db: { image: mysql:8, ports: ['3306:3306'] }", 3306, "+ db")]
    [InlineData("db: { image: mysql:8, ports: ['3300-3309:3300-3309'] }", 3306, "+ db")]
    [InlineData("db: { image: mysql:8, ports: [{ target: 3306, published: 3307 }] }", 3307, "HostPort db")]
    [InlineData("db: { image: mysql:8, ports: ['127.0.0.1:3307:3306'] }", 3307, "HostPort db")]
    [InlineData("db: { image: mysql:8, ports: ['3307:3306'], volumes: ['./my.cnf:/etc/mysql/my.cnf'] }", 3307, "?")]
    [InlineData("db: { image: mysql:8, volumes: ['./my.cnf:/etc/mysql/my.cnf'] }", 3306, "?")]
    [InlineData("db: { image: mysql:8, ports: ['3307:3306'], env_file: none.env }", 3307, "?")]
    [InlineData("db: { build: ./db }", 3306, "?")]
    [InlineData("db: { image: acme/db }", 3306, "?")]
    [InlineData("db: { image: acme/db, expose: [3399] }", 3399, "+ db")]
    [InlineData("db: { image: acme/db, ports: ['8080:80'] }", 80, "+ db")]
    [InlineData("db: { image: acme/db, ports: ['8080:80'] }", 8080, "?")]
    [InlineData("db: { extends: { file: common.yml, service: db }, image: mysql:8, ports: ['3307:3306'] }", 3307, "?")]
    [InlineData("db: { image: mysql:8, profiles: [tools] }", 3306, "?")]
    public void What_listens_in_the_other_container(string db, int port, string expected) => Assert.Equal(expected, Ask($"{Api}\n  {db}", "db", port));

    [Theory]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: }", "+ db")]
    [InlineData("networks: [front, back]", "networks: [back]", "networks: { back: , front: }", "+ db")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { internal: true } }", "+ db")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { external: true } }", "+ db")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { driver: bridge } }", "+ db")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { driver: weave } }", "?")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { driver: '${D}' } }", "?")]
    [InlineData("networks: [back]", "networks: [back]", "networks: { back: { driver_opts: { com.docker.network.bridge.enable_icc: 'false' } } }", "?")]
    [InlineData("networks: [back]", "networks: [back]", "", "?")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: , front: }", "NoSharedNetwork db")]
    [InlineData("networks: [back]", "image: mysql:8", "networks: { back: }", "NoSharedNetwork db")]
    [InlineData("image: acme/api", "networks: [back]", "networks: { back: }", "NoSharedNetwork db")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: { name: x }, front: { name: y } }", "NoSharedNetwork db")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: { name: x }, front: { name: x } }", "?")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: { name: '${N}' }, front: }", "?")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: { external: true, name: shop_front }, front: }", "?")]
    [InlineData("networks: [front]", "networks: [back]", "networks: { back: { external: true }, front: { external: true } }", "NoSharedNetwork db")]
    [InlineData("networks: ['${N}']", "networks: [back]", "networks: { back: }", "?")]
    [InlineData("network_mode: host", "image: mysql:8", "", "NoSharedNetwork db")]
    [InlineData("network_mode: none", "image: mysql:8", "", "NoSharedNetwork db")]
    [InlineData("network_mode: bridge", "image: mysql:8", "", "?")]
    [InlineData("network_mode: bridge", "network_mode: bridge", "", "?")]
    [InlineData("network_mode: bridge, links: [db]", "network_mode: bridge", "", "?")]
    [InlineData("network_mode: '${M}'", "image: mysql:8", "", "?")]
    [InlineData("image: acme/api", "network_mode: '${M}'", "", "?")]
    [InlineData("network_mode: none, extends: { file: gone.yml, service: a }", "image: mysql:8", "", "?")]
    [InlineData("extends: { file: gone.yml, service: a }, networks: [front]", "networks: [back]", "networks: { back: , front: }", "?")]
    [InlineData("networks: [front]", "extends: { file: gone.yml, service: a }, networks: [back]", "networks: { back: , front: }", "?")]
    [InlineData("network_mode: 'service:db'", "image: mysql:8", "", "+ db")]
    [InlineData("network_mode: 'service:gone'", "image: mysql:8", "", "?")]
    [InlineData("network_mode: 'service:api'", "image: mysql:8", "", "?")]
    [InlineData("image: acme/api", "network_mode: host", "", "NoSharedNetwork db")]
    [InlineData("image: acme/api", "network_mode: none", "", "NoSharedNetwork db")]
    [InlineData("image: acme/api", "network_mode: bridge", "", "NoSharedNetwork db")]
    [InlineData("image: acme/api", "network_mode: 'service:api'", "", "NoSharedNetwork db")]
    [InlineData("image: acme/api", "network_mode: 'container:elsewhere'", "", "?")]
    public void Who_is_on_a_network_with_whom(string api, string db, string networks, string expected) =>
        Assert.Equal(expected, Ask($"api: {{ {WithImage(api, "acme/api")} }}\n  db: {{ {WithImage(db, "mysql:8")} }}", "db", 3306, networks));

    [Theory]
    [InlineData("container_name: shop-db", "shop-db", "+ db")]
    [InlineData("hostname: dbhost", "dbhost", "?")]
    [InlineData("hostname: db", "db", "+ db")]
    [InlineData("container_name: dbhost, hostname: dbhost", "dbhost", "+ db")]
    [InlineData("networks: { back: { aliases: [store] } }", "store", "+ db")]
    [InlineData("networks: { back: { aliases: [store] } }", "db", "+ db")]
    [InlineData("networks: { back: , other: { aliases: [store] } }", "store", "NoSharedNetwork db")]
    [InlineData("networks: { back: , other: { aliases: [store] } }", "db", "+ db")]
    [InlineData("networks: { back: { aliases: ['${A}'] } }", "database", "?")]
    [InlineData("container_name: '${C}'", "database", "?")]
    public void Under_which_names(string db, string host, string expected)
    {
        var network = db.Contains("networks", StringComparison.Ordinal) ? ", networks: [back]" : "";
        Assert.Equal(expected, Ask($"api: {{ image: acme/api{network} }}\n  db: {{ image: mysql:8, {db} }}", host, 3306, "networks: { back: , other: }"));
    }

    [Theory]
    [InlineData("links: ['db:store']", "store", 3306, "+ db")]
    [InlineData("links: ['db:store']", "store", 3307, "HostPort db")]
    [InlineData("links: [db]", "db", 3306, "+ db")]
    [InlineData("extra_hosts: ['host.docker.internal:host-gateway']", "host.docker.internal", 3307, "+ db")]
    [InlineData("extra_hosts: ['host.docker.internal:host-gateway']", "host.docker.internal", 3306, "?")]
    [InlineData("extra_hosts: { host.docker.internal: host-gateway }", "HOST.docker.internal", 3307, "+ db")]
    [InlineData("extra_hosts: ['machine:host-gateway']", "machine", 3307, "+ db")]
    [InlineData("extra_hosts: ['machine:host-gateway']", "host.docker.internal", 3307, "HostAlias")]
    [InlineData("extra_hosts: ['machine:host-gateway']", "machine", 3316, "?")]
    [InlineData("extra_hosts: ['machine:host-gateway']", "machine", 3317, "?")]
    [InlineData("network_mode: host", "localhost", 3316, "+ local")]
    [InlineData("extra_hosts: ['machine:10.0.0.5']", "machine", 3306, "?")]
    [InlineData("extra_hosts: ['machine:127.0.0.1']", "machine", 3306, "Loopback db")]
    [InlineData("extra_hosts: ['database:${ADDRESS}']", "database", 3306, "?")]
    [InlineData("extra_hosts: ['db:10.0.0.5']", "db", 3307, "?")]
    public void Names_that_the_container_is_given(string given, string host, int port, string expected) =>
        Assert.Equal(expected, Ask(
            $"api: {{ image: acme/api, {given} }}\n  {Published}\n  local: {{ image: acme/tool, ports: ['127.0.0.1:3316:1'] }}\n  tool: {{ image: acme/tool, ports: ['3317:1'], profiles: [tools] }}",
            host,
            port));

    [Theory]
    [InlineData("api: { image: mysql:8 }", "database", 3306, "?")]
    [InlineData("api: { image: acme/api, network_mode: bridge }\n  db: { image: mysql:8 }", "localhost", 3306, "Loopback db")]
    [InlineData("api: { image: acme/api }\n  shop-db: { image: acme/db }", "shop.db", 3306, "?")]
    [InlineData("api: { image: mysql:8 }", "localhost", 3306, "+ api")]
    [InlineData("api: { image: mysql:8 }", "127.0.0.1", 3306, "+ api")]
    [InlineData("api: { image: mysql:8 }", "localhost", 3307, "?")]
    [InlineData("api: { image: mysql:8, command: '--port=${P}' }", "localhost", 3306, "?")]
    [InlineData("api: { image: mysql:8 }", "api", 3306, "+ api")]
    [InlineData("api: { image: acme/api, expose: [3399] }", "localhost", 3399, "+ api")]
    [InlineData("api: { image: acme/api }", "localhost", 3306, "?")]
    [InlineData("api: { image: '${IMAGE}' }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    [InlineData("api: { image: 'acme/api:${TAG}' }\n  db: { image: mysql:8 }", "localhost", 3306, "Loopback db")]
    [InlineData("api: { build: ./gone }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    [InlineData("api: { build: '${CONTEXT}' }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    [InlineData("api: { build: ./api }\n  db: { image: mysql:8 }", "localhost", 3306, "Loopback db")]
    [InlineData("api: { build: ./api }", "localhost", 3306, "Loopback")]
    [InlineData("api: { build: ./all-in-one }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    [InlineData("api: { image: redis:7 }\n  db: { image: mysql:8 }", "localhost", 3306, "Loopback db")]
    [InlineData("api: { image: acme/api, network_mode: 'service:db' }\n  db: { image: mysql:8 }", "localhost", 3306, "+ db")]
    [InlineData("api: { image: acme/api, network_mode: 'service:db' }\n  db: { image: mysql:8, ports: ['3307:3306'] }", "localhost", 3307, "?")]
    [InlineData("api: { image: acme/api, network_mode: 'service:net' }\n  net: { image: acme/net }\n  db: { image: mysql:8, network_mode: 'service:net' }", "127.0.0.1", 3306, "+ db")]
    [InlineData("api: { image: acme/api, network_mode: 'service:net' }\n  net: { image: acme/net }\n  db: { image: mysql:8 }", "127.0.0.1", 3306, "Loopback db")]
    [InlineData("api: { image: acme/api, network_mode: 'container:pod' }\n  db: { image: mysql:8, container_name: pod }", "localhost", 3306, "+ db")]
    [InlineData("api: { image: acme/api }\n  db: { image: mysql:8, network_mode: 'service:api' }", "localhost", 3306, "+ db")]
    [InlineData("api: { image: acme/api, network_mode: host }\n  db: { image: mysql:8, ports: ['3307:3306'] }", "localhost", 3307, "+ db")]
    [InlineData("api: { image: acme/api, network_mode: host }\n  db: { image: mysql:8, ports: ['3307:3306'] }", "localhost", 3306, "?")]
    [InlineData("api: { image: acme/api, network_mode: host }\n  db: { image: mysql:8, network_mode: host }", "localhost", 3306, "+ db")]
    [InlineData("api: { image: acme/api, network_mode: none }\n  db: { image: mysql:8 }", "localhost", 3306, "Loopback db")]
    [InlineData("api: { image: acme/api, network_mode: '${M}' }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    [InlineData("api: { extends: { file: gone.yml, service: a } }\n  db: { image: mysql:8 }", "localhost", 3306, "?")]
    public void The_container_s_own_loopback(string services, string host, int port, string expected) => Assert.Equal(expected, Ask(services, host, port));

    [Theory]
    [InlineData("172.28.0.5", 3306, "+ db")]
    [InlineData("172.28.0.5", 3307, "HostPort db")]
    [InlineData("172.28.0.6", 3306, "HandedOutAddress")]
    [InlineData("172.28.0.1", 3306, "?")]
    [InlineData("172.28.0.1", 3307, "+ db")]
    [InlineData("172.29.0.9", 3306, "NoSharedNetwork far")]
    [InlineData("10.1.2.3", 3306, "InternalNetwork")]
    public void Addresses_that_the_file_fixes(string host, int port, string expected) => Assert.Equal(expected, Ask(
        """
        api: { image: acme/api, networks: [back] }
          db: { image: mysql:8, ports: ['3307:3306'], networks: { back: { ipv4_address: 172.28.0.5 } } }
          far: { image: mysql:8, networks: { other: { ipv4_address: 172.29.0.9 } } }
        """,
        host,
        port,
        "networks: { back: { internal: true, ipam: { config: [{ subnet: 172.28.0.0/16 }] } }, other: { ipam: { config: [{ subnet: 172.29.0.0/16 }] } } }"));

    [Theory]
    [InlineData("networks: [shared]", "172.18.0.3", "networks: { shared: { external: true } }")]
    [InlineData("networks: [shared]", "database", "networks: { shared: { external: true } }")]
    [InlineData("networks: [shared]", "172.18.0.3", "networks: { shared: { driver: macvlan } }")]
    [InlineData("network_mode: bridge", "8.8.8.8", "")]
    [InlineData("network_mode: host", "host.docker.internal", "")]
    [InlineData("network_mode: host", "database", "")]
    [InlineData("extends: { file: gone.yml, service: a }", "host.docker.internal", "")]
    [InlineData("extends: { file: gone.yml, service: a }", "172.18.0.3", "")]
    [InlineData("extends: { file: gone.yml, service: a }", "database", "")]
    [InlineData("image: acme/api", "database", "include: [gone.yml]")]
    [InlineData("image: acme/api", "172.18.0.3", "include: [gone.yml]")]
    [InlineData("image: acme/api", "localhost", "include: [gone.yml]")]
    public void What_is_not_read_may_have_it(string api, string host, string more) =>
        Assert.Equal("?", Ask($"api: {{ {WithImage(api, "acme/api")} }}\n  db: {{ {WithImage(api, "mysql:8")} }}", host, 3306, more));

    /// <summary>Any container may serve the web; of an engine without images nobody knows where it runs.</summary>
    [Theory]
    [InlineData("HTTP", 80)]
    [InlineData("SQLite", 1)]
    public void The_loopback_of_a_web_server_is_not_known(string engine, int port) =>
        Assert.Equal("?", Ask($"{Api}\n  {Db}", "localhost", port, engine: EngineTable.All.Single(one => one.Name == engine)));

    [Theory]
    [InlineData("Redis", "cache: { image: redis:7 }", "localhost", 6379, "Loopback cache")]
    [InlineData("Redis", "cache: { image: redis:7, ports: ['6380:6379'] }", "cache", 6380, "HostPort cache")]
    [InlineData("RabbitMQ", "rabbitmq: { image: rabbitmq:3 }", "rabbit", 5672, "NearName rabbitmq")]
    [InlineData("PostgreSQL", "postgres: { image: postgres:16 }", "db", 5432, "NearName postgres")]
    [InlineData("PostgreSQL", "messagebroker-service: { image: rabbitmq:3 }\n  pg: { image: postgres:16 }", "messagebroker-sevice", 5432, "NearName messagebroker-service")]
    [InlineData("PostgreSQL", "pg: { image: postgres:16 }\n  pg2: { image: postgres:16 }", "database", 5432, "NearName pg pg2")]
    public void Other_engines(string engine, string services, string host, int port, string expected) =>
        Assert.Equal(expected, Ask($"{Api}\n  {services}", host, port, engine: EngineTable.All.Single(one => one.Name == engine)));

    [Fact]
    public void Two_containers_of_one_alias_answer_by_turns()
    {
        const string networks = "networks: { default: { aliases: [store] } }";
        Assert.Equal("+ one two", Ask($"{Api}\n  one: {{ image: mysql:8, {networks} }}\n  two: {{ image: mysql:8, {networks} }}", "store", 3306));
        Assert.Equal("?", Ask($"{Api}\n  one: {{ image: mysql:8, {networks} }}\n  two: {{ image: acme/two, {networks} }}", "store", 3306));
    }

    [Fact]
    public void A_service_that_several_files_describe_connects_where_one_of_them_says_so()
    {
        var files = new[]
        {
            ("/repo/docker-compose.yml", $"services:\n  {Api}\n  {Published}\n"),
            ("/repo/docker-compose.dev.yml", "services:\n  db: { command: --port=3310 }\n"),
        };
        Assert.Equal("?", Ask(Topologies.Of(files), "db", 3307));
        Assert.Equal("HostPort db", Ask(Topologies.Of(files[0]), "db", 3307));
        Assert.Equal("+ db", Ask(Topologies.Of(files), "db", 3306));
        Assert.Equal("+ db", Ask(Topologies.Of(files), "db", 3310));
        Assert.Equal("Loopback db", Ask(Topologies.Of(files), "localhost", 3306));
    }

    [Fact]
    public void A_name_of_another_project_is_not_nearly_one_of_this()
    {
        var files = new[]
        {
            ("/repo/docker-compose.yml", $"services:\n  {Api}\n  {Db}\n"),
            ("/repo/other/docker-compose.yml", "services:\n  database: { image: mysql:8 }\n"),
        };
        Assert.Equal("?", Ask(Topologies.Of(files), "database", 3306));
        Assert.Equal("NearName db", Ask(Topologies.Of(files), "mysql", 3306));
    }

    [Fact]
    public void A_container_that_no_file_describes_is_not_known() => Assert.Equal(
        ContainerAnswer.Unknown, ContainerReach.AnswerFor(new DockerService { Name = "api", Place = default }, "localhost", 3306, EngineTable.OfWord("mysql")!, Topologies.Of()));

    private static string WithImage(string body, string image) => body.Contains("image:", StringComparison.Ordinal) ? body : $"image: {image}, {body}";

    private static string Ask(string services, string host, int? port, string more = "", Engine? engine = null) => Ask(
        Topologies.Of(
            ("/repo/compose.yml", $"services:\n  {services}\n{more}\n"),
            ("/repo/api/Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY . ."),
            ("/repo/all-in-one/Dockerfile", "FROM ubuntu\nRUN apt-get install -y mysql-server")),
        host,
        port,
        engine);

    private static string Ask(DockerTopology topology, string host, int? port, Engine? engine = null)
    {
        var answer = ContainerReach.AnswerFor(topology.Services.First(service => service.Name == "api"), host, port, engine ?? EngineTable.OfWord("mysql")!, topology);
        var what = answer.Outcome switch { ContainerOutcome.Connects => "+", ContainerOutcome.Unknown => "?", _ => answer.Fault.ToString() };
        return string.Join(' ', answer.Services.Select(service => service.Name).Prepend(what));
    }
}
