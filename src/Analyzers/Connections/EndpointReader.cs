using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Finds the grammar that a text is written in.</summary>
internal static class EndpointReader
{
    /// <summary>The longest address that is written as a text of its own: an IPv6 address in brackets with a port.</summary>
    private const int LongestAddress = 53;

    /// <summary>
    /// A quick filter, asked of every string of a compilation: false when no grammar can find a host in the text. Allocates
    /// nothing.
    /// </summary>
    public static bool MayConnect(string text) =>
        text.IndexOf('=') >= 0 && ConnectionKeys.MayConnect(text)
        || text.IndexOf("://", StringComparison.Ordinal) > 0
        || MySqlTools.MayBeOne(text)
        || MayBeAddress(text);

    /// <summary>True when the whole text may be a host, with or without a port. Allocates nothing.</summary>
    public static bool MayBeAddress(string text) => text.Length > 1 && text[0] switch
    {
        'l' or 'L' => text.Length is 9 or 10 && text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase),
        '1' => StartsWithPrivateAddress(text),
        'f' or 'F' or '[' or '2' => text.Length <= LongestAddress && text.IndexOf("::", StringComparison.Ordinal) > 0,
        _ => false,
    };

    /// <summary>Reads a text in the first grammar that fits.</summary>
    /// <returns>Null when none does, or when no host is named.</returns>
    public static Endpoint? Read(DecodedText text)
    {
        var value = text.Value;
        if (value.IndexOf("://", StringComparison.Ordinal) is > 0 and <= 32 && UriReader.Read(text) is { } uri)
        {
            return uri;
        }

        if (MySqlTools.MayBeOne(value) && CommandLineReader.Read(text) is { } command)
        {
            return command;
        }

        return AddressReader.Read(text) ?? (value.IndexOf('=') >= 0 ? PairReader.Read(text) : null);
    }

    /// <summary>Private networks of RFC 1918: <c>10.</c>, <c>172.16.</c> to <c>172.31.</c>, <c>192.168.</c></summary>
    private static bool StartsWithPrivateAddress(string text) =>
        text.StartsWith("172.", StringComparison.Ordinal) || text.StartsWith("10.", StringComparison.Ordinal) || text.StartsWith("192.168.", StringComparison.Ordinal);
}
