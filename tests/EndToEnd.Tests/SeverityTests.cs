using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

/// <summary>What silences a rule or makes it louder, as a real build shows it: in C#, in settings and in a compose file.</summary>
public sealed class SeverityTests(PackedPackage package) : IDisposable
{
    private readonly Consumer _consumer = new(package);

    public void Dispose() => _consumer.Dispose();

    [Theory]
    [InlineData("", 0, "Program.cs(1) warning DKC001", "appsettings.json(1) warning DKC001")]
    [InlineData("all-warnings", 0, "Program.cs(1) warning DKC001", "Program.cs(2) warning DKC005", "appsettings.json(1) warning DKC001", "appsettings.json(1) warning DKC005")]
    [InlineData(" Errors ", 1, "Program.cs(1) error DKC001", "Program.cs(2) warning DKC005", "appsettings.json(1) error DKC001", "appsettings.json(1) warning DKC005")]
    [InlineData("off", 0)]
    public void A_set_counts_for_all_files(string severity, int exitCode, params string[] expected)
    {
        Write(severity);
        Assert.Equal(expected, Messages(_consumer.Build("Orders").Expect(exitCode)));
    }

    [Fact]
    public void What_the_project_says_itself_counts_more_than_a_set()
    {
        Write("errors", "<NoWarn>$(NoWarn);DKC005</NoWarn>");
        _consumer.Folder.Write("Orders/.globalconfig", "is_global = true\ndotnet_diagnostic.DKC001.severity = warning\n");
        Assert.Equal(["Program.cs(1) warning DKC001", "appsettings.json(1) warning DKC001"], Messages(_consumer.Build("Orders").Expect()));
    }

    // Two files of one level that contradict each other are both void, and only one named .globalconfig has a level of its own.
    [Fact]
    public void A_global_config_of_any_name_counts_more_than_a_set()
    {
        Write("errors", items: """<GlobalAnalyzerConfigFiles Include="team.globalconfig" />""");
        _consumer.Folder.Write("Orders/team.globalconfig", "is_global = true\ndotnet_diagnostic.DKC001.severity = suggestion\n");
        Assert.Equal(["Program.cs(2) warning DKC005", "appsettings.json(1) warning DKC005"], Messages(_consumer.Build("Orders").Expect()));
    }

    [Fact]
    public void A_set_counts_where_global_configs_are_not_searched_for()
    {
        Write("off", "<DiscoverGlobalAnalyzerConfigFiles>false</DiscoverGlobalAnalyzerConfigFiles>");
        Assert.Empty(Messages(_consumer.Build("Orders").Expect()));
    }

    [Fact]
    public void Another_set_on_the_command_line_is_a_reason_to_compile()
    {
        Write("");
        Assert.Equal(2, Messages(_consumer.Build("Orders").Expect()).Count());
        Assert.Empty(Messages(_consumer.Build("Orders", "-p:DockerConnectionStringsSeverity=off").Expect()));
        Assert.Equal(4, Messages(_consumer.Build("Orders", "-p:DockerConnectionStringsSeverity=all-warnings").Expect()).Count());
        Assert.Equal(2, Messages(_consumer.Build("Orders").Expect()).Count());
    }

    [Fact]
    public void A_set_that_does_not_exist_is_said()
    {
        Write("loud");
        var build = _consumer.Build("Orders").Expect();
        Assert.Contains("warning DKC900: DockerConnectionStringsSeverity is 'loud', and takes all-warnings, errors or off.", build.Output, StringComparison.Ordinal);
        Assert.Equal(["Program.cs(1) warning DKC001", "appsettings.json(1) warning DKC001"], Messages(build));
    }

    /// <summary>Our own keys reach what Roslyn's do not.</summary>
    [Fact]
    public void An_editorconfig_reaches_settings_by_our_keys_only()
    {
        Write("");
        _consumer.Folder.Write("Orders/.editorconfig", """
            [*.json]
            dotnet_diagnostic.DKC001.severity = none
            docker_connection_strings.DKC005.severity = warning
            """);
        Assert.Equal(["Program.cs(1) warning DKC001", "appsettings.json(1) warning DKC001", "appsettings.json(1) warning DKC005"], Messages(_consumer.Build("Orders").Expect()));
        _consumer.Folder.Write("Orders/.editorconfig", """
            [*.json]
            docker_connection_strings.DKC001.severity = error
            [*.cs]
            dotnet_diagnostic.DKC001.severity = none
            """);
        Assert.Equal(["appsettings.json(1) error DKC001"], Messages(_consumer.Build("Orders").Expect(1)));
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);DKC001</NoWarn>", "", "")]
    [InlineData("<WarningsAsErrors>DKC001</WarningsAsErrors>", "", "Program.cs(1) error DKC001|appsettings.json(1) error DKC001")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>DKC001</WarningsNotAsErrors>", "", "Program.cs(1) warning DKC001|appsettings.json(1) warning DKC001")]
    [InlineData("", "dotnet_diagnostic.DKC001.severity = none", "")]
    [InlineData("", "dotnet_diagnostic.DKC001.severity = error", "Program.cs(1) error DKC001|appsettings.json(1) error DKC001")]
    [InlineData("", "docker_connection_strings.DKC001.severity = none", "Program.cs(1) warning DKC001")]
    [InlineData("", "dotnet_analyzer_diagnostic.category-Docker.severity = none", "appsettings.json(1) warning DKC001")]
    [InlineData("", "dotnet_analyzer_diagnostic.severity = none", "appsettings.json(1) warning DKC001")]
    public void The_page_on_silencing_tells_the_truth(string property, string global, string expected)
    {
        Write("", property);
        _consumer.Folder.Write("Orders/.globalconfig", $"is_global = true\n{global}\n");
        Assert.Equal(expected, string.Join("|", Messages(_consumer.Build("Orders").Expect(expected.Contains("error", StringComparison.Ordinal) ? 1 : 0))));
    }

    [Fact]
    public void An_attribute_of_the_assembly_silences_all_files_and_a_pragma_its_own()
    {
        Write("");
        _consumer.Folder.Write("Orders/Suppressed.cs", """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Docker", "DKC001", Justification = "test data")]""");
        Assert.Empty(Messages(_consumer.Build("Orders").Expect()));
        _consumer.Folder.Write("Orders/Suppressed.cs", "#pragma warning disable DKC001\n");
        Assert.Equal(["Program.cs(1) warning DKC001", "appsettings.json(1) warning DKC001"], Messages(_consumer.Build("Orders").Expect()));
    }

    private void Write(string severity, string properties = "", string items = "")
    {
        _consumer.Folder.Write("docker-compose.yml", ConsumedPackage.Compose);
        _consumer.Folder.Write("Orders/Program.cs", """
            _ = new MySqlConnector.MySqlConnection("Server=localhost;Database=orders");
            _ = new MySqlConnector.MySqlConnection("Server=db;Database=orders");

            """);
        _consumer.Folder.Write("Orders/appsettings.json", """{ "MySql": { "One": "Server=localhost;Database=orders", "Two": "Server=db;Database=orders" } }""");
        _consumer.Folder.Write("Orders/Orders.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <DockerConnectionStringsSeverity>{severity}</DockerConnectionStringsSeverity>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MySqlConnector" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    private static IEnumerable<string> Messages(CommandResult build) => BuildMessage.In(build).Where(message => message.Line > 0).Select(message => $"{message.File}({message.Line}) {message.Severity} {message.Id}");
}
