using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What is known of Docker around a project. The same for any order of the files; what is asked of it once costs little the next time.</summary>
internal sealed class DockerTopology
{
    private readonly ConcurrentDictionary<Engine, EngineServices> _services = new();
    private readonly ConcurrentDictionary<int, int> _freePorts = new();
    private readonly ConcurrentDictionary<int, Engine?> _engines = new();
    private readonly Dictionary<string, ImmutableArray<DockerService>> _byName;
    private readonly Dictionary<IPAddress, ImmutableArray<DockerService>> _byAddress;
    private readonly TopologyFiles _files;
    private readonly Lazy<ValueUsers> _users;
    private volatile Started? _withStarted;

    private DockerTopology(ImmutableArray<Composition> compositions, TopologyFiles files, DaemonSettings? daemon, DevContainer? devContainer)
    {
        Compositions = compositions;
        _files = files;
        _users = new(() => new ValueUsers(compositions, files), LazyThreadSafetyMode.PublicationOnly);
        Daemon = daemon;
        DevContainer = devContainer;
        Subnets = compositions.SelectMany(static composition => composition.Subnets).Concat(daemon?.Subnets ?? ImmutableArray<Subnet>.Empty).ToImmutableArray();
        HasServices = compositions.Any(static composition => !composition.Services.IsEmpty);
        _byName = Index(static service => service.Names, StringComparer.OrdinalIgnoreCase);
        _byAddress = Index(AddressesOf, EqualityComparer<IPAddress>.Default);
    }

    /// <summary>What is started together, the nearest first.</summary>
    public ImmutableArray<Composition> Compositions { get; }

    /// <summary>What <c>daemon.json</c> says of addresses; null when the project lists none.</summary>
    public DaemonSettings? Daemon { get; }

    /// <summary>The subnets that files fix and that a program on the host does not share.</summary>
    public ImmutableArray<Subnet> Subnets { get; }

    /// <summary>The repository's dev container; null when it has none.</summary>
    public DevContainer? DevContainer { get; }

    public bool HasServices { get; }

    public bool HasComposeFile => !_files.Compose.IsEmpty;

    /// <summary>Puts the files together.</summary>
    /// <param name="projectFolder">The project's folder, normalised; empty when it is not known.</param>
    /// <param name="files">The files.</param>
    public static DockerTopology Build(string projectFolder, TopologyFiles files)
    {
        var compositions = files.Compose
            .Where(static file => !DevContainer.IsIn(file.Path))
            .GroupBy(static file => Paths.Folder(Paths.Normalize(file.Path)), StringComparer.Ordinal)
            .SelectMany(group => ComposeSets.Of(group.Key, group.ToImmutableArray(), files.VariablesOf(group.Key + "/.env"), files.ComposeFileOf)
                .Select(set => ComposeProject.Read(set, group.Key, DistanceOf(projectFolder, group.Key), files)))
            .ToArray();
        return new DockerTopology(InOrder(compositions), files, DaemonSettings.Read(files), DevContainer.Read(files));
    }

    /// <summary>The topology with the containers that the project's code starts. The same for the same services as the last time.</summary>
    /// <param name="started">The containers.</param>
    /// <param name="projectFolder">The project's folder, normalised.</param>
    public DockerTopology With(ImmutableArray<DockerService> started, string projectFolder)
    {
        if (started.IsEmpty)
        {
            return this;
        }

        if (_withStarted is { } kept && kept.Services.SequenceEqual(started))
        {
            return kept.Topology;
        }

        var compositions = started.Select(service => Composition.Of(service, projectFolder, service.IsOnRandomPorts ? Composition.Farthest : 0));
        var topology = new DockerTopology(InOrder(Compositions.Concat(compositions)), _files, Daemon, DevContainer);
        _withStarted = new Started(started, topology);
        return topology;
    }

    private static ImmutableArray<Composition> InOrder(IEnumerable<Composition> compositions) => compositions
        .OrderBy(static composition => composition.Distance)
        .ThenBy(static composition => composition.Folder, StringComparer.Ordinal)
        .ThenBy(static composition => composition.IsPlain ? 0 : 1)
        .ToImmutableArray();

    /// <summary>The topology with what options say over it.</summary>
    public DockerTopology Under(DockerOptions options) => new(OptionOverlay.Apply(Compositions, options), _files, Daemon, DevContainer);

    /// <summary>Every service, alternatives included, the nearest first.</summary>
    public IEnumerable<DockerService> Services => Compositions.SelectMany(static composition => composition.Services);

    /// <summary>The text of a Dockerfile or another file that came with the project, by normalised path; null when it did not come.</summary>
    public string? TextOf(string path) => _files.TextOf(path);

    /// <summary>What the build of a service ends on; null where it has none, or where a file that says it did not come.</summary>
    public DockerfileStage? DockerfileOf(DockerService service)
    {
        if (service.Build is not { } build)
        {
            return null;
        }

        // What the shell may set is not known.
        var given = service.BuildArguments.Values.Aggregate(
            Variables.None, static (all, argument) => all.With(argument.Name, argument.Text is null ? PlacedText.Unknown(argument.KeyPlace) : argument.Value));
        return (build.Inline ?? PlacedText.Whole(_files.SourceOf(build.Dockerfile))) is { } text ? DockerfileStage.Read(text, build.Target, given) : null;
    }

    /// <summary>Normalised paths of the Dockerfiles that came with the project.</summary>
    public IEnumerable<string> Dockerfiles => _files.Others.Where(FileKinds.IsDockerfile);

    /// <summary>A compose file by its path; null when it did not come.</summary>
    public ComposeFile? ComposeFileOf(string path) => _files.ComposeFileOf(Paths.Normalize(path));

    /// <summary>Who has a value that is written at a place, and whether it may be edited.</summary>
    public ValueUsers Users => _users.Value;

    /// <summary>True when two services of one composition find each other by their names.</summary>
    public bool AreOnOneNetwork(DockerService one, DockerService other) =>
        one.Name != other.Name && one.Networks.Any(other.Networks.Contains)
        && Compositions.Any(composition => composition.Holds(one) && composition.Holds(other));

    /// <summary>The services of an engine where the nearest ones are.</summary>
    public EngineServices ServicesOf(Engine engine) => _services.GetOrAdd(engine, key => EngineServices.Find(key, Compositions));

    /// <summary>The services that a name stands for inside Docker, of the nearest compositions that know it; empty when there is none.</summary>
    public ImmutableArray<DockerService> Named(string host) => _byName.TryGetValue(host, out var services) ? services : ImmutableArray<DockerService>.Empty;

    /// <summary>The services that a file gives an address inside Docker.</summary>
    public ImmutableArray<DockerService> At(IPAddress address) =>
        _byAddress.TryGetValue(address, out var services) ? services : ImmutableArray<DockerService>.Empty;

    private static IEnumerable<IPAddress> AddressesOf(DockerService service) =>
        service.StaticAddresses.Select(static text => IpAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>();

    /// <summary>The engine of the service that a host names or that a file gives the address; null when there is none, or several.</summary>
    public Engine? EngineNamed(string host)
    {
        var services = IpAddress.TryParse(host, out var address) ? At(address) : Named(host);
        return services.IsEmpty || services.Any(service => service.Engine != services[0].Engine) ? null : services[0].Engine;
    }

    /// <summary>A port of the host that no service publishes: this one, else the next.</summary>
    public int FreeHostPort(int port) => _freePorts.GetOrAdd(port, from =>
    {
        var taken = new PortIndex(Services.ToImmutableArray());
        return Enumerable.Range(from, 65535 - from).FirstOrDefault(free => !taken.OnHost(free).Any()) is > 0 and var found ? found : from;
    });

    /// <summary>The engine of the services that listen on a container port, when it is one engine.</summary>
    public Engine? EngineOn(int port) => _engines.GetOrAdd(port, FindEngineOn);

    private Engine? FindEngineOn(int port)
    {
        var engines = Services
            .Where(service => service.Engine is not null
                && (service.Engine.DefaultPort == port || service.ChangedPort == port || service.Ports.Any(entry => entry.Publishes(port))))
            .Select(static service => service.Engine)
            .Distinct()
            .Take(2)
            .ToArray();
        return engines.Length == 1 ? engines[0] : null;
    }

    /// <summary>The services by their keys, for each key those of the nearest compositions, of the plain ones where these know it.</summary>
    private Dictionary<T, ImmutableArray<DockerService>> Index<T>(Func<DockerService, IEnumerable<T>> keysOf, IEqualityComparer<T> comparer)
        where T : notnull
    {
        var index = new Dictionary<T, (int Rank, ImmutableArray<DockerService>.Builder Services)>(comparer);
        foreach (var composition in Compositions)
        {
            foreach (var service in composition.Services)
            {
                var rank = (2 * composition.Distance) + (composition.IsPlain && service.IsStarted ? 0 : 1);
                foreach (var key in keysOf(service))
                {
                    if (!index.TryGetValue(key, out var known) || rank < known.Rank)
                    {
                        index[key] = known = (rank, ImmutableArray.CreateBuilder<DockerService>(1));
                    }

                    if (rank == known.Rank)
                    {
                        known.Services.Add(service);
                    }
                }
            }
        }

        return index.ToDictionary(static pair => pair.Key, static pair => pair.Value.Services.ToImmutable(), comparer);
    }

    /// <summary>The project's folder, its children, the parent, the parent's children, and so on.</summary>
    private static int DistanceOf(string projectFolder, string folder)
    {
        if (projectFolder.Length == 0)
        {
            return 0;
        }

        var up = 0;
        var ancestor = projectFolder;
        while (!Paths.IsIn(folder, ancestor) && ancestor.Length > 0)
        {
            ancestor = Paths.Folder(ancestor);
            up++;
        }

        return (2 * up) + (Paths.AreEqual(folder, ancestor) ? 0 : 1);
    }

    private sealed record Started(ImmutableArray<DockerService> Services, DockerTopology Topology);
}
