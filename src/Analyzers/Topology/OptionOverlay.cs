using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>Lays over the compositions what options say: published ports, and subnets of containers.</summary>
internal static class OptionOverlay
{
    /// <summary>The compositions, and one for the services that only the options know.</summary>
    public static ImmutableArray<Composition> Apply(ImmutableArray<Composition> compositions, DockerOptions options)
    {
        var ports = options.PublishedPorts.ToLookup(static port => port.Service, StringComparer.OrdinalIgnoreCase);
        var known = compositions.SelectMany(static composition => composition.Services).SelectMany(static service => service.Names)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var added = ports.Where(group => !known.Contains(group.Key)).Select(group => Make(group.Key, Read(group))).ToImmutableArray();
        return compositions
            .Select(composition => composition with { Services = composition.Services.Select(service => WithPorts(service, ports)).ToImmutableArray() })
            .Prepend(new Composition("", 0, IsPlain: true, ImmutableArray<ComposeFile>.Empty, added, options.ContainerNetworks, IsOpen: false))
            .ToImmutableArray();
    }

    /// <summary>What an option says of a service counts more than its file, which may leave the port to a variable.</summary>
    private static DockerService WithPorts(DockerService service, ILookup<string, PublishedPortOption> ports) =>
        service.Names.FirstOrDefault(ports.Contains) is { } name ? service with { Ports = Read(ports[name]), ArePortsKnown = true, IsOpen = false } : service;

    private static DockerService Make(string name, ImmutableArray<PortMapping> ports) => new()
    {
        Name = name,
        Place = default,
        Names = ImmutableArray.Create(name),
        Engine = ServiceEngine.Of(
            name, isBuilt: false, baseImage: null, ImmutableDictionary<string, EnvironmentValue>.Empty, ports, ImmutableArray<int>.Empty, isOpen: false)
            ?? EngineTable.OfWord(name),
        Ports = ports,
        ArePortsKnown = true,
    };

    private static ImmutableArray<PortMapping> Read(IEnumerable<PublishedPortOption> ports) =>
        ports.Select(static port => new PortMapping(null, port.HostPort, port.ContainerPort, 1, default)).ToImmutableArray();
}
