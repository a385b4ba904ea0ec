using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the hosts of <c>(address=a:3306,priority=100),(address=b,priority=90)</c>.</summary>
/// <remarks>Source: <c>FailoverManager.ParseHostList</c> of MySql.Data. Of the drivers only that one knows the form.</remarks>
internal static class AddressGroups
{
    private const string AddressKey = "address", PriorityKey = "priority";

    /// <summary>True for a value that the driver takes for such groups.</summary>
    public static bool MayBeSome(string value) => value.Length > 2 && value[0] == '(' && value.IndexOf('=') > 0
        && value.TrimStart('(', ' ').StartsWith(AddressKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a whole value.</summary>
    /// <param name="pair">The pair that names the hosts.</param>
    /// <returns>Null for what the driver refuses.</returns>
    public static HostList? Read(KeyValue pair)
    {
        var value = pair.Value;
        var hosts = ImmutableArray.CreateBuilder<HostName>();
        var port = new Port(PortState.LeftOut, 0, 0, 0);
        for (var i = 0; i < value.Length;)
        {
            var close = value.IndexOf(')', i);
            if (value[i] != '(' || close < 0 || !TryReadGroup(pair, i + 1, close, out var host, out port))
            {
                return null;
            }

            hosts.Add(host);
            i = SkipBlanks(value, close + 1);
            if (i < value.Length && (value[i] != ',' || (i = SkipBlanks(value, i + 1)) == value.Length))
            {
                return null;
            }
        }

        return hosts.Count == 0 ? null : new HostList(hosts.ToImmutable(), null, IsInstance: false, HasTcp: false, HasPorts: false)
        {
            OwnPort = hosts.Count == 1 && port.State == PortState.Written ? port : null,
        };
    }

    /// <summary>One group, without its parentheses.</summary>
    private static bool TryReadGroup(KeyValue pair, int start, int end, out HostName host, out Port port)
    {
        host = default;
        port = new Port(PortState.LeftOut, 0, 0, 0);
        var value = pair.Value;
        var comma = value.IndexOf(',', start, end - start);
        var addressEnd = comma < 0 ? end : comma;
        var equals = value.IndexOf('=', start, addressEnd - start);
        if (equals < 0 || !IsKey(value, start, equals, AddressKey) || (comma >= 0 && !IsPriority(value, comma + 1, end)))
        {
            return false;
        }

        var from = SkipBlanks(value, equals + 1);
        var written = value.Substring(from, addressEnd - from).TrimEnd();
        var isBracketed = written.StartsWith("[", StringComparison.Ordinal) && written.IndexOf(']') > 0;
        var hostEnd = IpAddress.TryParse(written, out _) ? written.Length : isBracketed ? written.IndexOf(']') + 1 : written.IndexOf(':');
        hostEnd = hostEnd < 0 ? written.Length : hostEnd;
        var name = isBracketed ? written.Substring(1, hostEnd - 2) : written.Substring(0, hostEnd);
        host = new HostName(name, pair.ValueStart + from, hostEnd);
        if (hostEnd < written.Length)
        {
            var digits = written.Substring(hostEnd + 1);
            port = new Port(PortState.Written, PortNumber.ParseOrZero(digits), pair.ValueStart + from + hostEnd + 1, digits.Length);
            return name.Length > 0 && written[hostEnd] == ':' && port.Number > 0;
        }

        return name.Length > 0;
    }

    private static bool IsPriority(string value, int start, int end) =>
        value.IndexOf('=', start, end - start) is var equals && equals >= 0 && IsKey(value, start, equals, PriorityKey)
        && int.TryParse(value.Substring(equals + 1, end - equals - 1).Trim(), out var priority) && (priority is >= 0 and <= 100);

    private static bool IsKey(string value, int start, int end, string key) =>
        value.Substring(start, end - start).Trim().Equals(key, StringComparison.OrdinalIgnoreCase);

    private static int SkipBlanks(string value, int i)
    {
        while (i < value.Length && value[i] == ' ')
        {
            i++;
        }

        return i;
    }
}
