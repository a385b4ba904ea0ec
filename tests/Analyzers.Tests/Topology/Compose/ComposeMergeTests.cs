using static DockerConnectionStrings.Analyzers.Tests.Topology.Compose.ComposeReading;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>One file over another (Compose specification, "Merge"), documents, anchors, and the places of what is merged.</summary>
public class ComposeMergeTests
{
    private const string Base = "services: { db: { image: mysql, ports: ['3307:3306'], environment: { A: a, B: b } } }";

    [Theory]
    [InlineData("ports: ['3308:3306']", "3307:3306 3308:3306")]
    [InlineData("ports: ['3307:3306', '127.0.0.1:3307:3306']", "3307:3306 127.0.0.1:3307:3306")]
    [InlineData("ports: !override ['3308:3306']", "3308:3306")]
    [InlineData("ports: !reset []", "")]
    [InlineData("ports: !reset null", "")]
    [InlineData("ports:", "3307:3306")]
    [InlineData("ports: []", "3307:3306")]
    public void Ports_append_unless_a_tag_says_otherwise(string over, string ports)
    {
        var db = Overridden(Base, $"services: {{ db: {{ {over} }} }}");
        Assert.Equal(ports, db.Ports());
        Assert.True(db.ArePortsKnown);
    }

    [Theory]
    [InlineData("{ B: over, C: c }", "A=a B=over C=c")]
    [InlineData("[B=over, C]", "A=a B=over C=?")]
    [InlineData("{ A: }", "A=? B=b")]
    [InlineData("{ A: !reset null }", "B=b")]
    [InlineData("!override { C: c }", "C=c")]
    [InlineData("!override [C=c]", "C=c")]
    [InlineData("!reset {}", "")]
    [InlineData("", "A=a B=b")]
    public void Environments_merge_by_key(string over, string variables) => Assert.Equal(variables, Overridden(Base, $"services: {{ db: {{ environment: {over} }} }}").Variables());

    [Theory]
    [InlineData("services: { db: !reset null }", "")]
    [InlineData("services: { db: !override { image: postgres } }", "db")]
    [InlineData("services: !override { other: { image: a } }", "other")]
    [InlineData("services: !reset {}", "")]
    [InlineData("services: { db: , other: { image: a } }", "db other")]
    public void A_whole_service_is_reset_or_replaced(string over, string services) =>
        Assert.Equal(services, Plain(("/repo/compose.yml", Base), ("/repo/compose.override.yml", over)).Names());

    [Fact]
    public void What_is_replaced_keeps_nothing()
    {
        var db = Overridden(Base, "services: { db: !override { image: postgres } }");
        Assert.Equal("", db.Ports() + db.Variables());
        Assert.Equal("PostgreSQL", db.Engine?.Name);
    }

    [Fact]
    public void Tags_in_a_file_without_an_earlier_one_leave_nothing_behind()
    {
        var composition = Plain(("/repo/compose.yml", "services: { db: { image: mysql, ports: !reset ['3307:3306'], environment: !override { A: a, B: !reset b } }, gone: !reset { image: a } }"));
        Assert.Equal("db", composition.Names());
        Assert.Equal("A=a", composition.Named("db").Ports() + composition.Named("db").Variables());
    }

    [Fact]
    public void Documents_of_a_file_are_laid_one_over_the_other()
    {
        var db = Db(Base + "\n---\nservices: { db: { ports: ['3308:3306'] } }\n---\nservices: { db: { ports: !override ['3309:3306'] } }\n");
        Assert.Equal("3309:3306", db.Ports());
        Assert.False(db.IsOpen);
    }

    [Fact]
    public void An_anchor_of_another_document_is_not_known()
    {
        var db = Db("x-ports: &ports ['3307:3306']\n---\nservices: { db: { image: mysql, ports: *ports } }\n");
        Assert.False(db.ArePortsKnown);
    }

    /// <summary>The oracle refuses a second anchor of one name; YAML and Compose do not.</summary>
    [Fact]
    public void An_alias_names_the_last_anchor_before_it()
    {
        var composition = Plain(("/repo/compose.yml", "x-a: &e { A: one }\nservices:\n  one: { image: a, environment: *e }\n  two: { image: a, environment: &e { A: two } }\n  three: { image: a, environment: *e }\n"));
        Assert.Equal(["A=one", "A=two", "A=two"], composition.Services.Select(service => service.Variables()));
    }

    [Fact]
    public void Fields_with_x_are_no_services_but_may_hold_anchors()
    {
        var composition = Plain(("/repo/compose.yml", "x-db: &db { image: mysql, x-note: *nothing, ports: ['3307:3306'] }\nx-more: { services: { hidden: { image: a } } }\nservices: { db: { <<: *db, x-y: z } }\n"));
        Assert.Equal("db", composition.Names());
        Assert.Equal("3307:3306", composition.Named("db").Ports());
    }

    [Fact]
    public void Networks_of_both_forms_merge_by_name()
    {
        var db = Overridden(
            "services: { db: { image: mysql, networks: [one, two] } }", "services: { db: { networks: { two: { aliases: [mysql], ipv4_address: 172.28.0.9 }, three: } } }");
        Assert.Equal(["one", "two", "three"], db.Networks);
        Assert.Equal(["db", "mysql"], db.Names);
        Assert.Equal(["172.28.0.9"], db.StaticAddresses);
    }

    [Fact]
    public void A_build_of_both_forms_merges()
    {
        var db = Overridden("services: { db: { build: { context: app, target: first } } }", "services: { db: { build: { dockerfile: x.Dockerfile, target: last } } }");
        Assert.Equal(("/repo/app", "/repo/app/x.Dockerfile", "last"), (db.Build!.Context, db.Build.Dockerfile, db.Build.Target));
        Assert.Equal("/repo/other", Overridden("services: { db: { build: { context: app } } }", "services: { db: { build: ./other } }").Build!.Context);
        Assert.Equal("/repo", Db("services: { db: { build: { dockerfile: x.Dockerfile } } }").Build!.Context);
    }

    [Fact]
    public void A_value_has_the_place_in_the_file_that_counts()
    {
        var db = Overridden("services:\n  db:\n    image: mysql\n    ports: ['3307:3306']\n", "\n\n\nservices:\n  db:\n    ports:\n    - 3308:3306\n");
        Assert.Equal([("/repo/compose.yml", 4), ("/repo/compose.override.yml", 7)], db.Ports.Select(port => (port.Place.Path, port.Place.Line)));
        Assert.Equal(("/repo/compose.override.yml", 5), (db.Place.Path, db.Place.Line));
        Assert.Equal("/repo/compose.override.yml", db.Body?.Path);
    }

    [Theory]
    [InlineData("services: { db: { image: mysql } }\n\tbroken: [")]
    [InlineData("services: { db: { image: mysql } }\n---\n- no mapping\n")]
    [InlineData("services: { db: { image: mysql, ports: *missing } }")]
    [InlineData("services: { db: &db { image: mysql, <<: *db } }")]
    [InlineData("services: { db: { image: mysql, <<: *missing } }")]
    [InlineData("services: { db: { image: mysql, <<: text } }")]
    [InlineData("x-a: &a { <<: *missing }\nservices: { db: { image: mysql, <<: [{}, *a] } }")]
    [InlineData("services: { db: { image: mysql, ports: text } }")]
    [InlineData("services: { db: { image: mysql, ports: { a: b } } }")]
    [InlineData("services: { db: { image: mysql, [a, b]: c } }")]
    public void What_cannot_be_read_leaves_the_ports_open(string text) => Assert.False(Db(text).ArePortsKnown);

    [Theory]
    [InlineData("services: *missing")]
    [InlineData("services: text")]
    [InlineData("services: { db: *missing }")]
    [InlineData("services: { <<: *missing }")]
    [InlineData("")]
    public void Services_that_cannot_be_read_leave_the_whole_open(string text) => Assert.True(Plain(("/repo/compose.yml", text)).IsOpen);

    [Theory]
    [InlineData("services:")]
    [InlineData("services: {}")]
    [InlineData("services: { db: }")]
    [InlineData("networks: { one: }")]
    public void A_file_without_services_is_whole(string text) => Assert.Equal((false, ""), (Plain(("/repo/compose.yml", text)).IsOpen, Plain(("/repo/compose.yml", text)).Names()));

    [Fact]
    public void A_broken_override_leaves_the_base_open()
    {
        var db = Overridden(Base, "services: { db: { ports: ['3308:3306'");
        Assert.True(db.IsOpen);
        Assert.False(db.ArePortsKnown);
        Assert.Contains("3307:3306", db.Ports(), StringComparison.Ordinal);
    }
}
