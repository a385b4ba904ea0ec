using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Which containers of one composition find and reach which others (Compose specification, "networks" and "network_mode").</summary>
internal sealed class ContainerNetworks(Composition composition)
{
    private const string OfService = "service:";
    private const string OfContainer = "container:";

    /// <summary>The service whose network a container is on: itself, or what <c>network_mode: service:db</c> leads to; null when it is not known.</summary>
    public DockerService? OwnerOf(DockerService service)
    {
        // Whoever comes back to where it was is in a circle.
        for (var passed = 0; passed <= composition.Services.Length; passed++)
        {
            var mode = service.NetworkMode ?? "";
            var next = mode.StartsWith(OfService, StringComparison.Ordinal)
                ? composition.Services.FirstOrDefault(other => other.Name == mode.Substring(OfService.Length))
                : mode.StartsWith(OfContainer, StringComparison.Ordinal)
                    ? composition.Services.FirstOrDefault(other => other.ContainerName == mode.Substring(OfContainer.Length))
                    : service;
            if (next is null || next == service)
            {
                return next;
            }

            service = next;
        }

        return null;
    }

    /// <summary>The containers that have one loopback: those on the network of one service, or on the host's.</summary>
    /// <param name="owner">What <see cref="OwnerOf"/> gives.</param>
    public ImmutableArray<DockerService> OnLoopbackOf(DockerService owner) => composition.Services
        .Where(service => OwnerOf(service) is { } other && (other == owner || (other.NetworkMode == "host" && owner.NetworkMode == "host")))
        .ToImmutableArray();

    /// <summary>Whether a container finds another one by a name, which Docker's own server tells on networks that both are on.</summary>
    /// <param name="from">Who looks the name up.</param>
    /// <param name="to">One that has the name.</param>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Null when it is not known.</returns>
    public bool? Finds(DockerService from, DockerService to, string name)
    {
        if (OwnerOf(from) is not { IsOpen: false } one || to.IsOpen || OwnerOf(to) is not { } other)
        {
            return null;
        }

        // The host's names are its own. Docker's own bridge has no server: names come by links.
        if (one.NetworkMode is "none" or "host" || to.NetworkMode is "none" or "host" or "bridge" || other != to)
        {
            return false;
        }

        if (one.NetworkMode is not null || to.NetworkMode is not null)
        {
            return null;
        }

        if (Is(to.Name, name) || (to.ContainerName is { } own && Is(own, name)))
        {
            return ShareOneOf(to.Networks, one);
        }

        var withName = to.Aliases.Where(alias => Is(alias.Name, name)).Select(static alias => alias.Network).ToImmutableArray();
        var isFound = withName.IsEmpty ? false : ShareOneOf(withName, one);

        // Which Docker Engine runs is not known.
        return isFound == false && to.HostName is { } host && Is(host, name) && ShareOneOf(to.Networks, one) != false ? null : isFound;
    }

    /// <summary>Whether a container reaches an address that a file gives to another one; null when it is not known.</summary>
    public bool? Reaches(DockerService from, DockerService to)
    {
        if (OwnerOf(from) is not { IsOpen: false } one || to.IsOpen)
        {
            return null;
        }

        // The address is one of a single network, and containers do not pass from one network to another.
        return one.NetworkMode == "none" ? false
            : one == to ? true
            : one.NetworkMode is not null ? null
            : ShareOneOf(to.Networks, one) is var isShared && isShared == true && !to.Networks.All(one.Networks.Contains) ? null
            : isShared;
    }

    private bool? ShareOneOf(ImmutableArray<string> networks, DockerService one)
    {
        bool? isShared = networks.IsEmpty || one.Networks.IsEmpty ? null : false;
        foreach (var key in networks)
        {
            var network = NetworkOf(key);
            if (one.Networks.Contains(key))
            {
                if (network is { IsPlain: true })
                {
                    return true;
                }

                isShared = null;
            }
            else if (one.Networks.Any(own => MayBeOne(NetworkOf(own), network)))
            {
                isShared = null;
            }
        }

        return isShared;
    }

    /// <summary>The network of a key; null for one that no file describes.</summary>
    public DockerNetwork? NetworkOf(string key) => composition.Networks.TryGetValue(key, out var network) ? network
        : key == DockerNetwork.Default ? new DockerNetwork(key, null)
        : null;

    /// <summary>Whether two keys may stand for one network of Docker's.</summary>
    private static bool MayBeOne(DockerNetwork? one, DockerNetwork? other) =>
        one is not { IsPlain: true } || other is not { IsPlain: true } ? true
        : one.IsExternal != other.IsExternal ? true
        : one.Name is not null && one.Name == other.Name;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
