using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>What a service extends and what a project includes (Compose specification, "extends" and "include").</summary>
public class ComposeExtendsAndIncludeTests
{
    [Fact]
    public void A_chain_of_extends_goes_through_files()
    {
        var db = Db(
            "services: { db: { extends: { file: a/one.compose.yml, service: one }, ports: ['3309:3306'] } }",
            ("/repo/a/one.compose.yml", "services: { one: { extends: { file: ../b/two.compose.yml, service: two }, ports: ['3308:3306'], build: ./one } }"),
            ("/repo/b/two.compose.yml", "services: { two: { extends: base, env_file: two.env }, base: { image: mysql, ports: ['3307:3306'] } }"),
            ("/repo/b/two.env", "A=two"));
        Assert.Equal("3307:3306 3308:3306 3309:3306", db.Ports());
        Assert.Equal("A=two", db.Variables());
        Assert.Equal("/repo/a/one", db.Build?.Context);
        Assert.False(db.IsOpen);
    }

    [Theory]
    [InlineData("extends: missing")]
    [InlineData("extends: db")]
    [InlineData("extends: { file: missing.compose.yml, service: db }")]
    [InlineData("extends: { file: '${FILE}', service: db }")]
    [InlineData("extends: { file: other.compose.yml, service: missing }")]
    [InlineData("extends: { file: other.compose.yml, service: round }")]
    [InlineData("extends: { file: broken.compose.yml, service: db }")]
    [InlineData("extends: other")]
    [InlineData("extends: { }")]
    [InlineData("extends: [a]")]
    public void What_is_not_known_of_an_extended_service_leaves_it_open(string extends)
    {
        var db = Db(
            $"services: {{ db: {{ image: mysql, ports: ['3307:3306'], {extends} }}, other: {{ extends: db }} }}",
            ("/repo/other.compose.yml", "services: { round: { extends: { file: compose.yml, service: db } } }"),
            ("/repo/broken.compose.yml", "services: { db: { image: mysql }, x: ["));
        Assert.True(db.IsOpen);
        Assert.False(db.ArePortsKnown);
        Assert.Contains("3307:3306", db.Ports(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_extends_is_where_it_is_written_and_not_where_its_base_is()
    {
        var db = Db("services:\n  base:\n    image: mysql\n  db:\n    extends: base\n    hostname: x\n");
        Assert.Equal((4, 5), (db.Place.Line, db.Body?.Line));
    }

    /// <summary>compose-go, <c>loader</c>: the paths of a file's tags are taken from the earlier files and from what its services extend.</summary>
    [Theory]
    [InlineData("db: { extends: base, ports: !reset [] }, base: { ports: ['3311:3306'] }", "")]
    [InlineData("db: { extends: base, ports: !override ['3310:3306'] }, base: { ports: ['3311:3306'] }", "3310:3306")]
    [InlineData("db: { extends: base, ports: ['3310:3306'] }, base: { ports: ['3311:3306'] }", "3307:3306 3311:3306 3310:3306")]
    [InlineData("db: { extends: base }, base: { ports: !override ['3311:3306'] }", "3307:3306 3311:3306")]
    [InlineData("db: { extends: base }, base: { ports: !reset [] }", "3307:3306")]
    [InlineData("db: { extends: !reset base, hostname: x }, base: { ports: ['3311:3306'] }", "3307:3306")]
    [InlineData("db: { extends: { file: tagged.compose.yml, service: a } }", "3307:3306 3312:3306")]
    [InlineData("db: { extends: { file: tagged.compose.yml, service: b }, ports: ['3313:3306'] }", "3307:3306 3313:3306")]
    public void Tags_of_a_file_whose_service_extends_reach_the_earlier_files_and_what_it_extends_itself(string services, string ports) => Assert.Equal(ports, Db(
        "services: { db: { image: mysql, ports: ['3307:3306'] } }",
        ("/repo/compose.override.yml", $"services: {{ {services} }}"),
        ("/repo/tagged.compose.yml", "services: { a: { ports: !override ['3312:3306'] }, b: { ports: !reset ['3312:3306'] } }")).Ports());

    /// <summary>compose-go, <c>ResetProcessor</c>: of a key that is reset the merged one is left, and of both the path is taken from the earlier file.</summary>
    [Theory]
    [InlineData("x-a: &a { ports: !reset [] }", "<<: *a", "")]
    [InlineData("x-a: &a { ports: !override ['3311:3306'] }", "<<: *a", "3311:3306")]
    [InlineData("x-a: &a { ports: ['3311:3306'] }", "<<: *a, ports: !reset []", "3311:3306")]
    [InlineData("x-a: &a { ports: !reset [] }", "<<: *a, ports: ['3310:3306']", "3310:3306")]
    [InlineData("x-a: &a { ports: ['3311:3306'] }", "<<: *a, ports: !override ['3310:3306']", "3310:3306")]
    [InlineData("x-a: &a { ports: ['3311:3306'] }", "<<: *a, ports: ['3310:3306']", "3307:3306 3310:3306")]
    [InlineData("x-a: &a { ports: ['3311:3306'] }", "<<: *a", "3307:3306 3311:3306")]
    [InlineData("x-a: &a { ports: !reset [] }", "<<: [*a, { hostname: x }]", "3307:3306")]
    [InlineData("x-i: &i { ports: !reset [] }\nx-a: &a { <<: *i }", "<<: *a", "")]
    [InlineData("x-a: &a !reset []", "ports: *a", "")]
    [InlineData("x-a: &a !override ['3311:3306']", "ports: *a", "3311:3306")]
    public void Tags_and_merge_keys(string anchor, string body, string ports) => Assert.Equal(ports, Overridden(
        "services: { db: { image: mysql, ports: ['3307:3306'] } }", $"{anchor}\nservices: {{ db: {{ {body} }} }}").Ports());

    [Theory]
    [InlineData("ports: !reset []", "")]
    [InlineData("ports: !override ['3310:3306']", "3310:3306")]
    [InlineData("ports: ['3310:3306']", "3307:3306 3310:3306")]
    public void Tags_reach_what_is_included(string body, string ports) => Assert.Equal(ports, Db(
        $"include: [sub/compose.yml]\nservices: {{ db: {{ {body} }} }}", ("/repo/sub/compose.yml", "services: { db: { image: mysql, ports: ['3307:3306'] } }")).Ports());

    [Fact]
    public void A_service_may_extend_an_included_one() => Assert.Equal("3307:3306", Db(
        "include: [sub/compose.yml]\nservices: { db: { extends: base } }", ("/repo/sub/compose.yml", "services: { base: { image: mysql, ports: ['3307:3306'] } }")).Ports());

    [Fact]
    public void A_key_of_the_environment_is_reset_in_what_is_extended_and_in_the_earlier_file() => Assert.Equal("C=c", Db(
        "services: { db: { image: mysql, environment: { A: one, B: one } } }",
        ("/repo/compose.override.yml", "services: { base: { environment: { A: two, C: c } }, db: { extends: base, environment: { A: !reset null, B: !reset null } } }")).Variables());

    [Fact]
    public void Tags_reach_what_is_extended() => Assert.Equal("3308:3306", Db(
        "services: { base: { image: mysql, ports: ['3307:3306'], hostname: x }, db: { extends: base, ports: !override ['3308:3306'], hostname: !reset null } }").Ports());

    [Theory]
    [InlineData("include: [sub/compose.yml]")]
    [InlineData("include: [{ path: sub/compose.yml }]")]
    [InlineData("include: [{ path: [sub/compose.yml] }]")]
    [InlineData("include:\n- path: ./sub/compose.yml\n  project_directory: sub\n")]
    [InlineData("include: [{ path: sub/compose.yml, env_file: sub/.env }]")]
    public void An_included_project_has_its_own_folder_and_variables(string include)
    {
        var composition = Plain(
            ("/repo/compose.yml", include + "\nservices: { app: { image: a } }"),
            ("/repo/sub/compose.yml", "services: { db: { image: mysql, ports: ['${PORT}:3306'], build: { dockerfile: db.Dockerfile }, env_file: db.env } }\nnetworks: { default: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } } }"),
            ("/repo/sub/.env", "PORT=3307"), ("/repo/sub/db.env", "A=b"));
        Assert.Equal("app db", string.Join(" ", composition.Services.Select(service => service.Name).Order(StringComparer.Ordinal)));
        var db = composition.Named("db");
        Assert.Equal("3307:3306 A=b", $"{db.Ports()} {db.Variables()}");
        Assert.Equal(("/repo/sub", "/repo/sub/db.Dockerfile"), (db.Build?.Context, db.Build?.Dockerfile));
        Assert.Equal("172.28.0.0/16", Assert.Single(composition.Subnets).ToString());
        Assert.False(composition.IsOpen);
    }

    [Fact]
    public void The_variables_of_the_project_count_more_than_those_of_what_it_includes() => Assert.Equal("3307:3306", Plain(
        ("/repo/compose.yml", "include: [sub/compose.yml]"), ("/repo/.env", "PORT=3307"), ("/repo/sub/.env", "PORT=3308"),
        ("/repo/sub/compose.yml", "services: { db: { image: mysql, ports: ['${PORT}:3306'] } }")).Named("db").Ports());

    [Fact]
    public void Files_of_one_include_are_laid_one_over_the_other() => Assert.Equal("3307:3306 3308:3306", Plain(
        ("/repo/compose.yml", "include: [{ path: [sub/compose.yml, sub/more.compose.yml] }]"),
        ("/repo/sub/compose.yml", "services: { db: { image: mysql, ports: ['3307:3306'] } }"),
        ("/repo/sub/more.compose.yml", "services: { db: { ports: ['3308:3306'] } }")).Named("db").Ports());

    [Fact]
    public void An_override_changes_what_is_included() => Assert.Equal("3308:3306", Plain(
        ("/repo/compose.yml", "include: [sub/compose.yml]"), ("/repo/compose.override.yml", "services: { db: { ports: !override ['3308:3306'] } }"),
        ("/repo/sub/compose.yml", "services: { db: { image: mysql, ports: ['3307:3306'] } }")).Named("db").Ports());

    [Theory]
    [InlineData("include: [missing.compose.yml]")]
    [InlineData("include: [compose.yml]")]
    [InlineData("include: [round.compose.yml]")]
    [InlineData("include: ['${FILE}']")]
    [InlineData("include: [{ path: other.compose.yml, env_file: missing.env }]")]
    [InlineData("include: [{ path: other.compose.yml, project_directory: '${FOLDER}' }]")]
    [InlineData("include: [broken.compose.yml]")]
    [InlineData("include: [oci://docker.io/x/y]")]
    [InlineData("include: text")]
    [InlineData("include: [{ }]")]
    public void What_is_not_known_of_an_included_project_leaves_the_whole_open(string include)
    {
        var composition = Plain(
            ("/repo/compose.yml", include + "\nservices: { db: { image: mysql, ports: ['3307:3306'] } }"), ("/repo/round.compose.yml", "include: [compose.yml]"),
            ("/repo/other.compose.yml", "services: { other: { image: a } }"), ("/repo/broken.compose.yml", "services: { other: ["));
        Assert.True(composition.IsOpen);
        Assert.Contains("3307:3306", composition.Named("db").Ports(), StringComparison.Ordinal);
    }
}
