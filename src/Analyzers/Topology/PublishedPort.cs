using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>One TCP port of a container on the host.</summary>
/// <param name="Address">The address under which a program on the host reaches it.</param>
/// <param name="HostPort">The port there.</param>
/// <param name="ContainerPort">The port inside the container.</param>
/// <param name="Span">Source positions of the entry that publishes it.</param>
internal readonly record struct PublishedPort(string Address, int HostPort, int ContainerPort, TextSpan Span);
