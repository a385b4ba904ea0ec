using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>One TCP port of a container that Docker publishes on the host.</summary>
/// <param name="HostAddress">The host's address that it is bound to; null for all of them.</param>
/// <param name="HostPort">The port on the host.</param>
/// <param name="ContainerPort">The port inside the container.</param>
/// <param name="Span">Source positions of the entry in the compose file.</param>
internal readonly record struct PortMapping(string? HostAddress, int HostPort, int ContainerPort, TextSpan Span)
{
    /// <summary>The address under which a program on the host reaches the port.</summary>
    public string ReachableAddress => HostAddress is null or "" or "0.0.0.0" or "::" ? "127.0.0.1" : HostAddress;
}
