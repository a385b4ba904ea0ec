using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>What to write in a text that is seen from inside a container.</summary>
internal static class ContainerDestinations
{
    /// <summary>
    /// The servers of an engine that a container reaches, the certain one first: by name and container port; by loopback where both are on one
    /// network of their own. Where no service has the engine, the host.
    /// </summary>
    /// <param name="from">The container.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="text">What the text names of database and account.</param>
    /// <param name="topology">What is known of Docker.</param>
    public static ImmutableArray<ContainerDestination> Find(DockerService from, Engine engine, TextAccount text, DockerTopology topology)
    {
        var found = ContainerNetworks.Describing(from, topology)
            .SelectMany(one => In(one.Networks, one.Service, engine, text))
            .GroupBy(static destination => (destination.Host, destination.Port))
            .Select(static same => same.OrderByDescending(static destination => destination.Match).First())
            .OrderByDescending(static destination => destination.Match)
            .ToImmutableArray();
        return found.Count(static destination => destination.Match == ServiceMatch.Certain) < 2
            ? found
            : found.Select(static destination => destination with { Match = ServiceMatch.Possible }).ToImmutableArray();
    }

    private static IEnumerable<ContainerDestination> In(ContainerNetworks networks, DockerService from, Engine engine, TextAccount text)
    {
        var composition = networks.Composition;
        if (engine.Images.Count == 0 || networks.OwnerOf(from) is not { NetworkMode: null or "host" } owner)
        {
            return [];
        }

        var servers = composition.Services.Where(service => service.Engine == engine).ToArray();
        if (servers.Length == 0)
        {
            return composition.IsOpen || composition.Services.Any(static service => service.IsOpen || service.IsBuildUnknown) ? [] : [OnHost(owner)];
        }

        return servers
            .Select(service => (Service: service, Match: text.MatchOf(ServiceAccount.Of(service, engine))))
            .Where(static one => one.Match != ServiceMatch.No)
            .Select(one => OfService(one.Service, one.Match, from, owner, networks))
            .OfType<ContainerDestination>();
    }

    private static ContainerDestination? OfService(
        DockerService service, ServiceMatch match, DockerService from, DockerService owner, ContainerNetworks networks)
    {
        if (networks.OnLoopbackOf(owner).Contains(service))
        {
            return new ContainerDestination(service, PortMapping.Loopback, service.OwnPort, match);
        }

        // The host's side of a published port.
        if (owner.NetworkMode == "host")
        {
            var ports = service.OwnPort is { } own ? service.Ports.Select(entry => entry.OfContainerPort(own)) : [];
            return ports.FirstOrDefault(static found => found?.Mapping.IsOnLoopback == true) is { } published
                ? new ContainerDestination(service, PortMapping.Loopback, published.HostPort, match)
                : null;
        }

        return service.IsStarted && networks.Finds(from, service, service.Name) == true
            ? new ContainerDestination(service, service.Name, service.OwnPort, match)
            : null;
    }

    private static ContainerDestination OnHost(DockerService owner) => owner.NetworkMode == "host"
        ? new ContainerDestination(null, PortMapping.Loopback, null, ServiceMatch.Possible)
        : new ContainerDestination(null, HostAliases.OfDocker, null, ServiceMatch.Possible)
        {
            NeedsHostGateway = !owner.ExtraHosts.ContainsKey(HostAliases.OfDocker),
        };
}
