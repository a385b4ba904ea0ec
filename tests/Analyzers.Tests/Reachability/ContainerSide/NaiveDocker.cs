using CsCheck;

namespace DockerConnectionStrings.Analyzers.Tests.Reachability.ContainerSide;

/// <summary>A container as the file describes it.</summary>
internal sealed record NaiveContainer(string Name, string Image, int? Port, string[] Networks, string? Mode, string? Alias, string? ContainerName, int? LastByte, (int Host, int Inside, bool IsOnLoopback)? Published, bool KnowsHost)
{
    /// <summary>Where its process listens; nowhere for a program that is no server.</summary>
    public int? Listening => Port ?? (Image == "mysql:8" ? 3306 : Image == "redis:7" ? 6379 : null);

    public string? Address => LastByte is { } last ? $"172.28.0.{last}" : null;

    public IEnumerable<string> Lines()
    {
        yield return $"  {Name}:";
        yield return $"    image: {Image}";
        if (Port is { } port)
        {
            yield return $"    command: --port {port}";
        }

        if (Mode is not null)
        {
            yield return $"    network_mode: \"{Mode}\"";
        }
        else if (Networks.Length > 0)
        {
            yield return "    networks:";
            foreach (var (network, i) in Networks.Select((network, i) => (network, i)))
            {
                var parts = new[] { i == 0 && Alias is not null ? $"aliases: [{Alias}]" : null, network == "back" && Address is not null ? $"ipv4_address: {Address}" : null };
                yield return $"      {network}: {{ {string.Join(", ", parts.OfType<string>())} }}";
            }
        }

        if (ContainerName is not null)
        {
            yield return $"    container_name: {ContainerName}";
        }

        if (Published is var (host, inside, isOnLoopback))
        {
            yield return $"    ports: [ \"{(isOnLoopback ? "127.0.0.1:" : "")}{host}:{inside}\" ]";
        }

        if (KnowsHost)
        {
            yield return "    extra_hosts: [ \"machine:host-gateway\" ]";
        }
    }
}

/// <summary>Docker's networks on a Linux host, as far as a connection needs them. Nothing here is the product's.</summary>
internal sealed record NaiveDocker(NaiveContainer[] Containers)
{
    private static readonly string[] s_names = ["db", "cache", "api", "worker"];

    public static Gen<NaiveDocker> Any { get; } =
        from images in Gen.OneOf("mysql:8", "mysql:8", "redis:7", "acme/app").Array[2, 4]
        from networks in Gen.OneOf<string[]>([], [], ["back"], ["back"], ["front"], ["front", "back"]).Array[4]
        from modes in Gen.Int[0, 13].Array[4]
        from ports in Gen.Int[0, 9].Array[4]
        from names in Gen.Int[0, 5].Array[4]
        select new NaiveDocker([.. images.Select((image, i) => Make(i, image, networks[i], modes[i], ports[i], names[i]))]);

    public string ToYaml() => "services:\n" + string.Concat(Containers.SelectMany(one => one.Lines()).Select(line => line + "\n"))
        + "networks:\n  front: {}\n  back: { ipam: { config: [ { subnet: 172.28.0.0/16 } ] } }\n";

    /// <summary>Whether a program in a container gets an answer from a host and port.</summary>
    public bool Connects(NaiveContainer from, string host, int port)
    {
        var space = SpaceOf(from);
        if (host is "localhost" or "127.0.0.1")
        {
            return Listens(space, port) || (space == "host" && IsOnHost(port, fromOutside: false));
        }

        if (OwnerOf(from).Mode == "none")
        {
            return false;
        }

        // Who is on another's network has that one's file /etc/hosts.
        if (host == "machine" && OwnerOf(from).KnowsHost)
        {
            return IsOnHost(port, fromOutside: true);
        }

        if (host is "172.28.0.1" or "172.17.0.1")
        {
            return IsOnHost(port, fromOutside: true);
        }

        var named = Containers.Where(one => one.Mode is null && NetworksOf(from).Any(network => NamesOn(one, network).Contains(host, StringComparer.OrdinalIgnoreCase))).ToArray();
        var addressed = Containers.Where(one => one.Mode is null && one.Address == host && one.Networks.Contains("back") && (space == "host" || NetworksOf(from).Contains("back"))).ToArray();
        return named.Concat(addressed).Any() && named.Concat(addressed).All(one => Listens(SpaceOf(one), port));
    }

    /// <summary>What is published on the host, and what runs on its network; from a container only what is bound to all addresses.</summary>
    private bool IsOnHost(int port, bool fromOutside) => Listens("host", port) || Containers.Any(one =>
        one.Mode is null && one.Published is var (host, inside, isOnLoopback) && host == port && !(fromOutside && isOnLoopback) && Listens(SpaceOf(one), inside));

    private bool Listens(string space, int port) => Containers.Any(one => one.Listening == port && SpaceOf(one) == space);

    private NaiveContainer OwnerOf(NaiveContainer one) =>
        one.Mode is null or "host" or "none" ? one : OwnerOf(Containers.Single(other => one.Mode == $"service:{other.Name}"));

    private string SpaceOf(NaiveContainer one) => OwnerOf(one) is { Mode: "host" } ? "host" : OwnerOf(one).Name;

    private string[] NetworksOf(NaiveContainer one) => OwnerOf(one) is { Mode: null, Networks: var networks } ? (networks.Length == 0 ? ["default"] : networks) : [];

    private IEnumerable<string> NamesOn(NaiveContainer one, string network) => !NetworksOf(one).Contains(network) ? []
        : new[] { one.Name, one.ContainerName, one.Networks.FirstOrDefault() == network ? one.Alias : null }.OfType<string>();

    private static NaiveContainer Make(int i, string image, string[] networks, int mode, int ports, int names)
    {
        var written = mode == 0 ? "host" : mode == 1 ? "none" : mode is 2 or 3 && i > 0 ? $"service:{s_names[i - 1]}" : null;
        var inside = image == "redis:7" ? 6379 : 3306;
        return new NaiveContainer(
            s_names[i],
            image,
            ports == 0 && image == "mysql:8" ? 3310 : null,
            networks,
            written,
            names == 0 && networks.Length > 0 ? "store" : null,
            names == 1 ? $"shop-{s_names[i]}" : null,
            names == 2 && networks.Contains("back") ? 10 + i : null,
            written is null && ports is >= 1 and <= 4 && image != "acme/app" ? (ports == 4 ? inside : 3307 + i, inside, ports == 3) : null,
            names == 3 && mode is not (2 or 3));
    }
}
