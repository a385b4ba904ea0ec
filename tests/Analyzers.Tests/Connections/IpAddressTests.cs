using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

public class IpAddressTests
{
    [Theory]
    [InlineData("172.17.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("fd00::2")]
    public void An_address_is_read(string text)
    {
        Assert.True(IpAddress.TryParse(text, out var address));
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("172.17")]
    [InlineData("172.17.0.2.1")]
    [InlineData("172.17.0.256")]
    [InlineData("172.17.0.02")]
    [InlineData("172.17..2")]
    [InlineData("172.17.0.")]
    [InlineData("172.17.0.2 ")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("127.0.0.1:3306")]
    [InlineData("a:b")]
    [InlineData("")]
    [InlineData(".")]
    public void What_only_looks_like_one_is_not(string text) => Assert.False(IpAddress.TryParse(text, out _));
}
