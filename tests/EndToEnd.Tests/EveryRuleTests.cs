using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

/// <summary>Each rule as a user's build, log and repair show it, with the port out of an override and a variable.</summary>
public sealed class EveryRuleTests(PackedPackage package)
{
    private const string Source = """
        object[] all =
        [
            new MySqlConnector.MySqlConnection("Server=localhost;Database=orders"),
            new MySqlConnector.MySqlConnection("Server=172.17.0.2;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3306;Database=orders"),
            "postgresql://reader@127.0.0.1/audit",
            new MySqlConnector.MySqlConnection("Server=db;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=172.17.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=host.docker.internal;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=::1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1:3399;Uid=a"),
        ];
        System.Console.WriteLine(all.Length);

        """;

    private const string Repaired = """
        object[] all =
        [
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Database=orders"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Database=orders"),
            "postgresql://reader@127.0.0.1/audit",
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
            new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3399;Uid=a"),
        ];
        System.Console.WriteLine(all.Length);

        """;

    [Fact]
    public void Each_rule_is_in_the_build_or_in_the_log_and_repaired_by_dotnet_format()
    {
        using var consumer = new Consumer(package, "<ErrorLog>$(MSBuildProjectDirectory)/build.sarif,version=2.1</ErrorLog>");
        consumer.Folder.Write("compose.yaml", "services:\n  db:\n    image: mysql:8.4\n    environment: { MYSQL_DATABASE: orders }\n  audit:\n    image: postgres:16\n    environment: { POSTGRES_DB: audit }\n");
        consumer.Folder.Write("compose.override.yaml", "services:\n  db:\n    ports:\n      - \"127.0.0.1:${DB_PORT:-3307}:3306\"\n");
        consumer.Folder.Write(".env", "# The port of this machine.\nexport DB_PORT='3399'\n");
        consumer.Folder.Write("Orders/.editorconfig", "[Ignored.cs]\ndocker_connection_strings.ignored_hosts = localhost\n[Bad.cs]\ndocker_connection_strings.code_runs_in = somewhere\n");
        consumer.Folder.Write("Orders/Ignored.cs", "static class Ignored { public static object Open() => new MySqlConnector.MySqlConnection(\"Server=localhost;Database=orders\"); }\n");
        consumer.Folder.Write("Orders/Bad.cs", "static class Bad { public static object Open() => new MySqlConnector.MySqlConnection(\"Server=127.0.0.1;Port=3399;Database=orders\"); }\n");
        consumer.Folder.Write("Orders/Program.cs", Source);
        consumer.Folder.Write("Orders/Orders.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MySqlConnector" />
              </ItemGroup>
            </Project>
            """);

        var build = consumer.Build("Orders").Expect();
        Assert.Equal(
            ["3 DKC001", "4 DKC002", "5 DKC003", "8 DKC006", "10 DKC008", "11 DKC009"],
            BuildMessage.In(build).Where(message => message.File == "Program.cs").Select(message => $"{message.Line} {message.Id}"));
        var log = SarifResult.ReadAll(consumer.Folder.PathOf("Orders/build.sarif"));
        Assert.Equal(
            ["Bad.cs 1 DKC900 note", "Program.cs 3 DKC001 warning", "Program.cs 4 DKC002 warning", "Program.cs 5 DKC003 warning", "Program.cs 6 DKC004 note", "Program.cs 7 DKC005 note",
                "Program.cs 8 DKC006 warning", "Program.cs 9 DKC007 note", "Program.cs 10 DKC008 warning", "Program.cs 11 DKC009 warning"],
            log.Select(result => $"{result.File} {result.Line} {result.RuleId} {result.Level}"));
        Assert.Equal(["compose.override.yaml:4"], log.Single(result => result.RuleId == "DKC003").RelatedPlaces);
        Assert.Equal(["compose.yaml:5"], log.Single(result => result.RuleId == "DKC004").RelatedPlaces);

        var format = Command.Dotnet(consumer.Folder.FullPath, "format", "analyzers", "Orders", "--severity", "info", "--no-restore", "--verbosity", "normal").Expect();
        var source = consumer.Folder.Read("Orders/Program.cs");
        Assert.True(source == Repaired, $"{source}{Environment.NewLine}{format}");
        Assert.Empty(BuildMessage.In(consumer.Build("Orders", "--no-restore", "--no-incremental").Expect()));
    }
}
