using DockerConnectionStrings.Analyzers.Files;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>One TCP port of a container on the host.</summary>
/// <param name="Mapping">The entry that publishes it.</param>
/// <param name="HostPort">The port there.</param>
/// <param name="ContainerPort">The port inside the container.</param>
internal readonly record struct PublishedPort(PortMapping Mapping, int HostPort, int ContainerPort)
{
    /// <summary>Where it is published.</summary>
    public Place Place => Mapping.Place;
}
