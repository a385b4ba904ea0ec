using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

/// <summary>Which compose file answers, by folder and name.</summary>
public class WhichFileTests
{
    private static string Publishing(int port, string image = "mysql") =>
        $"services:\n  db: {{ image: {image}, environment: {{ MYSQL_DATABASE: shop }}, ports: ['{port}:3306'] }}\n";

    /// <summary>Several services may be meant, and nobody publishes the text's own port: nothing is written unasked.</summary>
    private static Task NothingIsCertainAsync(params (string Path, string Text)[] files) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop", LocalhostInMySql.Id, "Server=localhost;Database=shop",
        files.Aggregate(new TestProject(), (project, file) => project.With(file.Path, file.Text)));

    private static Task PortIsAsync(int? port, params (string Path, string Text)[] files) => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        port is null ? "Server=127.0.0.1;Database=shop" : $"Server=127.0.0.1;Port={port};Database=shop",
        files.Aggregate(new TestProject(), (project, file) => project.With(file.Path, file.Text)));

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("compose.yaml")]
    [InlineData("Docker-Compose.YML")]
    [InlineData("docker/docker-compose.yml")]
    [InlineData("../docker-compose.yml")]
    [InlineData("../../docker-compose.yml")]
    [InlineData("../../deploy/compose.yml")]
    public Task A_standard_file_in_reach_answers(string path) => PortIsAsync(3307, (path, Publishing(3307)));

    [Theory]
    [InlineData("docker-compose.dev.yml")]
    [InlineData("my-compose.yml")]
    public async Task An_alternative_answers_where_no_standard_file_does(string path)
    {
        await PortIsAsync(3307, (path, Publishing(3307)));
        await PortIsAsync(3307, ("docker-compose.yml", "services: { cache: { image: redis } }"), (path, Publishing(3307)));
        await PortIsAsync(3308, ("docker-compose.yml", Publishing(3308)), (path, Publishing(3307)));
        await NothingIsCertainAsync((path, Publishing(3307)), ("compose.other.yml", Publishing(3308)));
    }

    [Fact]
    public async Task The_nearest_distance_that_has_the_engine_answers()
    {
        await PortIsAsync(3307, ("docker-compose.yml", Publishing(3307)), ("docker/docker-compose.yml", Publishing(3308)));
        await PortIsAsync(3308, ("docker/docker-compose.yml", Publishing(3308)), ("../docker-compose.yml", Publishing(3309)));
        await PortIsAsync(3309, ("../docker-compose.yml", Publishing(3309)), ("../deploy/docker-compose.yml", Publishing(3310)));
        await PortIsAsync(3308, ("docker-compose.yml", "services: { cache: { image: redis } }"), ("docker/docker-compose.yml", Publishing(3308)));
    }

    [Fact]
    public async Task Folders_at_one_distance_are_alternatives_of_each_other()
    {
        await NothingIsCertainAsync(("one/docker-compose.yml", Publishing(3307)), ("two/docker-compose.yml", Publishing(3308)));
        await PortIsAsync(3307, ("one/docker-compose.yml", Publishing(3307)), ("two/docker-compose.yml", Publishing(3307)));
    }

    /// <summary>An editorconfig value ends at <c>#</c> and <c>;</c>, so the targets write them otherwise.</summary>
    [Fact]
    public Task A_project_folder_with_signs_that_end_a_value_is_known() => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        "Server=127.0.0.1;Port=3308;Database=shop",
        new TestProject().WithProperty("DockerConnectionStringsProjectFile", "/repo/C*/a|b/App.csproj")
            .With("/repo/C#/a;b/docker/docker-compose.yml", Publishing(3308)).With("/repo/C#/docker-compose.yml", Publishing(3309)));

    [Fact]
    public Task Without_a_known_project_folder_every_file_is_as_near() => Verify.TextAsync(
        "Server=[|localhost|];Database=shop",
        LocalhostInMySql.Id,
        "Server=127.0.0.1;Port=3308;Database=shop",
        new TestProject().WithProperty("DockerConnectionStringsProjectFile", "").With("/elsewhere/docker-compose.yml", Publishing(3308)));

    [Fact]
    public async Task The_first_standard_name_of_a_folder_counts()
    {
        await PortIsAsync(3307, ("compose.yaml", Publishing(3307)), ("docker-compose.yml", Publishing(3308)));
        await PortIsAsync(3307, ("docker-compose.yml", Publishing(3307)), ("docker-compose.yaml", Publishing(3308)));
    }

    [Theory]
    [InlineData("docker-compose.override.yml", "services: { db: { ports: ['${P}'] } }")]
    [InlineData("compose.override.yaml", "services: { db: { ports: !override ['${P}:3306'] } }")]
    [InlineData(".env", "A=b\nCOMPOSE_FILE=docker-compose.yml:other.yml\n")]
    [InlineData(".env", "export COMPOSE_FILE=a.yml")]
    public Task A_file_that_changes_it_leaves_the_port_open(string path, string text) => PortIsAsync(null, ("docker-compose.yml", Publishing(3307)), (path, text));

    [Fact]
    public async Task A_file_that_does_not_change_it_does_no_harm()
    {
        await PortIsAsync(3307, ("docker-compose.yml", Publishing(3307)), (".env", "MYSQL_PASSWORD=x"), ("docker-compose.prod.yml", "services: {}"));
        await PortIsAsync(3307, ("docker-compose.yml", Publishing(3307)), ("../docker-compose.override.yml", "services: {}"));
        await PortIsAsync(3307, ("docker-compose.yml", Publishing(3307)), ("docker-compose.override.yml", "services: {}"));
        await PortIsAsync(3309, ("docker-compose.yml", Publishing(3307)), ("docker-compose.override.yml", "services: { db: { ports: !override ['3309:3306'] } }"));
    }

    [Theory]
    [InlineData("---\nservices: {}\n---\n", 3307)]
    [InlineData("---\nservices: { db: { ports: !override ['3308:3306'] } }\n", 3308)]
    [InlineData("---\nservices: { db: { ports: ['${P}:3306'] } }\n", null)]
    public Task A_file_of_several_documents_is_one_file_over_the_other(string more, int? port) => PortIsAsync(port, ("docker-compose.yml", Publishing(3307) + more));

    [Fact]
    public Task A_port_that_an_alternative_publishes_is_right() => Verify.TextAsync(
        "Server=[|localhost|];Port=3399;Database=shop",
        LocalhostInMySql.Id,
        "Server=127.0.0.1;Port=3399;Database=shop",
        new TestProject().With("docker-compose.yml", Publishing(3307)).With("docker-compose.test.yml", Publishing(3399)));

    [Theory]
    [InlineData("")]
    [InlineData("services:")]
    [InlineData("services: []")]
    [InlineData("services: { db: }")]
    [InlineData("services: { db: [] }")]
    [InlineData("- a\n- b")]
    [InlineData("just a text")]
    [InlineData("? [a]\n: b")]
    public Task A_file_without_services_says_nothing(string text) => PortIsAsync(null, ("docker-compose.yml", text));

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var files = new[] { ("a/compose.yml", Publishing(3307)), ("b/compose.yml", Publishing(3308)), ("../compose.yml", Publishing(3309)) };
        var messages = new HashSet<string>();
        foreach (var order in new[] { files, [.. files.Reverse()], [files[1], files[2], files[0]] })
        {
            var topology = Topologies.In("/repo", [.. order.Select(file => ("/repo/" + file.Item1, file.Item2))]);
            messages.Add(string.Join("; ", topology.Compositions.Select(composition => $"{composition.Folder} {composition.Distance} {string.Join(",", composition.Services.Select(service => service.Ports[0].FirstHostPort))}")));
        }

        Assert.Equal("/repo/a 1 3307; /repo/b 1 3308;  2 3309", Assert.Single(messages));
    }

    [Theory]
    [InlineData("/a/b", "/a/b/c.yml", "c.yml")]
    [InlineData("/a/b", "/a/c.yml", "../c.yml")]
    [InlineData("/a/b", "/a/d/c.yml", "../d/c.yml")]
    [InlineData("/a/b", "/x.yml", "../../x.yml")]
    [InlineData("C:/a", "D:/x.yml", "D:/x.yml")]
    public void A_path_is_shown_from_the_project(string folder, string path, string expected) => Assert.Equal(expected, Paths.Relative(folder, path));

    [Theory]
    [InlineData("C:\\a\\b\\", "C:/a/b")]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/a//b/", "/a/b")]
    [InlineData("../x", "../x")]
    [InlineData("", "")]
    public void A_path_is_normalised(string path, string expected) => Assert.Equal(expected, Paths.Normalize(path));
}
