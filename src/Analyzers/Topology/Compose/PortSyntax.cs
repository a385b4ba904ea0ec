using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Reads the entries of a service's <c>ports</c>: the short syntax <c>[HOST_IP:][HOST[-HOST]:]CONTAINER[-CONTAINER][/PROTOCOL]</c>
/// and the long one (Compose specification, "ports").
/// </summary>
internal static class PortSyntax
{
    private static readonly string[] s_portKeys = ["host_ip", "published", "target"];

    /// <summary>Reads an entry.</summary>
    /// <returns>
    /// Null for an entry of another protocol than TCP. Its ports are null as far as they are not known: none is written on
    /// the host's side (Docker takes a random one), a variable decides, a range is offered for a single port, or the entry
    /// cannot be read.
    /// </returns>
    /// <param name="entry">The entry.</param>
    /// <param name="origin">How it came to its service.</param>
    public static PortMapping? Read(ComposeNode entry, Origin origin) => entry switch
    {
        ComposeScalar { IsNull: false } scalar => ReadShort(Trimmed(scalar.Placed(origin))) is { } read ? read with { Variables = scalar.Unset } : null,
        ComposeMapping mapping => ReadLong(mapping, origin),
        _ => Unknown(entry.Place),
    };

    /// <summary>Reads the short syntax, which <c>-p</c> of <c>docker run</c> takes, too.</summary>
    /// <param name="entry">The entry, with a text; a hole stands for what is not known.</param>
    public static PortMapping? ReadShort(PlacedText entry)
    {
        var text = entry.Text!.Value;
        var end = text.Length;
        PortPart? protocol = null;
        var slash = text.LastIndexOf('/');
        if (slash >= 0 && IsProtocol(text.Substring(slash + 1), out var isTcp))
        {
            if (!isTcp)
            {
                return null;
            }

            protocol = new PortPart(entry, slash + 1, end - slash - 1);
            end = slash;
        }

        // What is behind the last colon is the container's port.
        var lastColon = text.LastIndexOf(':', Math.Max(0, end - 1), end);
        var container = new PortPart(entry, lastColon + 1, end - lastColon - 1);
        PortPart? host = null;
        PortPart? address = null;
        if (lastColon >= 0)
        {
            var addressEnd = text.LastIndexOf(':', Math.Max(0, lastColon - 1), lastColon);
            host = new PortPart(entry, addressEnd + 1, lastColon - addressEnd - 1);
            address = addressEnd < 0 ? null : WithoutBrackets(new PortPart(entry, 0, addressEnd));
        }

        return Map(address?.Text, host?.Text ?? "", container.Text, entry.Place) with { Written = new PortText(address, host, container, protocol) };
    }

    private static PortPart WithoutBrackets(PortPart part)
    {
        var text = part.Text;
        var start = text.Length - text.TrimStart('[').Length;
        return part with { Start = part.Start + start, Length = text.TrimStart('[').TrimEnd(']').Length };
    }

    private static PortMapping? ReadLong(ComposeMapping mapping, Origin origin)
    {
        if (mapping["protocol"] is ComposeScalar { Known: { } protocol } && IsProtocol(protocol, out var isTcp) && !isTcp)
        {
            return null;
        }

        var unset = s_portKeys.Select(key => (mapping[key] as ComposeScalar)?.Unset).OfType<string>().Distinct().ToArray();
        return Map(TextOf(mapping["host_ip"]), TextOf(mapping["published"]) ?? "", TextOf(mapping["target"]) ?? "", mapping.Place) with
        {
            Variables = unset.Length == 0 ? null : string.Join(" and ", unset),
            Written = new PortText(Part("host_ip"), Part("published"), Part("target"), Part("protocol")),
        };

        PortPart? Part(string key)
        {
            if (mapping[key] is not ComposeScalar { IsNull: false } scalar)
            {
                return null;
            }

            var value = Trimmed(scalar.Placed(origin | mapping.OriginOf(key)));
            return new PortPart(value, 0, value.Text!.Value.Length);
        }
    }

    private static PlacedText Trimmed(PlacedText value)
    {
        var text = value.Text!.Value;
        return value.Slice(text.Length - text.TrimStart().Length, text.Trim().Length);
    }

    private static string? TextOf(ComposeNode? node) => node is null or ComposeScalar { IsNull: true } ? null : (node as ComposeScalar)?.Value.Trim() ?? "?";

    private static PortMapping Map(string? address, string host, string container, Place place)
    {
        if (!TryReadRange(container, out var firstContainer, out var count))
        {
            return Unknown(place) with { Reason = HasHole(container) ? HostPortReason.Variable : HostPortReason.None };
        }

        // A variable for the address may be empty.
        var bound = address is null or "" ? null : address;
        var isKnown = TryReadRange(host, out var firstHost, out var hostCount) && hostCount == count && (bound is null || IpAddress.TryParse(bound, out _));
        return new PortMapping(isKnown ? bound : null, isKnown ? firstHost : null, firstContainer, count, place)
        {
            Reason = isKnown ? HostPortReason.None
                : host is "" or "0" ? HostPortReason.LeftOut
                : HasHole(host) || (bound is not null && HasHole(bound)) ? HostPortReason.Variable
                : hostCount > count ? HostPortReason.Range
                : HostPortReason.None,
        };
    }

    private static bool HasHole(string text) => text.IndexOf(DecodedText.HoleCharacter) >= 0;

    private static PortMapping Unknown(Place place) => new(null, null, null, 0, place);

    private static bool TryReadRange(string text, out int first, out int count)
    {
        var dash = text.IndexOf('-');
        var isRange = TryReadPort(dash < 0 ? text : text.Substring(0, dash), out first) & TryReadPort(text.Substring(dash + 1), out var last);
        count = last - first + 1;
        return isRange && count > 0;
    }

    private static bool TryReadPort(string text, out int port) =>
        (port = PortNumber.ParseOrZero(text)) > 0;

    /// <summary>False when the text is no name of a protocol, for instance the end of a variable's default.</summary>
    private static bool IsProtocol(string text, out bool isTcp)
    {
        isTcp = text.Length == 0 || text.Equals("tcp", StringComparison.OrdinalIgnoreCase);
        return text.All(char.IsLetter);
    }
}
