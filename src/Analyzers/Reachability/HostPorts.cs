using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

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
        if (EngineReading.IsXProtocol(endpoint) || endpoint.Hosts.Length > 1 || endpoint.Port.MeantWith(engine.DefaultPort) is not { } port)
        {
            return verdict is Verdict.Gateway or Verdict.HostAlias ? HostPortAnswer.Kept : HostPortAnswer.None;
        }

        // With a name or an address inside Docker stands a container's port, else a host port.
        var isInside = verdict is Verdict.ServiceName or Verdict.ContainerAddress or Verdict.FixedContainerAddress;
        var services = topology.ServicesOf(engine);
        var named = NamedBy(host, verdict, engine, topology);
        var meant = named is { } known ? known.Select(static service => (Service: service, Meaning: Meaning.Certain)).ToList() : MeantBy(endpoint, host, verdict, engine, port, services);

        // Another service of the same port, or `host ?? "localhost"` with one port for all: with another host it is that one's.
        var isAnothersPort = named is null && endpoint.Port.State == PortState.Written && (isInside ? services.OtherPorts.IsInside(port) : services.OtherPorts.OnHost(port).Any());
        var isPortOfOtherHosts = endpoint.Text.Has(RunKind.Fallback, host.Start, host.Length)
            && !(endpoint.Port.State == PortState.Written && endpoint.Text.Has(RunKind.Fallback, endpoint.Port.Start, endpoint.Port.Length));
        var offers = Settle(meant
            .Select(one => ToOffer(one.Service, isAnothersPort || isPortOfOtherHosts ? Meaning.Possible : one.Meaning, isInside, port, engine, services))
            .ToImmutableArray());

        if (isInside && named is null && engine == EngineTable.Unknown)
        {
            offers = OfNoEngine(port, topology);
        }

        // A container's port may be published by another service by chance.
        var isContainerPort = isInside && ((named is null && port == engine.DefaultPort)
            || offers.Any(offer => offer.ContainerPort == port && !IsHostPortOnly(offer.Service, port, engine)));
        var ports = named is null ? services.NearPorts : new PortIndex(named.Value);
        if (!isContainerPort && PublisherOf(port, host, offers, ports) is { } publisher)
        {
            return new HostPortAnswer(true, ImmutableArray.Create(publisher), null);
        }

        // With another name for this machine stands one of its ports, unless it is proved to be a container's.
        var answer = new HostPortAnswer(false, offers, offers.IsEmpty && named is null && engine != EngineTable.Http ? services.Services.FirstOrDefault() : null)
        {
            // Any program of this machine may serve the web on a port of its own. Beside an address inside Docker stands a container's port.
            IsPublishedElsewhere = verdict != Verdict.Unknown && engine != EngineTable.Http
                && !(verdict is Verdict.Loopback or Verdict.AmbiguousLoopback && engine == EngineTable.SqlServer && IsOfWindowsAccount(endpoint))
                && offers.Any(offer => offer.Published is { } published && published.HostPort != port)
                && !(named is null ? services.AnyPorts : ports).OnHost(port)
                    .Any(entry => !isInside || entry.Service.Engine is not null || entry.Published.ContainerPort == port),
            IsPortOfOtherHosts = isPortOfOtherHosts,
        };
        var isProved = answer.Certain is { Published: not null, ContainerPort: var containerPort } && containerPort == port;
        return verdict is Verdict.Gateway or Verdict.HostAlias && !isProved && !answer.IsUndecided ? HostPortAnswer.Kept : answer;
    }

    /// <summary>The engine of the service that a host names or that a file gives the address; null when there is none, or several.</summary>
    public static Engine? EngineOf(HostName host, DockerTopology topology)
    {
        var services = IpAddress.TryParse(host.Name, out var address) ? topology.At(address) : topology.Named(host.Name);
        return services.IsEmpty || services.Any(service => service.Engine != services[0].Engine) ? null : services[0].Engine;
    }

    /// <summary>True where only the host's side of an entry has the number: with a name of a container it was written by mistake.</summary>
    private static bool IsHostPortOnly(DockerService service, int port, Engine engine) => IsAnyPort(service, engine)
        && service.Ports.Any(entry => entry.OfHostPort(port) is not null)
        && !service.Ports.Any(entry => entry.Publishes(port) || entry.MayPublishSomewhere(port));

    /// <summary>True for a server that may listen on any port: of the web, or of no known engine.</summary>
    private static bool IsAnyPort(DockerService service, Engine engine) => engine == EngineTable.Http || (service.Engine is null && engine.DefaultPort == 0);

    /// <summary>True for a text that logs on as the user of Windows, which SQL Server in a Linux container does not know.</summary>
    private static bool IsOfWindowsAccount(Endpoint endpoint) => endpoint.Pairs.Any(static pair =>
        pair.Key.ToUpperInvariant() is "INTEGRATED SECURITY" or "INTEGRATEDSECURITY" or "TRUSTED_CONNECTION"
        && pair.Value.ToUpperInvariant() is "TRUE" or "YES" or "SSPI");

    /// <summary>The services that the host itself tells; null when it tells none.</summary>
    private static ImmutableArray<DockerService>? NamedBy(HostName host, Verdict verdict, Engine engine, DockerTopology topology)
    {
        var named = verdict == Verdict.ServiceName ? topology.Named(host.Name)
            : verdict == Verdict.FixedContainerAddress && IpAddress.TryParse(host.Name, out var address) ? topology.At(address)
            : ImmutableArray<DockerService>.Empty;

        // A container of another database answers in another language. Any container may serve the web.
        return named.IsEmpty ? null
            : engine == EngineTable.Unknown || engine == EngineTable.Http ? named
            : named.Where(service => service.Engine is null || service.Engine == engine).ToImmutableArray();
    }

    /// <summary>The services that the text certainly means, or else some of those that it may mean.</summary>
    private static List<(DockerService Service, Meaning Meaning)> MeantBy(Endpoint endpoint, HostName host, Verdict verdict, Engine engine, int port, EngineServices services)
    {
        var address = verdict == Verdict.ContainerAddress && IpAddress.TryParse(host.Name, out var parsed) ? parsed : null;
        var text = new TextAccount(endpoint, engine);
        var certain = new List<(DockerService, Meaning)>();
        var possible = new List<(DockerService, Meaning)>();

        // A web server is known by its port only.
        bool Listens(DockerService service) => service.Ports.Any(entry => entry.Publishes(port) || entry.OfHostPort(port) is not null);
        var isOne = engine == EngineTable.Http ? !services.IsOpen && services.Services.Where(Listens).Select(static service => service.Name).Distinct().Take(2).Count() == 1 : services.IsOne;
        for (var i = 0; i < services.Services.Length; i++)
        {
            var service = services.Services[i];
            if (engine == EngineTable.Http && !Listens(service))
            {
                continue;
            }

            switch (address is not null && isOne && Means.CanHave(service, address) ? Meaning.Certain : Means.Of(text, services.Accounts[i], engine))
            {
                case Meaning.Certain:
                    certain.Add((service, Meaning.Certain));
                    break;
                case Meaning.Possible when possible.Count < MostOffers:
                    possible.Add((service, Meaning.Possible));
                    break;
            }
        }

        return certain.Count > 0 ? certain : possible;
    }

    private static Offer ToOffer(DockerService service, Meaning meaning, bool isInside, int port, Engine engine, EngineServices services)
    {
        // With a loopback, the server's own port is meant; so it is with a container's port that the entries do not know.
        var isKnownPort = isInside && service.Ports.Any(entry => entry.Publishes(port));
        var ownPort = service.ChangedPort ?? (service.Engine ?? engine).DefaultPort;
        var containerPort = isKnownPort || IsAnyPort(service, engine) ? port : ownPort;
        var published = service.Ports.Select(entry => entry.OfContainerPort(containerPort)).Where(static found => found is not null)
            .OrderBy(static found => found!.Value.Mapping.IsOnLoopback ? 0 : found.Value.Mapping.IsOnIPv6Loopback ? 1 : 2)
            .FirstOrDefault();
        var isOpen = service.IsOpen || !service.ArePortsKnown || containerPort == ListeningPort.Unknown || service.Ports.Any(entry => entry.MayPublishSomewhere(containerPort));

        // Another file may publish what this one does not.
        var isUnpublished = !isOpen && (service.Ports.IsEmpty || IsElsewhere(service, containerPort))
            && services.AllNamed(service.Name).All(other => other.ArePortsKnown && (other.Ports.IsEmpty || IsElsewhere(other, containerPort)));
        return new Offer(service, meaning, containerPort, isOpen ? null : published, isUnpublished);
    }

    /// <summary>True when a service of a known engine publishes other container ports, and nothing can change the one that it listens on.</summary>
    private static bool IsElsewhere(DockerService service, int containerPort) => service is { Engine: not null, Body: not null, IsConfiguredByFile: false }
        && service.Ports.All(entry => entry is { FirstHostPort: not null, FirstContainerPort: not null } && !entry.Publishes(containerPort));

    /// <summary>Containers of no known engine that publish a container port: one of them may be what the text means.</summary>
    private static ImmutableArray<Offer> OfNoEngine(int port, DockerTopology topology) => topology.Services
        .Where(static service => service.Engine is null)
        .SelectMany(service => service.Ports.Select(entry => (Service: service, Published: entry.OfContainerPort(port))))
        .Where(static entry => entry.Published is not null)
        .Select(entry => new Offer(entry.Service, Meaning.Possible, port, entry.Published, IsUnpublished: false))
        .Take(MostOffers)
        .ToImmutableArray();

    /// <summary>One certain service stands alone; several certain ones that do not agree count as possible.</summary>
    private static ImmutableArray<Offer> Settle(ImmutableArray<Offer> offers)
    {
        if (offers.Length < 2 || offers[0].Meaning != Meaning.Certain)
        {
            return offers;
        }

        var places = offers.Select(static offer => offer.Published is { } port ? $"{port.Mapping.Address}:{port.HostPort}" : offer.Service.Name).Distinct().Take(2).Count();
        return places == 1 ? ImmutableArray.Create(offers[0]) : offers.Take(MostOffers).Select(static offer => offer with { Meaning = Meaning.Possible }).ToImmutableArray();
    }

    /// <summary>Whoever publishes the text's port: an entry that the host reaches before others, and the services that may be meant before others.</summary>
    private static Offer? PublisherOf(int port, HostName host, ImmutableArray<Offer> offers, PortIndex ports)
    {
        var own = offers.SelectMany(offer => offer.Service.Ports.Select(entry => (offer.Service, offer.Meaning, Published: entry.OfHostPort(port))))
            .Where(static entry => entry.Published is not null)
            .Select(static entry => (entry.Service, entry.Meaning, Published: entry.Published!.Value));
        return own.Concat(ports.OnHost(port).Select(static entry => (entry.Service, Meaning: Meaning.Possible, entry.Published)))
            .OrderBy(entry => HostAddresses.Reaches(host.Name, entry.Published.Mapping) ? 0 : entry.Published.Mapping.IsOnLoopback ? 1 : 2)
            .Select(static entry => new Offer(entry.Service, entry.Meaning, entry.Published.ContainerPort, entry.Published, IsUnpublished: false))
            .FirstOrDefault();
    }
}
