using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Which addresses belong to containers.</summary>
internal static class ContainerAddresses
{
    /// <summary>
    /// True for an address that Docker really hands out: .2 to .254 of its default bridge, and the first ones of the
    /// networks that it makes after it, 172.18.0.0/16 to 172.30.0.0/16. 172.31.0.0/16 is every AWS default VPC, and
    /// 192.168.x.y mostly somebody's LAN. Allocates nothing for a name.
    /// </summary>
    public static bool IsHandedOut(string host)
    {
        if (!host.StartsWith("172.", StringComparison.Ordinal) || !IpAddress.TryParse(host, out var address))
        {
            return false;
        }

        var parts = address.GetAddressBytes();
        return parts[2] == 0 && (parts[1] == 17 ? parts[3] is >= 2 and <= 254 : parts[1] is >= 18 and <= 30 && parts[3] is >= 2 and <= 31);
    }

    /// <summary>True when a compose file gives the address to a service.</summary>
    public static bool IsFixed(string host, DockerTopology topology) =>
        IpAddress.TryParse(host, out var address) && topology.Files.Any(file => file.Services.Any(service => HasStaticAddress(service, address)));

    /// <summary>True when the address lies in a subnet of a compose file.</summary>
    public static bool IsInSubnet(string host, DockerTopology topology) =>
        IpAddress.TryParse(host, out var address) && topology.Files.Any(file => file.Subnets.Any(subnet => subnet.CanBeContainer(address)));

    public static bool HasStaticAddress(ComposeService service, IPAddress address) =>
        service.StaticAddresses.Any(text => IpAddress.TryParse(text, out var own) && own.Equals(address));
}
