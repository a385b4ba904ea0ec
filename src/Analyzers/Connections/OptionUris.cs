using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>
/// Reads texts whose options hold URIs, each a host of its own: <c>AccountName=...;BlobEndpoint=http://...;QueueEndpoint=http://...</c>,
/// <c>Endpoint=sb://...;SharedAccessKey=...</c>.
/// </summary>
/// <remarks>Sources: the connection strings of Azure Storage, Service Bus, Event Hubs and Cosmos DB; .NET Aspire writes others in that form.</remarks>
internal static class OptionUris
{
    /// <summary>How the options end that hold one.</summary>
    private const string Ending = "Endpoint";

    /// <summary>Where the emulator of all three services is: it names none of their ports.</summary>
    private const string ProxyKey = "DevelopmentStorageProxyUri";

    private const int LongestScheme = 8;

    /// <summary>True when a text may hold such an option. Allocates nothing.</summary>
    public static bool MayHaveOne(string text)
    {
        // The sign of such an option stands right before the scheme, which is short.
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at > 0; at = text.IndexOf("://", at + 1, StringComparison.Ordinal))
        {
            var equals = text.LastIndexOf('=', at - 1, Math.Min(at, LongestScheme));
            if (equals > 0 && (EndsBefore(text, equals, Ending) || EndsBefore(text, equals, ProxyKey)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsBefore(string text, int end, string word) =>
        end >= word.Length && string.Compare(text, end - word.Length, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Reads a whole text.</summary>
    /// <returns>The first of its URIs, with the others behind it; null when the text is none of this form, or when it names a host otherwise.</returns>
    public static Endpoint? Read(DecodedText text)
    {
        if (!MayHaveOne(text.Value) || KeyValueReader.Read(text) is not { } options || ConnectionKeys.Last(options.Pairs, ConnectionKey.Host) is not null)
        {
            return null;
        }

        var found = options.Pairs
            .Where(static pair => pair.IsWrittenAsItReads && IsOne(pair.Key))
            .Select(pair => ReadOne(text, pair))
            .OfType<Endpoint>()
            .ToArray();
        return found.Length == 0 ? null : found[0] with { Further = found.Skip(1).ToImmutableArray() };
    }

    private static Endpoint? ReadOne(DecodedText text, KeyValue pair)
    {
        if (!UriReader.MayBeOne(pair.Value))
        {
            return null;
        }

        var own = new DecodedText.Builder();
        own.AddRange(text, pair.ValueStart, pair.ValueLength);
        return UriReader.Read(own.ToDecodedText()) is { } uri
            ? uri with { IsOption = true, Port = IsEndpoint(pair.Key) ? uri.Port : uri.Port with { State = PortState.Unknown } }
            : null;
    }

    private static bool IsOne(string key) => IsEndpoint(key) || key.Equals(ProxyKey, StringComparison.OrdinalIgnoreCase);

    private static bool IsEndpoint(string key) => key.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
