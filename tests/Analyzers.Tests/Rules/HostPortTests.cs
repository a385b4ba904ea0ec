using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>Which host port is written, and when none is: both rules share it.</summary>
public class HostPortTests
{
    private const string Shop = """
        services:
          mysql:
            image: mysql:8
            environment:
              MYSQL_DATABASE: shop
              MYSQL_USER: clerk
              MYSQL_PASSWORD: till-4711
              MYSQL_ROOT_PASSWORD: safe-4711
            ports:
              - "3307:3306"
        """;

    private static readonly TestProject s_shop = new TestProject().With("docker-compose.yml", Shop);

    [Theory]
    [InlineData("Server=[|localhost|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|localhost|];Port=3306;Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("SERVER=[|localhost|];DATABASE=shop", "SERVER=127.0.0.1;PORT=3307;DATABASE=shop")]
    [InlineData("server=[|localhost|];database=shop", "server=127.0.0.1;port=3307;database=shop")]
    [InlineData("data source = '[|localhost|]' ; database=shop", "data source = '127.0.0.1';port=3307 ; database=shop")]
    [InlineData("Port='3306';Host=[|localhost|];Database=shop", "Port='3307';Host=127.0.0.1;Database=shop")]
    [InlineData("Port=1;Server=[|localhost|];Database=shop;Port= 3306 ", "Port=1;Server=127.0.0.1;Database=shop;Port= 3307 ")]
    [InlineData("Server=[|localhost|];Uid=clerk", "Server=127.0.0.1;Port=3307;Uid=clerk")]
    [InlineData("Server=[|localhost|];Uid=root;Pwd=safe-4711", "Server=127.0.0.1;Port=3307;Uid=root;Pwd=safe-4711")]
    [InlineData("Server=[|localhost|];Uid=clerk;Pwd=other;Database={hole}", "Server=127.0.0.1;Port=3307;Uid=clerk;Pwd=other;Database={hole}")]
    [InlineData("Server=[|localhost|];Database=shop;Uid=other", "Server=127.0.0.1;Port=3307;Database=shop;Uid=other")]
    public Task A_certain_service_gives_its_port(string text, string fixedText) => Verify.TextAsync(text, LocalhostInMySql.Id, fixedText, s_shop);

    [Theory]
    [InlineData("Server=[|localhost|];Port=3307;Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|localhost|];Port=3307;Database=other;Uid=other", "Server=127.0.0.1;Port=3307;Database=other;Uid=other")]
    [InlineData("Server=[|localhost|];Database=other", "Server=127.0.0.1;Database=other")]
    [InlineData("Server=[|localhost|];Database=other;Uid=other", "Server=127.0.0.1;Database=other;Uid=other")]
    [InlineData("Server=[|localhost|];Database=other;Uid=root;Pwd=root", "Server=127.0.0.1;Database=other;Uid=root;Pwd=root")]
    [InlineData("Server=[|localhost|];Port={hole};Database=shop", "Server=127.0.0.1;Port={hole};Database=shop")]
    [InlineData("Server=[|localhost|];Port=;Database=shop", "Server=127.0.0.1;Port=;Database=shop")]
    [InlineData("Server=[|localhost|];Port=abc;Database=shop", "Server=127.0.0.1;Port=abc;Database=shop")]
    [InlineData("Server=[|localhost|];{hole};Database=shop", "Server=127.0.0.1;{hole};Database=shop")]
    [InlineData("Server=[|localhost|],[|localhost|];Port=3306;Database=shop", "Server=127.0.0.1,127.0.0.1;Port=3306;Database=shop")]
    public Task Without_a_certain_service_the_port_is_kept(string text, string fixedText) => Verify.TextAsync(text, LocalhostInMySql.Id, fixedText, s_shop);

    /// <summary>Neither port is certain, and nobody publishes the text's own: a host alone would end silent and wrong.</summary>
    [Theory]
    [InlineData("Server=[|localhost|];Uid=root;Pwd=root")]
    [InlineData("Server=[|localhost|];Port=3306;Uid=root;Pwd=root")]
    [InlineData("Server=[|localhost|];Port=3999;Uid=root;Pwd=root")]
    [InlineData("Server=[|localhost|];Database=mysql;Uid=root")]
    [InlineData("Server=[|localhost|];Pwd=till-4711")]
    [InlineData("Server=[|localhost|];Database=other;Uid=clerk")]
    public Task A_possible_service_that_publishes_another_port_leaves_all_to_the_reader(string text) =>
        Verify.TextAsync(text, LocalhostInMySql.Id, Markup.Parse(text).Text, s_shop);

    /// <summary>The same for this machine by its address: a suggestion, with the published port as its action.</summary>
    [Theory]
    [InlineData("Server=[|127.0.0.1|];Uid=root", "Server=127.0.0.1;Port=3307;Uid=root")]
    [InlineData("Server=[|127.0.0.1|];Port=3306;Uid=root;Pwd=root", "Server=127.0.0.1;Port=3307;Uid=root;Pwd=root")]
    [InlineData("Server=[|127.0.0.1|];Port=3999;Uid=root", "Server=127.0.0.1;Port=3307;Uid=root")]
    [InlineData("Server=[|127.0.0.1|];Port=3999;Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|localhost|];SslMode=VerifyFull;Uid=root", "Server=localhost;Port=3307;SslMode=VerifyFull;Uid=root")]
    [InlineData("Server=[|::1|];Uid=root", "Server=::1;Port=3307;Uid=root")]
    public async Task A_port_that_nobody_publishes_is_a_suggestion(string marked, string repaired)
    {
        var text = Markup.Parse(marked).Text;
        await Verify.TextAsync(marked, ContainerPort.Id, text, s_shop);
        await Verify.ActionsAsync(text, s_shop, ($"Use {(text.Contains("::1", StringComparison.Ordinal) ? "[::1]" : text.Contains("localhost", StringComparison.Ordinal) ? "localhost" : "127.0.0.1")}:3307 (mysql, docker-compose.yml)", repaired));
        var finding = Assert.Single(await s_shop.WithSource("Code.cs", Verify.InConnection(text)).AnalyzeAsync());
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
    }

    /// <summary>Somebody publishes the port, nobody publishes another one, or another server is meant: as before, the host is repaired or nothing said.</summary>
    [Theory]
    [InlineData("services:\n  db: { image: mysql, ports: ['3307:3306'] }\n  other: { image: mysql, ports: ['3306:3306'] }\n", "Uid=root")]
    [InlineData("services:\n  db: { image: mysql, ports: ['3307:3306'] }\n  proxy: { image: proxysql, ports: ['3306:6033'] }\n", "Uid=root")]
    [InlineData("services:\n  db: { image: mysql }\n", "Uid=root")]
    [InlineData("services:\n  db: { image: mysql, ports: ['${PORT}:3306'] }\n", "Uid=root")]
    [InlineData("services:\n  db: { image: mysql, ports: ['3307:3306'], environment: { MYSQL_DATABASE: stock, MYSQL_USER: clerk } }\n", "Database=shop;Uid=app")]
    [InlineData("services:\n  db: { image: postgres, ports: ['5433:5432'] }\n", "Uid=root")]
    public async Task Otherwise_the_host_is_repaired_and_the_port_is_right(string compose, string options)
    {
        var project = new TestProject().With("docker-compose.yml", compose);
        await Verify.TextAsync($"Server=[|localhost|];{options}", LocalhostInMySql.Id, $"Server=127.0.0.1;{options}", project);
        await Verify.SilentTextAsync($"Server=127.0.0.1;{options}", project);
        await Verify.SilentTextAsync($"Server=127.0.0.1;Port=3306;{options}", project);
    }

    /// <summary>Another engine's container has the port: it is no server of this text's.</summary>
    [Fact]
    public async Task A_port_of_another_engine_is_not_this_text_s()
    {
        var project = new TestProject().With("docker-compose.yml", "services:\n  db: { image: mysql, ports: ['3307:3306'] }\n  pg: { image: postgres, ports: ['3306:5432'] }\n");
        await Verify.TextAsync("Server=[|localhost|];Uid=root", LocalhostInMySql.Id, "Server=localhost;Uid=root", project);
        await Verify.TextAsync("Server=[|127.0.0.1|];Uid=root", ContainerPort.Id, "Server=127.0.0.1;Uid=root", project);
        Assert.Equal(
            "'127.0.0.1:3306' is right only if a server of your own listens there; 3306 is published by 'pg', which runs PostgreSQL; 'db' publishes 3307 (docker-compose.yml:2), so write that if you mean its server",
            await Verify.MessageAsync("Server=127.0.0.1;Uid=root", project));
    }

    /// <summary>A port that is neither the container's nor published may be a tunnel's, also where the service is certain.</summary>
    [Theory]
    [InlineData("Server=[|localhost|];Port=3999;Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|127.0.0.1|];Port=3999;Database=shop", ContainerPort.Id, "Server=127.0.0.1;Port=3999;Database=shop")]
    [InlineData("Server=[|172.17.0.1|];Port=3999;Database=shop", BridgeGateway.Id, "Server=127.0.0.1;Port=3999;Database=shop")]
    [InlineData("Server=[|127.0.0.1:3999|];Database=shop", PortInHost.Id, "Server=127.0.0.1;Port=3999;Database=shop")]
    public Task An_odd_port_beside_a_certain_service(string text, string ruleId, string fixedText) => Verify.TextAsync(text, ruleId, fixedText, s_shop);

    /// <summary>A port that no container has is a tunnel's or that of a server of one's own: it is kept first.</summary>
    [Fact]
    public Task A_port_that_is_no_container_s_is_kept_by_the_first_action() => Verify.ActionsAsync(
        "Server=localhost;Port=63983;Uid=root",
        s_shop,
        ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Port=63983;Uid=root"),
        ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Uid=root"));

    [Theory]
    [InlineData("Server=[|172.17.0.2|];Port=3306", "Server=127.0.0.1;Port=3307")]
    [InlineData("Server=[|172.18.0.2|];Database=other", "Server=127.0.0.1;Port=3307;Database=other")]
    [InlineData("Server=[|172.17.0.2|];Port=3307", "Server=127.0.0.1;Port=3307")]
    [InlineData("Server=[|172.17.0.2|];Port={hole}", "Server=127.0.0.1;Port={hole}")]
    [InlineData("Server=[|172.17.0.2|],[|172.17.0.3|];Database=shop", "Server=127.0.0.1,127.0.0.1;Database=shop")]
    public Task The_address_of_the_only_container_is_certain(string text, string fixedText) => Verify.TextAsync(text, ContainerAddress.Id, fixedText, s_shop);

    [Theory]
    [InlineData("var text = \"Server=[|localhost|];Database=shop\"; text += \";Port=3306\"; _ = new MySqlConnector.MySqlConnection(text);")]
    [InlineData("var text = \"Server=[|localhost|];Database=shop;\"; _ = new MySqlConnector.MySqlConnection(text + Rest);")]
    [InlineData("var text = \"Server=[|localhost|];Database=shop;\"; _ = new MySqlConnector.MySqlConnection($\"{text}{Rest}\");")]
    public Task A_port_that_code_may_add_is_not_inserted(string statements) => Verify.CodeAsync(
        $"class C {{ string Rest = \"\"; void M() {{ {statements} }} }}",
        LocalhostInMySql.Id,
        $"class C {{ string Rest = \"\"; void M() {{ {statements.Replace("[|localhost|]", "127.0.0.1", StringComparison.Ordinal)} }} }}",
        s_shop);

    [Fact]
    public async Task A_container_port_is_not_right_because_another_service_publishes_it()
    {
        var project = new TestProject().With("docker-compose.yml", "services:\n  one: { image: mysql, environment: { MYSQL_DATABASE: one }, ports: ['3306:3306'] }\n  two: { image: mysql, environment: { MYSQL_DATABASE: two }, ports: ['3307:3306'] }\n");
        await Verify.TextAsync("Server=[|172.17.0.2|];Port=3306;Database=two", ContainerAddress.Id, "Server=127.0.0.1;Port=3307;Database=two", project);
        await Verify.TextAsync("Server=[|localhost|];Port=3306;Database=two", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3306;Database=two", project);
        await Verify.ActionsAsync(
            "Server=172.17.0.2;Uid=root",
            project,
            ("Use 127.0.0.1 (one, docker-compose.yml)", "Server=127.0.0.1;Uid=root"),
            ("Use 127.0.0.1:3307 (two, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Uid=root"));
    }

    [Fact]
    public async Task An_address_of_the_hosts_own_is_written_unasked_only_for_a_certain_service()
    {
        var project = new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['192.168.1.10:3306:3306'] } }");
        await Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=192.168.1.10;Database=shop", project);
        await Verify.TextAsync("Server=[|localhost|];Uid=root", LocalhostInMySql.Id, "Server=localhost;Uid=root", project);
        await Verify.TextAsync("Server=[|127.0.0.1|];Uid=root", ContainerPort.Id, "Server=127.0.0.1;Uid=root", project);
        await Verify.TextAsync("Server=[|127.0.0.1|];Database=shop", ContainerPort.Id, "Server=127.0.0.1;Database=shop", project);
        Assert.Equal(
            "'127.0.0.1:3306' is right only if a server of your own listens there; nothing here publishes 3306 on 127.0.0.1; 'db' publishes 192.168.1.10:3306 (docker-compose.yml:1), so write that if you mean its server",
            await Verify.MessageAsync("Server=127.0.0.1;Uid=root", project));
        await Verify.ActionsAsync("Server=localhost;Uid=root", project, ("Use 192.168.1.10 (db, docker-compose.yml)", "Server=192.168.1.10;Uid=root"), ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Uid=root"));
    }

    [Fact]
    public async Task Actions_are_named_after_what_they_write()
    {
        await Verify.ActionsAsync("Server=localhost;Database=shop", s_shop, ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop"));
        await Verify.ActionsAsync(
            "Server=localhost;Uid=root",
            s_shop,
            ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Uid=root"),
            ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Uid=root"));
        await Verify.ActionsAsync("Server=localhost;Database=other", s_shop, ("Use 127.0.0.1", "Server=127.0.0.1;Database=other"));
        await Verify.ActionsAsync("Server=localhost;Port=3307;Uid=root", s_shop, ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Uid=root"));
        await Verify.ActionsAsync("Server=localhost;Port={hole};Database=shop", s_shop, ("Use 127.0.0.1", "Server=127.0.0.1;Port={hole};Database=shop"));
        await Verify.ActionsAsync("Server=localhost;Uid=root", new TestProject(), ("Use 127.0.0.1", "Server=127.0.0.1;Uid=root"));
    }

    [Fact]
    public async Task Several_possible_services_have_an_action_each()
    {
        var project = new TestProject().With("docker-compose.yml", "services:\n  one: { image: mysql, ports: ['3307:3306'] }\n  two: { image: mariadb, ports: ['3308:3306'] }\n  three: { image: percona, ports: ['3307:3306'] }\n");
        await Verify.ActionsAsync(
            "Server=localhost;Database=shop",
            project,
            ("Use 127.0.0.1:3307 (one, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop"),
            ("Use 127.0.0.1:3308 (two, docker-compose.yml)", "Server=127.0.0.1;Port=3308;Database=shop"),
            ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Database=shop"));
        await Verify.TextAsync("Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=172.17.0.2;Database=shop", project);
    }

    [Fact]
    public async Task Several_certain_services_count_as_possible_unless_they_agree()
    {
        const string service = "  {0}: {{ image: mysql, environment: {{ MYSQL_DATABASE: shop }}, ports: ['{1}:3306'] }}\n";
        string Two(int port) => "services:\n" + string.Format(null, service, "one", 3307) + string.Format(null, service, "two", port);
        await Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=localhost;Database=shop", new TestProject().With("docker-compose.yml", Two(3308)));
        await Verify.TextAsync("Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3307;Database=shop", new TestProject().With("docker-compose.yml", Two(3307)));
    }

    [Theory]
    [InlineData("ports: [\"3306:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"127.0.0.1:3307:3306\"]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"0.0.0.0:3307:3306/tcp\"]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"192.168.1.10:3307:3306\"]", "Server=192.168.1.10;Port=3307;Database=shop")]
    [InlineData("ports: [\"[::1]:3307:3306\"]", "Server=::1;Port=3307;Database=shop")]
    [InlineData("ports: [\"[::]:3307:3306\"]", "Server=::1;Port=3307;Database=shop")]
    [InlineData("ports: [3307:3306]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"3315-3317:3304-3306\"]", "Server=127.0.0.1;Port=3317;Database=shop")]
    [InlineData("ports: [{ target: 3306, published: 3307 }]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [{ target: 3306, published: \"3307\", host_ip: 127.0.0.1, protocol: tcp, mode: host }]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"33070:33060\", \"3307:3306\"]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"3307:3306\", \"${X}:33060\"]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [3306]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"3307:3306/udp\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"127.0.0.1::3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"3307-3310:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"${PORT:-3307}:3306\"]", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: [\"$PORT:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [{ target: 3306 }]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [{ target: 3306, published: 3307, protocol: udp }]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [{ target: 3306, published: \"3307-3310\" }]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: []", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports:", "Server=127.0.0.1;Database=shop")]
    [InlineData("expose: [\"3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("network_mode: host", "Server=127.0.0.1;Database=shop")]
    [InlineData("network_mode: host, ports: [\"3307:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("extends: { service: base }, ports: [\"3307:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: *ports", "Server=127.0.0.1;Database=shop")]
    [InlineData("<<: *base, ports: [\"3307:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: !reset [\"3307:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"99999:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: \"3307:3306\"", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['localhost:3307:3306']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['a\";b:3307:3306']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [\"\\x1e:3307:3306\"]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['fe80::1%eth0:3307:3306']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [{ target: 3306, published: 3307, host_ip: db.local }]", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: [!reset '3307:3306']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['3307:3306', '${P:-3399}:3306']", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: ['3307:3306', '${P}:3306']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['3307:3306', '${P}']", "Server=127.0.0.1;Database=shop")]
    [InlineData("ports: ['3307:3306', '53:53/udp', '${P:-1/2}:33060/tcp']", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: ['192.168.1.10:3308:3306', '127.0.0.1:3307:3306']", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("ports: ['1-65535:1-65535']", "Server=127.0.0.1;Database=shop")]
    public Task Published_ports(string entry, string fixedText) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        fixedText,
        new TestProject().With("docker-compose.yml", $"services:\n  mysql: {{ image: mysql, environment: {{ MYSQL_DATABASE: shop }}, {entry} }}\n"));

    [Theory]
    [InlineData("mysql", true)]
    [InlineData("mysql:8.4", true)]
    [InlineData("\"mysql:${TAG:-8}\"", true)]
    [InlineData("mariadb@sha256:0123", true)]
    [InlineData("docker.io/library/mysql:8", true)]
    [InlineData("registry:5000/mysql", true)]
    [InlineData("ghcr.io/owner/mysql", false)]
    [InlineData("mysql/mysql-server:8.0", true)]
    [InlineData("docker.io/bitnami/mariadb", true)]
    [InlineData("percona", true)]
    [InlineData("postgres", false)]
    [InlineData("mysqld", false)]
    [InlineData("phpmyadmin", false)]
    public Task Images(string image, bool isMySql) => Verify.TextAsync(
        "Server=[|172.17.0.2|];Port=3399;Database=shop",
        ContainerAddress.Id,
        isMySql ? "Server=127.0.0.1;Port=3308;Database=shop" : "Server=127.0.0.1;Port=3399;Database=shop",
        new TestProject().With("docker-compose.yml", $"services:\n  db: {{ image: {image}, environment: {{ MYSQL_DATABASE: shop }}, ports: [ '3308:3399' ] }}\n"));

    [Theory]
    [InlineData("build: ./db, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306']", true)]
    [InlineData("build: ./db, environment: { MYSQL_DATABASE: shop }, ports: ['9104:9104', '3307:3306']", true)]
    [InlineData("image: own/db, environment: [ MYSQL_DATABASE=shop ], ports: ['3307:3306']", true)]
    [InlineData("image: app, environment: { MYSQL_DATABASE: shop, MYSQL_HOST: db }, ports: ['3307:80']", false)]
    [InlineData("image: phpmyadmin, environment: { MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: x }, ports: ['3307:80']", false)]
    public Task Services_without_a_known_image(string service, bool isMySql) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        isMySql ? "Server=127.0.0.1;Port=3307;Database=shop" : "Server=127.0.0.1;Database=shop",
        new TestProject().With("docker-compose.yml", $"services:\n  db: {{ {service} }}\n"));

    [Theory]
    [InlineData("MYSQL_DATABASE: shop")]
    [InlineData("MARIADB_DATABASE: shop")]
    [InlineData("MYSQL_DATABASE: \"shop\"")]
    [InlineData("MYSQL_DATABASE: 'shop'")]
    public Task Environments_that_name_the_database(string entry) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        "Server=127.0.0.1;Port=3307;Database=shop",
        new TestProject().With("docker-compose.yml", $"services:\n  db:\n    image: mysql\n    ports:\n    - 3307:3306\n    environment:\n      {entry}\n"));

    [Theory]
    [InlineData("MYSQL_DATABASE: ${DB}")]
    [InlineData("MYSQL_DATABASE: ${DB:?shop}")]
    [InlineData("MYSQL_DATABASE:")]
    [InlineData("MYSQL_DATABASE_FILE: /run/secrets/shop")]
    [InlineData("MYSQL_PASSWORD: shop")]
    public Task Environments_that_do_not(string entry) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        "Server=localhost;Database=shop",
        new TestProject().With("docker-compose.yml", $"services:\n  db:\n    image: mysql\n    ports:\n    - 3307:3306\n    environment:\n      {entry}\n"));

    [Theory]
    [InlineData("Server=[|10.5.0.5|];Database=other", "Server=127.0.0.1;Port=3308;Database=other")]
    [InlineData("Server=[|10.5.0.9|];Database=other", "Server=127.0.0.1;Database=other")]
    [InlineData("Server=[|fd00:5::5|];Database=other", "Server=127.0.0.1;Port=3308;Database=other")]
    [InlineData("Server=[|172.17.0.2|];Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|172.17.0.2|];Database=unknown", "Server=127.0.0.1;Database=unknown")]
    public Task Subnets_and_static_addresses_of_the_file_count(string text, string fixedText) => Verify.TextAsync(text, ContainerAddress.Id, fixedText, s_network);

    [Fact]
    public async Task Without_proof_no_address_of_another_machine_is_written_unasked()
    {
        var project = s_shop.With("docker-compose.prod.yml", "services: { db: { image: mysql, ports: ['10.1.2.3:3399:3306'] } }");
        await Verify.TextAsync("Server=[|localhost|];Port=3399;Database=shop", LocalhostInMySql.Id, "Server=localhost;Port=3399;Database=shop", project);
        await Verify.ActionsAsync(
            "Server=localhost;Port=3399;Database=shop", project,
            ("Use 10.1.2.3:3399 (db, docker-compose.prod.yml)", "Server=10.1.2.3;Port=3399;Database=shop"), ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Port=3399;Database=shop"));
    }

    [Fact]
    public async Task The_fixed_address_of_another_service_is_not_the_databases()
    {
        var project = new TestProject().With("docker-compose.yml", """
            services:
              mysql: { image: mysql, ports: ['3307:3306'], networks: [inner] }
              cache: { image: redis, networks: { inner: { ipv4_address: 172.28.0.6 } } }
            networks: { inner: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } } }
            """);
        await Verify.TextAsync("Server=[|172.28.0.6|];Database=other", ContainerAddress.Id, "Server=127.0.0.1;Database=other", project);
        await Verify.TextAsync("Server=[|172.28.0.7|];Database=other", ContainerAddress.Id, "Server=127.0.0.1;Port=3307;Database=other", project);
    }

    [Fact]
    public async Task A_port_of_another_service_is_not_rewritten_unasked()
    {
        var project = new TestProject().With("docker-compose.yml", "services:\n  db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306'] }\n  proxy: { image: proxysql/proxysql, ports: ['6033:6033'] }\n");
        await Verify.TextAsync("Server=[|localhost|];Port=6033;Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Port=6033;Database=shop", project);
        await Verify.TextAsync("Server=[|172.18.0.3|];Port=6033", ContainerAddress.Id, "Server=127.0.0.1;Port=6033", project);
        await Verify.TextAsync("Server=[|localhost|];Port=3306;Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3307;Database=shop", project);
    }

    [Fact]
    public Task Addresses_of_the_LAN_are_silent_even_when_the_file_fixes_them() => Verify.SilentTextAsync(
        "Server=192.168.1.50;Database=shop",
        new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, networks: { lan: { ipv4_address: 192.168.1.50 } } } }\nnetworks: { lan: { driver: macvlan } }"));

    [Fact]
    public Task The_default_network_has_addresses_of_its_own() => Verify.TextAsync(
        "Server=[|172.18.0.2|];Database=other",
        ContainerAddress.Id,
        "Server=127.0.0.1;Port=3307;Database=other",
        new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, ports: ['3307:3306'] }, app: { image: x, networks: [inner] } }\nnetworks: { inner: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } } }"));

    [Theory]
    [InlineData("new MySqlConnector.MySqlConnectionStringBuilder(\"Server=[|localhost|];Database=shop\") { Port = 3306 }")]
    [InlineData("new MySqlConnector.MySqlConnectionStringBuilder(\"Server=[|localhost|];Database=shop\") { [\"Port\"] = 3306 }")]
    [InlineData("new MySqlConnector.MySqlConnectionStringBuilder(\"Server=[|localhost|];Database=shop\") { Database = \"x\" }")]
    [InlineData("new MySqlConnector.MySqlConnectionStringBuilder(\"Server=[|localhost|];Uid=root\") { SslMode = MySqlConnector.MySqlSslMode.None }")]
    [InlineData("new MySqlConnector.MySqlConnection((System.Environment.NewLine ?? \"Server=[|localhost|];Uid=root;\") + \"Database=shop\")")]
    [InlineData("new MySqlConnector.MySqlConnection($\"{System.Environment.NewLine ?? \"Server=[|localhost|];Uid=root\"};Pwd=x\")")]
    [InlineData("new MySqlConnector.MySqlConnection(\"Server=[|localhost|];Uid=root;Pwd=X\".Replace(\"X\", \"y\"))")]
    public Task What_a_builder_sets_counts_more_than_the_text(string expression) => Verify.CodeAsync(
        $"class C {{ object M() => {expression}; }}", LocalhostInMySql.Id, $"class C {{ object M() => {expression.Replace("[|localhost|]", "127.0.0.1", StringComparison.Ordinal)}; }}",
        new TestProject().With("docker-compose.yml", "services: { mysql: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306', '3306:3306'] } }"));

    [Theory]
    [InlineData("var t = #; System.Console.WriteLine($\"server={t}\"); _ = new MySqlConnector.MySqlConnection(t);")]
    [InlineData("var t = #; if (t == null) { throw new System.InvalidOperationException($\"bad {t}\"); } _ = new MySqlConnector.MySqlConnection(t);")]
    [InlineData("var t = #; if (!t.EndsWith(\";\")) { } if (t.Contains(\"Pooling\")) { } _ = new MySqlConnector.MySqlConnection(t);")]
    [InlineData("_ = new MySqlConnector.MySqlConnectionStringBuilder(#) { Password = \"x\" };")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(#); b.SslMode = MySqlConnector.MySqlSslMode.None;")]
    public async Task What_does_not_touch_host_and_port_leaves_them_repaired(string statements)
    {
        string Code(string text) => $"class C {{ void M() {{ {statements.Replace("#", $"\"{text}\"", StringComparison.Ordinal)} }} }}";
        await Verify.CodeAsync(Code("Server=[|localhost|];Database=shop"), LocalhostInMySql.Id, Code("Server=127.0.0.1;Port=3307;Database=shop"), s_shop);
    }

    [Fact]
    public Task A_written_port_is_repaired_where_only_the_password_is_added() => Verify.CodeAsync(
        "class C { const string T = \"Server=[|localhost|];Port=3306;Database=shop\"; object M(string p) => new MySqlConnector.MySqlConnection(T + \";Pwd=\" + p); }",
        LocalhostInMySql.Id,
        "class C { const string T = \"Server=127.0.0.1;Port=3307;Database=shop\"; object M(string p) => new MySqlConnector.MySqlConnection(T + \";Pwd=\" + p); }",
        s_shop);

    [Fact]
    public Task A_host_that_one_of_two_sinks_overrides_is_still_the_others() => Verify.CodeAsync(
        "class C { const string T = \"Server=[|localhost|];Database=shop\"; object M(string h) => new MySqlConnector.MySqlConnection(T + \";Server=\" + h); object N() => new MySqlConnector.MySqlConnection(T); }",
        LocalhostInMySql.Id,
        "class C { const string T = \"Server=127.0.0.1;Port=3307;Database=shop\"; object M(string h) => new MySqlConnector.MySqlConnection(T + \";Server=\" + h); object N() => new MySqlConnector.MySqlConnection(T); }",
        s_shop);

    [Theory]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(#); b.Server = \"db\";")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(#); b[\"Host\"] = \"db\";")]
    [InlineData("MySqlConnector.MySqlConnectionStringBuilder b; b = new(#); b.ConnectionProtocol = MySqlConnector.MySqlConnectionProtocol.NamedPipe;")]
    [InlineData("var t = #; _ = new MySqlConnector.MySqlConnection($\"{t};Server=db\");")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder { ConnectionString = #, Server = \"db\" };")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(); b.ConnectionString = #; b.Server = \"db\";")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(#); b.Add(\"Server\", \"db\");")]
    [InlineData("string? t = #; _ = new MySqlConnector.MySqlConnection(t?.Replace(\"localhost\", \"db\"));")]
    [InlineData("var t = #; _ = new MySqlConnector.MySqlConnection(t.Trim().Replace(\"localhost\", \"db\"));")]
    [InlineData("var b = new MySqlConnector.MySqlConnectionStringBuilder(#) { Port = (uint)GetMappedPublicPort(3306) }; int GetMappedPublicPort(int p) => p;")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(#.Replace(\"localhost\", \"db\"));")]
    [InlineData("var t = #; t = t.Replace(\"localhost\", \"db\"); _ = new MySqlConnector.MySqlConnection(t);")]
    [InlineData("var t = #; if (t.Contains(\"localhost\")) { } _ = new MySqlConnector.MySqlConnection(t);")]
    public Task A_text_whose_host_code_decides_or_reads_is_silent(string statements) =>
        Verify.SilentAsync($"class C {{ void M() {{ {statements.Replace("#", "\"Server=localhost;Database=shop\"", StringComparison.Ordinal)} }} }}", s_shop);

    [Theory]
    [InlineData("Server=10.5.0.0;Database=shop")]
    [InlineData("Server=10.6.0.5;Database=shop")]
    [InlineData("Server=192.168.7.5;Database=shop")]
    public Task Gateways_networks_and_what_lies_outside_are_silent(string text) => Verify.SilentTextAsync(text, s_network);

    private static readonly TestProject s_network = new TestProject().With("docker-compose.yml", """
        services:
          shop:
            image: mysql
            environment: [MYSQL_DATABASE=shop]
            ports: ["3307:3306"]
          other:
            image: mysql
            environment: [MYSQL_DATABASE=stock]
            ports: ["3308:3306"]
            networks:
              inner:
                ipv4_address: 10.5.0.5
                ipv6_address: fd00:5::5
        networks:
          inner:
            ipam:
              config:
                - subnet: 10.5.0.0/16
                - subnet: fd00:5::/64
          lan:
            driver: macvlan
            ipam: { config: [{ subnet: 192.168.7.0/24 }] }
        """);
}
