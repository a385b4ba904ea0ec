using System.Globalization;
using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Random sets of a compose file, what it extends, an override and a <c>.env</c>, of many services, since starting the oracle is what costs.</summary>
internal static class GeneratedCompose
{
    private const int Services = 40;

    /// <summary>Services that others extend, and no override changes: that version lays the override over them first, today's Compose does not.</summary>
    private const int Parents = 4;

    private static readonly Gen<string> s_value = Gen.Select(
        Gen.OneOf("x", "8.0", "3306", "", "two words", "Server=db;Port=3306", "it's", "${V1}", "$V2", "${V3}${V1}", "${V1:-no}", "${UNSET:-yes}", "${UNSET-Server=db;Port=1}", "${EMPTY:-yes}", "${EMPTY-no}", "a$$b", "<${UNKNOWN}>", "${V4?must}"),
        Gen.Int[0, 2],
        (value, style) => style == 0 ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : style == 1 || value.Length == 0 || value.IndexOfAny(['$', '\'']) >= 0 ? $"\"{value}\"" : value);

    /// <summary>Numbers that an option's items are made of, so that base and override often have one in common.</summary>
    private static readonly Gen<int[]> s_numbers = Gen.Int[0, 9].HashSet[1, 4].Select(set => set.Order().ToArray());

    private static readonly Gen<string> s_environment = Gen.Select(s_numbers, s_value.Array[4], Gen.Int[0, 3], (keys, values, form) => form switch
    {
        0 => Flow('[', ']', keys.Select((key, i) => $"\"K{key}=v{i}{keys.Length}\"")),
        1 => Flow('[', ']', keys.Select((key, i) => $"K{key}" + (i % 2 == 0 ? "=$V1" : ""))),
        2 => Flow('{', '}', keys.Select((key, i) => $"K{key}: {values[i]}").Prepend("<<: *env")),
        _ => Flow('{', '}', keys.Select((key, i) => i == 3 ? $"K{key}: " : $"\"K{key}\": {values[i]}")),
    });

    private static readonly Gen<string> s_ports = s_numbers.Select(numbers => Flow('[', ']', numbers.Select(n => n switch
    {
        0 => "\"3306\"",
        1 => "3307:3306",
        2 => "'127.0.0.1:3308:3306'",
        3 => "\"3400-3402:5000-5002\"",
        4 => "53:53/udp",
        5 => "{ target: 3306, published: 3309 }",
        6 => "\"[::1]:3310:3306\"",
        7 => "\"${PORT}:33060/tcp\"",
        8 => "\"0.0.0.0:${UNSET:-3311}:3306\"",
        _ => "9000",
    })));

    private static readonly Gen<string> s_networks = Gen.Select(s_numbers, Gen.Bool, (numbers, isList) => isList
        ? Flow('[', ']', numbers.Select(n => $"n{n}"))
        : Flow('{', '}', numbers.Select((n, i) => $"n{n}: " + (i % 2 == 0 ? "" : $"{{ aliases: [a{n}, b{numbers.Length}], ipv4_address: 172.30.{n}.{numbers.Length + 1} }}"))));

    private static readonly Gen<string> s_hosts = Gen.Select(s_numbers, Gen.Int[1, 9], Gen.Bool, (numbers, last, isList) => isList
        ? Flow('[', ']', numbers.Select(n => $"\"h{n}:10.0.{n}.{last}\""))
        : Flow('{', '}', numbers.Select(n => $"h{n}: 10.1.{n}.{last}")));

    private static readonly Gen<string> s_build = Gen.OneOf(".", "./app", "{ context: app, dockerfile: ../x.Dockerfile }", "{ context: '${V1}', target: last }", "{ context: .., args: [A=b] }");

    private static readonly Gen<string> s_files = Gen.OneOf("one.env", "[one.env]", "[two.env, one.env]", "[one.env, three.env]");

    private static readonly Gen<string> s_service = Gen.Select(
        Gen.Select(Option("image", Gen.OneOf("mysql", "\"mysql:${V1}\"", "'registry:5000/${UNSET:-mysql}@sha256:0'", "${V3}-x")), Option("hostname", Gen.OneOf("host", "'the ${V1} host'", "\"$V3\"")), Option("container_name", Gen.OneOf("c1", "\"c${V1}\""))),
        Gen.Select(Option("environment", s_environment), Option("env_file", s_files), Option("ports", s_ports)),
        Gen.Select(Option("extra_hosts", s_hosts), Option("build", s_build), Option("networks", s_networks)),
        (one, two, three) => one.Item1 + one.Item2 + one.Item3 + two.Item1 + two.Item2 + two.Item3 + three.Item1 + three.Item2 + three.Item3);

    private static readonly Gen<string> s_extends = Gen.Frequency(
        (3, Gen.Const("")),
        (1, Gen.Int[0, Parents - 1].Select(parent => $"    extends: p{parent}\n")),
        (1, Gen.Int[0, Parents - 1].Select(parent => $"    extends: {{ file: common/common.compose.yml, service: p{parent} }}\n")));

    private static readonly Gen<string> s_variables = Gen.Select(
        Gen.OneOf("V1=8.4", "V1='8.4'", "V1=\"8.4\"", "export V1=8.4", "V1=1\nV1=8.4", "V1=8.4 # comment"),
        Gen.OneOf("V2=a#b", "V2=\"a b\"", "V2='$a'", "V2= spaced "),
        (one, two) => $"{one}\n# a comment\n{two}\n\nV3=mysql\nV4=x=y\nPORT=3390\nEMPTY=\n");

    /// <summary>The files of a set; the compose files of its folder in their order.</summary>
    public static Gen<(string Path, string Text)[]> Sets { get; } = Gen.Select(
        Gen.Select(s_extends, s_service).Array[Services], s_service.Array[Services], s_service.Array[Parents], s_service.Array[Parents], s_variables,
        (services, overrides, parents, elsewhere, variables) => new[]
        {
            ("docker-compose.yml", File("p", parents.Select(body => "    image: parent\n" + WithFiles(body, "parent").Replace("    image:", "    x-image:", StringComparison.Ordinal)))
                + Body("s", services.Select(service => service.Item1 + "    image: own\n" + service.Item2.Replace("    image:", "    x-image:", StringComparison.Ordinal)))),
            ("docker-compose.override.yml", File("s", overrides.Select(body => WithFiles(body, "over")))),
            ("common/common.compose.yml", File("p", elsewhere.Select(body => WithFiles(body, "common")))),
            (".env", variables),
            ("one.env", "K0=file\nF=\"one\"\n"),
            ("two.env", "F=two\nK1=file\n"),
            ("three.env", "K2='three'\n"),
            ("over.one.env", "F=over\nK3=over\n"),
            ("parent.one.env", "F=parent\n"),
            ("common/common.one.env", "F=common\n"),
        });

    /// <summary>Names of their own: where a file is named again, that version takes its last place and today's Compose its first.</summary>
    private static string WithFiles(string body, string prefix) =>
        body.Replace("one.env", prefix + ".one.env", StringComparison.Ordinal).Replace("two.env", prefix + ".two.env", StringComparison.Ordinal).Replace("three.env", prefix + ".three.env", StringComparison.Ordinal);

    private static Gen<string> Option(string key, Gen<string> value) => Gen.Frequency((1, Gen.Const("")), (1, value.Select(text => $"    {key}: {text}\n")));

    private static string File(string prefix, IEnumerable<string> bodies) =>
        "x-env: &env { K1: anchored, K5: \"$V1\" }\nnetworks: " + Flow('{', '}', Enumerable.Range(0, 10).Select(n => $"n{n}: ")) + "\nservices:\n" + Body(prefix, bodies);

    private static string Body(string prefix, IEnumerable<string> bodies) =>
        string.Concat(bodies.Select((body, i) => string.Create(CultureInfo.InvariantCulture, $"  {prefix}{i}:\n    x-nothing: x\n{body}")));

    private static string Flow(char open, char close, IEnumerable<string> items) => $"{open} {string.Join(", ", items)} {close}";
}
