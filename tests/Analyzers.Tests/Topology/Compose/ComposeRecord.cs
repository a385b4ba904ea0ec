using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using YamlDotNet.RepresentationModel;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>What two readers make of a set of compose files, in one form: a text with a line for each thing that is compared.</summary>
internal static class ComposeRecord
{
    private const string Unknown = "?";

    /// <summary>What we read.</summary>
    /// <param name="set">The set.</param>
    /// <param name="composition">What the topology makes of it.</param>
    public static string Ours(ComposeSetFiles set, Composition composition)
    {
        // Images and the names of containers are no part of a topology: they are read off the loaded files.
        var root = set.Load();
        var services = (ComposeMapping)root["services"]!;
        return Records(composition.Services.Select(service => (service.Name, Lines((ComposeMapping)services[service.Name]!, service))));
    }

    /// <summary>What <c>docker-compose config</c> printed.</summary>
    public static string Theirs(string output)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(output));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        return Records(Map(root["services"]).Select(service => (service.Key, Lines(service.Key, (YamlMappingNode)service.Value))));
    }

    private static string Records(IEnumerable<(string Name, IEnumerable<string> Lines)> services) =>
        string.Join("\n", services.OrderBy(service => service.Name, StringComparer.Ordinal).SelectMany(service => service.Lines.Select(line => $"{service.Name}: {line}")));

    private static IEnumerable<string> Lines(ComposeMapping body, DockerService service) =>
    [
        "image: " + (body["image"] as ComposeScalar)?.Value,
        "network_mode: " + service.NetworkMode,
        "build: " + (service.Build is { } build ? $"{build.Context} | {build.Dockerfile} | {build.Target}" : ""),
        .. Sorted("port", IsShared(service.NetworkMode) ? [] : Settled(service.Ports.SelectMany(Ports))),
        .. Sorted("name", service.Names.Select(name => name.ToUpperInvariant())),
        .. Sorted("network", service.Networks),
        .. Sorted("address", service.StaticAddresses),
        .. Sorted("host", service.ExtraHosts.Where(host => host.Key != host.Value).Select(host => $"{host.Key} = {host.Value}")),
        .. Sorted("environment", service.Environment.Select(variable => $"{variable.Key} = {variable.Value.Known ?? Unknown}")),
    ];

    private static IEnumerable<string> Ports(PortMapping entry) => Enumerable.Range(0, entry.Count).Select(i =>
        entry.FirstHostPort is { } host ? Port(entry.HostAddress, $"{host + i}", $"{entry.FirstContainerPort + i}") : Port(null, Unknown, $"{entry.FirstContainerPort + i}"));

    private static IEnumerable<string> Lines(string name, YamlMappingNode body)
    {
        var networkMode = Text(body, "network_mode");
        var networks = Map(Child(body, "networks")).ToArray();
        var build = Child(body, "build") as YamlMappingNode;
        var links = Items(Child(body, "links")).Select(link => link.Split(':')).Where(link => link.Length > 1 && link[0] != link[1]).Select(link => $"{link[1]} = {link[0]}");
        return
        [
            "image: " + Text(body, "image"),
            "network_mode: " + networkMode,
            "build: " + (build is null ? "" : $"{Text(build, "context")} | {Paths.Combine(Text(build, "context")!, Text(build, "dockerfile") ?? "Dockerfile")} | {Text(build, "target")}"),
            .. Sorted("port", IsShared(networkMode) ? [] : Settled(((Child(body, "ports") as YamlSequenceNode)?.Children ?? []).Select(Port).OfType<string>())),
            .. Sorted("name", networks.Where(_ => networkMode is null).SelectMany(network => Items(Child(network.Value, "aliases")))
                .Concat([name, Text(body, "container_name"), Text(body, "hostname")]).OfType<string>().Select(one => one.ToUpperInvariant())),
            .. Sorted("network", networks.Length > 0 ? networks.Select(network => network.Key) : networkMode is null ? ["default"] : []),
            .. Sorted("address", networks.SelectMany(network => new[] { Text(network.Value, "ipv4_address"), Text(network.Value, "ipv6_address") }).OfType<string>()),
            .. Sorted("host", links.Concat(Child(body, "extra_hosts") is YamlMappingNode hosts
                ? Map(hosts).Select(host => $"{host.Key} = {Value(host.Value)}")
                : Items(Child(body, "extra_hosts")).Select(host => host.Split(':', 2)).Select(host => $"{host[0]} = {host[1]}"))),
            .. Sorted("environment", Map(Child(body, "environment")).Select(variable => $"{variable.Key} = {Known(Value(variable.Value))}")),
        ];
    }

    /// <summary>An entry of <c>ports</c> as that version prints it: a mapping, or with an address or in files of old versions a text.</summary>
    private static string? Port(YamlNode node)
    {
        if (node is YamlMappingNode port)
        {
            return Text(port, "protocol") is null or "tcp" ? Port(null, Text(port, "published"), Text(port, "target")!) : null;
        }

        var parts = Value(node)!.Split('/');
        if (parts is [_, not "tcp"])
        {
            return null;
        }

        var colon = parts[0].LastIndexOf(':');
        var host = colon < 0 ? "" : parts[0][..colon];
        var address = host.LastIndexOf(':');
        return Port(address < 0 ? null : host[..address].Trim('[', ']'), host[(address + 1)..], parts[0][(colon + 1)..]);
    }

    /// <summary>A container's port that one entry leaves to Docker is where another one says.</summary>
    private static IEnumerable<string> Settled(IEnumerable<string> ports)
    {
        var all = ports.ToArray();
        return all.Where(port => !port.StartsWith(Unknown, StringComparison.Ordinal) || !all.Any(other => !other.StartsWith(Unknown, StringComparison.Ordinal) && other.EndsWith(port[1..], StringComparison.Ordinal)));
    }

    /// <summary>A port of the host that Docker chooses is not known, be it out of a range or not.</summary>
    private static string Port(string? address, string? host, string container) =>
        string.IsNullOrEmpty(host) || host.Contains('-', StringComparison.Ordinal) || host == Unknown ? $"{Unknown}:{container}" : $"{address} {host}:{container}";

    /// <summary>Ports of such a service publish nothing, which that version does not say.</summary>
    private static bool IsShared(string? networkMode) => networkMode is not (null or "bridge");

    private static string Known(string? value) => value is null || value.Contains(DecodedText.HoleCharacter, StringComparison.Ordinal) ? Unknown : value;

    private static IEnumerable<string> Sorted(string label, IEnumerable<string> values) => values.Distinct().Order(StringComparer.Ordinal).Select(value => $"{label}: {value}");

    private static YamlNode? Child(YamlNode node, string key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    private static string? Text(YamlNode node, string key) => Child(node, key) is { } child ? Value(child) : null;

    /// <summary>The output is for Compose again: each <c>$</c> is doubled.</summary>
    private static string? Value(YamlNode node) => node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "null" or "" } ? null : ((YamlScalarNode)node).Value!.Replace("$$", "$", StringComparison.Ordinal);

    private static IEnumerable<string> Items(YamlNode? node) => (node as YamlSequenceNode)?.Children.Select(item => Value(item)!) ?? [];

    private static IEnumerable<(string Key, YamlNode Value)> Map(YamlNode? node) => (node as YamlMappingNode)?.Children.Select(entry => (Value(entry.Key)!, entry.Value)) ?? [];
}
