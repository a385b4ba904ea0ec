using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>The services of one engine at the distance that answers. Made once for a topology, so that a text costs little.</summary>
internal sealed class EngineServices
{
    private readonly Lazy<PortIndex> _otherPorts;
    private readonly Lazy<PortIndex> _anyPorts;
    private readonly Lazy<bool> _areAllPortsKnown;
    private readonly Lazy<ILookup<string, DockerService>> _allByName;

    private EngineServices(
        Engine engine, ImmutableArray<DockerService> services, ImmutableArray<DockerService> others, ImmutableArray<DockerService> near,
        ImmutableArray<DockerService> all, ImmutableArray<DockerService> unknown, bool isOpen)
    {
        Services = services;
        Accounts = services.Select(service => ServiceAccount.Of(service, engine)).ToImmutableArray();
        IsOpen = isOpen;
        IsOne = !isOpen && !services.IsEmpty && services.All(service => service.Name == services[0].Name && !service.IsOpen);
        NearPorts = new PortIndex(near);
        _otherPorts = new(() => new PortIndex(others), LazyThreadSafetyMode.PublicationOnly);
        _anyPorts = new(() => new PortIndex(all.AddRange(unknown)), LazyThreadSafetyMode.PublicationOnly);
        _areAllPortsKnown = new(() => !isOpen && all.AddRange(unknown).All(IsKnown), LazyThreadSafetyMode.PublicationOnly);
        _allByName = new(() => all.ToLookup(static service => service.Name, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Those of the plain compositions, or where these have none, of the alternatives.</summary>
    public ImmutableArray<DockerService> Services { get; }

    /// <summary>The accounts of <see cref="Services"/>, in the same order.</summary>
    public ImmutableArray<ServiceAccount> Accounts { get; }

    /// <summary>True when the compositions that answer, or the plain ones in whose place they do, may hold more services.</summary>
    public bool IsOpen { get; }

    /// <summary>True when the answer is one container: the same service, perhaps in several files.</summary>
    public bool IsOne { get; }

    /// <summary>The ports that every composition publishes for the engine that is as near as the answer, alternatives included.</summary>
    public PortIndex NearPorts { get; }

    /// <summary>The ports of the other services of the compositions that answer.</summary>
    public PortIndex OtherPorts => _otherPorts.Value;

    /// <summary>The ports that any composition publishes for the engine, or for a container of no known engine, which may be a proxy.</summary>
    public PortIndex AnyPorts => _anyPorts.Value;

    /// <summary>False when one of those may publish a port that is not known.</summary>
    public bool AreAllPortsKnown => _areAllPortsKnown.Value;

    /// <summary>What every composition says of a service of the engine.</summary>
    public IEnumerable<DockerService> AllNamed(string name) => _allByName.Value[name];

    /// <summary>Finds the services of an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="compositions">All compositions, the nearest first.</param>
    public static EngineServices Find(Engine engine, ImmutableArray<Composition> compositions)
    {
        // Any program that is no database may be a web server.
        bool Has(DockerService service) => engine.IsAnyProgram ? service.Engine is null or { TakesWebUris: true } : service.Engine == engine;
        foreach (var distance in compositions.GroupBy(static composition => composition.Distance))
        {
            // An alternative, or a service that a profile starts, answers only where no plain one does.
            var plain = distance.Where(static composition => composition.IsPlain).ToArray();
            var isPlain = plain.Any(composition => composition.Services.Any(service => Has(service) && service.IsStarted));
            var answer = isPlain ? plain : distance.Where(composition => composition.Services.Any(Has)).ToArray();
            if (answer.Length == 0)
            {
                continue;
            }

            // A plain one of which a part did not come may have the engine as well: what an alternative says is then not settled.
            var isGuess = !isPlain && plain.Any(static composition => composition.IsOpen);
            var services = answer.SelectMany(static composition => composition.Services)
                .Select(service => isGuess ? service with { IsOpen = true } : service)
                .ToLookup(service => Has(service) && (!isPlain || service.IsStarted));

            // What code starts is as near as can be, and stands beside what compose files publish.
            var isOfCode = answer.All(static composition => composition.Files.IsEmpty);
            return new EngineServices(
                engine,
                services[true].ToImmutableArray(),
                services[false].ToImmutableArray(),
                compositions.Where(composition => isOfCode || composition.Distance <= distance.Key)
                    .SelectMany(static composition => composition.Services).Where(Has).ToImmutableArray(),
                compositions.SelectMany(static composition => composition.Services).Where(Has).ToImmutableArray(),
                compositions.SelectMany(static composition => composition.Services)
                    .Where(service => service.Engine is null && !Has(service)).ToImmutableArray(),
                answer.Concat(plain).Any(static composition => composition.IsOpen));
        }

        var none = ImmutableArray<DockerService>.Empty;
        var unknown = compositions.SelectMany(static composition => composition.Services).Where(static service => service.Engine is null).ToImmutableArray();
        return new EngineServices(engine, none, none, none, none, unknown, isOpen: false);
    }

    private static bool IsKnown(DockerService service) => service.ArePortsKnown && service.Ports.All(static entry => entry.FirstHostPort is not null)
        && !(service is { Engine: null, NetworkMode: "host" });
}
