using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads the networks of a project, and what a service says of those that it is on.</summary>
internal sealed class NetworkReader
{
    private readonly Dictionary<string, ImmutableArray<Subnet>> _subnets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DockerNetwork> _networks = new(StringComparer.Ordinal);

    public NetworkReader(ComposeMapping? networks)
    {
        foreach (var entry in networks?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
        {
            var network = entry.Value as ComposeMapping;
            _networks[entry.Key] = Read(entry.Key, entry.Value);

            // The addresses of these drivers are the LAN's, and the host's are its own: a program may use them. Another driver may be one of them.
            if ((network?["driver"] is not null and not ComposeScalar { IsNull: true })
                && ((network["driver"] as ComposeScalar)?.Known is null or "macvlan" or "ipvlan" or "host"))
            {
                _lan.Add(entry.Key);
                continue;
            }

            _subnets[entry.Key] = ((network?["ipam"] as ComposeMapping)?["config"] as ComposeSequence)?.Items.OfType<ComposeMapping>()
                .Select(static item => KnownOf(item["subnet"]) is { } subnet ? Subnet.TryParse(subnet, KnownOf(item["gateway"])) : null)
                .OfType<Subnet>()
                .ToImmutableArray() ?? ImmutableArray<Subnet>.Empty;
        }
    }

    /// <summary>The networks, by their keys.</summary>
    public ImmutableDictionary<string, DockerNetwork> Networks => _networks.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The subnets that the project fixes and that a program on the host does not share.</summary>
    public ImmutableArray<Subnet> Subnets => _subnets.Values.SelectMany(static subnets => subnets).ToImmutableArray();

    /// <summary>The subnets of a service's networks; default when the file leaves one of them to Docker.</summary>
    public ImmutableArray<Subnet> KnownSubnetsOf(ImmutableArray<string> networks)
    {
        var all = ImmutableArray.CreateBuilder<Subnet>();
        foreach (var name in networks)
        {
            if (!_subnets.TryGetValue(name, out var subnets) || subnets.IsEmpty)
            {
                return default;
            }

            all.AddRange(subnets);
        }

        return networks.IsEmpty ? default : all.ToImmutable();
    }

    /// <summary>The networks of a service, the addresses that it is given there, and the names that it has there.</summary>
    /// <param name="node">What it says of <c>networks</c>.</param>
    /// <param name="mode">Its <c>network_mode</c>, which leaves it without networks.</param>
    public (ImmutableArray<string> Networks, ImmutableArray<string> Addresses, ImmutableArray<NetworkAlias> Aliases) Of(ComposeNode? node, string? mode)
    {
        // Docker's own bridge, which `bridge` names, knows no names.
        if (mode is not null)
        {
            return (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, ImmutableArray<NetworkAlias>.Empty);
        }

        if ((node is null or ComposeScalar { IsNull: true }) || ComposeMerger.AsNames(node) is not ComposeMapping { Entries.Length: > 0 } own)
        {
            return (ImmutableArray.Create(DockerNetwork.Default), ImmutableArray<string>.Empty, ImmutableArray<NetworkAlias>.Empty);
        }

        var addresses = ImmutableArray.CreateBuilder<string>();
        var aliases = ImmutableArray.CreateBuilder<NetworkAlias>();
        foreach (var entry in own.Entries)
        {
            if (entry.Value is not ComposeMapping network)
            {
                continue;
            }

            aliases.AddRange((network["aliases"] as ComposeSequence)?.Items.Select(alias => new NetworkAlias(entry.Key, (alias as ComposeScalar)?.Known ?? ""))
                ?? []);
            if (!_lan.Contains(entry.Key))
            {
                addresses.AddRange(new[] { network["ipv4_address"], network["ipv6_address"] }
                    .Select(KnownOf).OfType<string>().Where(static address => address.Length > 0));
            }
        }

        return (own.Entries.Select(static entry => entry.Key).ToImmutableArray(), addresses.ToImmutable(), aliases.ToImmutable());
    }

    private static DockerNetwork Read(string key, ComposeNode node)
    {
        if (node is ComposeScalar { IsNull: true })
        {
            return new DockerNetwork(key, null);
        }

        if (node is not ComposeMapping network)
        {
            return new DockerNetwork(key, null) { IsPlain = false };
        }

        // `external: { name: shop }` is the older form.
        var external = network["external"];
        var name = (external as ComposeMapping)?["name"] ?? network["name"];
        var isExternal = external is not (null or ComposeScalar { IsNull: true } or ComposeScalar { Value: "false" });
        var isNamed = name is not (null or ComposeScalar { IsNull: true });
        return new DockerNetwork(key, isNamed ? KnownOf(name) : isExternal ? key : null)
        {
            IsExternal = isExternal,
            IsInternal = KnownOf(network["internal"]) == "true",
            IsPlain = !network.IsOpen && (!isNamed || KnownOf(name) is not null)
                && (network["driver"] is null or ComposeScalar { IsNull: true } or ComposeScalar { Value: "bridge" or "overlay" or "default" })
                && (network["driver_opts"] is null or ComposeScalar { IsNull: true })
                && (network["internal"] is null or ComposeScalar { Value: "true" or "false" }),
        };
    }

    private static string? KnownOf(ComposeNode? node) => (node as ComposeScalar)?.Known?.Trim();
}
