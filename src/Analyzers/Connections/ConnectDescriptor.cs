using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the only address of <c>(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=a)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=b)))</c>.</summary>
/// <remarks>Source: Oracle Net Services Reference, "Local Naming Parameters in the tnsnames.ora File".</remarks>
internal static class ConnectDescriptor
{
    private const string HostKey = "HOST", PortKey = "PORT";

    /// <summary>True for a value that may be a descriptor.</summary>
    public static bool MayBeOne(string value) => value.Length > 0 && value[0] == '(' && PlaceOf(value, HostKey, 0) is not null;

    /// <summary>Reads a whole value.</summary>
    /// <param name="pair">The pair that names the descriptor.</param>
    /// <returns>Null for several addresses, for one without a port, and for one whose certificate is checked.</returns>
    public static HostList? Read(KeyValue pair)
    {
        var value = pair.Value;
        if (PlaceOf(value, HostKey, 0) is not { Length: > 0 } host || PlaceOf(value, HostKey, host.Start) is not null
            || PlaceOf(value, PortKey, 0) is not { } port || PlaceOf(value, PortKey, port.Start) is not null
            || PortNumber.ParseOrZero(value.Substring(port.Start, port.Length)) is not (> 0 and var number)
            || value.IndexOf("TCPS", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return null;
        }

        var name = new HostName(value.Substring(host.Start, host.Length), pair.ValueStart + host.Start, host.Length);
        return new HostList(ImmutableArray.Create(name), null, IsInstance: false, HasTcp: false, HasPorts: false)
        {
            OwnPort = new Port(PortState.Written, number, pair.ValueStart + port.Start, port.Length),
            HasService = true,
        };
    }

    /// <summary>The value of <c>( key = value )</c> behind an index, without the blanks around it; null when there is none.</summary>
    private static (int Start, int Length)? PlaceOf(string value, string key, int from)
    {
        for (var open = value.IndexOf('(', from); open >= 0; open = value.IndexOf('(', open + 1))
        {
            var start = SkipBlanks(value, open + 1);
            if (string.Compare(value, start, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                continue;
            }

            var equals = SkipBlanks(value, start + key.Length);
            var close = value.IndexOf(')', start);
            if (equals < value.Length && value[equals] == '=' && close > equals)
            {
                var first = SkipBlanks(value, equals + 1);
                return (first, Math.Max(0, value.Substring(first, Math.Max(0, close - first)).TrimEnd().Length));
            }
        }

        return null;
    }

    private static int SkipBlanks(string value, int i)
    {
        while (i < value.Length && char.IsWhiteSpace(value[i]))
        {
            i++;
        }

        return i;
    }
}
