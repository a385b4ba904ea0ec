using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

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
        CopySample(consumer.Folder);
        Command.Dotnet(consumer.Folder.FullPath, "restore", "Shop", "--disable-build-servers").Expect();
        var format = consumer.Format("Shop").Expect();
        var build = consumer.Build("Shop", "--no-restore", "-o", consumer.Folder.PathOf("out")).Expect();
        Assert.True(BuildMessage.In(build).Count == 0, $"{build}{Environment.NewLine}{format}");

        var shop = consumer.Folder.PathOf("out/Shop.dll");
        var unanswered = Command.Dotnet(consumer.Folder.FullPath, shop).Expect(1);
        Assert.Single(unanswered.Output.Trim().Split('\n'));

        using var server = MariaDbServer.Start();
        // What the official image does with the compose file's environment and with the scripts of /docker-entrypoint-initdb.d.
        server.Execute("""
            CREATE DATABASE shop;
            CREATE USER 'shop'@'%' IDENTIFIED BY 'shop-secret';
            GRANT ALL ON shop.* TO 'shop'@'%';
            """).Expect();
        foreach (var script in Directory.EnumerateFiles(consumer.Folder.PathOf("Shop/db"), "*.sql").Order(StringComparer.Ordinal))
            server.Execute(File.ReadAllText(script), "shop").Expect();

        var run = Command.Dotnet(consumer.Folder.FullPath, shop);
        Assert.True(run.ExitCode == 0, $"{run}{Environment.NewLine}{format}");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["Teapot", "Cup", "Strainer"], lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        Assert.EndsWith("sold out", lines[2], StringComparison.Ordinal);
    }

    private static void CopySample(TemporaryFolder folder)
    {
        var sample = Repository.PathOf("samples/Shop");
        foreach (var path in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!relative.StartsWith("bin/", StringComparison.Ordinal) && !relative.StartsWith("obj/", StringComparison.Ordinal))
                folder.Write("Shop/" + relative, File.ReadAllText(path));
        }
    }
}
