using System.Collections.Immutable;
using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Finds the host port for a text.</summary>
internal static class HostPorts
{
    /// <summary>Asks the topology. A text with several hosts or without a readable port gets no answer: its port is never touched.</summary>
    public static HostPortAnswer Find(Endpoint endpoint, HostName host, Engine engine, DockerTopology topology)
    {
        if (IsXProtocol(endpoint) || endpoint.Hosts.Length > 1 || endpoint.Port.MeantWith(engine.DefaultPort) is not { } port)
        {
            return HostPortAnswer.None;
        }

        var services = topology.ServicesOf(engine);
        var address = IpAddress.TryParse(host.Name, out var parsed) && !IPAddress.IsLoopback(parsed) ? parsed : null;
        var isOnlyService = services.Services.Length == 1 && !services.IsOpen(services.Services[0]) && !IsFixedElsewhere(address, services, topology);
        var isAnothersPort = endpoint.Port.State == PortState.Written && services.Others.Any(service => service.Ports.Any(entry => IsPort(entry, port, address)));

        // `host ?? "localhost"` with one port for all: with another host it is that one's.
        var isPortOfOtherHosts = endpoint.Text.Has(RunKind.Fallback, host.Start, host.Length)
            && !(endpoint.Port.State == PortState.Written && endpoint.Text.Has(RunKind.Fallback, endpoint.Port.Start, endpoint.Port.Length));
        var offers = Settle(services.Services
            .Select(service => ToOffer(service, Means.Of(endpoint, host, service, isOnlyService), address, port, services))
            .Where(static offer => offer.Meaning != Meaning.No)
            .Select(offer => isAnothersPort || isPortOfOtherHosts ? offer with { Meaning = Meaning.Possible } : offer)
            .ToImmutableArray());

        // With a container's address stands a container's port, which another service may publish by chance.
        var isContainerPort = address is not null && offers.Any(offer => offer.Published?.ContainerPort == port);
        return !isContainerPort && PublisherOf(port, offers, services) is { } publisher
            ? new HostPortAnswer(true, ImmutableArray.Create(publisher), null)
            : new HostPortAnswer(false, offers, offers.IsEmpty ? services.Services.FirstOrDefault() : null);
    }

    /// <summary>MySQL's X protocol has a port of its own in the container, 33060, which <c>mysqlsh</c> tries first.</summary>
    private static bool IsXProtocol(Endpoint endpoint) =>
        endpoint.Scheme == "mysqlx" || (endpoint.Scheme == "mysqlsh" && (endpoint.Port.State != PortState.Written || endpoint.Port.Number == 33060));

    /// <summary>True when a compose file gives the address to another service.</summary>
    private static bool IsFixedElsewhere(IPAddress? address, EngineServices services, DockerTopology topology) =>
        address is not null && topology.Files.Any(file => file.Services.Any(service => service != services.Services[0] && ContainerAddresses.HasStaticAddress(service, address)));

    /// <summary>With a container's address stands a container's port, else a host port.</summary>
    private static bool IsPort(PortMapping entry, int port, IPAddress? address) => address is null ? entry.OfHostPort(port) is not null : entry.Publishes(port);

    private static Offer ToOffer(ComposeService service, Meaning meaning, IPAddress? address, int port, EngineServices services)
    {
        // With a name, the engine's own port is meant; so it is with a container's port that the entries do not know.
        var containerPort = address is not null && service.Ports.Any(entry => entry.Publishes(port)) ? port : service.Engine!.DefaultPort;
        var isOpen = services.IsOpen(service) || service.Ports.Any(entry => entry.MayPublishSomewhere(containerPort));
        var published = service.Ports.OrderBy(static entry => entry.IsOnLoopback ? 0 : 1)
            .Select(entry => entry.OfContainerPort(containerPort))
            .FirstOrDefault(static found => found is not null);
        return new Offer(service, meaning, containerPort, isOpen ? null : published, IsUnpublished: !isOpen && service.ArePortsKnown && published is null);
    }

    /// <summary>One certain service stands alone; several certain ones that do not agree count as possible.</summary>
    private static ImmutableArray<Offer> Settle(ImmutableArray<Offer> offers)
    {
        var certain = offers.Where(static offer => offer.Meaning == Meaning.Certain).ToImmutableArray();
        if (certain.Length > 1 && certain.Select(static offer => (offer.Published?.Address, offer.Published?.HostPort)).Distinct().Count() > 1)
        {
            return certain.Select(static offer => offer with { Meaning = Meaning.Possible }).ToImmutableArray();
        }

        return certain.IsEmpty ? offers : ImmutableArray.Create(certain[0]);
    }

    /// <summary>Whoever publishes the text's port for its engine: the services that may be meant first, and ports on the loopback first.</summary>
    private static Offer? PublisherOf(int port, ImmutableArray<Offer> offers, EngineServices services)
    {
        var candidates = offers.Select(static offer => (offer.Service, offer.Meaning)).Concat(services.Everywhere.Select(static service => (Service: service, Meaning: Meaning.Possible)));
        return candidates
            .SelectMany(candidate => candidate.Service.Ports.Select(entry => (candidate.Service, candidate.Meaning, entry.IsOnLoopback, Published: entry.OfHostPort(port))))
            .Where(static candidate => candidate.Published is not null)
            .OrderBy(static candidate => candidate.IsOnLoopback ? 0 : 1)
            .Select(static candidate => new Offer(candidate.Service, candidate.Meaning, candidate.Published!.Value.ContainerPort, candidate.Published, IsUnpublished: false))
            .FirstOrDefault();
    }
}
