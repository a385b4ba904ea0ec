using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Finds the grammar that a text is written in.</summary>
internal static class EndpointReader
{
    /// <summary>The longest address that is written as a text of its own: an IPv6 address in brackets with a port.</summary>
    private const int LongestAddress = 53;

    /// <summary>No shorter text names a host in a grammar, but as an address by itself or as a part of a text: <c>Server=</c>.</summary>
    private const int ShortestText = 13;

    /// <summary>
    /// Within so many characters each connection string, URI and command line shows one of <see cref="s_signs"/>: no key or scheme is
    /// longer.
    /// </summary>
    private const int LongestBeginning = 40;

    private static readonly char[] s_signs = ['=', ':', '-'];

    /// <summary>
    /// A quick filter, asked of every string of a compilation: false when no grammar can find a host in the text that some rule
    /// speaks about. Allocates nothing. The first character and the length are read before all the others: what is in memory is
    /// what it costs.
    /// </summary>
    public static bool MayConnect(string text)
    {
        if (text.Length < ShortestText)
        {
            return MayBeAddress(text)
                || (text.IndexOfAny(s_signs) >= 0
                    && (ConnectionKeys.MayConnect(text) || UriReader.MayBeOne(text) || MySqlTools.MayBeOne(text) || EndsWithPort(text, text.IndexOf(':'))));
        }

        // A text of several lines may begin far in.
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var sign = text.IndexOfAny(s_signs, start, Math.Min(text.Length - start, LongestBeginning));
        if (sign < 0)
        {
            return MayBeAddress(text);
        }

        // Behind a colon stands a scheme's `//`, a port, or a drive's folder with a tool in it.
        return text[sign] == ':' && !((sign is 1 or 2) && sign + 1 < text.Length && (text[sign + 1] is '\\' or '/'))
            ? UriReader.MayBeOne(text) || MayBeAddress(text) || EndsWithPort(text, sign)
            : ConnectionKeys.MayConnect(text) || MySqlTools.MayBeOne(text) || MayBeAddress(text)
                || AddressReader.MayBeCache(text) || OptionUris.MayHaveOne(text);
    }

    /// <summary>True when the whole text may be a host, with or without a port. Allocates nothing.</summary>
    private static bool MayBeAddress(string text) => text.Length > 1 && text[0] switch
    {
        'l' or 'L' => text.Length <= LongestAddress && text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)
            && (text.Length == 9 || (text[9] is ':' or ',' or ' ')),
        '1' => IpAddress.StartsWithPrivate(text) || text.StartsWith("127.0.0.1:", StringComparison.Ordinal),
        'f' or 'F' or '[' or '2' => text.Length <= LongestAddress && (text.IndexOf(':') is > 0 and < 8) && text.IndexOf("::", StringComparison.Ordinal) > 0,
        _ => false,
    };

    /// <summary><c>db:3306</c>: a host with a port, and behind a comma what Redis takes.</summary>
    private static bool EndsWithPort(string text, int colon)
    {
        if (colon <= 0 || !char.IsLetterOrDigit(text[0]))
        {
            return false;
        }

        var end = colon + 1;
        while (end < text.Length && (text[end] is >= '0' and <= '9'))
        {
            end++;
        }

        return (end - colon is >= 4 and <= 6) && (end == text.Length || text[end] == ',');
    }

    /// <summary>Reads a text in the first grammar that fits.</summary>
    /// <returns>Null when none does, or when no host is named.</returns>
    public static Endpoint? Read(DecodedText text)
    {
        var value = text.Value;
        if (UriReader.MayBeOne(value) && UriReader.Read(text) is { } uri)
        {
            return uri;
        }

        if (OptionUris.Read(text) is { } option)
        {
            return option;
        }

        if (MySqlTools.MayBeOne(value) && CommandLineReader.Read(text) is { } command)
        {
            return command;
        }

        return AddressReader.Read(text) ?? (value.IndexOf('=') >= 0 ? PairReader.Read(text) : null);
    }
}
