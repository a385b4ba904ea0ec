namespace DockerConnectionStrings.Analyzers.Options;

/// <summary>A port that an option says is published.</summary>
/// <param name="Service">The name of the container or compose service.</param>
/// <param name="HostPort">The port on the host.</param>
/// <param name="ContainerPort">The port inside the container.</param>
internal sealed record PublishedPortOption(string Service, int HostPort, int ContainerPort);
