using System.Diagnostics;
using DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Whatever the files are, reading them ends soon and does not throw.</summary>
public class ComposeHostileTests
{
    /// <summary>Each of these is over in a fraction of it; read in the square of the time or worse, none is.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private static DockerTopology Read(params (string Path, string Text)[] files)
    {
        var watch = Stopwatch.StartNew();
        var topology = Topologies.Of(files);
        Assert.True(watch.Elapsed < s_limit, $"It took {watch.Elapsed}.");
        return topology;
    }

    private static void AssertLinear(int size, Func<int, (string Path, string Text)[]> write) => LinearTime.Assert(size, write, files => Topologies.Of(files));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    /// <summary>Levels of mappings, each of which names the one before ten times.</summary>
    private static string Bomb(int levels, string tag = "") => "x0: &x0 { a: 1, b: 2 }\n" + Lines(levels, i => $"x{i + 1}: &x{i + 1} {{ " + string.Join(", ", Enumerable.Range(0, 10).Select(k => $"k{k}: {tag}*x{i}")) + " }");

    [Fact]
    public void Aliases_of_aliases() => Read(("/repo/compose.yml", Bomb(30) + "services: *x30\n"));

    [Fact]
    public void Aliases_of_aliases_in_two_files_that_are_merged() =>
        Read(("/repo/compose.yml", Bomb(30) + "services: *x30\n"), ("/repo/compose.override.yml", Bomb(30) + "services: *x30\n"));

    [Fact]
    public void Aliases_of_aliases_in_merge_keys() => Read(("/repo/compose.yml",
        "x0: &x0 { " + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"k{i}: v")) + " }\n"
        + Lines(1000, i => $"x{i + 1}: &x{i + 1} {{ <<: [" + string.Join(", ", Enumerable.Repeat($"*x{i}", 10)) + "] }") + "services: { db: *x1000 }\n"));

    [Fact]
    public void Aliases_of_aliases_in_lists() => Read(("/repo/compose.yml",
        "x0: &x0 [a, b]\n" + Lines(30, i => $"x{i + 1}: &x{i + 1} [" + string.Join(", ", Enumerable.Repeat($"*x{i}", 10)) + "]") + "services: { db: { image: mysql, ports: *x30, networks: *x30, environment: *x30 } }\n"));

    [Fact]
    public void Anchors_of_one_name() =>
        AssertLinear(20_000, n => [("/repo/compose.yml", Lines(n, i => $"x{i}: &x [*x]") + "services: { db: { image: *x } }\n")]);

    [Fact]
    public void Ten_thousand_services()
    {
        AssertLinear(10_000, n => Files(n));
        Assert.Equal(10_001, Read(Files(10_000)).Compositions[0].Services.Length);

        static (string, string)[] Files(int count) =>
        [
            ("/repo/compose.yml", "services:\n" + Lines(count, i => $"  s{i}: {{ image: mysql, ports: ['{i + 1}:3306'], environment: {{ A: '{i}' }}, networks: [one], extends: base }}") + "  base: { hostname: x }\n"),
            ("/repo/compose.override.yml", "services:\n" + Lines(count, i => $"  s{i}: {{ environment: [B=b] }}")),
        ];
    }

    [Fact]
    public void A_long_chain_of_extends()
    {
        var db = Read(("/repo/compose.yml", "services:\n" + Lines(10_000, i => $"  s{i}: {{ extends: s{i + 1} }}") + "  s10000: { image: mysql }\n")).Compositions[0];
        Assert.True(db.Services[0].IsOpen);
        Assert.False(db.Services[9_999].IsOpen);
    }

    [Fact]
    public void Files_that_include_the_next_many_times() => Read(
        [.. Enumerable.Range(0, 14).Select(i => ($"/repo/{(i == 0 ? "" : $"f{i}.")}compose.yml", $"include: [{string.Join(", ", Enumerable.Repeat($"f{i + 1}.compose.yml", 5))}]\nservices: {{ s{i}: {{ image: mysql }} }}"))]);

    [Fact]
    public void A_long_chain_of_includes()
    {
        AssertLinear(2_000, n => [.. Enumerable.Range(0, n).Select(i => ($"/repo/{(i == 0 ? "" : $"d{i}/")}compose.yml", $"include: [/repo/d{i + 1}/compose.yml]\nservices: {{ s{i}: {{ image: mysql }} }}"))]);
        var topology = Read([.. Enumerable.Range(0, 2_000).Select(i => ($"/repo/{(i == 0 ? "" : $"d{i}/")}compose.yml", $"include: [/repo/d{i + 1}/compose.yml]\nservices: {{ s{i}: {{ image: mysql }} }}"))]);
        Assert.True(topology.Compositions.First(composition => composition.Folder == "/repo").IsOpen);
    }

    [Fact]
    public void Deep_nesting()
    {
        AssertLinear(10_000, n => [("/repo/compose.yml", "services: { db: { image: '" + string.Concat(Enumerable.Repeat("${A:-", n)) + new string('}', n) + "' } }\n")]);
        Read(("/repo/compose.yml", "services: { db: { image: mysql, x: " + new string('[', 20_000) + "\n"));
        Read(("/repo/compose.yml", "services: { db: { image: '" + string.Concat(Enumerable.Repeat("${A:-", 20_000)) + "' } }\n"));
        Read(("/repo/compose.yml", "services: { db: { image: '" + string.Concat(Enumerable.Repeat("${A:-", 10_000)) + new string('}', 10_000) + "' } }\n"));
    }

    [Fact]
    public void Variables_of_variables() => Read(
        ("/repo/.env", "V0=xxxxxxxxxx\n" + Lines(40, i => $"V{i + 1}=" + string.Concat(Enumerable.Repeat($"${{V{i}}}", 10)))), ("/repo/compose.yml", "services: { db: { image: '${V40}' } }"));

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("compose.override.yml")]
    public void Generated_yaml_is_no_reason_to_throw(string path) => CsCheck.Check.Sample(
        GeneratedYaml.Files, file => Read(("/repo/compose.yml", "services: { db: { image: mysql } }"), ("/repo/" + path, "services:\n  db:\n    ports: " + file.Text), ("/repo/x/" + path, file.Text)), iter: 300);

    /// <summary>Every beginning of a file that uses all that Compose has: half typed, so to say.</summary>
    [Fact]
    public void Every_beginning_of_a_file_is_read()
    {
        const string Text = """
            x-a: &a { A: b, <<: { C: d } }
            include: [{ path: other.compose.yml, env_file: [.env] }]
            services:
              db: &db
                image: "mysql:${TAG:-8}"
                build: { context: ., dockerfile_inline: "FROM mysql", args: [A=b] }
                ports: ["127.0.0.1:3307-3308:3306-3307/tcp", { target: 1, published: "2", host_ip: ::1 }, !reset x]
                environment: { <<: [*a], E: !override f }
                env_file: [{ path: .env, required: false }]
                networks: { n: { aliases: [x], ipv4_address: 172.28.0.2 } }
                extends: { file: other.compose.yml, service: x }
                extra_hosts: ["a:b"]
                profiles: [p]
              other: { <<: *db, network_mode: "service:db", links: ["db:x"] }
            networks: { n: { ipam: { config: [{ subnet: 172.28.0.0/16 }] } } }
            """;
        for (var end = 0; end <= Text.Length; end++)
        {
            Read(("/repo/compose.yml", Text[..end]), ("/repo/compose.override.yml", Text[end..]), ("/repo/other.compose.yml", "services: { x: { image: a } }"), ("/repo/.env", "A=b"));
        }
    }
}
