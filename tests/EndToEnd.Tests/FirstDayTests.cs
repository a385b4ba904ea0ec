using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

/// <summary>What somebody who has just added the package does first: builds what a template or a clone gives, and runs the two documented commands.</summary>
public sealed class FirstDayTests(PackedPackage package)
{
    /// <summary>A service that is certain by its database, and one that nothing proves and nothing excludes.</summary>
    private const string Compose = """
        services:
          db:
            image: mysql:8.4
            ports: ["3307:3306"]
            environment: { MYSQL_DATABASE: shop, MYSQL_ROOT_PASSWORD: example }
          other:
            image: mysql:8.4
            ports: ["3308:3306"]
            environment: { MYSQL_ROOT_PASSWORD: example }

        """;

    /// <summary>The services of the template's Program, which has a second, generated part.</summary>
    private const string Services = """
        var shopHost = builder.Configuration["SHOP_HOST"] ?? "localhost";
        builder.Services.AddKeyedScoped("shop", (_, _) => new MySqlConnector.MySqlConnection($"Server={shopHost};Port=3307;Database=shop;User ID=root;Password=example"));
        var stockHost = builder.Configuration["STOCK_HOST"] ?? "localhost";
        builder.Services.AddKeyedScoped("stock", (_, _) => new MySqlConnector.MySqlConnection($"Server={stockHost};Port=3306;Database=shop;User ID=root;Password=example"));
        var host = "localhost";
        builder.Services.AddKeyedScoped("cart", (_, _) => new MySqlConnector.MySqlConnection($"Server={host};Port=3306;Database=shop;User ID=root;Password=example"));

        """;

    // The port behind stockHost is also that of whatever STOCK_HOST names.
    private const string RepairedServices = """
        var shopHost = builder.Configuration["SHOP_HOST"] ?? "127.0.0.1";
        builder.Services.AddKeyedScoped("shop", (_, _) => new MySqlConnector.MySqlConnection($"Server={shopHost};Port=3307;Database=shop;User ID=root;Password=example"));
        var stockHost = builder.Configuration["STOCK_HOST"] ?? "localhost";
        builder.Services.AddKeyedScoped("stock", (_, _) => new MySqlConnector.MySqlConnection($"Server={stockHost};Port=3306;Database=shop;User ID=root;Password=example"));
        var host = "127.0.0.1";
        builder.Services.AddKeyedScoped("cart", (_, _) => new MySqlConnector.MySqlConnection($"Server={host};Port=3307;Database=shop;User ID=root;Password=example"));

        """;

    private const string Settings = """
        {
          "ConnectionStrings": {
            "Shop": "Server=localhost;Port=3306;Database=shop;User ID=root;Password=example;AllowUserVariables=true"
          }
        }

        """;

    private const string SettingsWithPossible = """
        {
          "ConnectionStrings": {
            "Shop": "Server=localhost;Port=3306;Database=shop;User ID=root;Password=example;AllowUserVariables=true",
            "Reports": "Server=localhost;Port=3306;Database=reports;User ID=reporter;Password=example;AllowUserVariables=true"
          }
        }

        """;

    private const string Program = """
        using MySqlConnector;

        using var shop = new MySqlConnection("Server=localhost;Port=3306;Database=shop;User ID=root;Password=example");
        Console.WriteLine(shop.Database);

        """;

    private const string ProgramWithPossible = """
        using MySqlConnector;

        using var shop = new MySqlConnection("Server=localhost;Port=3306;Database=shop;User ID=root;Password=example");
        using var reports = new MySqlConnection("Server=localhost;Port=3306;Database=reports;User ID=reporter;Password=example");
        using var loopback = new MySqlConnection("Server=127.0.0.1;Port=3306;Database=reports;User ID=reporter;Password=example");
        Console.WriteLine(shop.Database + reports.Database + loopback.Database);

        """;

    private const string Part = """
        using MySqlConnector;

        namespace Shop.Data;

        public static partial class Stock
        {
            public static MySqlConnection Open()
            {
                var host = Environment.GetEnvironmentVariable("DB_HOST") ?? "localhost";
                return new MySqlConnection($"Server={host};Port=3307;Database=shop;User ID=root;Password=example");
            }

            public static MySqlConnection OpenHere()
            {
                var host = "localhost";
                return new MySqlConnection($"Server={host};Port=3306;Database=shop;User ID=root;Password=example");
            }
        }

        """;

    private const string RepairedPart = """
        using MySqlConnector;

        namespace Shop.Data;

        public static partial class Stock
        {
            public static MySqlConnection Open()
            {
                var host = Environment.GetEnvironmentVariable("DB_HOST") ?? "127.0.0.1";
                return new MySqlConnection($"Server={host};Port=3307;Database=shop;User ID=root;Password=example");
            }

            public static MySqlConnection OpenHere()
            {
                var host = "127.0.0.1";
                return new MySqlConnection($"Server={host};Port=3307;Database=shop;User ID=root;Password=example");
            }
        }

        """;

    private const string OtherPart = """
        namespace Shop.Data;

        public static partial class Stock
        {
            public static string Rows => "SELECT id, name FROM stock";
        }

        """;

    [Fact]
    public void The_templates_web_API_has_its_local_hosts_found_and_repaired()
    {
        using var consumer = new Consumer(package);
        consumer.Folder.Write("compose.yaml", Compose);
        Command.Dotnet(consumer.Folder.FullPath, "new", "webapi", "-f", "net10.0", "--no-restore", "-o", "Shop").Expect();
        consumer.Folder.Write("Shop/Shop.csproj", consumer.Folder.Read("Shop/Shop.csproj")
            .Replace(" Version=", " VersionOverride=", StringComparison.Ordinal)
            .Replace("</ItemGroup>", "<PackageReference Include=\"MySqlConnector\" /></ItemGroup>", StringComparison.Ordinal));
        const string Anchor = "var app = builder.Build();";
        var template = consumer.Folder.Read("Shop/Program.cs").ReplaceLineEndings("\n");
        Assert.Contains(Anchor, template, StringComparison.Ordinal);
        consumer.Folder.Write("Shop/Program.cs", With(Services));

        // Restored by the command itself; what it repairs, it has found.
        var format = Command.Dotnet(consumer.Folder.FullPath, "format", "analyzers", "Shop").Expect();
        AssertNothingIsUnableToBeFixed(format);
        var source = consumer.Folder.Read("Shop/Program.cs").ReplaceLineEndings("\n");
        Assert.True(source == With(RepairedServices), $"{source}{Environment.NewLine}{format}");

        var left = Assert.Single(Findings(consumer.Build("Shop", "--no-restore").Expect()));
        Assert.Equal("Program.cs DKC001", $"{left.File} {left.Id}");
        Assert.StartsWith("var stockHost = ", source.Split('\n')[left.Line - 1], StringComparison.Ordinal);
        Assert.Contains("nothing here publishes 3306; 'db' publishes 3307 (../compose.yaml:4)", left.Text, StringComparison.Ordinal);

        string With(string services) => template.Replace(Anchor, services + "\n" + Anchor, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_repair_all_that_is_certain_in_a_solution_and_say_nothing()
    {
        using var consumer = new Consumer(package);
        var folder = consumer.Folder;
        folder.Write("compose.yaml", Compose);
        folder.Write("Shop.slnx", """
            <Solution>
              <Project Path="Shop/Shop.csproj" />
              <Project Path="Shop.Data/Shop.Data.csproj" />
              <Project Path="Shop.Reports/Shop.Reports.csproj" />
            </Solution>
            """);
        WriteProject(folder, "Shop", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>");
        WriteProject(folder, "Shop.Data", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        WriteProject(folder, "Shop.Reports", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ErrorLog>$(MSBuildProjectDirectory)/build.sarif,version=2.1</ErrorLog>");
        (string File, string Old, string New)[] files =
        [
            ("Shop/Program.cs", Program, Certain(Program)),
            ("Shop.Data/Stock.cs", Part, RepairedPart),
            ("Shop.Data/Stock.Rows.cs", OtherPart, OtherPart),
            ("Shop.Reports/Program.cs", ProgramWithPossible, Certain(ProgramWithPossible)),
            ("Shop/appsettings.json", Settings, Certain(Settings)),
            ("Shop.Data/appsettings.json", Settings, Certain(Settings)),
            ("Shop.Reports/appsettings.json", SettingsWithPossible, Certain(SettingsWithPossible)),
        ];
        foreach (var (file, old, _) in files)
            folder.Write(file, old);

        // As documented, to the letter: they restore, and print nothing.
        var code = Command.Dotnet(folder.FullPath, "format", "analyzers").Expect();
        AssertNothingIsUnableToBeFixed(code);
        Assert.DoesNotContain("DKC", code.Output, StringComparison.Ordinal);
        Assert.All(files, file => AssertHolds(file.File, file.File.EndsWith(".cs", StringComparison.Ordinal) ? file.New : file.Old, code));
        var settings = Command.Dotnet(folder.FullPath, "format", "analyzers", "--severity", "hidden", "--diagnostics", "DKC990").Expect();
        AssertNothingIsUnableToBeFixed(settings);
        Assert.DoesNotContain("DKC", settings.Output, StringComparison.Ordinal);
        Assert.All(files, file => AssertHolds(file.File, file.New, settings));

        // Now each rule has findings without a certain edit only, the suggestion too.
        var again = Command.Dotnet(folder.FullPath, "format", "analyzers", "--severity", "info", "--diagnostics", "DKC001", "DKC003", "--no-restore", "--verbosity", "normal").Expect();
        AssertNothingIsUnableToBeFixed(again);
        Assert.Contains("Format complete", again.Output, StringComparison.Ordinal);
        Assert.All(files, file => AssertHolds(file.File, file.New, again));

        // DKC990 stands for certain repairs only. For C#, dotnet format counts findings when it only verifies and asks for no fix: what is left fails it.
        var verifiedSettings = consumer.FormatSettings("Shop.slnx", "--verify-no-changes").Expect();
        Assert.DoesNotContain("DKC", verifiedSettings.Output, StringComparison.Ordinal);
        var verifiedCode = Command.Dotnet(folder.FullPath, "format", "analyzers", "--verify-no-changes", "--no-restore").Expect(2);
        Assert.Equal(["Program.cs(4,49): warning DKC001"], BuildMessage.In(verifiedCode).Select(message => message.Place));

        var build = consumer.Build("Shop.slnx", "--no-restore").Expect();
        var left = Findings(build);
        Assert.Equal(["Program.cs(4,49): warning DKC001", "appsettings.json(4,24): warning DKC001"], left.Select(message => message.Place));
        Assert.All(left, message => Assert.EndsWith("nothing here publishes 3306; 'other' publishes 3308 (../compose.yaml:8)", message.Text, StringComparison.Ordinal));
        Assert.Equal(
            ["Program.cs(4,49): warning DKC001", "Program.cs(5,50): note DKC003", "appsettings.json(4,24): warning DKC001"],
            SarifResult.ReadAll(folder.PathOf("Shop.Reports/build.sarif")).Select(result => result.Place));

        void AssertHolds(string file, string expected, CommandResult command)
        {
            var text = folder.Read(file);
            Assert.True(text == expected, $"{file}: {text}{Environment.NewLine}{command}");
        }
    }

    private static string Certain(string text) => text.Replace("Server=localhost;Port=3306;Database=shop;", "Server=127.0.0.1;Port=3307;Database=shop;", StringComparison.Ordinal);

    private static void WriteProject(TemporaryFolder folder, string name, string properties) => folder.Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="MySqlConnector" />
          </ItemGroup>
        </Project>
        """);

    /// <summary>What the package says in a build; the template's own packages may have their warnings.</summary>
    private static BuildMessage[] Findings(CommandResult build) => [.. BuildMessage.In(build).Where(message => message.Id.StartsWith("DKC", StringComparison.Ordinal))];

    private static void AssertNothingIsUnableToBeFixed(CommandResult format) =>
        Assert.True(!format.Output.Contains("Unable to fix", StringComparison.OrdinalIgnoreCase), format.ToString());
}
