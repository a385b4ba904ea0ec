namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>The single ports that an entry publishes.</summary>
internal static class PortMappings
{
    /// <summary>Where a container port is on the host; null when it is not published here or not known.</summary>
    public static PublishedPort? OfContainerPort(this PortMapping mapping, int containerPort) =>
        mapping.Publishes(containerPort) && mapping.FirstHostPort is { } host
            ? new(mapping, host + containerPort - mapping.FirstContainerPort!.Value, containerPort)
            : null;

    /// <summary>What is behind a host port; null when it is not published here or not known.</summary>
    public static PublishedPort? OfHostPort(this PortMapping mapping, int hostPort) =>
        mapping is { FirstHostPort: { } host, FirstContainerPort: { } container } && hostPort >= host && hostPort < host + mapping.Count
            ? new(mapping, hostPort, container + hostPort - host)
            : null;
}
