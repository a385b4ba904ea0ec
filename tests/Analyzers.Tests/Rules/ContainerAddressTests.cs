using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

public class ContainerAddressTests
{
    [Theory]
    [InlineData("172.17.0.2")]
    [InlineData("172.17.0.254")]
    [InlineData("172.18.0.2")]
    [InlineData("172.30.0.31")]
    public Task An_address_that_Docker_hands_out_is_repaired(string address) =>
        Verify.TextAsync($"Server=[|{address}|];Port=3306;Uid=root", ContainerAddress.Id, "Server=127.0.0.1;Port=3306;Uid=root");

    [Theory]
    [InlineData("172.17.0.0")]
    [InlineData("172.17.0.255")]
    [InlineData("172.17.1.2")]
    [InlineData("172.18.0.1")]
    [InlineData("172.18.0.32")]
    [InlineData("172.25.1.2")]
    [InlineData("172.31.0.2")]
    [InlineData("172.16.0.2")]
    [InlineData("172.34.0.2")]
    [InlineData("172.17.0.02")]
    [InlineData("172.17.0.2.3")]
    [InlineData("172.17.0")]
    [InlineData("192.168.1.2")]
    [InlineData("10.0.0.2")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("172.17.0.{hole}")]
    [InlineData("x172.17.0.2")]
    public Task Any_other_address_is_silent(string address) => Verify.SilentTextAsync($"Server={address};Port=3306;Uid=root");

    [Theory]
    [InlineData("var text = \"172.17.0.2\";")]
    [InlineData("var text = \"http://172.17.0.2:3306\";")]
    [InlineData("var version = \"Version=172.17.0.2\";")]
    public Task A_text_that_nobody_takes_for_an_address_is_silent(string statement) =>
        Verify.SilentAsync($"class C {{ void M() {{ {statement} }} }}", new TestProject().WithDrivers(References.Npgsql));

    [Fact]
    public Task VerifyFull_does_not_matter_to_an_address() =>
        Verify.TextAsync("Server=[|172.17.0.2|];SslMode=VerifyFull", ContainerAddress.Id, "Server=127.0.0.1;SslMode=VerifyFull");

    [Fact]
    public Task One_finding_for_each_host_of_a_list() =>
        Verify.TextAsync("Server=[|172.17.0.2|],db,[|172.17.0.3|];Uid=root", ContainerAddress.Id, "Server=127.0.0.1,db,127.0.0.1;Uid=root");
}
