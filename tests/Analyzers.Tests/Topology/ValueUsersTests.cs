using DockerConnectionStrings.Analyzers.Tests.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

/// <summary>Whether a value may be edited for the sake of one service, and if not, why.</summary>
public class ValueUsersTests
{
    private const string Compose = "/repo/compose.yml";

    private static (DockerTopology Topology, DockerService Service) Read(string compose, params (string Path, string Text)[] others)
    {
        var topology = Topologies.Of([(Compose, compose), .. others]);
        return (topology, topology.Compositions.First(composition => composition.IsPlain && composition.Folder == "/repo").Services.Single(service => service.Name == "db"));
    }

    /// <summary>The refusal for the variable <c>A</c> of <c>db</c>, whose value ends with <c>localhost</c> or with what is not known.</summary>
    private static string? Refusal(string compose, params (string Path, string Text)[] others)
    {
        var (topology, db) = Read(compose, others);
        var value = db.Environment["A"].Value;
        var start = Math.Max(0, value.Text?.Value.IndexOf("localhost", StringComparison.Ordinal) ?? 0);
        return topology.Users.MayEdit(db, value, start, (value.Text?.Value.Length ?? 1) - start, out var refusal) ? null : refusal.Words;
    }

    [Theory]
    [InlineData("services: { db: { image: x, environment: { A: localhost } } }")]
    [InlineData("services: { db: { image: x, environment: [A=localhost] } }")]
    [InlineData("services: { db: { image: x, environment: { A: '${X}://localhost' } } }")]
    [InlineData("services: { db: { image: x, environment: { A: '${UNSET:-localhost}' } } }")]
    [InlineData("services: { db: { image: x, environment: { A: \"local\n   host\" } } }")]
    [InlineData("services: { db: { image: x, environment: { A: &a localhost } } }")]
    [InlineData("services: { db: { image: x, environment: &e { A: localhost } } }")]
    [InlineData("x-env: &e { A: localhost }\nservices: { db: { image: x, environment: *e } }")]
    [InlineData("x-env: &e { A: localhost }\nservices: { db: { image: x, environment: { <<: *e, B: b } } }")]
    [InlineData("x-env: &e { A: localhost }\nx-all: &all { environment: *e }\nservices: { db: { image: x, <<: *all } }")]
    [InlineData("x-env: &e { A: localhost }\nservices: { db: { image: x, environment: *e } }\n---\nx-env: &e { A: b }\nservices: { other: { image: x, environment: *e } }")]
    [InlineData("services: { db: { image: x, environment: { A: localhost } }, other: { image: x, environment: { A: localhost } } }")]
    [InlineData("services: { base: { image: x, environment: { A: a } }, db: { extends: base, environment: { A: localhost } } }")]
    [InlineData("services: { db: { image: x, env_file: one.env } }")]
    [InlineData("services: { db: { image: x, env_file: one.env }, other: { image: x, env_file: one.env, environment: { A: b } } }")]
    [InlineData("services: { db: { image: x, env_file: .env } }")]
    [InlineData("include: [sub/compose.yml]")]
    public void A_value_of_one_service_may_be_edited(string compose) => Assert.Null(Refusal(
        compose, ("/repo/one.env", "A=localhost"), ("/repo/.env", "A=localhost\nX=http\n#X"), ("/repo/sub/compose.yml", "services: { db: { image: x, environment: { A: localhost } } }")));

    [Theory]
    [InlineData("services: { db: { image: x, environment: { A: '$HOST' } } }", "comes from the variable HOST")]
    [InlineData("services: { db: { image: x, environment: { A: 'x-${HOST:-a}' } } }", "comes from the variable HOST")]
    [InlineData("services: { db: { image: x, environment: { A: '${NOWHERE}' } } }", "comes from the variable NOWHERE")]
    [InlineData("services: { db: { image: x, environment: { A: 'local${UNSET-h}ost' } } }", "comes from the variable UNSET")]
    [InlineData("services: { db: { image: x, environment: [A] } }", "stands in no file that can be edited")]
    [InlineData("services: { db: { image: x, environment: { A: &a localhost, B: *a } } }", "is used elsewhere through the anchor 'a'")]
    [InlineData("x-env: &e { A: localhost }\nservices: { db: { image: x, environment: *e }, o: { image: x, environment: *e } }", "is used elsewhere through the anchor 'e'")]
    [InlineData("x-env: &e { A: localhost }\nx-all: &all { environment: *e }\nservices: { db: { image: x, <<: *all }, o: { image: x, <<: *all } }", "is used elsewhere through the anchor 'e'")]
    [InlineData("x-all: &all { environment: &e { A: localhost } }\nservices: { db: { image: x, <<: *all }, o: { image: x, <<: *all } }", "is used elsewhere through the anchor 'e'")]
    [InlineData("services: { o: &o { image: x, environment: { A: localhost } }, db: { <<: *o } }", "is used elsewhere through the anchor 'o'")]
    [InlineData("services: { base: { image: x, environment: { A: localhost } }, db: { extends: base } }", "is that of 'base', too")]
    [InlineData("services: { db: { image: x, extends: { file: base.compose.yml, service: base } } }", "is that of 'base', too")]
    [InlineData("services: { db: { image: x, env_file: one.env }, o: { image: x, env_file: one.env } }", "is that of 'o', too")]
    [InlineData("services: { db: { image: x, env_file: .env }, o: { image: '${A}' } }", "is what compose files put in for A")]
    public void A_value_that_others_use_may_not(string compose, string words) => Assert.Equal(words, Refusal(
        compose, ("/repo/one.env", "A=localhost"), ("/repo/.env", compose.Contains("env_file: .env", StringComparison.Ordinal) ? "A=localhost" : "HOST=localhost"),
        ("/repo/base.compose.yml", "services: { base: { environment: { A: localhost } } }")));

    [Fact]
    public void An_included_service_is_one_with_that_of_its_own_project_and_not_with_that_of_a_third()
    {
        (string, string)[] files = [("/repo/sub/compose.yml", "services: { db: { image: x, environment: { A: localhost } } }"), ("/repo/third/compose.yml", "include: [../sub/compose.yml]")];
        Assert.Null(Refusal("include: [sub/compose.yml]", files[0]));
        Assert.Equal("is that of 'db', too", Refusal("include: [sub/compose.yml]", files));
    }

    [Fact]
    public void All_services_that_have_a_value_are_known()
    {
        var (topology, db) = Read("x-env: &e { A: localhost }\nservices: { db: { image: x, environment: *e }, o: { image: x, environment: { <<: *e, B: b } }, p: { image: x, environment: { <<: *e, A: b } } }");
        Assert.Equal(["db", "o"], topology.Users.Of(db.Environment["A"].Place).Select(service => service.Name));
    }

    [Fact]
    public void Anchors_of_anchors_and_aliases_in_a_circle_end()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"x{i}: &x [*x, &y *x]\n")) + "a: &a { b: *a }\nservices: { db: { image: x, environment: { A: localhost } } }";
        Assert.Null(Refusal(text));
    }

    [Theory]
    [InlineData("command: mysqld --port=[|3307|]", 1, "--port=3307", 7)]
    [InlineData("command: mysqld \"--port=[|3307|]\"", 1, "--port=3307", 7)]
    [InlineData("command: [mysqld, '--port=[|3307|]']", 1, "--port=3307", 7)]
    [InlineData("command: \"mysqld '--bind=[|my host|]' b\"", 1, "--bind=my host", 7)]
    [InlineData("command: mysqld --a=${X}[|b|]", 1, "--a=\uFFFCb", 5)]
    [InlineData("entrypoint: [|run|]", 0, "run", 0)]
    [InlineData("entrypoint: run\n    command: --host [|db|]", 2, "db", 0)]
    public void A_word_of_a_command_has_its_place(string command, int word, string value, int start)
    {
        var files = new MarkedFiles((Compose, $"services:\n  db:\n    image: x\n    {command}\n"));
        var read = Read(files.TextOf(Compose)).Service.Command[word];
        Assert.Equal(value, read.Known ?? read.Text!.Value);
        Assert.Equal(files.Marks.Single().Span, read.EditableSpan(start, value.Length - start));
    }

    [Fact]
    public void Health_checks_and_build_arguments_have_their_places()
    {
        var files = new MarkedFiles((Compose, "services:\n  db:\n    build:\n      context: .\n      args: [A=[|localhost|]]\n    healthcheck: { test: [CMD, curl, '[|localhost|]'] }\n"));
        var db = Read(files.TextOf(Compose)).Service;
        Assert.Equal(files.Marks.Select(mark => mark.Span), [db.BuildArguments["A"].Text!.EditableSpan(0, 9)!.Value, db.HealthCheck[2].Text!.EditableSpan(0, 9)!.Value]);
    }

    [Fact]
    public void Settings_of_the_daemon_have_their_places()
    {
        var files = new MarkedFiles(("/repo/daemon.json", "{ \"ipv6\": [|true|],\n  \"fixed-cidr-v6\": \"[|2001:db8:1::/64|]\" }"));
        var settings = files.Read().Daemon!.Settings;
        Assert.Equal(files.Marks, new[] { "ipv6", "fixed-cidr-v6" }.Select(name => (settings[name].Place.Path, settings[name].EditableSpan(0, settings[name].Known!.Length)!.Value)));
    }
}
