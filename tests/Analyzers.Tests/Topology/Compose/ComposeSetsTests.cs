using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Which compose files of a folder are read together, and what a plain <c>docker compose up</c> starts of them.</summary>
public class ComposeSetsTests
{
    private static string Publishing(int port, string service = "db") => $"services: {{ {service}: {{ image: mysql, ports: ['{port}:3306'] }} }}";

    /// <summary>Every composition of the files, as its files and the ports of all its services; alternatives in brackets.</summary>
    private static string[] Sets(params (string Path, string Text)[] files) =>
        [.. Topologies.Of([.. files.Select(file => ("/repo/" + file.Path, file.Text))]).Compositions.Select(Show)];

    private static string Show(Composition composition)
    {
        var shown = string.Join("+", composition.Files.Select(file => Path.GetFileName(file.Path))) + " " + string.Join(" ", composition.Services.Select(service => service.Ports()));
        return composition.IsPlain ? shown + (composition.IsOpen ? " open" : "") : $"[{shown}]";
    }

    [Theory]
    [InlineData("compose.yaml", "compose.yml")]
    [InlineData("compose.yml", "docker-compose.yml")]
    [InlineData("docker-compose.yml", "docker-compose.yaml")]
    [InlineData("Docker-Compose.yml", "docker-compose.yaml")]
    public void The_first_standard_name_is_plain(string first, string second) =>
        Assert.Equal([$"{first} 3307:3306", $"[{first}+{second} 3307:3306 3308:3306]"], Sets((second, Publishing(3308)), (first, Publishing(3307))));

    [Theory]
    [InlineData("compose.override.yml", "compose.override.yaml")]
    [InlineData("compose.override.yaml", "docker-compose.override.yml")]
    [InlineData("docker-compose.override.yml", "docker-compose.override.yaml")]
    public void The_first_override_is_laid_over_it_whatever_the_standard_file_is_called(string first, string second) =>
        Assert.Equal(["compose.yaml+" + first + " 3307:3306 3308:3306"], Sets(("compose.yaml", Publishing(3307)), (first, Publishing(3308)), (second, Publishing(3309))).Take(1));

    [Fact]
    public void An_override_without_a_standard_file_is_an_alternative() => Assert.Equal(["[compose.override.yml 3307:3306]"], Sets(("compose.override.yml", Publishing(3307))));

    [Fact]
    public void A_file_that_only_changes_services_of_the_standard_one_is_an_alternative_over_it() =>
        Assert.Equal(["compose.yml 3307:3306", "[compose.yml+compose.prod.yml 3307:3306 3308:3306]"], Sets(("compose.yml", Publishing(3307)), ("compose.prod.yml", Publishing(3308))));

    [Fact]
    public void A_file_with_other_services_is_an_alternative_of_its_own() =>
        Assert.Equal(["compose.yml 3307:3306", "[compose.test.yml 3308:3306]"], Sets(("compose.yml", Publishing(3307)), ("compose.test.yml", Publishing(3308, "test-db"))));

    [Theory]
    [InlineData("COMPOSE_FILE=a.compose.yml:b.compose.yml")]
    [InlineData("COMPOSE_FILE=a.compose.yml;b.compose.yml")]
    [InlineData("COMPOSE_FILE=a.compose.yml,./b.compose.yml\nCOMPOSE_PATH_SEPARATOR=,")]
    [InlineData("export COMPOSE_FILE=\"a.compose.yml:b.compose.yml\"")]
    [InlineData("COMPOSE_FILE=/repo/a.compose.yml:../repo/b.compose.yml")]
    public void COMPOSE_FILE_names_the_plain_files_and_switches_the_override_off(string environment) => Assert.Equal(
        ["a.compose.yml+b.compose.yml 3307:3306 3308:3306"],
        Sets(
            (".env", environment), ("a.compose.yml", Publishing(3307)), ("b.compose.yml", Publishing(3308)), ("compose.yml", Publishing(3309)),
            ("compose.override.yml", Publishing(3310))).Take(1));

    [Fact]
    public void A_file_of_COMPOSE_FILE_that_did_not_come_leaves_the_set_open() => Assert.Equal(
        ["compose.yml 3307:3306 open"], Sets((".env", "COMPOSE_FILE=compose.yml:secret.yml"), ("compose.yml", Publishing(3307))));

    [Fact]
    public void A_COMPOSE_FILE_of_which_nothing_came_leaves_a_plain_set_that_is_open() => Assert.Equal(
        ["  open", "[compose.yml 3307:3306]"], Sets((".env", "COMPOSE_FILE=${ELSEWHERE}"), ("compose.yml", Publishing(3307))));

    [Theory]
    [InlineData("COMPOSE_FILE=secret.yml", true)]
    [InlineData("COMPOSE_FILE=a.compose.yml", false)]
    public void An_alternative_in_the_place_of_plain_files_that_did_not_come_is_open(string environment, bool isOpen)
    {
        var services = Topologies.Of(("/repo/.env", environment), ("/repo/a.compose.yml", "services: { web: { image: nginx } }"), ("/repo/compose.yml", Publishing(3307)))
            .ServicesOf(EngineTable.OfWord("mysql")!);
        Assert.Equal("3307:3306", Assert.Single(services.Services).Ports());
        Assert.Equal((isOpen, !isOpen), (services.IsOpen, services.IsOne));
    }

    [Fact]
    public void Paths_count_from_the_first_file_that_COMPOSE_FILE_names()
    {
        var composition = ComposeReading.Plain(
            ("/repo/.env", "COMPOSE_FILE=deploy/compose.yml:compose.yml\nA=root"), ("/repo/deploy/.env", "A=deploy\nB=deploy"),
            ("/repo/deploy/compose.yml", "services: { app: { build: ./app, image: '${A}-${B}' } }"), ("/repo/compose.yml", "services: { db: { build: ./db, environment: ['A=$A', 'B=$B'] } }"));
        Assert.Equal("/repo/deploy/app", composition.Named("app").Build?.Context);
        Assert.Equal("/repo/deploy/db", composition.Named("db").Build?.Context);
        Assert.Equal("A=root B=deploy", composition.Named("db").Variables());
    }

    [Theory]
    [InlineData("", "always [open] [debug] [two]")]
    [InlineData("COMPOSE_PROFILES=debug", "always [open] debug two")]
    [InlineData("COMPOSE_PROFILES=other,tools", "always [open] [debug] two")]
    [InlineData("COMPOSE_PROFILES=' tools , debug '", "always [open] debug two")]
    [InlineData("COMPOSE_PROFILES=*", "always open debug two")]
    public void COMPOSE_PROFILES_selects_what_is_started(string environment, string services) => Assert.Equal(services, ComposeReading.Plain(
        ("/repo/.env", environment),
        ("/repo/compose.yml", "services: { always: { image: a, profiles: [] }, open: { image: a, profiles: ['${P}'] }, debug: { image: a, profiles: [debug] }, two: { image: a, profiles: [tools, debug] } }")).Names());

    [Fact]
    public void Profiles_of_an_override_are_added() => Assert.Equal("db", ComposeReading.Plain(
        ("/repo/.env", "COMPOSE_PROFILES=two"), ("/repo/compose.yml", "services: { db: { image: a, profiles: [one] } }"), ("/repo/compose.override.yml", "services: { db: { profiles: [two] } }")).Names());

    [Fact]
    public void Nothing_depends_on_the_order_of_the_files()
    {
        (string, string)[] files =
        [
            ("compose.yml", Publishing(3307)), ("compose.override.yml", Publishing(3308)), ("docker-compose.yml", Publishing(3309)), ("docker-compose.test.yml", Publishing(3310, "test")),
            (".env", "A=b"), ("child/compose.yml", Publishing(3311)), ("other/compose.yaml", Publishing(3312)),
        ];
        Assert.Equal(Sets(files), Sets([.. files.Reverse()]));
        Assert.Equal(Sets(files), Sets([.. files.OrderBy(file => file.Item2, StringComparer.Ordinal)]));
    }
}
