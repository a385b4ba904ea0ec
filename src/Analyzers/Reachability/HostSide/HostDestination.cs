using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>A service that a text may mean, and where Docker publishes it.</summary>
/// <param name="Service">The service.</param>
/// <param name="Match">How sure it is that the text means it; never <see cref="ServiceMatch.No"/>.</param>
/// <param name="ContainerPort">The container port that the text means.</param>
/// <param name="Published">Where that port is on the host, or null.</param>
/// <param name="IsUnpublished">True when that port is known to be published nowhere.</param>
internal sealed record HostDestination(
    DockerService Service, ServiceMatch Match, int ContainerPort, PublishedPort? Published, bool IsUnpublished);
