using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>The published ports of some services, found without a look at each of them.</summary>
internal sealed class PortIndex
{
    private readonly Dictionary<int, List<(DockerService Service, PortMapping Mapping)>> _byHostPort = [];
    private readonly HashSet<int> _containerPorts = [];
    private readonly List<(DockerService Service, PortMapping Mapping)> _ranges = [];

    /// <param name="services">The services; of one port those on the loopback come first, then in this order.</param>
    public PortIndex(ImmutableArray<DockerService> services)
    {
        var mappings = services.SelectMany(static service => service.Ports.Select(mapping => (Service: service, Mapping: mapping)));
        foreach (var entry in mappings.OrderBy(static entry => entry.Mapping.IsOnLoopback ? 0 : 1))
        {
            if (entry.Mapping is not { Count: 1, FirstContainerPort: { } containerPort })
            {
                _ranges.Add(entry);
                continue;
            }

            _containerPorts.Add(containerPort);
            if (entry.Mapping.FirstHostPort is { } hostPort)
            {
                if (!_byHostPort.TryGetValue(hostPort, out var entries))
                {
                    _byHostPort.Add(hostPort, entries = []);
                }

                entries.Add(entry);
            }
        }
    }

    /// <summary>Who publishes a host port, and what is behind it.</summary>
    public IEnumerable<(DockerService Service, PublishedPort Published)> OnHost(int port) => (_byHostPort.TryGetValue(port, out var entries) ? entries : [])
        .Concat(_ranges)
        .Select(entry => (entry.Service, Published: entry.Mapping.OfHostPort(port)))
        .Where(static entry => entry.Published is not null)
        .Select(static entry => (entry.Service, entry.Published!.Value));

    /// <summary>True when one of them publishes a container port, wherever.</summary>
    public bool IsInside(int port) => _containerPorts.Contains(port) || _ranges.Any(entry => entry.Mapping.Publishes(port));
}
