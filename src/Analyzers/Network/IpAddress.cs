using System.Net;
using System.Net.Sockets;

namespace DockerConnectionStrings.Analyzers.Network;

/// <summary>Addresses as people write them.</summary>
internal static class IpAddress
{
    /// <summary>
    /// True for a text that begins with an address of the private networks (RFC 1918) and is nothing but that, a port or a list
    /// behind it. Allocates nothing.
    /// </summary>
    public static bool StartsWithPrivate(string text)
    {
        var part = 0;
        var digits = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9')
            {
                digits++;
            }
            else if (text[i] == '.' && (digits is > 0 and <= 3) && part < 3)
            {
                part++;
                digits = 0;
            }
            else
            {
                break;
            }
        }

        return part == 3 && (digits is > 0 and <= 3) && (i == text.Length || (text[i] is ':' or ',' or ' '))
            && (text.StartsWith("172.", StringComparison.Ordinal) || text.StartsWith("10.", StringComparison.Ordinal)
                || text.StartsWith("192.168.", StringComparison.Ordinal));
    }

    /// <summary>
    /// Reads a whole IPv4 address of four decimal parts without leading zeros, or an IPv6 address. Unlike
    /// <see cref="IPAddress.TryParse(string, out IPAddress)"/> it takes neither "2" nor "010.0.0.1" for one.
    /// </summary>
    public static bool TryParse(string text, out IPAddress address)
    {
        address = IPAddress.None;
        if (text.Length is < 2 or > 45)
        {
            return false;
        }

        if (text.IndexOf(':') >= 0)
        {
            return text[0] != '[' && text.IndexOf('%') < 0 && IPAddress.TryParse(text, out address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        }

        var bytes = new byte[4];
        var part = 0;
        var digits = 0;
        var number = 0;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (digits == 0 || part == 3)
                {
                    return false;
                }

                bytes[part++] = (byte)number;
                (digits, number) = (0, 0);
                continue;
            }

            if ((c is < '0' or > '9') || (digits > 0 && number == 0))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
            digits++;
            if (number > 255)
            {
                return false;
            }
        }

        if (part != 3 || digits == 0)
        {
            return false;
        }

        bytes[3] = (byte)number;
        address = new IPAddress(bytes);
        return true;
    }
}
