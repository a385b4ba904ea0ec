using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC008: ::1 and a port on IPv4.</summary>
public class IPv6LoopbackTests
{
    private static TestProject Publishing(string entry, string image = "mysql") => new TestProject()
        .WithDrivers(References.MySqlConnector, References.Npgsql)
        .With("docker-compose.yml", $"services: {{ db: {{ image: {image}, ports: ['{entry}'] }} }}");

    [Theory]
    [InlineData("127.0.0.1:3307:3306", "127.0.0.1")]
    [InlineData("0.0.0.0:3307:3306", "127.0.0.1")]
    [InlineData("192.168.1.10:3307:3306", "192.168.1.10")]
    public Task The_address_that_publishes_the_port_is_written(string entry, string address) =>
        Verify.TextAsync("Server=[|::1|];Port=3307;Uid=a", IPv6Loopback.Id, $"Server={address};Port=3307;Uid=a", Publishing(entry));

    [Theory]
    [InlineData("3307:3306")]
    [InlineData("[::]:3307:3306")]
    [InlineData("[::1]:3307:3306")]
    [InlineData("127.0.0.1::3306")]
    public Task A_port_on_IPv6_or_of_nobody_is_silent(string entry) => Verify.SilentTextAsync("Server=::1;Port=3307;Uid=a", Publishing(entry));

    [Fact]
    public Task A_port_that_nobody_publishes_is_a_suggestion() => Verify.TextAsync("Server=[|::1|];Port=3307;Uid=a", ContainerPort.Id, "Server=::1;Port=3307;Uid=a", Publishing("127.0.0.1:3308:3306"));

    [Fact]
    public async Task Other_hosts_and_options_are_silent()
    {
        await Verify.SilentTextAsync("Server=127.0.0.1;Port=3307;Uid=a", Publishing("127.0.0.1:3307:3306"));
        await Verify.SilentTextAsync("Server=::1;Port={hole};Uid=a", Publishing("127.0.0.1:3307:3306"));
        await Verify.SilentTextAsync("Server=::1;Port=3307;Uid=a", Publishing("127.0.0.1:3307:3306").WithOption("docker_connection_strings.loopback = ::1"));
        await Verify.SilentTextAsync("Server=::1;Port=3307;Uid=a", Publishing("127.0.0.1:3307:3306").WithOption("docker_connection_strings.docker_host = build.example.org"));
        await Verify.SilentTextAsync("Server=::1;Port=3307;Uid=a", Publishing("127.0.0.1:3307:5432", "postgres"));
    }

    [Fact]
    public Task Another_engine_s_text_is_repaired_too() => Verify.CodeAsync(
        "class C { object M() => new Npgsql.NpgsqlConnection(\"Host=[|::1|];Port=5433;Database=x\"); }",
        IPv6Loopback.Id,
        "class C { object M() => new Npgsql.NpgsqlConnection(\"Host=127.0.0.1;Port=5433;Database=x\"); }",
        Publishing("127.0.0.1:5433:5432", "postgres"));

    /// <summary>One finding repairs port and family.</summary>
    [Fact]
    public Task The_containers_port_is_repaired_with_the_address() => Verify.TextAsync(
        "Server=[|::1|];Port=3306;Database=shop", ContainerPort.Id, "Server=127.0.0.1;Port=3307;Database=shop",
        new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['127.0.0.1:3307:3306'] } }"));

    [Fact]
    public async Task The_message_names_the_entry() => Assert.Equal(
        "'[::1]:3307' is this machine's IPv6 address, and 'db' publishes the port on IPv4 only; write 127.0.0.1 (docker-compose.yml:1)",
        await Verify.MessageAsync("Server=::1;Port=3307;Uid=a", Publishing("127.0.0.1:3307:3306")));
}
