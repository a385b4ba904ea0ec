using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>A service that a text may mean, and where Docker publishes it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Meaning">How sure it is that the text means it; never <see cref="Meaning.No"/>.</param>
/// <param name="ContainerPort">The container port that the text means.</param>
/// <param name="Mapping">Its host port, or null.</param>
/// <param name="IsUnpublished">True when it is known to publish no port.</param>
internal sealed record Offer(ComposeService Service, Meaning Meaning, int ContainerPort, PortMapping? Mapping, bool IsUnpublished);

/// <summary>What the topology says of a text's port.</summary>
/// <param name="IsPortRight">True when some service publishes the port that the text means already: it is kept.</param>
/// <param name="Offers">The services that may be meant: one certain one, or some possible ones. With a right port, the one that publishes it.</param>
internal sealed record HostPortAnswer(bool IsPortRight, ImmutableArray<Offer> Offers)
{
    public static readonly HostPortAnswer None = new(false, ImmutableArray<Offer>.Empty);
}

/// <summary>Finds the host port for a text.</summary>
internal static class HostPorts
{
    /// <summary>Asks the topology. A text with several hosts or without a readable port gets no answer: its port is never touched.</summary>
    public static HostPortAnswer Find(Endpoint endpoint, HostName host, Engine engine, DockerTopology topology)
    {
        if (endpoint.Hosts.Length > 1 || endpoint.Port.MeantWith(engine.DefaultPort) is not { } port)
        {
            return HostPortAnswer.None;
        }

        var services = topology.ServicesOf(engine);
        var isOnlyService = services.Services.Length == 1 && !services.IsOpen(services.Services[0]);
        var offers = Settle(services.Services
            .Select(service => ToOffer(service, Means.Of(endpoint, host, service, isOnlyService), host, port, services))
            .Where(static offer => offer.Meaning != Meaning.No)
            .ToImmutableArray());

        // With a container's address stands a container's port, which another service may publish by chance.
        var isContainerPort = IpAddress.TryParse(host.Name, out _) && offers.Any(offer => offer.Mapping is { } mapping && mapping.ContainerPort == port);
        return !isContainerPort && PublisherOf(port, offers, services) is { } publisher ? new HostPortAnswer(true, ImmutableArray.Create(publisher)) : new HostPortAnswer(false, offers);
    }

    private static Offer ToOffer(ComposeService service, Meaning meaning, HostName host, int port, EngineServices services)
    {
        var isOpen = services.IsOpen(service);

        // With a container's address stands a container's port; with a name, the engine's own is the best guess.
        var isContainerPort = IpAddress.TryParse(host.Name, out _) && service.Ports.Any(mapping => mapping.ContainerPort == port);
        var containerPort = isContainerPort ? port : service.Engine!.DefaultPort;
        var mapping = service.Ports.Where(mapping => mapping.ContainerPort == containerPort).Select(static mapping => (PortMapping?)mapping).FirstOrDefault();
        return new Offer(service, meaning, containerPort, isOpen ? null : mapping, IsUnpublished: !isOpen && service.ArePortsKnown && mapping is null);
    }

    /// <summary>One certain service stands alone; several certain ones that do not agree count as possible.</summary>
    private static ImmutableArray<Offer> Settle(ImmutableArray<Offer> offers)
    {
        var certain = offers.Where(static offer => offer.Meaning == Meaning.Certain).ToImmutableArray();
        if (certain.Length > 1 && certain.Select(static offer => (offer.Mapping?.ReachableAddress, offer.Mapping?.HostPort)).Distinct().Count() > 1)
        {
            return certain.Select(static offer => offer with { Meaning = Meaning.Possible }).ToImmutableArray();
        }

        return certain.IsEmpty ? offers : ImmutableArray.Create(certain[0]);
    }

    /// <summary>Whoever publishes the text's port for its engine, the services that may be meant first.</summary>
    private static Offer? PublisherOf(int port, ImmutableArray<Offer> offers, EngineServices services)
    {
        var candidates = offers.Select(static offer => (offer.Service, offer.Meaning)).Concat(services.Everywhere.Select(static service => (service, Meaning.Possible)));
        foreach (var (service, meaning) in candidates)
        {
            foreach (var mapping in service.Ports)
            {
                if (mapping.HostPort == port)
                {
                    return new Offer(service, meaning, mapping.ContainerPort, mapping, IsUnpublished: false);
                }
            }
        }

        return null;
    }
}
