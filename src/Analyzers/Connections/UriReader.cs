using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>
/// Reads <c>scheme://user:password@host:port,host:port/database?option=value</c> (RFC 3986, and the lists of hosts that MongoDB
/// and MySQL's X protocol take), also behind <c>jdbc:</c>.
/// </summary>
internal static class UriReader
{
    /// <summary>The longest scheme of the table of engines, behind <c>jdbc:</c>.</summary>
    private const int LongestScheme = 16;

    /// <summary>
    /// True when a text may be a URI that some rule speaks about: web addresses are, where they name an address. Allocates nothing.
    /// </summary>
    public static bool MayBeOne(string text)
    {
        var colon = text.IndexOf(':');
        if (colon == 4 && text.StartsWith("jdbc", StringComparison.OrdinalIgnoreCase))
        {
            colon = text.IndexOf(':', 5);
        }

        if (colon <= 0 || colon > LongestScheme || colon + 3 > text.Length || text[colon + 1] != '/' || text[colon + 2] != '/')
        {
            return false;
        }

        // A part of an interpolated string may end here.
        return !text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || (colon + 3 < text.Length && ((text[colon + 3] is (>= '0' and <= '9') or '[') || IsInsideName(text, colon + 3)))
            || text.IndexOf('@', colon) > 0;
    }

    /// <summary>A name without dots, as services have, or one of Docker's for the host; the web's names are many, and none of them.</summary>
    private static bool IsInsideName(string text, int start)
    {
        for (var i = start; i < text.Length && text[i] is not (':' or '/' or '?' or '#'); i++)
        {
            if (text[i] == '.')
            {
                return text.IndexOf(".docker.internal", start, StringComparison.OrdinalIgnoreCase) > 0
                    || text.IndexOf(".containers.internal", start, StringComparison.OrdinalIgnoreCase) > 0
                    || string.Compare(text, start, "docker.for.", 0, 11, StringComparison.OrdinalIgnoreCase) == 0;
            }
        }

        return start < text.Length && text[start] is not ('+' or '*' or '{')
            && (string.Compare(text, start, "localhost", 0, 9, StringComparison.OrdinalIgnoreCase) != 0 || HasWebPort(text, start + 9));
    }

    /// <summary>True for the port of an engine whose texts are addresses of the web, behind a host. Allocates nothing.</summary>
    private static bool HasWebPort(string text, int start)
    {
        var port = 0;
        var i = start + 1;
        for (; start < text.Length && text[start] == ':' && i < text.Length && text[i] is >= '0' and <= '9' && port <= 65535; i++)
        {
            port = (port * 10) + (text[i] - '0');
        }

        return port > 0 && (i == text.Length || text[i] is '/' or '?' or '#' or ',') && EngineTable.IsWebPort(port);
    }

    /// <summary>Reads a whole text.</summary>
    /// <returns>Null when the text is no URI of a host, or when its host is a hole or a name for a lookup (<c>mongodb+srv</c>).</returns>
    public static Endpoint? Read(DecodedText text)
    {
        var value = text.Value;
        var start = value.StartsWith("jdbc:", StringComparison.OrdinalIgnoreCase) ? "jdbc:".Length : 0;
        var schemeEnd = value.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= start || value.Any(char.IsWhiteSpace))
        {
            return null;
        }

        var scheme = value.Substring(start, schemeEnd - start).ToLowerInvariant();
        if (!scheme.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '-' or '.') || scheme.EndsWith("+srv", StringComparison.Ordinal))
        {
            return null;
        }

        var authority = schemeEnd + "://".Length;
        var end = value.IndexOfAny(['/', '?', '#', ';'], authority);
        end = end < 0 ? value.Length : end;
        var hostsStart = end > authority ? value.LastIndexOf('@', end - 1, end - authority) + 1 : authority;
        hostsStart = hostsStart == 0 ? authority : hostsStart;
        if (!TryReadHosts(text, hostsStart, end, out var hosts, out var port))
        {
            return null;
        }

        var pairs = ImmutableArray.CreateBuilder<KeyValue>();
        AddUserInfo(pairs, value, authority, hostsStart - 1);
        AddOptions(pairs, value, end);
        var isElsewhere = hosts.Length > 1 || (port.State == PortState.LeftOut && EngineTable.IsOnOtherPort(scheme));
        return new Endpoint(text, EndpointShape.Uri, pairs.ToImmutable(), hosts, isElsewhere ? port with { State = PortState.Unknown } : port)
        {
            HostPair = Pair("Host", value, hosts[0].Start, hosts[0].Start + hosts[0].Length),
            Scheme = scheme,
            PortSlot = Slot.At(text, hosts[0].Start + hosts[0].Length, ":"),
        };
    }

    private static bool TryReadHosts(DecodedText text, int start, int end, out ImmutableArray<HostName> hosts, out Port port)
    {
        var value = text.Value;
        var found = ImmutableArray.CreateBuilder<HostName>(1);
        port = default;
        for (var from = start; from < end;)
        {
            var to = value.IndexOf(',', from, end - from);
            to = to < 0 ? end : to;
            var isIPv6 = value[from] == '[';
            var hostEnd = isIPv6 ? value.IndexOf(']', from, to - from) + 1 : value.IndexOf(':', from, to - from);
            hostEnd = hostEnd < 0 ? to : isIPv6 && hostEnd == 0 ? from : hostEnd;
            if (hostEnd == from || text.HasHole(from, hostEnd - from) || (hostEnd < to && value[hostEnd] != ':'))
            {
                hosts = ImmutableArray<HostName>.Empty;
                return false;
            }

            // `nats://a:4222,nats://b:4222`: a further address, with a scheme of its own.
            if (from > start && hostEnd + 1 == to && value.Length - to > 2 && string.CompareOrdinal(value, hostEnd, "://", 0, 3) == 0)
            {
                port = port with { State = PortState.Unknown };
                break;
            }

            found.Add(new HostName(value.Substring(from, hostEnd - from).Trim('[', ']'), from, hostEnd - from));
            var number = hostEnd < to ? PortNumber.ParseOrZero(value.Substring(hostEnd + 1, to - hostEnd - 1)) : 0;
            var isHole = hostEnd < to && text.HasHole(hostEnd, to - hostEnd);
            port = hostEnd == to ? new Port(PortState.LeftOut, 0, 0, 0)
                : new Port(number > 0 && !isHole ? PortState.Written : PortState.Unknown, number, hostEnd + 1, to - hostEnd - 1);
            from = to + 1;
        }

        hosts = found.ToImmutable();
        return !hosts.IsEmpty;
    }

    private static void AddUserInfo(ImmutableArray<KeyValue>.Builder pairs, string value, int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        var colon = value.IndexOf(':', start, end - start);
        pairs.Add(Pair("User", value, start, colon < 0 ? end : colon));
        if (colon >= 0)
        {
            pairs.Add(Pair("Password", value, colon + 1, end));
        }
    }

    /// <summary>The path is the database; options follow behind <c>?</c> and <c>&amp;</c>, with jdbc behind <c>;</c> too.</summary>
    private static void AddOptions(ImmutableArray<KeyValue>.Builder pairs, string value, int start)
    {
        var pathEnd = value.IndexOfAny(['?', '#', ';'], start);
        pathEnd = pathEnd < 0 ? value.Length : pathEnd;
        var databaseEnd = pathEnd > start + 1 && value[pathEnd - 1] == '/' ? pathEnd - 1 : pathEnd;
        if (databaseEnd > start + 1 && value[start] == '/')
        {
            pairs.Add(Pair("Database", value, start + 1, databaseEnd));
        }

        for (var from = pathEnd + 1; from < value.Length && value[from - 1] != '#';)
        {
            var to = value.IndexOfAny(['&', ';', '#'], from);
            to = to < 0 ? value.Length : to;
            var equals = value.IndexOf('=', from, to - from);
            if (equals > from)
            {
                pairs.Add(Pair(value.Substring(from, equals - from), value, equals + 1, to));
            }

            from = to + 1;
        }
    }

    private static KeyValue Pair(string key, string value, int start, int end) =>
        new(key, Uri.UnescapeDataString(value.Substring(start, end - start)), start, end - start, end);
}
