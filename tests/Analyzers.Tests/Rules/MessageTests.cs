using System.Globalization;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>One sentence with host, port, the proving line, and what to write instead.</summary>
public class MessageTests
{
    private const string Localhost = "'localhost:3306' can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide; ";

    private static TestProject Project(string service) => new TestProject().With("docker-compose.yml", $"services:\n  mysql:\n    image: mysql\n{service}");

    [Fact]
    public async Task A_certain_port() => Assert.Equal(
        Localhost + "write 127.0.0.1 and port 3307, where 'mysql' publishes its container port 3306 (docker-compose.yml:7)",
        await Verify.MessageAsync("Server=localhost;Database=shop", Project("    environment:\n      MYSQL_DATABASE: shop\n    ports:\n      - \"3307:3306\"\n")));

    [Fact]
    public async Task A_possible_port() => Assert.Equal(
        Localhost + "write 127.0.0.1 and a published port: nothing here publishes 3306; 'mysql' publishes 3307 (docker-compose.yml:5)",
        await Verify.MessageAsync("Server=localhost;Database=shop", Project("    ports:\n      - \"3307:3306\"\n")));

    [Fact]
    public async Task A_possible_port_for_this_machine() => Assert.Equal(
        "'127.0.0.1:3306' is right only if a server of your own listens there; nothing here publishes 3306; 'mysql' publishes 3307 (docker-compose.yml:5), so write that if you mean its server",
        await Verify.MessageAsync("Server=127.0.0.1;Database=shop", Project("    ports:\n      - \"3307:3306\"\n")));

    [Fact]
    public async Task A_port_of_other_hosts_too() => Assert.EndsWith(
        "nothing here publishes 3306; 'mysql' publishes 3307 (docker-compose.yml:7); the port is also that of other hosts that the text may have",
        Assert.Single(await Project("    environment:\n      MYSQL_DATABASE: shop\n    ports:\n      - \"3307:3306\"\n")
            .WithSource("Code.cs", "class C { object M(string? host) => new MySqlConnector.MySqlConnection($\"Server={host ?? \"localhost\"};Database=shop\"); }").AnalyzeAsync()).GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_right_port() => Assert.Equal(
        "'localhost:3307' can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide; write 127.0.0.1 and keep the port, which 'mysql' publishes (docker-compose.yml:5)",
        await Verify.MessageAsync("Server=localhost;Port=3307", Project("    ports:\n      - \"3307:3306\"\n")));

    [Fact]
    public async Task A_service_that_publishes_nothing() => Assert.Equal(
        Localhost + "write 127.0.0.1, and publish the port of 'mysql' (docker-compose.yml:2) with the entry \"127.0.0.1:3306:3306\" under its ports",
        await Verify.MessageAsync("Server=localhost", Project("    expose: [3306]\n")));

    [Fact]
    public async Task A_port_that_a_variable_decides() => Assert.Equal(
        Localhost + "write 127.0.0.1; 'mysql' publishes 3306 where the variable PORT says, which has no value here (docker-compose.yml:4)",
        await Verify.MessageAsync("Server=localhost", Project("    ports: [\"${PORT}:3306\"]\n")));

    [Theory]
    [InlineData("ports: [\"3306\"]", "'mysql' publishes 3306 on a random port, since its entry names none (docker-compose.yml:4)")]
    [InlineData("ports: [\"127.0.0.1::3306\"]", "'mysql' publishes 3306 on a random port, since its entry names none (docker-compose.yml:4)")]
    [InlineData("ports: [\"3307-3309:3306\"]", "'mysql' publishes 3306 on one of a range of ports, which Docker chooses (docker-compose.yml:4)")]
    [InlineData("ports: [\"${IP}:${PORT}:3306\"]", "'mysql' publishes 3306 where the variables IP and PORT say, which have no value here (docker-compose.yml:4)")]
    [InlineData("ports: [\"${IP:-127.0.0.1}:${PORT:?missing}:3306\"]", "'mysql' publishes 3306 where the variable PORT says, which has no value here (docker-compose.yml:4)")]
    [InlineData("ports: [ { target: 3306, published: \"$PORT\" } ]", "'mysql' publishes 3306 where the variable PORT says, which has no value here (docker-compose.yml:4)")]
    [InlineData("command: --port=${P}\n    ports: [\"3307:3306\"]", "'mysql' listens on a port that its command or a variable decides (docker-compose.yml:2)")]
    public async Task An_entry_that_does_not_tell_the_port(string lines, string end) =>
        Assert.Equal(Localhost + "write 127.0.0.1; " + end, await Verify.MessageAsync("Server=localhost", Project($"    {lines}\n")));

    [Fact]
    public async Task An_entry_of_another_container_port() => Assert.Equal(
        Localhost + "write 127.0.0.1, and add the entry \"127.0.0.1:3306:3306\" to the ports of 'mysql', which publishes its container port 3316 and not 3306, where it listens (docker-compose.yml:4)",
        await Verify.MessageAsync("Server=localhost", Project("    ports: [\"3316:3316\"]\n")));

    [Fact]
    public async Task A_driver_that_never_reaches_the_other_loopback() => Assert.StartsWith(
        "'localhost:3306' is in effect 127.0.0.1 to MySql.Data, and can be ::1 or a Unix socket to other MySQL clients; ",
        Assert.Single(await new TestProject().WithDrivers(References.Stub("MySql.Data", "namespace MySql.Data.MySqlClient { public class MySqlConnection(string text) { public string Text => text; } }"))
            .WithSource("Code.cs", "class C { object M() => new MySql.Data.MySqlClient.MySqlConnection(\"Server=localhost;Database=shop\"); }").AnalyzeAsync()).GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_compose_file_without_the_engine() => Assert.EndsWith(
        "; if the server runs in a container, write the host port that Docker publishes (no service here is known to run MySQL)",
        await Verify.MessageAsync("Server=localhost", new TestProject().With("docker-compose.yml", "services: { cache: { image: redis } }")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Several_possible_services() => Assert.Equal(
        Localhost + "write a published address: nothing here is known to publish 3306; 'one' publishes 3307 (docker-compose.yml:2) and 'two' publishes 127.0.0.2:3308 (docker-compose.yml:3) and 'three' publishes no port (docker-compose.yml:4)"
        + " and 'four' publishes 3306 where the variable P says, which has no value here (docker-compose.yml:5)",
        await Verify.MessageAsync("Server=localhost", new TestProject().With("docker-compose.yml", "services:\n  one: { image: mysql, ports: ['3307:3306'] }\n  two: { image: mysql, ports: ['127.0.0.2:3308:3306'] }\n  three: { image: mysql }\n  four: { image: mysql, ports: ['${P}:3306'] }\n")));

    [Fact]
    public async Task A_service_that_is_not_meant() => Assert.Equal(
        Localhost + "write 127.0.0.1 and keep the port, since 'mysql' holds another database (docker-compose.yml:2)",
        await Verify.MessageAsync("Server=localhost;Database=other", Project("    environment: { MYSQL_DATABASE: shop }\n    ports: ['3307:3306']\n")));

    [Fact]
    public async Task An_address_that_the_file_fixes() => Assert.StartsWith(
        "'10.5.0.5:3306' is an address inside Docker, without a route from Docker Desktop's host; ",
        await Verify.MessageAsync("Server=10.5.0.5", Project("    networks: { inner: { ipv4_address: 10.5.0.5 } }\n")),
        StringComparison.Ordinal);

    [Fact]
    public async Task No_compose_file() => Assert.Equal(
        Localhost + "write 127.0.0.1; if the server runs in a container, write the host port that Docker publishes (no compose file was found)",
        await Verify.MessageAsync("Server=localhost"));

    [Fact]
    public async Task A_port_that_is_a_hole_is_not_named() => Assert.Equal(
        "'localhost' can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide; write 127.0.0.1; if the server runs in a container, write the host port that Docker publishes (no compose file was found)",
        await Verify.MessageAsync("Server=localhost;Port={hole}"));

    [Fact]
    public async Task A_container_address() => Assert.Equal(
        "'172.17.0.2:3306' is an address inside Docker, handed out afresh when a container starts and without a route from Docker Desktop's host; "
        + "write 127.0.0.1 and port 3307, where 'mysql' publishes its container port 3306 (docker-compose.yml:5)",
        await Verify.MessageAsync("Server=172.17.0.2", Project("    ports:\n      - \"3307:3306\"\n")));

    [Fact]
    public async Task A_file_of_another_folder_is_named_from_the_project() => Assert.EndsWith(
        "(../../deploy/docker-compose.yml:1)",
        await Verify.MessageAsync("Server=localhost", new TestProject().With("../../deploy/docker-compose.yml", "services: { db: { image: mysql, ports: ['3307:3306'] } }")),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_proof_is_an_additional_location()
    {
        var diagnostic = Assert.Single(await Project("    ports:\n      - \"3307:3306\"\n").WithSource("Code.cs", Verify.InConnection("Server=localhost")).AnalyzeAsync());
        var proof = Assert.Single(diagnostic.AdditionalLocations).GetLineSpan();
        Assert.Equal(TestProject.Folder + "/docker-compose.yml", proof.Path);
        Assert.Equal(4, proof.StartLinePosition.Line);
        Assert.Equal(8, proof.StartLinePosition.Character);
    }

    [Fact]
    public async Task Neither_message_nor_property_holds_a_user_or_a_password()
    {
        var project = Project("    environment: { MYSQL_USER: clerk, MYSQL_PASSWORD: till-4711, MYSQL_ROOT_PASSWORD: safe-4711, MYSQL_DATABASE: shop }\n    ports:\n      - \"3307:3306\"\n");
        foreach (var text in new[] { "Server=localhost;Uid=clerk;Pwd=till-4711", "Server=172.17.0.2;Uid=root;Pwd=safe-4711;Database=shop", "Uid=clerk;Pwd=till-4711;Server=localhost" })
        {
            var diagnostic = Assert.Single(await project.WithSource("Code.cs", Verify.InConnection(text)).AnalyzeAsync());
            var said = diagnostic.GetMessage(CultureInfo.InvariantCulture) + string.Concat(diagnostic.Properties.Select(property => property.Key + property.Value));
            Assert.DoesNotContain("clerk", said, StringComparison.Ordinal);
            Assert.DoesNotContain("4711", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_compose_file_is_reported_and_the_rules_go_on()
    {
        var project = Project("    ports:\n      - \"3307:3306\n  other\n").WithSource("Code.cs", Verify.InConnection("Server=localhost"));
        var diagnostics = await project.AnalyzeAsync();
        Assert.Equal([LocalhostInMySql.Id, UnreadableFile.Id], diagnostics.Select(diagnostic => diagnostic.Id).Order());
        var unreadable = diagnostics.Single(diagnostic => diagnostic.Id == UnreadableFile.Id);
        Assert.Equal(TestProject.Folder + "/docker-compose.yml", unreadable.Location.GetLineSpan().Path);
        Assert.StartsWith("'docker-compose.yml' cannot be read from line 5 on: ", unreadable.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
