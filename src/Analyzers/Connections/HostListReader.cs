using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the value of a host option.</summary>
internal static class HostListReader
{
    /// <summary>
    /// Reads <c>a</c>, <c>a,b</c>, <c>a:3307</c>, <c>a,1433</c>, <c>tcp:a,1433</c>, <c>a\instance</c>, <c>[::1]</c>, <c>a,</c> and
    /// <c>(address=a:3306,priority=100)</c>, <c>a:1521/service</c> and <c>(DESCRIPTION=(ADDRESS=(HOST=a)(PORT=1521))...)</c>.
    /// </summary>
    /// <returns>Null for what names no host of a network.</returns>
    public static HostList? Read(KeyValue pair, DecodedText text)
    {
        var value = pair.Value;
        if (ConnectDescriptor.MayBeOne(value))
        {
            return ConnectDescriptor.Read(pair);
        }

        if (AddressGroups.MayBeSome(value))
        {
            return AddressGroups.Read(pair);
        }

        var start = 0;
        if (value.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase))
        {
            start = "tcp:".Length;
        }
        else if (value.StartsWith("np:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("lpc:", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("admin:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (parts, hasService) = WithoutService(value, Split(value, start));
        var isInstance = value.IndexOf('\\') > 0;
        var hasPorts = false;
        InnerPort? port = null;
        if (parts.Count == 2 && PortNumber.ParseOrZero(value.Substring(parts[1].Start, parts[1].Length)) is var behindComma && behindComma > 0)
        {
            port = new InnerPort(
                behindComma, ',', pair.ValueStart + parts[0].Start + parts[0].Length, pair.ValueStart + parts[1].Start,
                pair.ValueStart + parts[1].Start + parts[1].Length);
            parts.RemoveAt(1);
        }

        var hosts = ImmutableArray.CreateBuilder<HostName>(1);
        foreach (var (from, length) in parts)
        {
            // MySql.Data takes `a,` for a list, of which nothing is the second host.
            if (length == 0 && parts.Count > 1)
            {
                continue;
            }

            if (!TryReadHost(pair, text, from, length, isAlone: parts.Count == 1, out var host, out var own) || (own is not null && port is not null))
            {
                return null;
            }

            hasPorts |= own is not null && parts.Count > 1;
            port = hasPorts ? null : own ?? port;
            hosts.Add(host);
        }

        return hosts.Count == 0 ? null : new HostList(hosts.ToImmutable(), port, isInstance, start > 0, hasPorts) { HasService = hasService };
    }

    /// <summary><c>host:1521/service</c>, <c>//host/service</c>: the part up to the service.</summary>
    private static (List<(int Start, int Length)> Parts, bool HasService) WithoutService(string value, List<(int Start, int Length)> parts)
    {
        if (parts.Count != 1 || value.IndexOf('/') < 0)
        {
            return (parts, false);
        }

        var (from, length) = parts[0];
        var end = from + length;
        from += string.CompareOrdinal(value, from, "//", 0, 2) == 0 ? 2 : 0;
        var slash = from < end ? value.IndexOf('/', from, end - from) : -1;
        return slash > from && slash + 1 < end && value.Skip(slash + 1).Take(end - slash - 1).All(IsOfService)
            ? ([(from, slash - from)], true)
            : (parts, false);

        static bool IsOfService(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '$' or '#' or '-';
    }

    /// <summary>One host, with a port behind a colon or not.</summary>
    private static bool TryReadHost(KeyValue pair, DecodedText text, int from, int length, bool isAlone, out HostName host, out InnerPort? port)
    {
        (host, port) = (default, null);
        var name = pair.Value.Substring(from, length);
        if (name.IndexOf('\\') is var backslash && backslash > 0)
        {
            name = name.Substring(0, backslash);
        }

        var bracket = name.StartsWith("[", StringComparison.Ordinal) ? Math.Max(name.IndexOf(']'), 0) : 0;
        if (name.IndexOf(':', bracket) is var colon && colon > 0 && !IpAddress.TryParse(name, out _))
        {
            // A port that is a hole has the number 0.
            var digits = name.Substring(colon + 1).TrimStart();
            var number = PortNumber.ParseOrZero(digits.TrimEnd());
            var end = pair.ValueStart + from + name.Length;
            if (number == 0 && !(isAlone && digits.TrimEnd().Length == 1 && text.HasHole(end - 1, 1)))
            {
                return false;
            }

            name = name.Substring(0, colon).TrimEnd();
            port = new InnerPort(number, ':', pair.ValueStart + from + name.Length, end - digits.Length, end);
        }

        // The brackets go with the address.
        var written = name.Length;
        if (bracket > 0 && bracket == name.Length - 1 && IpAddress.TryParse(name.Substring(1, bracket - 1), out _))
        {
            name = name.Substring(1, bracket - 1);
        }

        host = new HostName(name, pair.ValueStart + from, written);

        // A bare number is no host, and these are names of this machine that only SQL Server knows.
        return !name.All(char.IsDigit) && name is not ("." or "(local)") && !name.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The parts between the commas, without the white space around them.</summary>
    private static List<(int Start, int Length)> Split(string value, int start)
    {
        var parts = new List<(int, int)>(1);
        while (start <= value.Length)
        {
            var end = value.IndexOf(',', start);
            end = end < 0 ? value.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(value[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(value[to - 1]))
            {
                to--;
            }

            parts.Add((from, to - from));
            start = end + 1;
        }

        return parts;
    }
}
