using System.Net;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>Under which address a program on the host reaches a published port.</summary>
internal static class HostAddresses
{
    /// <summary>The address that a fix writes.</summary>
    public static string Of(PortMapping mapping, DockerOptions options)
    {
        var isOnMachine = mapping.IsOnLoopback || mapping.IsOnIPv6Loopback;
        return options.DockerHost is { } machine && isOnMachine ? machine
            : options.Loopback == "localhost" && isOnMachine ? options.Loopback
            : options.Loopback == "::1" && mapping.IsOnIPv6Loopback ? options.Loopback
            : mapping.Address;
    }

    /// <summary>True when a host that names this machine reaches the port as it stands.</summary>
    public static bool Reaches(string host, PortMapping mapping) =>
        !IpAddress.TryParse(host, out var address) ? mapping.IsOnLoopback || mapping.IsOnIPv6Loopback
        : address.Equals(IPAddress.IPv6Loopback) ? mapping.IsOnIPv6Loopback
        : mapping.IsOnLoopback;
}
