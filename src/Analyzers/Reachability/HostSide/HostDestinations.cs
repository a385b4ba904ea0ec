using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>What to write in a text that is seen from the host: the services that it may mean, and where Docker publishes them.</summary>
internal static class HostDestinations
{
    /// <summary>A lightbulb with more actions is not read.</summary>
    private const int MostDestinations = 8;

    /// <summary>Asks the topology. A text with several hosts or without a readable port gets no answer: its port is never touched.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="host">Its host.</param>
    /// <param name="fault">What is wrong with the host.</param>
    /// <param name="engine">Whose text it is.</param>
    /// <param name="topology">What is known of Docker.</param>
    public static HostPortAnswer Find(Endpoint endpoint, HostName host, HostFault fault, Engine engine, DockerTopology topology)
    {
        if (EngineReading.IsOfSecondProtocol(endpoint) || endpoint.Hosts.Length > 1 || endpoint.Port.MeantWith(engine.DefaultPort) is not { } port)
        {
            return fault is HostFault.Gateway or HostFault.HostAlias ? HostPortAnswer.Kept : HostPortAnswer.None;
        }

        // With a name or an address inside Docker stands a container's port, else a host port.
        var isInside = fault is HostFault.ServiceName or HostFault.ContainerAddress or HostFault.FixedContainerAddress;
        var services = topology.ServicesOf(engine);
        var named = NamedBy(host, fault, engine, topology);
        var meant = named is { } known
            ? known.Select(static service => (Service: service, Match: ServiceMatch.Certain)).ToList()
            : MeantBy(endpoint, host, fault, engine, port, services);

        // Another service of the same port, or `host ?? "localhost"` with one port for all: with another host it is that one's.
        var isAnothersPort = named is null && endpoint.Port.State == PortState.Written
            && (isInside ? services.OtherPorts.IsInside(port) : services.OtherPorts.OnHost(port).Any());
        var isPortOfOtherHosts = endpoint.Text.Has(RunKind.Fallback, host.Start, host.Length)
            && !(endpoint.Port.State == PortState.Written && endpoint.Text.Has(RunKind.Fallback, endpoint.Port.Start, endpoint.Port.Length));
        var destinations = Settle(meant
            .Select(one => isAnothersPort || isPortOfOtherHosts ? (one.Service, Match: ServiceMatch.Possible) : one)
            .Select(one => ToDestination(one.Service, one.Match, isInside, port, engine, services))
            .ToImmutableArray());

        if (isInside && named is null && engine.IsUnknown)
        {
            destinations = OfNoEngine(port, topology);
        }

        // A container's port may be published by another service by chance.
        var isContainerPort = isInside && ((named is null && port == engine.DefaultPort)
            || destinations.Any(destination => destination.ContainerPort == port && !IsHostPortOnly(destination.Service, port, engine)));
        var ports = named is null ? services.NearPorts : new PortIndex(named.Value);
        if (!isContainerPort && PublisherOf(port, host, destinations, ports) is { } publisher)
        {
            return new HostPortAnswer(true, ImmutableArray.Create(publisher), null);
        }

        // With another name for this machine stands one of its ports, unless it is proved to be a container's.
        var rejected = destinations.IsEmpty && named is null && !engine.IsAnyProgram ? services.Services.FirstOrDefault() : null;
        var answer = new HostPortAnswer(false, destinations, rejected)
        {
            // Any program of this machine may serve the web on a port of its own. Beside an address inside Docker stands a container's port.
            IsPublishedElsewhere = fault != HostFault.None && !engine.IsAnyProgram
                && !((fault is HostFault.Loopback or HostFault.AmbiguousLoopback) && IsOfWindowsAccount(endpoint, engine))
                && destinations.Any(destination => destination.Published is { } published && published.HostPort != port)
                && !(named is null ? services.AnyPorts : ports).OnHost(port)
                    .Any(entry => !isInside || entry.Service.Engine is not null || entry.Published.ContainerPort == port),
            IsPortOfOtherHosts = isPortOfOtherHosts,
        };
        var isProved = answer.Certain is { Published: not null, ContainerPort: var containerPort } && containerPort == port;
        return (fault is HostFault.Gateway or HostFault.HostAlias) && !isProved && !answer.IsUndecided ? HostPortAnswer.Kept : answer;
    }

    /// <summary>True where only the host's side of an entry has the number: with a name of a container it was written by mistake.</summary>
    private static bool IsHostPortOnly(DockerService service, int port, Engine engine) => IsAnyPort(service, engine)
        && service.Ports.Any(entry => entry.OfHostPort(port) is not null)
        && !service.Ports.Any(entry => entry.Publishes(port) || entry.MayPublishSomewhere(port));

    /// <summary>True for a server that may listen on any port: of the web, or of no known engine.</summary>
    private static bool IsAnyPort(DockerService service, Engine engine) => engine.IsAnyProgram || (service.Engine is null && engine.DefaultPort == 0);

    /// <summary>True for a text that logs on as the user of Windows, whom a server in a Linux container does not know.</summary>
    private static bool IsOfWindowsAccount(Endpoint endpoint, Engine engine) => engine.WindowsAccountKeys.Count > 0 && endpoint.Pairs.Any(pair =>
        engine.WindowsAccountKeys.Contains(Engine.Normalize(pair.Key))
        && pair.Value.ToUpperInvariant() is "TRUE" or "YES" or "SSPI");

    /// <summary>The services that the host itself tells; null when it tells none.</summary>
    private static ImmutableArray<DockerService>? NamedBy(HostName host, HostFault fault, Engine engine, DockerTopology topology)
    {
        var named = fault == HostFault.ServiceName ? topology.Named(host.Name)
            : fault == HostFault.FixedContainerAddress && IpAddress.TryParse(host.Name, out var address) ? topology.At(address)
            : ImmutableArray<DockerService>.Empty;

        // A container of another database answers in another language. Any container may serve the web.
        return named.IsEmpty ? null
            : engine.IsUnknown || engine.IsAnyProgram ? named
            : named.Where(service => service.Engine is null || service.Engine == engine).ToImmutableArray();
    }

    /// <summary>The services that the text certainly means, or else some of those that it may mean.</summary>
    private static List<(DockerService Service, ServiceMatch Match)> MeantBy(
        Endpoint endpoint, HostName host, HostFault fault, Engine engine, int port, EngineServices services)
    {
        var address = fault == HostFault.ContainerAddress && IpAddress.TryParse(host.Name, out var parsed) ? parsed : null;
        var text = new TextAccount(endpoint, engine);
        var certain = new List<(DockerService, ServiceMatch)>();
        var possible = new List<(DockerService, ServiceMatch)>();

        // A web server is known by its port only.
        bool Listens(DockerService service) => service.Ports.Any(entry => entry.Publishes(port) || entry.OfHostPort(port) is not null);
        var isOne = engine.IsAnyProgram
            ? !services.IsOpen && services.Services.Where(Listens).Select(static service => service.Name).Distinct().Take(2).Count() == 1
            : services.IsOne;
        for (var i = 0; i < services.Services.Length; i++)
        {
            var service = services.Services[i];
            if (engine.IsAnyProgram && !Listens(service))
            {
                continue;
            }

            switch (address is not null && isOne && ContainerAddresses.CanBeOf(service, address) ? ServiceMatch.Certain : text.MatchOf(services.Accounts[i]))
            {
                case ServiceMatch.Certain:
                    certain.Add((service, ServiceMatch.Certain));
                    break;
                case ServiceMatch.Possible when possible.Count < MostDestinations:
                    possible.Add((service, ServiceMatch.Possible));
                    break;
            }
        }

        return certain.Count > 0 ? certain : possible;
    }

    private static HostDestination ToDestination(
        DockerService service, ServiceMatch match, bool isInside, int port, Engine engine, EngineServices services)
    {
        // With a loopback, the server's own port is meant; so it is with a container's port that the entries do not know.
        var isKnownPort = isInside && service.Ports.Any(entry => entry.Publishes(port));
        var ownPort = service.ChangedPort ?? (service.Engine ?? engine).DefaultPort;
        var containerPort = isKnownPort || IsAnyPort(service, engine) ? port : ownPort;
        var published = service.Ports.Select(entry => entry.OfContainerPort(containerPort)).Where(static found => found is not null)
            .OrderBy(static found => found!.Value.Mapping.IsOnLoopback ? 0 : found.Value.Mapping.IsOnIPv6Loopback ? 1 : 2)
            .FirstOrDefault();
        var isOpen = service.IsOpen || !service.ArePortsKnown || containerPort == ListeningPort.Unknown
            || service.Ports.Any(entry => entry.MayPublishSomewhere(containerPort));

        // Another file may publish what this one does not.
        var isUnpublished = !isOpen && (service.Ports.IsEmpty || IsElsewhere(service, containerPort))
            && services.AllNamed(service.Name).All(other => other.ArePortsKnown && (other.Ports.IsEmpty || IsElsewhere(other, containerPort)));
        return new HostDestination(service, match, containerPort, isOpen ? null : published, isUnpublished);
    }

    /// <summary>True when a service of a known engine publishes other container ports, and nothing can change the one that it listens on.</summary>
    private static bool IsElsewhere(DockerService service, int containerPort) => service is { Engine: not null, Body: not null, IsConfiguredByFile: false }
        && service.Ports.All(entry => entry is { FirstHostPort: not null, FirstContainerPort: not null } && !entry.Publishes(containerPort));

    /// <summary>Containers of no known engine that publish a container port: one of them may be what the text means.</summary>
    private static ImmutableArray<HostDestination> OfNoEngine(int port, DockerTopology topology) => topology.Services
        .Where(static service => service.Engine is null)
        .SelectMany(service => service.Ports.Select(entry => (Service: service, Published: entry.OfContainerPort(port))))
        .Where(static entry => entry.Published is not null)
        .Select(entry => new HostDestination(entry.Service, ServiceMatch.Possible, port, entry.Published, IsUnpublished: false))
        .Take(MostDestinations)
        .ToImmutableArray();

    /// <summary>One certain service stands alone; several certain ones that do not agree count as possible.</summary>
    private static ImmutableArray<HostDestination> Settle(ImmutableArray<HostDestination> destinations)
    {
        if (destinations.Length < 2 || destinations[0].Match != ServiceMatch.Certain)
        {
            return destinations;
        }

        var places = destinations.Select(static one => one.Published is { } port ? $"{port.Mapping.Address}:{port.HostPort}" : one.Service.Name);
        return places.Distinct().Take(2).Count() == 1
            ? ImmutableArray.Create(destinations[0])
            : destinations.Take(MostDestinations).Select(static one => one with { Match = ServiceMatch.Possible }).ToImmutableArray();
    }

    /// <summary>Whoever publishes the text's port: an entry that the host reaches before others, and the services that may be meant before others.</summary>
    private static HostDestination? PublisherOf(int port, HostName host, ImmutableArray<HostDestination> destinations, PortIndex ports)
    {
        var own = destinations.SelectMany(one => one.Service.Ports.Select(entry => (one.Service, one.Match, Published: entry.OfHostPort(port))))
            .Where(static entry => entry.Published is not null)
            .Select(static entry => (entry.Service, entry.Match, Published: entry.Published!.Value));
        return own.Concat(ports.OnHost(port).Select(static entry => (entry.Service, Match: ServiceMatch.Possible, entry.Published)))
            .OrderBy(entry => HostAddresses.Reaches(host.Name, entry.Published.Mapping) ? 0 : entry.Published.Mapping.IsOnLoopback ? 1 : 2)
            .Select(static entry => new HostDestination(entry.Service, entry.Match, entry.Published.ContainerPort, entry.Published, IsUnpublished: false))
            .FirstOrDefault();
    }
}
