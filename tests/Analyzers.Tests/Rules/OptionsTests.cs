using System.Globalization;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>The options, each by what it changes; a value that an option cannot have is said once a file.</summary>
public class OptionsTests
{
    private const string Prefix = Option.Prefix;

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Fact]
    public async Task Loopback_localhost_switches_the_rule_on_localhost_off_and_is_written()
    {
        var project = s_shop.WithOption(Prefix + "loopback = localhost");
        await Verify.SilentTextAsync("Server=localhost;Port=3307;Database=shop", project);
        await Verify.TextAsync("Server=[|localhost|];Port=3306;Database=shop", ContainerPort.Id, "Server=localhost;Port=3307;Database=shop", project);
        await Verify.TextAsync("Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=localhost;Port=3307;Database=shop", project);
        await Verify.TextAsync("Server=[|172.17.0.1|];Port=3307", BridgeGateway.Id, "Server=localhost;Port=3307", project);
    }

    [Fact]
    public async Task Loopback_IPv6_is_written_for_ports_on_IPv6_only()
    {
        const string option = Prefix + "loopback = ::1";
        await Verify.TextAsync("Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=::1;Port=3307;Database=shop", s_shop.WithOption(option));
        await Verify.TextAsync(
            "Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=127.0.0.1;Port=3307;Database=shop",
            new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, ports: ['127.0.0.1:3307:3306'] } }").WithOption(option));
        await Verify.TextAsync("Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=127.0.0.1;Database=shop", new TestProject().WithOption(option));
    }

    [Fact]
    public async Task Docker_elsewhere_is_written_and_loopbacks_are_left_alone()
    {
        var project = s_shop.WithOption(Prefix + "docker_host = build.example.org");
        await Verify.TextAsync("Server=[|172.17.0.2|];Database=shop", ContainerAddress.Id, "Server=build.example.org;Port=3307;Database=shop", project);
        await Verify.TextAsync("Server=[|mysql|];Database=shop", ServiceName.Id, "Server=build.example.org;Port=3307;Database=shop", project);
        await Verify.SilentTextAsync("Server=localhost;Database=shop", project);
        await Verify.SilentTextAsync("Server=127.0.0.1;Port=3306;Database=shop", project);
    }

    [Fact]
    public async Task Published_ports_are_known_without_a_file()
    {
        var project = new TestProject().WithOption(Prefix + "published_ports = mysql:3308:3306, cache:6380:6379");
        await Verify.TextAsync("Server=[|mysql|];Database=shop", ServiceName.Id, "Server=127.0.0.1;Port=3308;Database=shop", project);
        await Verify.TextAsync("Server=[|172.17.0.2|];Uid=a", ContainerAddress.Id, "Server=127.0.0.1;Port=3308;Uid=a", project);
        await Verify.ActionsAsync("Server=localhost;Uid=a", project, ("Use 127.0.0.1:3308 (mysql, options)", "Server=127.0.0.1;Port=3308;Uid=a"), ("Use 127.0.0.1, keep the port", "Server=127.0.0.1;Uid=a"));
    }

    [Fact]
    public Task Published_ports_settle_what_a_file_leaves_to_a_variable() => Verify.TextAsync(
        "Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=127.0.0.1;Port=3308;Database=shop",
        new TestProject().With("docker-compose.yml", "services: { db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['${P}:3306'] } }").WithOption(Prefix + "published_ports = db:3308:3306"));

    [Fact]
    public async Task Networks_of_containers_are_known_by_the_option()
    {
        await Verify.TextAsync("Server=[|192.168.40.7|];Uid=a", ContainerAddress.Id, "Server=127.0.0.1;Uid=a", new TestProject().WithOption(Prefix + "container_networks = 10.9.0.0/16, 192.168.40.0/24"));
        await Verify.TextAsync("Server=[|fd00:9::5|];Uid=a", ContainerAddress.Id, "Server=127.0.0.1;Uid=a", new TestProject().WithOption(Prefix + "container_networks = fd00:9::/64"));
        await Verify.SilentTextAsync("Server=192.168.41.7;Uid=a", new TestProject().WithOption(Prefix + "container_networks = 192.168.40.0/24"));
        await Verify.SilentTextAsync("Server=192.168.40.7;Uid=a");
    }

    [Theory]
    [InlineData("host", true)]
    [InlineData("both", true)]
    [InlineData("HOST", true)]
    [InlineData("container", false)]
    [InlineData("container:mysql", false)]
    public Task Where_the_code_runs(string place, bool isReported)
    {
        var project = s_shop.With("Dockerfile", "FROM x").WithOption(Prefix + "code_runs_in = " + place);
        return isReported ? Verify.TextAsync("Server=[|localhost|];Uid=a", LocalhostInMySql.Id, "Server=localhost;Uid=a", project) : Verify.SilentTextAsync("Server=localhost;Uid=a", project);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST, x")]
    public Task Ignored_hosts_are_silent(string hosts) => Verify.SilentTextAsync("Server=localhost;Uid=a", s_shop.WithOption(Prefix + "ignored_hosts = " + hosts));

    [Theory]
    [InlineData("loopback = ipv4", "'docker_connection_strings.loopback' cannot be read: it is 'ipv4', and takes 127.0.0.1, localhost or ::1")]
    [InlineData("published_ports = 3307:3306", "'docker_connection_strings.published_ports' cannot be read: it is '3307:3306', and takes a list of service:host port:container port, as in mysql:3307:3306")]
    [InlineData("container_networks = 10.0.0.0", "'docker_connection_strings.container_networks' cannot be read: it is '10.0.0.0', and takes a list of subnets, as in 172.28.0.0/16")]
    [InlineData("code_runs_in = docker", "'docker_connection_strings.code_runs_in' cannot be read: it is 'docker', and takes host, container, container:service or both")]
    [InlineData("docker_host = tcp://x:2375", "'docker_connection_strings.docker_host' cannot be read: it is 'tcp://x:2375', and takes the name or the address of a machine")]
    [InlineData("ignored_hosts = a b", "'docker_connection_strings.ignored_hosts' cannot be read: it is 'a b', and takes a list of hosts")]
    public async Task A_value_that_an_option_cannot_have_is_said_at_the_first_text_of_a_file(string option, string message)
    {
        const string two = "class C { object M() => new[] { new MySqlConnector.MySqlConnection(\"Server=localhost;Uid=a\"), new MySqlConnector.MySqlConnection(\"Server=localhost;Uid=b\") }; }";
        var said = await s_shop.WithOption(Prefix + option).WithSource("A.cs", two).WithSource("B.cs", two.Replace("class C", "class D", StringComparison.Ordinal)).WithSource("None.cs", "class E { string S = \"text\"; }").AnalyzeAsync();
        var options = said.Where(diagnostic => diagnostic.Id == UnreadableFile.Id).ToArray();
        Assert.Equal(["A.cs", "B.cs"], options.Select(diagnostic => Path.GetFileName(diagnostic.Location.GetLineSpan().Path)));
        Assert.All(options, diagnostic => Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture)));

        // The option has its default then.
        Assert.Equal(4, said.Count(diagnostic => diagnostic.Id == LocalhostInMySql.Id));
    }

    [Theory]
    [InlineData("loopback =")]
    [InlineData("loopback =   ")]
    [InlineData("published_ports = ,")]
    [InlineData("published_ports = a:1:2 , , b:3:4")]
    [InlineData("something_else = 1")]
    public async Task What_is_left_out_is_no_mistake(string option) => Assert.DoesNotContain(
        await s_shop.WithOption(Prefix + option).WithSource("A.cs", Verify.InConnection("Server=localhost;Uid=a")).AnalyzeAsync(), diagnostic => diagnostic.Id == UnreadableFile.Id);
}
