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
    /// <summary>A lightbulb with more actions is not read.</summary>
    private const int MostOffers = 8;

    /// <summary>Asks the topology. A text with several hosts or without a readable port gets no answer: its port is never touched.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="host">Its host.</param>
    /// <param name="verdict">What is wrong with the host.</param>
    /// <param name="engine">Whose text it is.</param>
    /// <param name="topology">What is known of Docker.</param>
    public static HostPortAnswer Find(Endpoint endpoint, HostName host, Verdict verdict, Engine engine, DockerTopology topology)
    {
        if (IsXProtocol(endpoint) || endpoint.Hosts.Length > 1 || endpoint.Port.MeantWith(engine.DefaultPort) is not { } port)
        {
            return verdict is Verdict.Gateway or Verdict.HostAlias ? HostPortAnswer.Kept : HostPortAnswer.None;
        }

        // With a name or an address inside Docker stands a container's port, else a host port.
        var isInside = verdict is Verdict.ServiceName or Verdict.ContainerAddress or Verdict.FixedContainerAddress;
        var services = topology.ServicesOf(engine);
        var candidates = CandidatesFor(host, verdict, engine, port, services, topology);
        var isOnlyService = candidates.Length > 0 && !services.IsOpen && candidates.All(service => service.Name == candidates[0].Name && !service.IsOpen);
        var isAnothersPort = endpoint.Port.State == PortState.Written && verdict is not (Verdict.ServiceName or Verdict.FixedContainerAddress)
            && (isInside ? services.OtherPorts.IsInside(port) : services.OtherPorts.OnHost(port).Any());

        // `host ?? "localhost"` with one port for all: with another host it is that one's.
        var isPortOfOtherHosts = endpoint.Text.Has(RunKind.Fallback, host.Start, host.Length)
            && !(endpoint.Port.State == PortState.Written && endpoint.Text.Has(RunKind.Fallback, endpoint.Port.Start, endpoint.Port.Length));
        var offers = Settle(candidates
            .Select(service => ToOffer(service, Means.Of(endpoint, verdict, isOnlyService, host, service, engine), isInside, port, engine, services))
            .Where(static offer => offer.Meaning != Meaning.No)
            .Select(offer => isAnothersPort || isPortOfOtherHosts ? offer with { Meaning = Meaning.Possible } : offer)
            .ToImmutableArray());

        // A container's port may be published by another service by chance.
        var isContainerPort = isInside && offers.Any(offer => offer.Published?.ContainerPort == port);
        if (!isContainerPort && PublisherOf(port, offers, services) is { } publisher)
        {
            return new HostPortAnswer(true, ImmutableArray.Create(publisher), null);
        }

        // With another name for this machine stands one of its ports, unless it is proved to be a container's.
        var answer = new HostPortAnswer(false, offers, offers.IsEmpty ? candidates.FirstOrDefault() : null);
        return verdict is Verdict.Gateway or Verdict.HostAlias && !(answer.Certain is { Published: not null, ContainerPort: var containerPort } && containerPort == port) ? HostPortAnswer.Kept : answer;
    }

    /// <summary>The engine of the service that a host names or that a file gives the address; null when there is none, or several.</summary>
    public static Engine? EngineOf(HostName host, DockerTopology topology)
    {
        var services = IpAddress.TryParse(host.Name, out var address) ? topology.At(address) : topology.Named(host.Name);
        return services.IsEmpty || services.Any(service => service.Engine != services[0].Engine) ? null : services[0].Engine;
    }

    /// <summary>MySQL's X protocol has a port of its own in the container, 33060, which <c>mysqlsh</c> tries first.</summary>
    private static bool IsXProtocol(Endpoint endpoint) =>
        endpoint.Scheme == "mysqlx" || (endpoint.Scheme == "mysqlsh" && (endpoint.Port.State != PortState.Written || endpoint.Port.Number == 33060));

    /// <summary>The services that the host itself tells, else those of the engine.</summary>
    private static ImmutableArray<DockerService> CandidatesFor(HostName host, Verdict verdict, Engine engine, int port, EngineServices services, DockerTopology topology)
    {
        var named = verdict == Verdict.ServiceName ? topology.Named(host.Name)
            : verdict == Verdict.FixedContainerAddress && IpAddress.TryParse(host.Name, out var address) ? topology.At(address)
            : ImmutableArray<DockerService>.Empty;
        if (!named.IsEmpty)
        {
            // A container of another database answers in another language. Any container may serve the web.
            return engine == EngineTable.Unknown || engine == EngineTable.Http ? named : named.Where(service => service.Engine is null || service.Engine == engine).ToImmutableArray();
        }

        // A web server is known by its port only.
        return engine == EngineTable.Http ? services.Services.Where(service => service.Ports.Any(entry => entry.Publishes(port) || entry.OfHostPort(port) is not null)).ToImmutableArray() : services.Services;
    }

    private static Offer ToOffer(DockerService service, Meaning meaning, bool isInside, int port, Engine engine, EngineServices services)
    {
        // With a loopback, the engine's own port is meant; so it is with a container's port that the entries do not know.
        var isKnownPort = isInside && service.Ports.Any(entry => entry.Publishes(port));
        var containerPort = isKnownPort ? port : (service.Engine ?? engine) is { DefaultPort: > 0 and var usual } && engine != EngineTable.Http ? usual : port;
        var published = service.Ports.OrderBy(static entry => entry.IsOnLoopback ? 0 : entry.IsOnIPv6Loopback ? 1 : 2)
            .Select(entry => entry.OfContainerPort(containerPort))
            .FirstOrDefault(static found => found is not null);
        var isOpen = service.IsOpen || service.Ports.Any(entry => entry.MayPublishSomewhere(containerPort));

        // Another file may publish what this one does not.
        var isElsewhere = services.AllNamed(service.Name).Any(other => (!other.ArePortsKnown || other.Ports.Any(entry => entry.FirstContainerPort is null || entry.Publishes(containerPort))));
        return new Offer(service, meaning, containerPort, isOpen || !service.ArePortsKnown ? null : published, IsUnpublished: !isOpen && service.ArePortsKnown && published is null && !isElsewhere);
    }

    /// <summary>One certain service stands alone; several certain ones that do not agree count as possible.</summary>
    private static ImmutableArray<Offer> Settle(ImmutableArray<Offer> offers)
    {
        var certain = offers.Where(static offer => offer.Meaning == Meaning.Certain).ToImmutableArray();
        if (certain.Length > 1 && certain.Select(static offer => (offer.Published?.Mapping.Address, offer.Published?.HostPort)).Distinct().Count() > 1)
        {
            return certain.Select(static offer => offer with { Meaning = Meaning.Possible }).Take(MostOffers).ToImmutableArray();
        }

        return !certain.IsEmpty ? ImmutableArray.Create(certain[0]) : offers.Length > MostOffers ? offers.RemoveRange(MostOffers, offers.Length - MostOffers) : offers;
    }

    /// <summary>Whoever publishes the text's port for its engine: the services that may be meant first, and ports on the loopback first.</summary>
    private static Offer? PublisherOf(int port, ImmutableArray<Offer> offers, EngineServices services)
    {
        var own = offers.SelectMany(offer => offer.Service.Ports.OrderBy(static entry => entry.IsOnLoopback ? 0 : 1).Select(entry => (offer.Service, offer.Meaning, Published: entry.OfHostPort(port))))
            .Where(static entry => entry.Published is not null)
            .Select(static entry => (entry.Service, entry.Meaning, Published: entry.Published!.Value));
        return own.Concat(services.NearPorts.OnHost(port).Select(static entry => (entry.Service, Meaning: Meaning.Possible, entry.Published)))
            .OrderBy(static entry => entry.Published.Mapping.IsOnLoopback ? 0 : 1)
            .Select(static entry => new Offer(entry.Service, entry.Meaning, entry.Published.ContainerPort, entry.Published, IsUnpublished: false))
            .FirstOrDefault();
    }
}
