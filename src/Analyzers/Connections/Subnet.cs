using System.Globalization;
using System.Net;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>A range of addresses in CIDR notation.</summary>
internal sealed class Subnet
{
    private readonly byte[] _network;
    private readonly int _prefixLength;

    private Subnet(byte[] network, int prefixLength, IPAddress gateway)
    {
        _network = network;
        _prefixLength = prefixLength;
        Gateway = gateway;
    }

    /// <summary>The host's own address in the network: what the file says, else the first one.</summary>
    public IPAddress Gateway { get; }

    /// <summary>Reads <c>172.28.0.0/16</c> or <c>fd00::/64</c>.</summary>
    /// <param name="text">The subnet.</param>
    /// <param name="gateway">The gateway as the file writes it, or null.</param>
    /// <returns>Null when it is neither.</returns>
    public static Subnet? TryParse(string text, string? gateway)
    {
        var slash = text.IndexOf('/');
        if (slash < 0
            || !IpAddress.TryParse(text.Substring(0, slash), out var address)
            || !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            || prefixLength > address.GetAddressBytes().Length * 8)
        {
            return null;
        }

        var network = address.GetAddressBytes();
        for (var i = prefixLength; i < network.Length * 8; i++)
        {
            network[i / 8] &= (byte)~(0x80 >> (i % 8));
        }

        if (gateway is null || !IpAddress.TryParse(gateway, out var own))
        {
            var first = (byte[])network.Clone();
            first[first.Length - 1] |= 1;
            own = new IPAddress(first);
        }

        return new Subnet(network, prefixLength, own);
    }

    /// <summary>True when a container can have the address: it lies in the range and is neither the network's nor the gateway's.</summary>
    public bool CanBeContainer(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length != _network.Length || address.Equals(Gateway))
        {
            return false;
        }

        var isNetwork = true;
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            var mask = 0x80 >> (i % 8);
            var differs = ((bytes[i / 8] ^ _network[i / 8]) & mask) != 0;
            if (differs && i < _prefixLength)
            {
                return false;
            }

            isNetwork &= !differs;
        }

        return !isNetwork;
    }

    public override string ToString() => $"{new IPAddress(_network)}/{_prefixLength}";
}
