using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability;

/// <summary>The rules on the host speak only where the code surely runs there.</summary>
public class VantageTests
{
    private const string Text = "Server=[|localhost|];Uid=root";
    private const string FixedText = "Server=127.0.0.1;Uid=root";

    private static string Silent => Markup.Parse(Text).Text;

    private static TestProject Built(string build, string? dockerfile, string dockerfilePath = "../../Dockerfile")
    {
        var project = new TestProject().With("../../docker-compose.yml", $"services:\n  app:\n    build: {build}\n");
        return dockerfile is null ? project : project.With(dockerfilePath, dockerfile);
    }

    [Theory]
    [InlineData("../../.devcontainer/devcontainer.json", "{}")]
    [InlineData("../../.devcontainer.json", "{}")]
    [InlineData("../../.devcontainer/docker-compose.yml", "services: {}")]
    public async Task In_a_repository_with_a_dev_container_a_loopback_is_judged_as_from_the_host(string path, string text)
    {
        var project = new TestProject().With(path, text);
        await Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, project);
        await Verify.SilentTextAsync("Server=host.docker.internal;Uid=root", project);
        await Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, project.WithProperty("IsTestProject", "true"));
    }

    [Theory]
    [InlineData(".", "COPY . .")]
    [InlineData(".", "COPY --chown=app:app ./ /src")]
    [InlineData(".", "ADD [\".\", \"/src\"]")]
    [InlineData(".", "COPY src/App/App.csproj src/App/")]
    [InlineData(".", "RUN dotnet publish \"src/App/App.csproj\"")]
    [InlineData(".", "WORKDIR /src/App\nCOPY src/App .")]
    [InlineData(".", "COPY src/ ./")]
    [InlineData(".", "COPY ./src /src")]
    [InlineData(".", "COPY \\\n  . \\\n  /app")]
    [InlineData("{ context: ., dockerfile: Dockerfile }", "copy . .")]
    [InlineData("{ context: ../repo }", "COPY . .")]
    [InlineData("{ dockerfile_inline: \"FROM x\\nCOPY . .\" }", null)]
    public Task A_project_that_a_service_builds_is_seen_from_both(string build, string? dockerfile) => IsSeenFromBothAsync(Built(build, dockerfile));

    [Theory]
    [InlineData("src/App", "FROM x")]
    [InlineData("{ context: ., dockerfile: src/App/Dockerfile }", "FROM x")]
    public Task A_project_whose_folder_holds_the_Dockerfile_is_seen_from_both(string build, string dockerfile) => IsSeenFromBothAsync(Built(build, dockerfile, "Dockerfile"));

    /// <summary>What is right inside is silent; a loopback and a container's address are not right on both sides.</summary>
    private static async Task IsSeenFromBothAsync(TestProject project)
    {
        await Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, project);
        await Verify.TextAsync("Server=[|172.17.0.2|];Uid=root", ContainerAddress.Id, FixedText, project);
        await Verify.SilentTextAsync("Server=app;Uid=root", project);
        await Verify.SilentTextAsync("Server=172.17.0.1;Uid=root", project);
        await Verify.SilentTextAsync("Server=host.docker.internal;Uid=root", project);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("{ context: ., dockerfile: docker/App.Dockerfile }")]
    public Task A_Dockerfile_that_did_not_come_leaves_it_open(string build) => Verify.SilentTextAsync(Silent, Built(build, null));

    [Theory]
    [InlineData("services:\n  app:\n    build: ${CONTEXT}\n")]
    [InlineData("services:\n  app:\n    build: { context: '${CONTEXT:-.}', dockerfile: Dockerfile }\n")]
    [InlineData("services:\n  app:\n    build: { context: ., dockerfile: '${FILE}' }\n")]
    [InlineData("x-build: &b .\nservices:\n  app:\n    build: *b\n")]
    [InlineData("x-app: &a { build: . }\nservices:\n  app:\n    <<: *a\n")]
    [InlineData("x-app: &a { build: . }\nservices:\n  app: *a\n")]
    [InlineData("services:\n  app:\n    extends: { file: common.yml, service: app }\n")]
    public async Task A_build_that_the_file_does_not_tell_leaves_it_open(string compose)
    {
        await Verify.SilentTextAsync(Silent, new TestProject().With("../../docker-compose.yml", compose));
        await Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, new TestProject().With("../../docker-compose.yml", compose).WithProperty("IsTestProject", "true"));
    }

    [Fact]
    public Task Without_a_known_project_folder_a_build_leaves_it_open() =>
        Verify.SilentTextAsync(Silent, Built(".", "FROM x").WithProperty("DockerConnectionStringsProjectFile", ""));

    [Theory]
    [InlineData(".", "COPY src/Other/Other.csproj .")]
    [InlineData(".", "COPY --from=build . .")]
    [InlineData(".", "COPY src/App2 .")]
    [InlineData(".", "COPY MyApp.csproj .")]
    [InlineData(".", "COPY src/App.Core .")]
    [InlineData("src/Other", null)]
    public Task A_build_of_something_else_leaves_the_project_on_the_host(string build, string? dockerfile) =>
        Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, Built(build, dockerfile));

    [Fact]
    public Task A_test_project_runs_on_the_host() => Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, Built(".", "COPY . .").WithProperty("IsTestProject", "true"));

    [Fact]
    public Task A_project_with_a_test_framework_runs_on_the_host() =>
        Verify.TextAsync(Text, LocalhostInMySql.Id, FixedText, Built(".", "COPY . .").WithDrivers(References.MySqlConnector, References.Xunit));

    [Fact]
    public Task An_Aspire_host_is_silent() => Verify.SilentTextAsync(Silent, new TestProject().WithProperty("IsAspireHost", "true"));

    [Fact]
    public async Task A_text_in_the_environment_of_a_service_is_silent()
    {
        var project = new TestProject().With("docker-compose.yml", "services:\n  app:\n    image: app\n    environment:\n      ConnectionStrings__Shop: Server=localhost;Database=shop;AllowUserVariables=true\n");
        Assert.Empty(await project.WithSource("Code.cs", "class C { }").AnalyzeAsync());
    }

    [Theory]
    [InlineData("$\"Server=localhost;Port={container.GetMappedPublicPort(3306)};Database=shop\"")]
    [InlineData("$\"Server=localhost;Port={port};Database=shop\"")]
    [InlineData("$\"Server=localhost;Port={_port};Database=shop\"")]
    [InlineData("$\"Server=localhost;Port={Port};Database={container.Hostname}\"")]
    public Task A_port_that_Testcontainers_maps_is_silent(string literal) => Verify.SilentAsync($$"""
        class Container { public string Hostname => ""; public int GetMappedPublicPort(int port) => port; }
        class C
        {
            private int _port;
            private int Port => new Container().GetMappedPublicPort(3306);
            object M(Container container)
            {
                var port = container.GetMappedPublicPort(3306);
                _port = container.GetMappedPublicPort(3306);
                return new MySqlConnector.MySqlConnection({{literal}});
            }
        }
        """);
}
