namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>Projects that say in different ways what is to be reported, built by one command.</summary>
public sealed class SeverityProjects : IDisposable
{
    private const string Code = "Program.cs(1) warning DKC001";
    private const string Settings = "appsettings.json(1) warning DKC001";

    private readonly Consumer _consumer;

    public SeverityProjects(PackedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        _consumer = new Consumer(package);
        _consumer.Folder.Write("docker-compose.yml", ConsumedPackage.Compose);
        foreach (var project in All)
            Write(project);
        _consumer.Folder.Write("All.slnx", $"<Solution>{string.Concat(All.Select(project => $"<Project Path=\"{PathOf(project)}\" />"))}</Solution>");
        // Some are to fail, which keeps none of the others from being built.
        Build = _consumer.Build("All.slnx").Expect(1);
    }

    internal static SeverityProject[] All { get; } =
    [
        new("nothing asked for", Code, Settings),
        new("all-warnings", Code, "Program.cs(2) warning DKC005", Settings, "appsettings.json(1) warning DKC005") { Set = "all-warnings" },
        new("errors, in any case, with blanks", "Program.cs(1) error DKC001", "Program.cs(2) warning DKC005", "appsettings.json(1) error DKC001", "appsettings.json(1) warning DKC005")
        {
            Set = " Errors ",
        },
        new("off") { Set = "off" },
        new("a set that does not exist", Code, Settings) { Set = "loud" },

        // What the project says itself counts more than a set.
        new("NoWarn and .globalconfig over a set", Code, Settings)
        {
            Set = "errors", Properties = "<NoWarn>$(NoWarn);DKC005</NoWarn>", GlobalConfig = "dotnet_diagnostic.DKC001.severity = warning",
        },
        // Two files of one level that contradict each other are both void, and only one named .globalconfig has a level of its own.
        new("a global config of another name over a set", "Program.cs(2) warning DKC005", "appsettings.json(1) warning DKC005")
        {
            Set = "errors", Items = """<GlobalAnalyzerConfigFiles Include="team.globalconfig" />""",
            File = ("team.globalconfig", "is_global = true\ndotnet_diagnostic.DKC001.severity = suggestion\n"),
        },
        new("a set where global configs are not searched for") { Set = "off", Properties = "<DiscoverGlobalAnalyzerConfigFiles>false</DiscoverGlobalAnalyzerConfigFiles>" },

        // Our own keys reach what Roslyn's do not.
        new("an editorconfig with Roslyn's key for settings", Code, Settings, "appsettings.json(1) warning DKC005")
        {
            File = (".editorconfig", "[*.json]\ndotnet_diagnostic.DKC001.severity = none\ndocker_connection_strings.DKC005.severity = warning\n"),
        },
        new("an editorconfig with our key for settings", "appsettings.json(1) error DKC001")
        {
            File = (".editorconfig", "[*.json]\ndocker_connection_strings.DKC001.severity = error\n[*.cs]\ndotnet_diagnostic.DKC001.severity = none\n"),
        },

        // The page on silencing.
        new("NoWarn") { Properties = "<NoWarn>$(NoWarn);DKC001</NoWarn>" },
        new("WarningsAsErrors", "Program.cs(1) error DKC001", "appsettings.json(1) error DKC001") { Properties = "<WarningsAsErrors>DKC001</WarningsAsErrors>" },
        new("WarningsNotAsErrors", Code, Settings) { Properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>DKC001</WarningsNotAsErrors>" },
        new("none, globally") { GlobalConfig = "dotnet_diagnostic.DKC001.severity = none" },
        new("error, globally", "Program.cs(1) error DKC001", "appsettings.json(1) error DKC001") { GlobalConfig = "dotnet_diagnostic.DKC001.severity = error" },
        new("our key, globally", Code) { GlobalConfig = "docker_connection_strings.DKC001.severity = none" },
        new("the category, globally", Settings) { GlobalConfig = "dotnet_analyzer_diagnostic.category-Docker.severity = none" },
        new("all analyzers, globally", Settings) { GlobalConfig = "dotnet_analyzer_diagnostic.severity = none" },

        new("an attribute of the assembly, which silences all files")
        {
            File = ("Suppressed.cs", """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Docker", "DKC001", Justification = "test data")]"""),
        },
        new("a pragma, which silences its own file", Code, Settings) { File = ("Suppressed.cs", "#pragma warning disable DKC001\n") },
    ];

    internal CommandResult Build { get; }

    public void Dispose() => _consumer.Dispose();

    /// <summary>What the build printed for a project about its files.</summary>
    internal IEnumerable<string> Messages(SeverityProject project) =>
        BuildMessage.In(Build).Where(message => message.Line > 0 && message.Project == NameOf(project)).Select(message => $"{message.File}({message.Line}) {message.Severity} {message.Id}");

    /// <summary>Whether the compiler wrote the project's assembly.</summary>
    internal bool HasOutput(SeverityProject project) => File.Exists(_consumer.Folder.PathOf($"{NameOf(project)}/bin/Debug/net10.0/{NameOf(project)}.dll"));

    /// <summary>How many warnings one more, incremental build prints.</summary>
    internal int PrintedAgain(SeverityProject project, params string[] arguments) =>
        BuildMessage.In(_consumer.Build(PathOf(project), ["--no-restore", .. arguments]).Expect()).Count;

    private static string NameOf(SeverityProject project) => $"P{Array.IndexOf(All, project)}";

    private static string PathOf(SeverityProject project) => $"{NameOf(project)}/{NameOf(project)}.csproj";

    private void Write(SeverityProject project)
    {
        var folder = NameOf(project);
        _consumer.Folder.Write(folder + "/Program.cs", """
            _ = new MySqlConnector.MySqlConnection("Server=localhost;Database=orders");
            _ = new MySqlConnector.MySqlConnection("Server=db;Database=orders");

            """);
        _consumer.Folder.Write(folder + "/appsettings.json", """{ "MySql": { "One": "Server=localhost;Database=orders", "Two": "Server=db;Database=orders" } }""");
        _consumer.Folder.Write(PathOf(project), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <DockerConnectionStringsSeverity>{project.Set}</DockerConnectionStringsSeverity>
                {project.Properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MySqlConnector" />
                {project.Items}
              </ItemGroup>
            </Project>
            """);
        if (project.GlobalConfig is not null)
            _consumer.Folder.Write(folder + "/.globalconfig", $"is_global = true\n{project.GlobalConfig}\n");
        if (project.File is var (name, content))
            _consumer.Folder.Write($"{folder}/{name}", content);
    }
}
