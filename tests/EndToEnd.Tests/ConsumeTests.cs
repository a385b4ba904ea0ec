using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

public sealed class ConsumeTests(ConsumedPackage consumed) : IClassFixture<ConsumedPackage>
{
    private static readonly string[] Places = ["Program.cs(4,54): warning DKC002", "Program.cs(6,13): warning DKC001"];

    [Fact]
    public void A_build_prints_each_mistake_at_its_line_and_column()
    {
        var messages = BuildMessage.In(consumed.FirstBuild);
        Assert.Equal(Places, messages.Select(message => message.Place));
        Assert.Contains("172.17.0.2", messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("localhost", messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_says_what_proves_it_and_what_to_write_and_holds_no_secret()
    {
        var messages = BuildMessage.In(consumed.FirstBuild);
        Assert.NotEmpty(messages);
        Assert.All(messages, message =>
        {
            Assert.Contains("docker-compose.yml:5", message.Text, StringComparison.Ordinal);
            Assert.Contains("127.0.0.1", message.Text, StringComparison.Ordinal);
            Assert.Contains("3307", message.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("clerk", message.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Sarif_holds_the_same_with_the_compose_file_as_a_related_place()
    {
        Assert.Equal(Places, consumed.FirstSarif.Select(result => result.Place));
        Assert.All(consumed.FirstSarif, result => Assert.Contains("docker-compose.yml:5", result.RelatedPlaces));
    }

    [Fact]
    public void An_incremental_build_notices_a_changed_compose_file()
    {
        var messages = BuildMessage.In(consumed.BuildAfterComposeChanged);
        Assert.Equal(Places, messages.Select(message => message.Place));
        Assert.All(messages, message =>
        {
            Assert.Contains("docker-compose.yml:6", message.Text, StringComparison.Ordinal);
            Assert.Contains("3308", message.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_incremental_build_notices_a_deleted_compose_file()
    {
        var messages = BuildMessage.In(consumed.BuildAfterComposeDeleted);
        Assert.Equal(Places, messages.Select(message => message.Place));
        Assert.All(messages, message =>
        {
            Assert.DoesNotContain("docker-compose.yml:6", message.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("3308", message.Text, StringComparison.Ordinal);
        });
    }

    // The port is the compose file's, so this also shows that the discovery works in a design-time build.
    [Fact]
    public void Dotnet_format_repairs_host_and_port_and_nothing_else()
    {
        var expected = ConsumedPackage.Source
            .Replace("Server=172.17.0.2;Port=3306;", "Server=127.0.0.1;Port=3307;", StringComparison.Ordinal)
            .Replace("Server=localhost;Port=3306;", "Server=127.0.0.1;Port=3307;", StringComparison.Ordinal);
        Assert.True(expected == consumed.RepairedSource, $"{consumed.RepairedSource}{Environment.NewLine}{consumed.Format}");
    }

    [Fact]
    public void The_build_after_the_repair_is_silent()
    {
        Assert.Empty(BuildMessage.In(consumed.LastBuild));
        Assert.Empty(consumed.LastSarif);
    }
}
