using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC006 and DKC007: the host as containers see it, used on the host itself.</summary>
public class HostOfContainersTests
{
    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Theory]
    [InlineData("Server=[|172.17.0.1|];Port=3307;Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|172.17.0.1|];Port=3306;Database=shop", "Server=127.0.0.1;Port=3307;Database=shop")]
    [InlineData("Server=[|172.17.0.1|];Port={hole};Uid=a", "Server=127.0.0.1;Port={hole};Uid=a")]
    public Task The_gateway_becomes_the_loopback_with_the_same_port(string text, string fixedText) => Verify.TextAsync(text, BridgeGateway.Id, fixedText, s_shop);

    [Fact]
    public async Task The_gateway_of_a_network_of_the_files_is_known()
    {
        const string services = "services: { db: { image: mysql, networks: [n] } }\n";
        await Verify.TextAsync("Server=[|10.5.0.1|];Uid=a", BridgeGateway.Id, "Server=127.0.0.1;Uid=a", new TestProject().With("docker-compose.yml", services + "networks: { n: { ipam: { config: [{ subnet: 10.5.0.0/16 }] } } }"));
        await Verify.TextAsync("Server=[|10.5.0.254|];Uid=a", BridgeGateway.Id, "Server=127.0.0.1;Uid=a", new TestProject().With("docker-compose.yml", services + "networks: { n: { ipam: { config: [{ subnet: 10.5.0.0/16, gateway: 10.5.0.254 }] } } }"));
        await Verify.TextAsync("Server=[|10.200.0.1|];Uid=a", BridgeGateway.Id, "Server=127.0.0.1;Uid=a", new TestProject().With("daemon.json", """{ "bip": "10.200.0.1/24" }"""));
    }

    [Theory]
    [InlineData("Server=172.18.0.1;Uid=a")]
    [InlineData("Server=192.168.0.1;Uid=a")]
    [InlineData("Server=10.0.0.1;Uid=a")]
    [InlineData("Server=172.17.1.1;Uid=a")]
    public Task Any_other_gateway_is_silent(string text) => Verify.SilentTextAsync(text, s_shop);

    [Theory]
    [InlineData("docker_connection_strings.code_runs_in = container")]
    [InlineData("docker_connection_strings.code_runs_in = both")]
    [InlineData("docker_connection_strings.ignored_hosts = 172.17.0.1, host.docker.internal")]
    public async Task Inside_a_container_both_are_right(string option)
    {
        await Verify.SilentTextAsync("Server=172.17.0.1;Uid=a", s_shop.WithOption(option));
        await Verify.SilentTextAsync("Server=host.docker.internal;Uid=a", s_shop.WithOption(option));
    }

    [Theory]
    [InlineData("host.docker.internal")]
    [InlineData("HOST.docker.internal")]
    [InlineData("gateway.docker.internal")]
    [InlineData("docker.for.mac.localhost")]
    [InlineData("docker.for.win.localhost")]
    [InlineData("host.containers.internal")]
    public Task A_name_for_the_host_becomes_the_loopback_with_the_same_port(string name) =>
        Verify.TextAsync($"Server=[|{name}|];Port=3307;Uid=a", HostAlias.Id, "Server=127.0.0.1;Port=3307;Uid=a", s_shop);

    [Theory]
    [InlineData("http://[|host.docker.internal|]:5000/", "http://127.0.0.1:5000/")]
    [InlineData("http://[|docker.for.mac.localhost|]/", "http://127.0.0.1/")]
    public Task It_does_in_a_web_address_too(string text, string fixedText) =>
        Verify.CodeAsync($"class C {{ object M() => new System.Uri(\"{text}\"); }}", HostAlias.Id, $"class C {{ object M() => new System.Uri(\"{fixedText}\"); }}", s_shop);

    [Fact]
    public async Task Nothing_shows_that_the_code_runs_on_the_host_only()
    {
        await Verify.SilentTextAsync("Server=host.docker.internal;Uid=a");
        await Verify.SilentTextAsync("Server=host.docker.internal;Uid=a", s_shop.With("Dockerfile", "FROM x"));
        await Verify.TextAsync("Server=[|host.docker.internal|];Uid=a", HostAlias.Id, "Server=127.0.0.1;Uid=a", new TestProject().WithProperty("IsTestProject", "true"));
        await Verify.TextAsync("Server=[|host.docker.internal|];Uid=a", HostAlias.Id, "Server=127.0.0.1;Uid=a", new TestProject().WithOption("docker_connection_strings.code_runs_in = host"));
    }

    [Fact]
    public async Task A_name_that_a_certificate_is_checked_against_stays()
    {
        await Verify.ActionsAsync("Server=host.docker.internal;Uid=a;SslMode=VerifyFull", s_shop);
        await Verify.ActionsAsync("Server=172.17.0.1;Uid=a;SslMode=VerifyFull", new TestProject(), ("Use 127.0.0.1", "Server=127.0.0.1;Uid=a;SslMode=VerifyFull"));
    }

    [Fact]
    public async Task The_messages()
    {
        Assert.Equal(
            "'172.17.0.1:3307' is the host's own address in a Docker network, which Docker Desktop on macOS and Windows does not have; write 127.0.0.1 and keep the port, which 'mysql' publishes (docker-compose.yml:5)",
            await Verify.MessageAsync("Server=172.17.0.1;Port=3307;Uid=a", s_shop));
        Assert.Equal(
            "'host.docker.internal:3306' is the host's name inside containers, and this code runs on the host itself; write 127.0.0.1 and a published port: nothing here publishes 3306; 'mysql' publishes 3307 (docker-compose.yml:5)",
            await Verify.MessageAsync("Server=host.docker.internal;Uid=a", s_shop));
    }
}
