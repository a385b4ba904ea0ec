using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Which containers of one composition find and reach which others (Compose specification, "networks" and "network_mode").</summary>
internal sealed class ContainerNetworks
{
    private const string OfService = "service:";
    private const string OfContainer = "container:";

    // Let go of with its key.
    private static readonly ConditionalWeakTable<Composition, ContainerNetworks> s_known = new();

    private readonly ILookup<string, DockerService> _byName;
    private readonly Dictionary<DockerService, DockerService?> _owners = [];
    private readonly ILookup<object, DockerService> _byLoopback;

    private ContainerNetworks(Composition composition)
    {
        Composition = composition;
        _byName = composition.Services
            .SelectMany(static service => service.Names.Select(name => (Name: name, Service: service)))
            .ToLookup(static one => one.Name, static one => one.Service, StringComparer.OrdinalIgnoreCase);
        foreach (var service in composition.Services)
        {
            FindOwner(service);
        }

        _byLoopback = composition.Services.Where(service => OwnerOf(service) is not null).ToLookup(service => LoopbackOf(OwnerOf(service)!));
        AreNamesKnown = !composition.IsOpen && composition.Services.All(static service => service is { AreNamesKnown: true, IsOpen: false });
    }

    /// <summary>False when there may be more services, or more names of those that are known.</summary>
    public bool AreNamesKnown { get; }

    /// <summary>What is started together.</summary>
    public Composition Composition { get; }

    /// <summary>The compositions that describe a service, and what each says of it.</summary>
    public static IEnumerable<(ContainerNetworks Networks, DockerService Service)> Describing(DockerService service, DockerTopology topology) =>
        topology.Compositions.Select(static composition => s_known.GetValue(composition, static key => new ContainerNetworks(key)))
        .SelectMany(networks => networks.Named(service.Name)
            .Where(own => own.Name == service.Name && own.Place == service.Place)
            .Take(1)
            .Select(own => (networks, own)));

    /// <summary>The services that have a name on whatever network, in any case.</summary>
    public IEnumerable<DockerService> Named(string name) => _byName[name];

    /// <summary>The service whose network a container is on: itself, or what <c>network_mode: service:db</c> leads to; null when it is not known.</summary>
    public DockerService? OwnerOf(DockerService service) => _owners[service];

    /// <summary>The containers that have one loopback: those on the network of one service, or on the host's.</summary>
    /// <param name="owner">What <see cref="OwnerOf"/> gives.</param>
    public IEnumerable<DockerService> OnLoopbackOf(DockerService owner) => _byLoopback[LoopbackOf(owner)];

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

        // The host's names are its own, and what is on another's network has none. On Docker's own bridge links are names.
        if (one.NetworkMode == "host" || (to.NetworkMode is "none" or "host") || other != to || (one.NetworkMode is null && to.NetworkMode == "bridge"))
        {
            return false;
        }

        // Of any other mode no networks are known.
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
        var isShared = ShareOneOf(to.Networks, one);
        return isShared == true && !to.Networks.All(one.Networks.Contains) ? null : isShared;
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
    public DockerNetwork? NetworkOf(string key) => Composition.Networks.TryGetValue(key, out var network) ? network
        : key == DockerNetwork.Default ? new DockerNetwork(key, null)
        : null;

    /// <summary>Whether two keys may stand for one network of Docker's.</summary>
    private static bool MayBeOne(DockerNetwork? one, DockerNetwork? other) =>
        one is not { IsPlain: true } || other is not { IsPlain: true } ? true
        : one.IsExternal != other.IsExternal ? true
        : one.Name is not null && one.Name == other.Name;

    /// <summary>Finds the owner of a service, and of all on the way to it. Nobody owns a circle.</summary>
    private void FindOwner(DockerService service)
    {
        var passed = new List<DockerService>();
        var owner = service;
        while (owner is not null && !_owners.ContainsKey(owner))
        {
            passed.Add(owner);
            _owners.Add(owner, null);
            if (NextOf(owner) == owner)
            {
                break;
            }

            owner = NextOf(owner);
        }

        var found = owner is null ? null : NextOf(owner) == owner ? owner : _owners[owner];
        foreach (var one in passed)
        {
            _owners[one] = found;
        }
    }

    private DockerService? NextOf(DockerService service)
    {
        var mode = service.NetworkMode ?? "";
        if (mode.StartsWith(OfService, StringComparison.Ordinal))
        {
            var name = mode.Substring(OfService.Length);
            return Named(name).FirstOrDefault(other => other.Name == name);
        }

        if (mode.StartsWith(OfContainer, StringComparison.Ordinal))
        {
            var name = mode.Substring(OfContainer.Length);
            return Named(name).FirstOrDefault(other => other.ContainerName == name);
        }

        return service;
    }

    /// <summary>What tells one loopback from others.</summary>
    private static object LoopbackOf(DockerService owner) => owner.NetworkMode == "host" ? "host" : owner;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
