using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>
/// Reads the entries of a service's <c>ports</c>: the short syntax <c>[HOST_IP:][HOST[-HOST]:]CONTAINER[-CONTAINER][/PROTOCOL]</c>
/// and the long one (Compose specification, "ports").
/// </summary>
internal static class PortSyntax
{
    /// <summary>Adds the TCP ports that an entry publishes.</summary>
    /// <returns>
    /// False when a TCP port of the entry goes to a host port that is not known: none is written (Docker takes a random one),
    /// a variable decides, a range is offered for a single port, or the entry cannot be read.
    /// </returns>
    public static bool TryAdd(YamlNode entry, ImmutableArray<PortMapping>.Builder mappings) => entry switch
    {
        YamlScalar scalar => TryAddShort(scalar.Value.Trim(), scalar.Span, mappings),
        YamlMapping mapping => TryAddLong(mapping, mappings),
        _ => false,
    };

    private static bool TryAddShort(string text, TextSpan span, ImmutableArray<PortMapping>.Builder mappings)
    {
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!IsTcp(text.Substring(slash + 1)))
            {
                return text.IndexOf('$') < 0;
            }

            text = text.Substring(0, slash);
        }

        var lastColon = text.LastIndexOf(':');
        if (lastColon < 0)
        {
            return false;
        }

        var container = text.Substring(lastColon + 1);
        var host = text.Substring(0, lastColon);
        string? address = null;
        if (host.LastIndexOf(':') is var addressEnd && addressEnd >= 0)
        {
            address = host.Substring(0, addressEnd).TrimStart('[').TrimEnd(']');
            host = host.Substring(addressEnd + 1);
        }

        return (address is null || address.IndexOf('$') < 0) && TryAddRanges(address, host, container, span, mappings);
    }

    private static bool TryAddLong(YamlMapping mapping, ImmutableArray<PortMapping>.Builder mappings)
    {
        if (mapping["protocol"] is YamlScalar protocol && !IsTcp(protocol.Value))
        {
            return protocol.Value.IndexOf('$') < 0;
        }

        var address = (mapping["host_ip"] as YamlScalar)?.Value;
        return mapping["target"] is YamlScalar target
            && mapping["published"] is YamlScalar published
            && (address is null || address.IndexOf('$') < 0)
            && TryAddRanges(address, published.Value.Trim(), target.Value.Trim(), mapping.Span, mappings);
    }

    private static bool TryAddRanges(string? address, string host, string container, TextSpan span, ImmutableArray<PortMapping>.Builder mappings)
    {
        if (!TryReadRange(host, out var hostFirst, out var hostLast)
            || !TryReadRange(container, out var containerFirst, out var containerLast)
            || hostLast - hostFirst != containerLast - containerFirst)
        {
            return false;
        }

        for (var offset = 0; offset <= hostLast - hostFirst; offset++)
        {
            mappings.Add(new PortMapping(address, hostFirst + offset, containerFirst + offset, span));
        }

        return true;
    }

    private static bool TryReadRange(string text, out int first, out int last)
    {
        var dash = text.IndexOf('-');
        if (dash < 0)
        {
            return TryReadPort(text, out first) & TryReadPort(text, out last);
        }

        return TryReadPort(text.Substring(0, dash), out first) & TryReadPort(text.Substring(dash + 1), out last) && first <= last;
    }

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;

    private static bool IsTcp(string protocol) => protocol.Length == 0 || protocol.Equals("tcp", StringComparison.OrdinalIgnoreCase);
}
