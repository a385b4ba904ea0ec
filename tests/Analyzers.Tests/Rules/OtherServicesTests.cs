using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Several services of one engine, and servers on a port of their own: no text is sent to another server.</summary>
public class OtherServicesTests
{
    private static TestProject With(string services) => new TestProject().With("docker-compose.yml", "services:\n" + services);

    /// <summary>A container's port is not right on the host because another container publishes that number.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(", ports: ['${P}:3306']")]
    public async Task A_name_s_port_is_not_another_s(string ports)
    {
        var project = With($"  one: {{ image: mysql, ports: ['3306:3306'] }}\n  two: {{ image: mysql, environment: {{ MYSQL_DATABASE: shop }}, networks: {{ n: {{ ipv4_address: 10.5.0.5 }} }}{ports} }}\n");
        await Verify.CodeAsync(Verify.InConnection("Server=[|two|];Database=shop"), ServiceName.Id, Verify.InConnection("Server=two;Database=shop"), project);
        await Verify.CodeAsync(Verify.InConnection("Server=[|10.5.0.5|];Database=shop"), ContainerAddress.Id, Verify.InConnection("Server=127.0.0.1;Database=shop"), project);
    }

    [Fact]
    public async Task An_address_s_port_is_not_that_of_a_container_with_another_database()
    {
        var message = await Verify.MessageAsync("Server=172.17.0.2;Database=b", With("  one: { image: mysql, environment: { MYSQL_DATABASE: a }, ports: ['3306:3306'] }\n  two: { image: mysql, environment: { MYSQL_DATABASE: c }, ports: ['3307:3306'] }\n"));
        Assert.DoesNotContain("which 'one' publishes", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certain_services_that_publish_nothing_are_several()
    {
        var project = With("  primary: { image: mysql, environment: { MYSQL_DATABASE: shop } }\n  replica: { image: mysql, environment: { MYSQL_DATABASE: shop } }\n");
        await Verify.SilentTextAsync("Server=127.0.0.1;Database=shop", project);
    }

    [Theory]
    [InlineData("command: --port=3307, ports: ['3308:3307']", 3308)]
    [InlineData("command: [ '--port', '3307' ], ports: ['3308:3307']", 3308)]
    [InlineData("command: 'mysqld -P 3307', ports: ['3308:3307']", 3308)]
    [InlineData("environment: { MYSQL_DATABASE: shop, MYSQL_TCP_PORT: 3307 }, ports: ['3308:3307']", 3308)]
    [InlineData("command: --mysqlx-port=33070, ports: ['3308:3306']", 3308)]
    [InlineData("command: --port=3310, network_mode: host", 3310)]
    [InlineData("network_mode: host", 3306)]
    public Task A_server_s_own_port_is_the_container_s(string service, int port)
    {
        var project = With($"  db: {{ image: mysql, {(service.Contains("environment", StringComparison.Ordinal) ? "" : "environment: { MYSQL_DATABASE: shop }, ")}{service} }}\n");
        return Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, port == 3306 ? "Server=127.0.0.1;Database=shop" : $"Server=127.0.0.1;Port={port};Database=shop", project);
    }

    [Theory]
    [InlineData("command: '--port=${P}', ports: ['3308:3307']")]
    [InlineData("command: '${COMMAND}', ports: ['3308:3307']")]
    [InlineData("ports: ['3307:3307'], volumes: ['./my.cnf:/etc/mysql/conf.d/my.cnf']")]
    [InlineData("ports: ['3307:3307'], command: --defaults-file=/conf/my.cnf")]
    [InlineData("ports: ['3307:3307'], configs: [my]")]
    public async Task A_port_that_is_not_settled_is_left_alone(string service)
    {
        var project = With($"  db: {{ image: mysql, environment: {{ MYSQL_DATABASE: shop }}, {service} }}\n");
        await Verify.SilentTextAsync("Server=127.0.0.1;Database=shop", project);
        await Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Database=shop", project);
    }

    /// <summary>Nothing changes the server's port, and no entry has it.</summary>
    [Theory]
    [InlineData("ports: ['3307:3307']")]
    [InlineData("ports: ['33060:33060']")]
    [InlineData("ports: ['3307:3307'], volumes: ['/etc/localtime:/etc/localtime', 'data:/var/lib/mysql']")]
    public async Task Entries_of_other_container_ports_publish_nothing_of_the_server(string service)
    {
        var project = With($"  db: {{ image: mysql, environment: {{ MYSQL_DATABASE: shop }}, {service} }}\n");
        await Verify.TextAsync("Server=[|127.0.0.1|];Database=shop", UnpublishedPort.Id, "Server=127.0.0.1;Database=shop", project);
        await Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Database=shop", project);
    }

    /// <summary>What a compose file publishes is right beside a container that code starts.</summary>
    [Fact]
    public async Task A_container_that_code_starts_does_not_hide_a_compose_file()
    {
        var project = new TestProject().With("../../docker-compose.yml", "services: { db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3306:3306'] } }")
            .WithSource("Start.cs", "class Start { void M() => System.Diagnostics.Process.Start(\"docker\", \"run -p 3307:3306 -e MYSQL_DATABASE=shop mysql\"); }");
        await Verify.SilentTextAsync("Server=127.0.0.1;Port=3306;Database=shop", project);
        await Verify.SilentTextAsync("Server=127.0.0.1;Port=3307;Database=shop", project);
    }

    [Fact]
    public async Task A_service_that_cannot_be_read_may_be_a_database_too() =>
        await Verify.TextAsync("Server=[|172.17.0.2|];Uid=a", ContainerAddress.Id, "Server=172.17.0.2;Uid=a", With("  db: { image: mysql, ports: ['3307:3306'] }\n  broken: *missing\n"));

    [Fact]
    public async Task A_name_of_another_engine_s_container_has_no_fix() => Assert.Equal(
        "'db:3306' names the container of service 'db', and only containers on its network know that name; it runs PostgreSQL, so name the container that you mean (docker-compose.yml:2)",
        await Verify.MessageAsync("Server=db;Uid=a", With("  db: { image: postgres, ports: ['5433:5432'] }\n")));

    /// <summary>An address is looked up among a file's networks; the part that containers get has no gateway of its own, and each network of a pool has one.</summary>
    [Theory]
    [InlineData("""{ "bip": "172.17.0.1/16", "fixed-cidr": "172.17.5.0/24" }""", "172.17.5.1", ContainerAddress.Id)]
    [InlineData("""{ "default-address-pools": [{ "base": "10.10.0.0/16", "size": 24 }] }""", "10.10.3.1", BridgeGateway.Id)]
    [InlineData("""{ "default-address-pools": [{ "base": "10.10.0.0/16", "size": 24 }] }""", "10.10.3.2", ContainerAddress.Id)]
    [InlineData("""{ "fixed-cidr-v6": "fd00:1::/64" }""", "fd00:1::5", ContainerAddress.Id)]
    [InlineData("""{ "default-address-pools": [{ "base": "10.10.0.0/16", "size": 24 }] }""", "10.10.3.255", null)]
    [InlineData("""{ "default-address-pools": [{ "base": "10.10.0.0/16", "size": 24 }] }""", "172.18.0.2", null)]
    [InlineData("""{ "bip": "10.200.0.1/24" }""", "172.17.0.2", null)]
    [InlineData("""{ "bip": "10.200.0.1/24" }""", "172.17.0.1", null)]
    [InlineData("{ half typed", "10.200.0.2", null)]
    public async Task Addresses_of_the_daemon(string daemon, string address, string? ruleId)
    {
        var project = new TestProject().With("daemon.json", daemon);
        await (ruleId is null ? Verify.SilentTextAsync($"Server={address};Uid=a", project) : Verify.TextAsync($"Server=[|{address}|];Uid=a", ruleId, "Server=127.0.0.1;Uid=a", project));
    }

    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder { [\"Server\"] = \"[|db|]\" };")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(); b[\"Server\"] = \"[|db|]\"; b[\"Port\"] = 3306;")]
    [InlineData("System.Net.Sockets.TcpClient c = new(\"[|db|]\", 3306);")]
    [InlineData("new System.Net.Sockets.TcpClient().Connect(\"[|db|]\", 3306);")]
    [InlineData("System.Net.Dns.GetHostEntry(\"[|db|]\");")]
    public async Task A_name_that_is_given_as_a_host_is_found(string statement)
    {
        var marked = Markup.Parse($"class C {{ void M() {{ {statement} }} }}");
        var found = await With("  db: { image: mysql, ports: ['3307:3306'] }\n").WithSource("Code.cs", marked.Text).AnalyzeAsync();
        Assert.Equal(ServiceName.Id, Assert.Single(found).Id);
        Assert.Equal(marked.Spans[0], found[0].Location.SourceSpan);
    }
}
