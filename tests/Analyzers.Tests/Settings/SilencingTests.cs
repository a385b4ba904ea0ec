using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>What silences a rule in a file that is no C#: a comment, an option of ours, and Roslyn's keys that are not bound to a file.</summary>
public class SilencingTests
{
    private const string Json = """
        {
          // docker-connection-strings: ignore
          "ConnectionStrings": {
            "Shop": "Server=localhost;Port=3306;Database=shop;Uid=a"
          }
        }
        """;

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Theory]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore DKC001 only the CI reads it\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\" // docker-connection-strings: ignore DKC001\n}")]
    [InlineData("appsettings.json", "{\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\", /* docker-connection-strings: ignore DKC005, dkc001 reason */\n}")]
    [InlineData("appsettings.json", "{\r\n  // docker-connection-strings: ignore DKC001\r\n  // a further comment\r\n  \"MySql\":\r\n    \"Server=localhost;Database=shop;Uid=a\"\r\n}")]
    [InlineData("App.config", "<c><appSettings>\n<!-- docker-connection-strings: ignore DKC001 reason -->\n<add key=\"MySql\"\n     value=\"Server=localhost;Database=shop;Uid=a\" />\n</appSettings></c>")]
    [InlineData("App.config", "<c><appSettings>\n<add key=\"MySql\" value=\"Server=localhost;Database=shop;Uid=a\" /> <!-- docker-connection-strings: ignore DKC001 -->\n</appSettings></c>")]
    [InlineData("settings.yml", "# docker-connection-strings: ignore DKC001\nMySql: Server=localhost;Database=shop;Uid=a\n")]
    [InlineData("settings.yml", "MySql: Server=localhost;Database=shop;Uid=a # docker-connection-strings: ignore DKC001\n")]
    [InlineData("settings.yml", "# docker-connection-strings: ignore DKC001\nMySql: >\n  Server=localhost;\n  Database=shop;Uid=a\n")]
    [InlineData("appsettings.json", "{\n/* docker-connection-strings: ignore DKC001*/ \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\" /* docker-connection-strings: ignore DKC005 */ // docker-connection-strings: ignore DKC001: reason\n}")]
    [InlineData("settings.yml", "\uFEFF# docker-connection-strings: ignore DKC001\nMySql: Server=localhost;Database=shop;Uid=a\n")]
    public Task A_comment_silences_the_rule_that_it_names(string path, string text) => VerifyFile.SilentAsync(path, text, s_shop);

    [Theory]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore DKC002\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  // see docker-connection-strings: ignore DKC001\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore DKC001\n  \"A\": 1,\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  /* docker-connection-strings: ignore DKC001 */ \"A\": 1,\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore DKC0011\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("App.config", "<c><appSettings>\n<!-- docker-connection-strings: ignore DKC001 --> <add key=\"A\" value=\"1\" />\n<add key=\"MySql\" value=\"Server=localhost;Database=shop;Uid=a\" />\n</appSettings></c>")]
    [InlineData("appsettings.json", "{\n  // docker-connection-strings: ignore DKC001\n\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  \"A\": 1, // docker-connection-strings: ignore DKC001\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("appsettings.json", "{\n  # docker-connection-strings: ignore DKC001\n  \"MySql\": \"Server=localhost;Database=shop;Uid=a\"\n}")]
    [InlineData("settings.yml", "// docker-connection-strings: ignore DKC001\nMySql: Server=localhost;Database=shop;Uid=a\n")]
    [InlineData("settings.yml", "MySql: Server=localhost;Database=shop;Uid=a#docker-connection-strings: ignore DKC001\n")]
    [InlineData("settings.yml", "MySql: Server=localhost;Database=shop;Uid=a\n# docker-connection-strings: ignore DKC001\n")]
    public async Task A_comment_elsewhere_or_of_another_rule_does_not(string path, string text) =>
        Assert.Contains(await VerifyFile.MessagesAsync(path, text, s_shop), message => message.Contains("DKC001 Warning", StringComparison.Ordinal));

    [Theory]
    [InlineData("none", null)]
    [InlineData("silent", "Hidden")]
    [InlineData("suggestion", "Info")]
    [InlineData("warning", "Warning")]
    [InlineData("error", "Error")]
    [InlineData(" Error ", "Error")]
    [InlineData("", "Warning")]
    public async Task An_option_sets_the_severity_for_the_files_of_a_pattern(string value, string? severity)
    {
        var project = s_shop.WithOption("*.json", $"docker_connection_strings.DKC001.severity = {value}");
        Assert.Equal(severity is null ? [] : [$"4 DKC001 {severity}"], (await VerifyFile.MessagesAsync("appsettings.json", Json, project)).Select(message => message.Split(':')[0]));
        var other = s_shop.WithOption("*.config", $"docker_connection_strings.DKC001.severity = {value}").WithOption("*.json", "docker_connection_strings.DKC005.severity = none");
        Assert.Equal(["4 DKC001 Warning"], (await VerifyFile.MessagesAsync("appsettings.json", Json, other)).Select(message => message.Split(':')[0]));
    }

    [Fact]
    public async Task A_severity_that_does_not_exist_is_said_at_the_first_connection_text()
    {
        var messages = await VerifyFile.MessagesAsync("appsettings.json", Json, s_shop.WithOption("*.json", "docker_connection_strings.DKC001.severity = loud"));
        Assert.Equal("4 DKC900 Info: 'docker_connection_strings.DKC001.severity' cannot be read: it is 'loud', and takes none, silent, suggestion, warning or error", messages[0]);
        Assert.StartsWith("4 DKC001 Warning", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_silenced_is_not_repaired_through_the_proxy()
    {
        var project = VerifyFile.With(s_shop.WithOption("*.json", "docker_connection_strings.DKC001.severity = none"), "appsettings.json", Json);
        Assert.Empty(await project.AnalyzeAsync());
        var solution = VerifyFile.With(s_shop, "appsettings.json", Json).ToSolution();
        var options = (Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)solution.Projects.Single().CompilationOptions!;
        var suppressed = solution.Projects.Single().WithCompilationOptions(options.WithSpecificDiagnosticOptions([KeyValuePair.Create("DKC001", ReportDiagnostic.Suppress)]));
        Assert.Empty(await TestProject.AnalyzeAsync(suppressed));
        const string attribute = "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Docker\", \"DKC001:A MySQL connection names localhost\")]";
        Assert.DoesNotContain(await VerifyFile.With(s_shop.WithSource("A.cs", attribute), "appsettings.json", Json).AnalyzeAsync(), diagnostic => diagnostic is { Id: "DKC990" });
    }

    [Fact]
    public async Task Options_of_the_file_count_for_its_texts()
    {
        Assert.Empty(await VerifyFile.MessagesAsync("appsettings.json", Json, s_shop.WithOption("*.json", "docker_connection_strings.code_runs_in = container")));
        Assert.Empty(await VerifyFile.MessagesAsync("appsettings.json", Json, s_shop.WithOption("*.json", "docker_connection_strings.ignored_hosts = localhost")));
        await VerifyFile.ActionsAsync(
            "appsettings.json",
            """{ "MySql": "Server=localhost;Port=3306;Database=shop" }""",
            new TestProject().WithOption("*.json", "docker_connection_strings.published_ports = mysql:4406:3306"),
            ("Use 127.0.0.1:4406 (mysql, options)", """{ "MySql": "Server=127.0.0.1;Port=4406;Database=shop" }"""),
            ("Use 127.0.0.1, keep the port", """{ "MySql": "Server=127.0.0.1;Port=3306;Database=shop" }"""));
    }

    [Fact]
    public async Task A_comment_and_an_option_silence_what_is_said_of_a_broken_file()
    {
        const string broken = "services:\n  a: [\n";
        var project = new TestProject().WithDrivers(References.MySqlConnector);
        Assert.Single(await VerifyFile.MessagesAsync("docker-compose.yml", broken, project));
        Assert.Equal(["2 DKC900 Warning"], (await VerifyFile.MessagesAsync("docker-compose.yml", broken, project.WithOption("*.yml", "docker_connection_strings.DKC900.severity = warning"))).Select(message => message.Split(':')[0]));
        Assert.Empty(await VerifyFile.MessagesAsync("docker-compose.yml", broken, project.WithOption("*.yml", "docker_connection_strings.DKC900.severity = none")));
        Assert.Empty(await VerifyFile.MessagesAsync("docker-compose.yml", "services:\n  # docker-connection-strings: ignore DKC900\n  a: [\n", project));
    }
}
