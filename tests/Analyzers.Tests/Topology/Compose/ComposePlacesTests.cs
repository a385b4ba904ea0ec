using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Every value of a compose project can be shown, and where it can be, edited, in the file that writes it.</summary>
public class ComposePlacesTests
{
    private const string Compose = "/repo/compose.yml";

    private static DockerService Db(MarkedFiles files) =>
        files.Read().Compositions.Single(composition => composition.IsPlain && composition.Folder == "/repo").Services.Single(service => service.Name == "db");

    private static EnvironmentValue A(MarkedFiles files) => Db(files).Environment["A"];

    /// <summary>The value of <c>A</c> in <c>db</c> is what the marks enclose, decoded.</summary>
    [Theory]
    [InlineData("services: { db: { image: x, environment: { A: [|localhost|] } } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: { A: '[|localhost|]' } } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: { A: \"[|localhost|]\" } } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: { A: '[|it''s|]' } } }", "it's")]
    [InlineData("services: { db: { image: x, environment: { A: \"[|a\\tb\\x41|]\" } } }", "a\tbA")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      A: [|two words|] # comment\n", "two words")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      A: |-\n        [|one\n        two|]\n", "one\ntwo")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      A: >-\n        [|one\n        two|]\n", "one two")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      A: \"[|one\n        two|]\"\n", "one two")]
    [InlineData("services: { db: { image: x, environment: [A=[|localhost|]] } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: ['A=[|localhost|]'] } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: [\"A=[|a\\tb=c|]\"] } }", "a\tb=c")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      - A=[|Server=db;Port=3306|]\n", "Server=db;Port=3306")]
    [InlineData("services:\n  db:\n    image: x\n    environment:\n      - >-\n        A=[|one\n        two|]\n", "one two")]
    [InlineData("services: { db: { image: x, environment: { A: a[|$$|]b } } }", "$", 1)]
    [InlineData("services: { db: { image: x, environment: [A=a[|$$|]b] } }", "$", 1)]
    [InlineData("services: { db: { image: x, environment: { A: [|a $5|] } } }", "a $5")]
    [InlineData("services: { db: { image: x, environment: { A: '${HOST}:[|3306|]' } } }", "3306", 2)]
    [InlineData("services: { db: { image: x, environment: { A: '[|Server=|]$HOST' } } }", "Server=")]
    [InlineData("services: { db: { image: x, environment: ['A=${HOST}:[|3306|]'] } }", "3306", 2)]
    [InlineData("services: { db: { image: x, environment: { A: '${HOST:-[|localhost|]}:3306' } } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: ['A=${HOST-[|localhost|]}:3306'] } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: { A: '${HOST:-${OTHER:-[|localhost|]}}' } } }", "localhost")]
    [InlineData("services: { db: { image: x, environment: { A: '${HOST:+[|localhost|]}' } } }", "localhost", 0, "HOST=db")]
    [InlineData("x-env: &env { A: [|localhost|] }\nservices: { db: { image: x, environment: *env } }", "localhost")]
    [InlineData("x-env: &env { A: [|localhost|] }\nservices: { db: { image: x, environment: { <<: *env, B: b } } }", "localhost")]
    [InlineData("x-host: &host [|localhost|]\nservices: { db: { image: x, environment: { A: *host } } }", "localhost")]
    [InlineData("x-items: [&item A=[|localhost|]]\nservices: { db: { image: x, environment: [*item] } }", "localhost")]
    [InlineData("services: { base: { image: x, environment: { A: [|localhost|] } }, db: { extends: base } }", "localhost")]
    [InlineData("services: { base: { image: x, environment: { A: b } }, db: { extends: base, environment: [A=[|localhost|]] } }", "localhost")]
    public void A_value_is_editable_where_its_characters_are(string compose, string value, int start = 0, string? variables = null)
    {
        var files = new MarkedFiles((Compose, compose), ("/repo/.env", variables ?? ""));
        var a = A(files);
        Assert.Equal(value, a.Text!.Value.Substring(start, value.Length));
        Assert.Equal(files.Marks.Single(), (a.Place.Path, a.Value.EditableSpan(start, value.Length)!.Value));
    }

    [Theory]
    [InlineData("/repo/compose.override.yml", "services: { db: { environment: { A: [|localhost|] } } }")]
    [InlineData("/repo/compose.override.yml", "services: { db: { environment: ['A=[|localhost|]'] } }")]
    [InlineData("/repo/base.compose.yml", "services: { base: { environment: { A: [|localhost|] } } }")]
    [InlineData("/repo/other.compose.yml", "services: { db: { environment: { A: [|localhost|] } } }")]
    [InlineData("/repo/one.env", "B=b\nA=[|localhost|] # comment\n")]
    [InlineData("/repo/one.env", "A=x\nexport A='[|localhost|]'\n")]
    [InlineData("/repo/one.env", "A=\"[|localhost|]\"\r\n")]
    [InlineData("/repo/one.env", "A=\"${HOST:-[|localhost|]}\"\r\n")]
    [InlineData("/repo/raw.env", "A=[|localhost|]\r\n")]
    public void A_value_of_another_file_is_editable_there(string path, string text)
    {
        const string Text = """
            include: [other.compose.yml]
            services:
              db:
                image: x
                extends: { file: base.compose.yml, service: base }
                env_file: [one.env, { path: raw.env, format: raw }]
            """;
        var files = new MarkedFiles((Compose, Text), ("/repo/one.env", ""), ("/repo/raw.env", ""), ("/repo/base.compose.yml", "services: { base: { image: x } }"), ("/repo/other.compose.yml", "services: {}"));
        files = new MarkedFiles([.. files.All.Where(file => file.Path != path), (path, text)]);
        var a = A(files);
        Assert.Equal("localhost", a.Known);
        Assert.Equal(files.Marks.Single(), (a.Place.Path, a.Text!.EditableSpan(0, "localhost".Length)!.Value));
    }

    /// <summary>What a variable gives is shown where the value names it.</summary>
    [Theory]
    [InlineData("services: { db: { image: x, environment: { A: 'Server=[|$HOST|];Port=1' } } }", "localhost", 7, "HOST")]
    [InlineData("services: { db: { image: x, environment: ['A=[|${HOST}|]'] } }", "localhost", 0, "HOST")]
    [InlineData("services: { db: { image: x, environment: { A: '[|${HOST:-db}|]' } } }", "localhost", 0, "HOST")]
    [InlineData("services: { db: { image: x, environment: { A: '${OTHER:-[|$HOST|]}' } } }", "localhost", 0, "HOST")]
    [InlineData("services: { db: { image: x, environment: { A: \"[|\\x24{HOST}|]\" } } }", "localhost", 0, "HOST")]
    [InlineData("services: { db: { image: x, environment: { A: 'a[|${UNSET}|]' } } }", "\uFFFC", 1, "UNSET")]
    [InlineData("services: { db: { image: x, environment: { A: 'a[|${UNSET:?must}|]' } } }", "\uFFFC", 1, "UNSET")]
    public void What_a_variable_gives_is_not_editable(string compose, string value, int start, string variable)
    {
        var files = new MarkedFiles((Compose, compose), ("/repo/.env", "\nHOST=localhost"));
        var a = A(files);
        Assert.Equal(value, a.Text!.Value.Substring(start, value.Length));
        Assert.Null(a.Text.EditableSpan(start, value.Length));
        Assert.Equal(files.Marks.Single().Span, a.Text.ShownSpan(start, value.Length));
        var use = a.Value.UseAt(start)!;
        Assert.Equal(variable, use.Name);
        Assert.Equal(variable == "HOST" ? ("/repo/.env", 2) : (null, 0), (use.Definition?.Path, use.Definition?.Line ?? 0));
    }

    [Theory]
    [InlineData("services: { db: { image: x, environment: { A: a } } }", "Own")]
    [InlineData("services: { db: { image: x, environment: [A=a] } }", "Own")]
    [InlineData("services: { db: { image: x, environment: { A: '${X:-a}' } } }", "InlineDefault")]
    [InlineData("services: { db: { image: x, environment: ['A=${X:-a}'] } }", "InlineDefault")]
    [InlineData("services: { db: { image: x, environment: { A: 'a${X:-}' } } }", "Own")]
    [InlineData("x: &x a\nservices: { db: { image: x, environment: { A: *x } } }", "Alias")]
    [InlineData("x: &x A=a\nservices: { db: { image: x, environment: [B=b, *x] } }", "Alias")]
    [InlineData("x: &x { A: a }\nservices: { db: { image: x, environment: *x } }", "Alias")]
    [InlineData("x: &x { A: a }\nservices: { db: { image: x, environment: { <<: *x } } }", "MergeKey")]
    [InlineData("x: &x { environment: { A: a } }\nservices: { db: { image: x, <<: *x } }", "MergeKey")]
    [InlineData("x: &x { image: x, environment: { A: a } }\nservices: { db: *x }", "Alias")]
    [InlineData("services: { b: { image: x, environment: { A: a } }, db: { extends: b } }", "Extends")]
    [InlineData("services: { b: { image: x, environment: { A: a } }, db: { extends: b, environment: { B: b } } }", "Extends")]
    [InlineData("services: { b: { image: x, environment: { A: b } }, db: { extends: b, environment: { A: a } } }", "Own")]
    [InlineData("x: &x { A: a }\nservices: { b: { image: x, environment: { <<: *x } }, db: { extends: b } }", "Extends, MergeKey")]
    [InlineData("services: { db: { image: x, env_file: one.env } }", "EnvironmentFile")]
    [InlineData("services: { db: { image: x, environment: [A] } }", "EnvironmentFile")]
    [InlineData("services: { db: { image: x, environment: { A: } } }", "EnvironmentFile")]
    [InlineData("include: [other.compose.yml]", "Include")]
    [InlineData("include: [other.compose.yml]\nservices: { db: { environment: { B: b } } }", "Include")]
    [InlineData("services: { db: { image: x, environment: { A: b } } }", "Override", "services: { db: { environment: [A=a] } }")]
    [InlineData("services: { db: { image: x, environment: { B: b } } }", "Override", "services: { db: { environment: [A=a] } }")]
    [InlineData("services: { db: { image: x } }", "Override", "services: { db: { environment: { A: a } } }")]
    [InlineData("services: { other: { image: x } }", "Override", "services: { db: { image: x, environment: { A: a } } }")]
    [InlineData("services: { db: { image: x, environment: [A=a] } }", "Own", "services: { db: { environment: { B: b } } }")]
    [InlineData("services: { db: { image: x } }", "Override, Extends", "services: { b: { environment: { A: a } }, db: { extends: b } }")]
    public void A_value_knows_how_it_came_to_its_service(string compose, string origin, string? over = null)
    {
        var a = A(new MarkedFiles(
            (Compose, compose), ("/repo/.env", "A=a"), ("/repo/one.env", "A=a"), ("/repo/other.compose.yml", "services: { db: { image: x, environment: { A: a } } }"),
            ("/repo/compose.override.yml", over ?? "services: {}")));
        Assert.Equal(("a", origin), (a.Known, a.Origin.ToString()));
    }

    [Fact]
    public void A_key_without_a_value_has_a_place_and_no_text()
    {
        var a = A(new MarkedFiles((Compose, "services:\n  db:\n    image: x\n    environment:\n      - A\n")));
        Assert.Null(a.Text);
        Assert.Equal(5, a.KeyPlace.Line);
    }

    /// <summary>The parts of an entry, each in its letters: address, host port, container port, protocol.</summary>
    [Theory]
    [InlineData("ports: [h<3307>:c<3306>]")]
    [InlineData("ports: [c<3306>]")]
    [InlineData("ports: ['a<127.0.0.1>:h<3307>:c<3306>/p<tcp>']")]
    [InlineData("ports: [\" h<3307-3308>:c<3306-3307> \"]")]
    [InlineData("ports: ['[a<::1>]:h<3307>:c<3306>']")]
    [InlineData("ports: ['a<127.0.0.1>:h<>:c<3306>']")]
    [InlineData("ports: ['h<${PORT}>:c<3306>']")]
    [InlineData("ports: ['a<0.0.0.0>:${PORT:-h<3307>}:c<${INNER}>']")]
    [InlineData("ports: [{ target: c<3306>, published: 'h<3307>', host_ip: a<127.0.0.1>, protocol: p<tcp> }]")]
    [InlineData("ports: [{ target: c<3306> }]")]
    [InlineData("ports: [{ target: '${X:-c<3306>}', published: \" h<3307>\" }]")]
    public void The_parts_of_a_port_entry_have_their_places(string ports)
    {
        var text = $"services: {{ db: {{ image: x, {System.Text.RegularExpressions.Regex.Replace(ports, "[ahcp]<(.*?)>", "$1")} }} }}";
        var entry = Assert.Single(Db(new MarkedFiles((Compose, text))).Ports).Written!;
        var parts = new[] { ('a', entry.HostAddress), ('h', entry.HostPort), ('c', entry.ContainerPort), ('p', entry.Protocol) };
        var marked = text;
        foreach (var (letter, part) in parts.Where(part => part.Item2 is not null).OrderByDescending(part => Span(part.Item2!.Value).Start))
        {
            var span = Span(part!.Value);
            marked = marked.Insert(span.End, ">").Insert(span.Start, letter + "<");
        }

        Assert.Equal($"services: {{ db: {{ image: x, {ports} }} }}", marked);
    }

    private static TextSpan Span(PortPart part) => part.Value.Text!.ShownSpan(part.Start, part.Length);
}
