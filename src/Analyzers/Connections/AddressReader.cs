using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads a text that is nothing but a host, with a port or not, and the form of Redis: <c>host:6379,option=value</c>.</summary>
/// <remarks>Source of the options: <c>ConfigurationOptions.DoParse</c> of StackExchange.Redis.</remarks>
internal static class AddressReader
{
    /// <summary>Options that no other list of words and values has.</summary>
    private static readonly string[] s_ownOptions =
    [
        "abortConnect", "allowAdmin", "asyncTimeout", "channelPrefix", "checkCertificateRevocation", "connectRetry", "connectTimeout",
        "configChannel", "configCheckSeconds", "defaultDatabase", "keepAlive", "resolveDns", "sslHost", "sslProtocols", "syncTimeout", "tiebreaker",
        "setlib", "highIntegrity", "highPriorityThreads", "preserveAsyncOrder", "responseTimeout", "sentinelUser", "sentinelPassword", "tcpKeepAlive",
        "writeBuffer",
    ];

    /// <summary>Options that prove nothing; the last ones are those of CSRedis and FreeRedis.</summary>
    private static readonly string[] s_otherOptions =
    [
        "name", "password", "user", "proxy", "serviceName", "ssl", "version", "protocol", "tunnel",
        "poolsize", "preheat", "prefix", "idleTimeout", "tryit", "autoDispose", "testcluster", "min pool size", "max pool size", "retry",
    ];

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="takesNames">True when something else says that the text is one of Redis, to which a name alone is a host.</param>
    /// <returns>Null when it is anything else. A host by itself is a connection only where an API takes one.</returns>
    public static Endpoint? Read(DecodedText text, bool takesNames = false)
    {
        var parts = text.Value.Split(',');
        var pairs = ImmutableArray.CreateBuilder<KeyValue>();
        var hosts = ImmutableArray.CreateBuilder<HostName>(1);
        var port = default(Port);
        var isNamed = false;
        var start = 0;
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=');
            if (equals > 0)
            {
                pairs.Add(new KeyValue(part.Substring(0, equals).Trim(), part.Substring(equals + 1), start + equals + 1, part.Length - equals - 1,
                    start + part.Length));
            }
            else if (hosts.Count == 1 && parts.Length == 2 && PortNumber.ParseOrZero(part.Trim()) > 0)
            {
                // `host,1433`, as SQL Server writes it: who takes the text reads it.
                port = new Port(PortState.Unknown, 0, 0, 0);
            }
            else if (TryReadHost(text, part, start, out var host, out var hostPort))
            {
                port = hosts.Count == 0 ? hostPort : port with { State = PortState.Unknown };
                isNamed |= hostPort.State == PortState.LeftOut && !IsAddress(host.Name);
                hosts.Add(host);
            }
            else if (hosts.Count == 0 || !string.IsNullOrWhiteSpace(part))
            {
                return null;
            }

            start += part.Length + 1;
        }

        // A name with neither a port nor an option may be any word.
        if (hosts.Count == 0 || text.HasHole(hosts[0].Start, hosts[0].Length) || (isNamed && !takesNames && pairs.Count == 0)
            || pairs.Any(static pair => !IsOption(pair.Key, s_ownOptions) && !IsOption(pair.Key, s_otherOptions)) || text.Value[0] == ',')
        {
            return null;
        }

        var isOfCache = takesNames || (pairs.Count > 0 && (!isNamed || pairs.Any(static pair => IsOption(pair.Key, s_ownOptions))));
        return new Endpoint(text, EndpointShape.Address, pairs.ToImmutable(), hosts.ToImmutable(), port)
        {
            HostPair = new KeyValue("Host", hosts[0].Name, hosts[0].Start, hosts[0].Length, hosts[0].Start + hosts[0].Length),
            Scheme = isOfCache ? "redis" : null,
            PortSlot = hosts.Count == 1 ? SlotBehind(text, hosts[0]) : null,
        };
    }

    /// <summary>A quick filter: true for names with an option of Redis behind them, <c>cache,ssl=true</c>. Allocates nothing.</summary>
    public static bool MayBeCache(string text)
    {
        var comma = text.IndexOf(',');
        for (var i = 0; i < comma; i++)
        {
            if (!IsOfName(text[i]))
            {
                return false;
            }
        }

        var equals = comma > 1 ? text.IndexOf('=', comma) : -1;
        if (equals < 0)
        {
            return false;
        }

        var start = text.LastIndexOf(',', equals) + 1;
        while (start < equals && text[start] == ' ')
        {
            start++;
        }

        return IsOption(text, start, equals - start, s_ownOptions) || IsOption(text, start, equals - start, s_otherOptions);
    }

    /// <summary>True for a text that can be nothing but a name. Allocates nothing.</summary>
    public static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (!IsOfName(c))
            {
                return false;
            }
        }

        return text.Length > 1;
    }

    /// <summary>True for a name of one word, as services mostly have.</summary>
    public static bool IsLabel(string text) => IsName(text) && text.IndexOf('.') < 0;

    /// <summary>A text of which something else says that it is a host.</summary>
    public static Endpoint ReadName(DecodedText text) =>
        new(text, EndpointShape.Address, ImmutableArray<KeyValue>.Empty, ImmutableArray.Create(new HostName(text.Value, 0, text.Value.Length)),
            new Port(PortState.LeftOut, 0, 0, 0))
        {
            HostPair = new KeyValue("Host", text.Value, 0, text.Value.Length, text.Value.Length),
            PortSlot = Slot.At(text, text.Value.Length, ":"),
        };

    /// <summary>Where an API takes host and port in one text. An IPv6 address without brackets has no such place.</summary>
    private static Slot? SlotBehind(DecodedText text, HostName host) =>
        host.Name.IndexOf(':') >= 0 && host.Name.Length == host.Length ? null : Slot.At(text, host.Start + host.Length, ":");

    private static bool IsOption(string key, string[] options) => IsOption(key, 0, key.Length, options);

    private static bool IsOption(string text, int start, int length, string[] options)
    {
        foreach (var option in options)
        {
            if (option.Length == length && string.Compare(text, start, option, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(string name) => IpAddress.TryParse(name, out _) || name.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';

    private static bool TryReadHost(DecodedText text, string part, int start, out HostName host, out Port port)
    {
        var from = part.Length - part.TrimStart().Length;
        var trimmed = part.Trim();
        var end = IpAddress.TryParse(trimmed, out _) ? trimmed.Length
            : trimmed.StartsWith("[", StringComparison.Ordinal) ? trimmed.IndexOf(']') + 1
            : trimmed.IndexOf(':');
        end = end <= 0 ? trimmed.Length : end;
        var name = trimmed.Substring(0, end).Trim('[', ']');
        host = new HostName(name, start + from, end);
        port = new Port(PortState.LeftOut, 0, 0, 0);
        if (end < trimmed.Length)
        {
            var number = trimmed[end] == ':' ? PortNumber.ParseOrZero(trimmed.Substring(end + 1)) : 0;
            var isHole = trimmed[end] == ':' && text.HasHole(start + from + end + 1, trimmed.Length - end - 1);
            if (number == 0 && !isHole)
            {
                return false;
            }

            port = new Port(isHole ? PortState.Unknown : PortState.Written, number, start + from + end + 1, trimmed.Length - end - 1);
        }

        return name.Length > 0 && (IsAddress(name) || (port.State != PortState.Unknown && name.All(IsOfName)));
    }
}
