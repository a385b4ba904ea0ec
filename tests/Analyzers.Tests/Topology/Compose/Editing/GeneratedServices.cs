using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose.Editing;

/// <summary>Random compose files, written as people write them: several services with keys in any order, of any style.</summary>
internal static class GeneratedServices
{
    private static readonly Gen<string[]> Environment = Gen.OneOf<string[]>(
        ["environment:", "  MYSQL_DATABASE: shop", "  MYSQL_PASSWORD: \"a # b\" # secret"],
        ["environment:", "- MYSQL_DATABASE=shop"],
        ["environment:", "    - MYSQL_DATABASE=shop"],
        ["environment: { MYSQL_DATABASE: shop }"],
        ["environment:"],
        ["environment: {}"],
        ["environment: [ 'A=b' ] # one"],
        ["environment:", "  <<: *base", "  A: 'b'"],
        ["environment:", "  \"A\": \"b\"", "  # \"C\": d"],
        ["environment: {", "  A: b, # c", "  D: \"e\"", "}"],
        ["environment: &env", "  A: b"]);

    private static readonly Gen<string[]> Other = Gen.OneOf<string[]>(
        ["restart: always"],
        ["depends_on: [s0, mq]"],
        ["depends_on: [ \"mq\",", "  's0' ] # both"],
        ["depends_on:", "- s0 # the database", "- mq", "# - more"],
        ["depends_on:", "  -   'mq'", "", "  - \"s1\""],
        ["depends_on:", "  mq:", "    condition: service_started"],
        ["depends_on: { mq: {condition: service_healthy} }"],
        ["extra_hosts:", "  - \"a:1.2.3.4\"", "  - b=::1"],
        ["extra_hosts: { a: 1.2.3.4 }"],
        ["command: >", "  --one", "", "  --two"],
        ["command: |+", "  --one", ""],
        ["command: [\"--one\",", "          '--two']"],
        ["command: --one", "  --two"],
        ["networks:", "  back:"],
        ["healthcheck: {test: [CMD, mysqladmin, ping, -h, localhost], interval: 5s}"],
        ["<<: *base"],
        ["volumes:", "  - data:/var/lib/mysql # kept", "  # - more"],
        ["volumes:", "- type: volume", "  source: data", "  target: /var"]);

    private static readonly Gen<string[]> Ports = Gen.OneOf<string[]>(
        [],
        [],
        ["ports:"],
        ["ports: ~ # none"],
        ["ports: # none", "  # - \"1:1\""],
        ["ports:", "  - \"33060:33060\" # X"],
        ["ports:", "- 33060:33060", "# - 1:1"],
        ["ports:", "  -  '1:1'", "", "  -  '2:2'"],
        ["ports:", "  - target: 33060", "    published: 33060"],
        ["ports: []"],
        ["ports: ['1:1']"],
        ["ports: [ 1:1 , \"2:2\" ] # two"],
        ["ports: [", "  '1:1', # one", "  '2:2' # two", "]"],
        ["ports: [", "  '1:1',", "  '2:2',", "]"],
        ["ports: !override [1:1]"],
        ["ports: *shared"],
        ["ports: !reset []"]);

    private static readonly Gen<string[]> Body =
        from environment in Environment
        from others in Other.Array[0, 3]
        from ports in Ports
        from order in Gen.Int[0, 999].Array[6]
        from blank in Gen.OneOf("", "# a comment", "  # a deeper one")
        let entries = others.DistinctBy(lines => lines[0].Split(':')[0]).Append(environment).Append(["image: mysql"]).Append(ports).Where(lines => lines.Length > 0)
        let shuffled = entries.Select((lines, i) => (lines, order: order[i])).OrderBy(entry => entry.order).SelectMany(entry => entry.lines)
        select order[0] % 3 == 0 ? [.. shuffled, blank] : shuffled.ToArray();

    private static readonly Gen<string[]> Service = Gen.Frequency(
        (6, Body),
        (1, Gen.OneOf<string[]>(["{ image: mysql }"], ["{image: mysql, ports: ['1:1']}"], ["{ image: mysql,", "  environment: { A: b } }"], ["{", "  image: mysql, # x", "  restart: always # y", "}"], ["*base"], [""])));

    public static Gen<string> Files { get; } =
        from services in Service.Array[1, 4]
        from step in Gen.Int[1, 4]
        from lineEnd in Gen.OneOf("\n", "\n", "\r\n")
        from end in Gen.OneOf("\n", "\n\n", "", "\nvolumes:\n  data:\n", "\n# the end", "\n---\nx-more: 1\n")
        from bom in Gen.OneOf("", "", "\uFEFF")
        let head = "x-base: &base\n  stop_signal: INT\nx-shared: &shared [9:9]\nservices:\n"
        select (bom + head + string.Join("\n", services.SelectMany((lines, i) => Write(lines, $"s{i}", step))) + end).Replace("\n", lineEnd, StringComparison.Ordinal);

    private static IEnumerable<string> Write(string[] lines, string name, int step)
    {
        var isInline = lines[0].Length == 0 || lines[0][0] is '{' or '*';
        yield return new string(' ', step) + name + ":" + (isInline ? " " + lines[0] : "");
        foreach (var line in lines.Skip(isInline ? 1 : 0))
        {
            yield return line.Length == 0 ? "" : new string(' ', 2 * step) + line;
        }
    }
}
