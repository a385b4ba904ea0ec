using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

[Collection(nameof(MariaDbServer))]
public sealed class RepairedSampleTests(PackedPackage package)
{
    [Fact]
    public void The_shop_repaired_by_dotnet_format_lists_its_products_from_a_real_server()
    {
        if (MariaDbServer.Obstacle() is { } obstacle)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "In CI this test must run. " + obstacle);
            Assert.Skip(obstacle);
        }

        using var consumer = new Consumer(package);
        consumer.CopySample("Shop", "Shop");
        Command.Dotnet(consumer.Folder.FullPath, "restore", "Shop").Expect();
        var format = consumer.Format("Shop").Expect();
        var build = consumer.Build("Shop", "--no-restore", "-o", consumer.Folder.PathOf("out")).Expect();
        Assert.True(BuildMessage.In(build).Count == 0, $"{build}{Environment.NewLine}{format}");

        var shop = consumer.Folder.PathOf("out/Shop.dll");
        var unanswered = Command.Dotnet(consumer.Folder.FullPath, shop).Expect(1);
        Assert.Single(unanswered.Output.Trim().Split('\n'));

        using var server = MariaDbServer.StartShop(consumer.Folder.PathOf("Shop/db"));

        var run = Command.Dotnet(consumer.Folder.FullPath, shop);
        Assert.True(run.ExitCode == 0, $"{run}{Environment.NewLine}{format}");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["Teapot", "Cup", "Strainer"], lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.EndsWith("sold out", lines[2], StringComparison.Ordinal);
    }
}
