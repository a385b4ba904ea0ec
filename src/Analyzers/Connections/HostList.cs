using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>The hosts in the value of a host option.</summary>
/// <param name="Hosts">The hosts, at least one.</param>
/// <param name="Port">A port behind the only host.</param>
/// <param name="IsInstance">True for SQL Server's <c>host\instance</c>, whose port a service of the host tells.</param>
/// <param name="HasTcp">True for <c>tcp:host</c>.</param>
/// <param name="HasPorts">True for several hosts with ports of their own.</param>
internal sealed record HostList(ImmutableArray<HostName> Hosts, InnerPort? Port, bool IsInstance, bool HasTcp, bool HasPorts)
{
    /// <summary>A port of the only host that counts more than the option's.</summary>
    public Port? OwnPort { get; init; }

    /// <summary>True when a name of what is connected to stands behind the only host, or in a descriptor with it.</summary>
    public bool HasService { get; init; }
}
