using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

public sealed class SampleTests
{
    // The README's first command: it must show the same every time.
    [Fact]
    public void Building_the_shop_prints_its_two_mistakes_and_nothing_else_each_time()
    {
        Command.Dotnet(Repository.Root, "build", "samples/Shop").Expect();
        for (var round = 1; round <= 2; round++)
        {
            // The analyzers' own build takes most of that command's time and prints nothing.
            var build = Command.Dotnet(Repository.Root, "build", "samples/Shop", "--no-incremental", "-p:BuildProjectReferences=false").Expect();
            var messages = BuildMessage.In(build);
            Assert.True(
                messages.Select(message => message.Place).SequenceEqual(["Catalogue.cs(9,53): warning DKC002", "Stock.cs(11,66): warning DKC001"]),
                $"Round {round}: {build}");
            AssertSays(messages[0], "172.17.0.2");
            AssertSays(messages[1], "localhost");
        }
    }

    private static void AssertSays(BuildMessage message, string host)
    {
        Assert.Contains(host, message.Text, StringComparison.Ordinal);
        Assert.Contains("docker-compose.yml:6", message.Text, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", message.Text, StringComparison.Ordinal);
        Assert.Contains("3307", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message.Text, StringComparison.Ordinal);
    }
}
