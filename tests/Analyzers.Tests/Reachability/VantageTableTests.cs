using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Tests.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability;

/// <summary>The table of vantages, a line each.</summary>
public class VantageTableTests
{
    private const string Compose = """
        services:
          db: { image: mysql, environment: { MYSQL_DATABASE: shop }, env_file: [ both.env ] }
          api:
            build: src/App
            env_file: [ both.env, api.env ]
            environment:
              ConnectionStrings__Shop: Server=db
              CUSTOMCONNSTR_Stock: Server=db
              OWN_KEY: x
              ASPNETCORE_ENVIRONMENT: Staging
          other: { image: other }
        """;

    private static readonly (string, string)[] s_files = [("/repo/docker-compose.yml", Compose), ("/repo/both.env", "A=1\nOWN_KEY=y\n"), ("/repo/api.env", "B=2\n"), ("/repo/src/App/Dockerfile", "FROM x")];

    private static readonly Project s_app = new("/repo/src/App", "App", IsTest: false);

    private static Vantages Of(Project project, params (string, string)[] files) => new(project, Topologies.In(project.Folder, files));

    [Fact]
    public void What_the_option_says_counts_first()
    {
        var vantages = Of(s_app with { IsTest = true }, s_files);
        Assert.Equal(VantageKind.Host, vantages.OfCode(Running(CodePlace.Host)).Kind);
        Assert.Equal(VantageKind.Both, vantages.OfCode(Running(CodePlace.Both)).Kind);
        Assert.Equal(VantageKind.Container, vantages.OfSetting("appsettings.json", "X", Running(CodePlace.Container)).Kind);
        var inside = vantages.OfLaunchProfile("Project", Running(CodePlace.Container, "other"));
        Assert.Equal(VantageKind.Container, inside.Kind);
        Assert.Equal("other", Assert.Single(inside.Services).Name);
        Assert.Equal(VantageKind.Host, vantages.OfEnvironmentFile("/repo/api.env", "B", Running(CodePlace.Host)).Kind);
    }

    [Fact]
    public void A_variable_of_an_environment_file_is_seen_from_each_container_that_takes_it_from_there()
    {
        var vantages = Of(s_app, s_files);
        Assert.Equal(["api"], vantages.OfEnvironmentFile("/repo/both.env", "A", DockerOptions.Default).Services.Select(service => service.Name));
        Assert.Equal(VantageKind.Container, vantages.OfEnvironmentFile("/repo/api.env", "B", DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Unknown, vantages.OfEnvironmentFile("/repo/both.env", "OWN_KEY", DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Unknown, vantages.OfEnvironmentFile("/repo/.env", "A", DockerOptions.Default).Kind);
    }

    [Fact]
    public void Tests_run_on_the_host()
    {
        var vantages = Of(s_app with { IsTest = true }, [.. s_files, ("/repo/.devcontainer/devcontainer.json", "{}")]);
        Assert.Equal(VantageKind.Host, vantages.OfCode(DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Host, vantages.OfSetting("appsettings.Docker.json", "X", DockerOptions.Default).Kind);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "image": "x", "runArgs": ["--network=host"] }""", true)]
    [InlineData("""{ "image": "x", "runArgs": ["--network", "container:db", /* with a comment */ ], }""", true)]
    [InlineData("""{ "image": "x", "runArgs": ["--network=back"] }""", false)]
    [InlineData("""{ "dockerComposeFile": "docker-compose.yml", "service": "app" }""", true)]
    [InlineData("""{ "dockerComposeFile": ["docker-compose.yml"], "service": "free" }""", false)]
    [InlineData("""{ "dockerComposeFile": "../elsewhere.yml", "service": "app" }""", true)]
    [InlineData("{ half typed", false)]
    public void A_dev_container_is_seen_from_both_and_may_share_a_network(string json, bool shares)
    {
        var vantage = Of(s_app, ("/repo/.devcontainer/devcontainer.json", json), ("/repo/.devcontainer/docker-compose.yml", "services: { app: { network_mode: 'service:db' }, db: { image: mysql }, free: { image: x } }")).OfCode(DockerOptions.Default);
        Assert.Equal((VantageKind.Both, shares), (vantage.Kind, vantage.SharesNetwork));
    }

    [Theory]
    [InlineData("ConnectionStrings__Shop")]
    [InlineData("connectionstrings__shop")]
    [InlineData("ConnectionStrings__Stock")]
    public void A_setting_that_the_environment_overrides_is_the_host_s(string key) => Assert.Equal(VantageKind.Host, Of(s_app, s_files).OfSetting("appsettings.json", key, DockerOptions.Default).Kind);

    [Theory]
    [InlineData("appsettings.json", "Both")]
    [InlineData("App.config", "Both")]
    [InlineData("appsettings.Staging.json", "Container")]
    [InlineData("appsettings.STAGING.json", "Container")]
    [InlineData("appsettings.Development.json", "Host")]
    [InlineData("appsettings.Production.json", "Host")]
    [InlineData("appsettings.Docker.json", "Container")]
    [InlineData("appsettings.Container.json", "Container")]
    public void Settings_of_an_environment_are_seen_from_where_it_is_set(string file, string expected) =>
        Assert.Equal(expected, Of(s_app, s_files).OfSetting(file, "ConnectionStrings__Other", DockerOptions.Default).Kind.ToString());

    [Theory]
    [InlineData("environment: { ASPNETCORE_ENVIRONMENT: Development }", "FROM x", "Both")]
    [InlineData("environment: { DOTNET_ENVIRONMENT: Development }", "FROM x", "Both")]
    [InlineData("environment: { A: b }", "FROM x\nENV ASPNETCORE_ENVIRONMENT=Development", "Both")]
    [InlineData("environment: { A: b }", "FROM x\nENV ASPNETCORE_ENVIRONMENT Development", "Both")]
    [InlineData("environment: { A: b }", "FROM x", "Host")]
    [InlineData("environment: { ASPNETCORE_ENVIRONMENT: '${E}' }", "FROM x", "Unknown")]
    [InlineData("env_file: none.env", "FROM x", "Unknown")]
    public void Development_settings(string environment, string dockerfile, string expected) => Assert.Equal(
        expected,
        Of(s_app, ("/repo/docker-compose.yml", $"services: {{ api: {{ build: src/App, {environment} }} }}"), ("/repo/src/App/Dockerfile", dockerfile)).OfSetting("appsettings.Development.json", "X", DockerOptions.Default).Kind.ToString());

    [Theory]
    [InlineData("Project", "Host")]
    [InlineData("IIS", "Host")]
    [InlineData("IISExpress", "Host")]
    [InlineData("Docker", "Container")]
    [InlineData("DockerCompose", "Container")]
    [InlineData("Executable", "Unknown")]
    [InlineData(null, "Unknown")]
    public void Launch_profiles(string? command, string expected) => Assert.Equal(expected, Of(s_app, s_files).OfLaunchProfile(command, DockerOptions.Default).Kind.ToString());

    [Fact]
    public void A_project_that_a_service_builds_is_seen_from_both()
    {
        var vantage = Of(s_app, s_files).OfCode(DockerOptions.Default);
        Assert.Equal(VantageKind.Both, vantage.Kind);
        Assert.Equal("api", Assert.Single(vantage.Services).Name);
    }

    [Fact]
    public void Any_other_project_is_seen_from_the_host()
    {
        Assert.Equal(VantageKind.Host, Of(s_app with { Folder = "/repo/src/Lib" }, s_files).OfCode(DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Host, Of(s_app).OfCode(DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Host, Of(s_app).OfSetting("appsettings.json", "X", DockerOptions.Default).Kind);
        Assert.Equal(VantageKind.Container, Of(s_app).OfSetting("appsettings.Docker.json", "X", DockerOptions.Default).Kind);
    }

    [Fact]
    public void A_build_that_is_not_known_leaves_it_open() =>
        Assert.Equal(VantageKind.Unknown, Of(s_app, ("/repo/docker-compose.yml", "services: { api: { build: '${CONTEXT}' } }")).OfCode(DockerOptions.Default).Kind);

    private static DockerOptions Running(CodePlace place, string? service = null) => new() { CodeRunsIn = new CodeLocation(place, service) };
}
