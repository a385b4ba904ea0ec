using System.Globalization;
using System.Net;

namespace DockerConnectionStrings.Analyzers.Network;

/// <summary>A range of addresses in CIDR notation: a network, or a pool out of which networks are made.</summary>
internal sealed class Subnet
{
    private readonly byte[] _network;
    private readonly int _networkLength;
    private readonly IPAddress? _gateway;
    private readonly bool _hasGateway;

    private Subnet(byte[] network, int prefixLength, int networkLength, IPAddress? gateway, bool hasGateway)
    {
        _network = network;
        PrefixLength = prefixLength;
        _networkLength = networkLength;
        _gateway = gateway;
        _hasGateway = hasGateway;
    }

    /// <summary>How many bits all its addresses share.</summary>
    public int PrefixLength { get; }

    /// <summary>Reads <c>172.28.0.0/16</c> or <c>fd00::/64</c>.</summary>
    /// <param name="text">The subnet.</param>
    /// <param name="gateway">The gateway as the file writes it; null for the first address.</param>
    /// <returns>Null when it is neither.</returns>
    public static Subnet? TryParse(string text, string? gateway) =>
        TryParse(text) is { } parsed
            ? new Subnet(parsed.Network, parsed.Length, parsed.Length, AddressOf(gateway), hasGateway: true)
            : null;

    private static IPAddress? AddressOf(string? gateway) => gateway is not null && IpAddress.TryParse(gateway, out var address) ? address : null;

    /// <summary>Reads a part of a network that has its gateway elsewhere.</summary>
    public static Subnet? TryParsePart(string text) =>
        TryParse(text) is { } parsed ? new Subnet(parsed.Network, parsed.Length, parsed.Length, null, hasGateway: false) : null;

    /// <summary>Reads a pool.</summary>
    /// <param name="text">The pool.</param>
    /// <param name="networkLength">How many bits the addresses of one of its networks share.</param>
    public static Subnet? TryParsePool(string text, int networkLength) =>
        TryParse(text) is { } parsed && networkLength >= parsed.Length && networkLength <= parsed.Network.Length * 8
            ? new Subnet(parsed.Network, parsed.Length, networkLength, null, hasGateway: true)
            : null;

    /// <summary>True for the host's own address in the network: what the file says, else the first one.</summary>
    public bool IsGateway(IPAddress address) =>
        _hasGateway && (_gateway is not null ? _gateway.Equals(address) : TryGetPlace(address.GetAddressBytes(), out var isFirst, out _) && isFirst);

    /// <summary>True when a container can have the address: it lies in the range, and is neither the network's nor the gateway's nor the one for all.</summary>
    public bool CanBeContainer(IPAddress address) => TryGetPlace(address.GetAddressBytes(), out _, out var isOfHost) && isOfHost && !IsGateway(address);

    public override string ToString() => $"{new IPAddress(_network)}/{PrefixLength}";

    private static (byte[] Network, int Length)? TryParse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0
            || !IpAddress.TryParse(text.Substring(0, slash), out var address)
            || !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > address.GetAddressBytes().Length * 8)
        {
            return null;
        }

        var network = address.GetAddressBytes();
        for (var i = length; i < network.Length * 8; i++)
        {
            network[i / 8] &= (byte)~(0x80 >> (i % 8));
        }

        return (network, length);
    }

    /// <summary>False outside of the range; else whether the address is the first of its network, and whether it is one of a host.</summary>
    private bool TryGetPlace(byte[] bytes, out bool isFirst, out bool isOfHost)
    {
        isFirst = isOfHost = false;
        if (bytes.Length != _network.Length)
        {
            return false;
        }

        var (ones, bits) = (0, (bytes.Length * 8) - _networkLength);
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            var mask = 0x80 >> (i % 8);
            if (i < PrefixLength && ((bytes[i / 8] ^ _network[i / 8]) & mask) != 0)
            {
                return false;
            }

            ones += i >= _networkLength && (bytes[i / 8] & mask) != 0 ? 1 : 0;
        }

        isFirst = ones == 1 && (bytes[bytes.Length - 1] & 1) == 1;

        // The last address of an IPv4 network is for all of its hosts.
        isOfHost = ones > 0 && (bytes.Length > 4 || ones < bits);
        return true;
    }
}
