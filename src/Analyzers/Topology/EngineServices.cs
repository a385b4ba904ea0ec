using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>The services of one engine at the distance that answers.</summary>
/// <param name="Services">Those of the plain compositions, or where these have none, of the alternatives.</param>
/// <param name="Others">The other services of the compositions that answer.</param>
/// <param name="Near">Those of every composition as near as the answer, alternatives included.</param>
/// <param name="All">Those of every composition.</param>
/// <param name="IsOpen">True when the compositions that answer, or the plain ones in whose place they do, may hold more services.</param>
internal sealed record EngineServices(
    ImmutableArray<DockerService> Services, ImmutableArray<DockerService> Others, ImmutableArray<DockerService> Near, ImmutableArray<DockerService> All, bool IsOpen)
{
    private static readonly EngineServices s_none = new(
        ImmutableArray<DockerService>.Empty, ImmutableArray<DockerService>.Empty, ImmutableArray<DockerService>.Empty, ImmutableArray<DockerService>.Empty, false);

    /// <summary>True when the answer is one container: the same service, perhaps in several files.</summary>
    public bool IsOne => !IsOpen && !Services.IsEmpty && Services.All(service => service.Name == Services[0].Name && !service.IsOpen);

    private readonly Lazy<PortIndex> _nearPorts = new(() => new PortIndex(Near), LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<PortIndex> _otherPorts = new(() => new PortIndex(Others), LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<ILookup<string, DockerService>> _allByName = new(() => All.ToLookup(static service => service.Name, StringComparer.Ordinal), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The ports of <see cref="Near"/>.</summary>
    public PortIndex NearPorts => _nearPorts.Value;

    /// <summary>The ports of <see cref="Others"/>.</summary>
    public PortIndex OtherPorts => _otherPorts.Value;

    /// <summary>What every composition says of a service.</summary>
    public IEnumerable<DockerService> AllNamed(string name) => _allByName.Value[name];

    /// <summary>Finds the services of an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="compositions">All compositions, the nearest first.</param>
    public static EngineServices Find(Engine engine, ImmutableArray<Composition> compositions)
    {
        // Any program that is no database may be a web server.
        bool Has(DockerService service) => engine == EngineTable.Http ? service.Engine is null : service.Engine == engine;
        foreach (var distance in compositions.GroupBy(static composition => composition.Distance))
        {
            // An alternative, or a service that a profile starts, answers only where no plain one does.
            var plain = distance.Where(static composition => composition.IsPlain).ToArray();
            var answer = plain.Where(composition => composition.Services.Any(service => Has(service) && service.IsStarted)).ToArray() is { Length: > 0 } found ? plain
                : distance.Where(composition => composition.Services.Any(Has)).ToArray();
            if (answer.Length == 0)
            {
                continue;
            }

            // A plain one of which a part did not come may have the engine as well: what an alternative says is then not settled.
            var isGuess = answer != plain && plain.Any(static composition => composition.IsOpen);
            var services = answer.SelectMany(static composition => composition.Services).Select(service => isGuess ? service with { IsOpen = true } : service).ToLookup(service => Has(service) && (answer != plain || service.IsStarted));
            return new EngineServices(
                services[true].ToImmutableArray(),
                services[false].ToImmutableArray(),
                compositions.Where(composition => composition.Distance <= distance.Key).SelectMany(static composition => composition.Services).Where(Has).ToImmutableArray(),
                compositions.SelectMany(static composition => composition.Services).Where(Has).ToImmutableArray(),
                answer.Concat(plain).Any(static composition => composition.IsOpen));
        }

        return s_none;
    }
}
