using CsCheck;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>URIs of one host against <see cref="Uri"/>; the lists and jdbc forms, which it does not know, by hand.</summary>
public class UriReaderTests
{
    [Fact]
    public void Generated_uris_are_read_as_the_platform_reads_them()
    {
        var uris = Gen.Select(
            Pick("mysql", "postgres", "redis", "amqp", "mongodb", "http", "MySQL", "a+b.c-1"),
            Pick("", "root@", "root:x@", "root:p%40s%3Bs@", "u:@", "us%65r:a:b@"),
            Pick("localhost", "172.17.0.2", "[::1]", "[fd00::2]", "db", "my-db.example.com"),
            Pick("", ":3306", ":1", ":65535"),
            Pick("", "/", "/shop", "/shop/", "/a%20b"),
            Pick("", "?a=b", "?user=x&password=y%26z", "#top", "?a"));
        uris.Sample(
            parts =>
            {
                var text = $"{parts.Item1}://{parts.Item2}{parts.Item3}{parts.Item4}{parts.Item5}{parts.Item6}";
                var uri = new Uri(text);
                var endpoint = Read(text)!;
                Assert.NotNull(endpoint);
                Assert.Equal(uri.Scheme, endpoint.Scheme);
                var host = Assert.Single(endpoint.Hosts);
                Assert.Equal(uri.Host.Trim('[', ']'), host.Name, ignoreCase: true);
                Assert.Equal(parts.Item3, text.Substring(host.Start, host.Length));
                Assert.Equal(parts.Item4.Length == 0 ? PortState.LeftOut : PortState.Written, endpoint.Port.State);
                if (endpoint.Port.State == PortState.Written)
                {
                    Assert.Equal(uri.Port, endpoint.Port.Number);
                    Assert.Equal(parts.Item4[1..], text.Substring(endpoint.Port.Start, endpoint.Port.Length));
                }

                var userInfo = uri.UserInfo.Split(':', 2);
                Assert.Equal(Uri.UnescapeDataString(userInfo[0]), endpoint.Pairs.FirstOrDefault(pair => pair.Key == "User").Value ?? "");
                Assert.Equal(userInfo.Length > 1 ? Uri.UnescapeDataString(userInfo[1]) : "", endpoint.Pairs.FirstOrDefault(pair => pair.Key == "Password").Value ?? "");
                Assert.Equal(Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')), endpoint.Pairs.FirstOrDefault(pair => pair.Key == "Database").Value ?? "");
            },
            iter: LongRuns.Of(5_000),
            threads: 1);
    }

    [Theory]
    [InlineData("mongodb://a:1,b:2/x", "a b")]
    [InlineData("mysqlx://root@a:33060,b/x", "a b")]
    [InlineData("mongodb://[::1]:1,172.17.0.2/x", "::1 172.17.0.2")]
    [InlineData("jdbc:mysql://a:3306/x?user=root", "a")]
    [InlineData("jdbc:sqlserver://a:1433;databaseName=x", "a")]
    public void Lists_and_jdbc_are_read(string text, string hosts)
    {
        var endpoint = Read(text)!;
        Assert.Equal(hosts, string.Join(' ', endpoint.Hosts.Select(host => host.Name)));
        Assert.Equal(hosts.Contains(' ', StringComparison.Ordinal), endpoint.Port.State == PortState.Unknown);
    }

    [Theory]
    [InlineData("://a")]
    [InlineData("mysql://")]
    [InlineData("mysql:///x")]
    [InlineData("mysql://:3306")]
    [InlineData("mysql://a b")]
    [InlineData("my sql://a")]
    [InlineData("mysql://[::1")]
    [InlineData("mysql://[::1]x")]
    [InlineData("mysql://a,,b")]
    [InlineData("mysql://u@")]
    [InlineData("mongodb+srv://a/x")]
    [InlineData("see mysql://a")]
    [InlineData("a=b;u=mysql://a")]
    public void Anything_else_is_none(string text) => Assert.Null(Read(text));

    private static Endpoint? Read(string text) => UriReader.Read(DecodedText.Verbatim(text, 0));

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);
}
