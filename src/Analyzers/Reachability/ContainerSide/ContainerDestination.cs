using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>A server that a text may mean, and how a container reaches it.</summary>
/// <param name="Service">The service; null for a server on the host.</param>
/// <param name="Host">The host to write.</param>
/// <param name="Port">The port to write; null where it is not known, or stays.</param>
/// <param name="Match">How sure it is that the text means it; never <see cref="ServiceMatch.No"/>.</param>
internal sealed record ContainerDestination(DockerService? Service, string Host, int? Port, ServiceMatch Match)
{
    /// <summary>True for a name of the host that the container knows only once <c>extra_hosts</c> says <c>host-gateway</c>.</summary>
    public bool NeedsHostGateway { get; init; }
}
