using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>Whether a host of a text connects from the host, and why not.</summary>
internal static class HostReach
{
    /// <summary>What is wrong with one host of a text.</summary>
    /// <param name="host">The host.</param>
    /// <param name="vantage">From where the text is seen: not from a container alone.</param>
    /// <param name="topology">What is known of Docker.</param>
    /// <param name="options">The options of the file.</param>
    public static HostFault FaultOf(HostName host, Vantage vantage, DockerTopology topology, DockerOptions options)
    {
        var fault = options.Ignores(host.Name) ? HostFault.None : FaultOf(host.Name, topology, options);
        return MayBeWrong(fault, vantage) ? fault : HostFault.None;
    }

    /// <summary>True for what is wrong on the host and right in a container.</summary>
    public static bool IsRightInside(HostFault fault) => fault is HostFault.ServiceName or HostFault.HostAlias or HostFault.Gateway;

    /// <summary>From both sides only what fails on both is wrong; a loopback is judged as from the host, where alone it can be right.</summary>
    private static bool MayBeWrong(HostFault fault, Vantage vantage) => vantage.Kind switch
    {
        // Who writes a name that only containers have for the host has a container: something has to show that this is not it.
        VantageKind.Host => fault != HostFault.HostAlias || vantage.IsEvident,
        VantageKind.Both => fault is HostFault.ContainerAddress or HostFault.AmbiguousLoopback or HostFault.Loopback,
        VantageKind.Unknown => fault == HostFault.ContainerAddress,
        _ => false,
    };

    private static HostFault FaultOf(string host, DockerTopology topology, DockerOptions options)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            // Where Docker runs elsewhere, this machine is meant as it is.
            return options.DockerHost is null ? HostFault.AmbiguousLoopback : HostFault.None;
        }

        if (!IpAddress.TryParse(host, out var address))
        {
            return HostAliases.Contains(host) ? HostFault.HostAlias
                : !topology.Named(host).IsEmpty ? HostFault.ServiceName
                : HostFault.None;
        }

        return IPAddress.IsLoopback(address) ? (options.DockerHost is null && topology.HasServices ? HostFault.Loopback : HostFault.None)
            : !topology.At(address).IsEmpty ? HostFault.FixedContainerAddress
            : ContainerAddresses.IsGateway(address, topology) ? HostFault.Gateway
            : ContainerAddresses.IsHandedOut(address, topology) || ContainerAddresses.IsInSubnet(address, topology) ? HostFault.ContainerAddress
            : HostFault.None;
    }
}
