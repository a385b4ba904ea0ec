using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Services on the network of the host or of another service (Compose specification, "network_mode"): their own <c>ports</c> publish nothing.
/// </summary>
internal static class SharedNetworks
{
    public static ImmutableArray<DockerService> Apply(ImmutableArray<DockerService> services)
    {
        if (services.All(static service => IsOwn(service.NetworkMode)))
        {
            return services;
        }

        var byName = new Dictionary<string, DockerService>(StringComparer.Ordinal);
        foreach (var (name, service) in services.SelectMany(static service => service.Names.Select(name => (name, service))))
        {
            byName[name] = service;
        }

        foreach (var service in services)
        {
            byName[service.Name] = service;
        }

        return services.Select(service => WithPorts(service, byName)).ToImmutableArray();
    }

    private static bool IsOwn(string? mode) => mode is null or "bridge" or "default";

    private static DockerService WithPorts(DockerService service, Dictionary<string, DockerService> byName)
    {
        var mode = service.NetworkMode;
        if (IsOwn(mode))
        {
            return service;
        }

        switch (mode)
        {
            case "none":
                return service with { Ports = ImmutableArray<PortMapping>.Empty };

            // The container's port is the host's.
            case "host" when (service.ChangedPort ?? service.Engine?.DefaultPort) is > 0 and var port:
                return service with { Ports = ImmutableArray.Create(new PortMapping(null, port, port, 1, service.Place)) };
        }

        var isOfAnother = mode!.StartsWith("service:", StringComparison.Ordinal) || mode.StartsWith("container:", StringComparison.Ordinal);
        var name = isOfAnother ? mode.Substring(mode.IndexOf(':') + 1) : "";
        return byName.TryGetValue(name, out var other) && IsOwn(other.NetworkMode)
            ? service with { Ports = other.Ports, ArePortsKnown = other.ArePortsKnown && service.ArePortsKnown }
            : service with { Ports = ImmutableArray<PortMapping>.Empty, ArePortsKnown = false };
    }
}
