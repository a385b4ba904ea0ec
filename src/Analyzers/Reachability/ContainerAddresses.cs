using System.Net;
using System.Net.Sockets;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Which addresses belong to containers.</summary>
internal static class ContainerAddresses
{
    /// <summary>The host's own address in Docker's default bridge.</summary>
    private static readonly IPAddress s_defaultGateway = new([172, 17, 0, 1]);

    /// <summary>
    /// True for an address that Docker really hands out: .2 to .254 of its default bridge, and the first ones of the
    /// networks that it makes after it, 172.18.0.0/16 to 172.30.0.0/16. 172.31.0.0/16 is every AWS default VPC, and
    /// 192.168.x.y mostly somebody's LAN. A <c>daemon.json</c> with networks of its own knows better.
    /// </summary>
    public static bool IsHandedOut(IPAddress address, DockerTopology topology)
    {
        if (address.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var parts = address.GetAddressBytes();
        return parts[0] == 172 && parts[2] == 0 && (parts[1] == 17
            ? parts[3] is >= 2 and <= 254 && topology.Daemon is not { HasOwnBridge: true }
            : parts[1] is >= 18 and <= 30 && parts[3] is >= 2 and <= 31 && topology.Daemon is not { HasOwnPools: true });
    }

    /// <summary>True when the address lies in a subnet that a file or an option names.</summary>
    public static bool IsInSubnet(IPAddress address, DockerTopology topology) => topology.Subnets.Any(subnet => subnet.CanBeContainer(address));

    /// <summary>True for the host's own address in such a subnet, or in the default bridge.</summary>
    public static bool IsGateway(IPAddress address, DockerTopology topology) =>
        (address.Equals(s_defaultGateway) && topology.Daemon is not { HasOwnBridge: true }) || topology.Subnets.Any(subnet => subnet.IsGateway(address));

    /// <summary>False when the networks of a service are known to hold no such address, or when it has one of its own.</summary>
    public static bool CanBeOf(DockerService service, IPAddress address) =>
        service.StaticAddresses.IsEmpty && (service.KnownSubnets.IsDefault || service.KnownSubnets.Any(subnet => subnet.CanBeContainer(address)));
}
