using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

/// <summary>The web API whose mistakes stand in its settings files: repaired by the two documented commands alone, it serves from a real server.</summary>
[Collection(nameof(MariaDbServer))]
public sealed class RepairedWebApiTests(PackedPackage package)
{
    /// <summary>What the repair changes: the file, what stands there, what stands there after it.</summary>
    private static readonly (string File, string Old, string New)[] Repairs =
    [
        ("appsettings.json", "Server=localhost;Port=3306;", "Server=127.0.0.1;Port=3307;"),
        ("appsettings.Development.json", "Server=172.17.0.2;", "Server=127.0.0.1;Port=3307;"),
        ("Properties/launchSettings.json", "\"AUDIT_MYSQL_HOST\": \"localhost\"", "\"AUDIT_MYSQL_HOST\": \"127.0.0.1\""),
        ("Properties/launchSettings.json", "\"AUDIT_MYSQL_PORT\": \"3306\"", "\"AUDIT_MYSQL_PORT\": \"3307\""),
        ("ShopContext.cs", "Server=localhost;Port=3306;", "Server=127.0.0.1;Port=3307;"),
    ];

    /// <summary>Where it lies: its Dockerfile is built from the repository.</summary>
    private const string WebApi = "samples/WebApi";

    /// <summary>UTF-8's, one character for each byte.</summary>
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    /// <summary>The rows of the sample's script, as the program serves them.</summary>
    private static readonly string[] Products =
    [
        """{"id":1,"name":"Teapot","price":24.90,"stock":12}""",
        """{"id":2,"name":"Cup","price":6.50,"stock":140}""",
        """{"id":3,"name":"Strainer","price":9.00,"stock":0}""",
    ];

    [Fact]
    public async Task The_web_API_repaired_by_two_commands_serves_its_products_from_a_real_server()
    {
        using var consumer = new Consumer(package);
        consumer.CopySample("WebApi", WebApi);
        var before = Files(consumer);
        // What a repair could lose: an editor that took it from the sample would leave nothing to try.
        Assert.StartsWith(ByteOrderMark, before["appsettings.Development.json"], StringComparison.Ordinal);
        Assert.Contains("// its own requests\r\n", before["appsettings.json"], StringComparison.Ordinal);
        Command.Dotnet(consumer.Folder.FullPath, "restore", WebApi).Expect();

        // The first command repairs C# and nothing else; a plain `dotnet format` finds no more to do.
        var code = consumer.Format(WebApi).Expect();
        AssertAre(Repaired(before, ".cs"), Files(consumer), code);
        var all = Command.Dotnet(consumer.Folder.FullPath, "format", WebApi, "--no-restore").Expect();
        AssertAre(Repaired(before, ".cs"), Files(consumer), all);
        var settings = consumer.FormatSettings(WebApi).Expect();
        AssertAre(Repaired(before, ""), Files(consumer), settings);
        consumer.FormatSettings(WebApi, "--verify-no-changes").Expect();
        AssertAre(Repaired(before, ""), Files(consumer));
        var build = consumer.Build(WebApi, "--no-restore").Expect();
        Assert.True(BuildMessage.In(build).Count == 0, $"{build}{Environment.NewLine}{settings}");

        if (MariaDbServer.Obstacle() is { } obstacle)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "In CI this test must run. " + obstacle);
            Assert.Skip("The files are as they should be; that they serve is not tried. " + obstacle);
        }

        using var server = MariaDbServer.StartShop(consumer.Folder.PathOf(WebApi + "/db"));

        // In production appsettings.json counts, in development with the launch profile the two others.
        Assert.Equal(Products, await ProductsAsync(consumer, "--no-launch-profile"));
        Assert.Equal(Products, await ProductsAsync(consumer, "--launch-profile=WebApi", audit: 3));
    }

    [Fact]
    public void Settings_that_two_projects_share_keep_every_repair()
    {
        using var consumer = new Consumer(package);
        consumer.Folder.Write("docker-compose.yml", ConsumedPackage.Compose);
        consumer.Folder.Write("Shared/appsettings.json", """
            {
              "ConnectionStrings": {
                "One": "Server=localhost;Port=3306;Database=orders;Uid=clerk;Pwd=clerk-secret;AllowUserVariables=true",
                "Two": "Server=172.17.0.2;Database=orders;Uid=clerk;Pwd=clerk-secret;AllowUserVariables=true"
              }
            }
            """);
        foreach (var name in (string[])["One", "Two"])
        {
            consumer.Folder.Write($"{name}/{name}.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <Content Include="../Shared/appsettings.json" CopyToOutputDirectory="PreserveNewest" />
                  </ItemGroup>
                </Project>
                """);
            consumer.Folder.Write($"{name}/Class.cs", $"namespace {name};\n\npublic class Class;\n");
        }

        consumer.Folder.Write("Both.slnx", """<Solution><Project Path="One/One.csproj" /><Project Path="Two/Two.csproj" /></Solution>""");
        Command.Dotnet(consumer.Folder.FullPath, "restore", "Both.slnx").Expect();
        consumer.FormatSettings("Both.slnx").Expect();
        Assert.Equal("""
            {
              "ConnectionStrings": {
                "One": "Server=127.0.0.1;Port=3307;Database=orders;Uid=clerk;Pwd=clerk-secret;AllowUserVariables=true",
                "Two": "Server=127.0.0.1;Port=3307;Database=orders;Uid=clerk;Pwd=clerk-secret;AllowUserVariables=true"
              }
            }
            """, consumer.Folder.Read("Shared/appsettings.json"));
        consumer.FormatSettings("Both.slnx", "--verify-no-changes").Expect();
    }

    /// <summary>The bytes of the sample's files, one character each, so that a mark or a line end is seen as well.</summary>
    private static SortedDictionary<string, string> Files(Consumer consumer)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var root = consumer.Folder.PathOf(WebApi);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (relative.Split('/')[0] is not ("bin" or "obj"))
                files.Add(relative, Encoding.Latin1.GetString(File.ReadAllBytes(path)));
        }

        return files;
    }

    /// <summary>The files with the repairs of those whose name ends so.</summary>
    private static SortedDictionary<string, string> Repaired(SortedDictionary<string, string> files, string ending)
    {
        var repaired = new SortedDictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var (file, old, with) in Repairs.Where(repair => repair.File.EndsWith(ending, StringComparison.Ordinal)))
        {
            Assert.Contains(old, repaired[file], StringComparison.Ordinal);
            repaired[file] = repaired[file].Replace(old, with, StringComparison.Ordinal);
        }

        return repaired;
    }

    private static void AssertAre(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, CommandResult? command = null)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (file, text) in expected)
            Assert.True(text == actual[file], $"{file}{Environment.NewLine}expected:{Environment.NewLine}{text}{Environment.NewLine}actual:{Environment.NewLine}{actual[file]}{Environment.NewLine}{command}");
    }

    private static async Task<string[]> ProductsAsync(Consumer consumer, string profile, int? audit = null)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var process = Command.Start(
            consumer.Folder.FullPath, Command.DotnetPath, ["run", "--project", WebApi, "--no-build", profile, "--", "--urls", address], out var output);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(20) };
            using var products = JsonDocument.Parse(await AnswerAsync(client, "/products", () => Command.Text(output)));
            if (audit is not null)
                Assert.Equal($"{audit}", await AnswerAsync(client, "/audit", () => Command.Text(output)));
            return [.. products.RootElement.EnumerateArray().Select(product => product.GetRawText())];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>Asks until the program listens.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, string path, Func<string> output)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {body}{Environment.NewLine}{output()}");
                return body;
            }
            catch (HttpRequestException) when (tries < 150)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
