using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads options that are set one by one: on a connection-string builder, on a factory, as arguments of an API, or as settings of a file.</summary>
internal static class OptionsReader
{
    /// <summary>Reads the options.</summary>
    /// <param name="joined">The options under the names of connection strings.</param>
    /// <param name="shape"><see cref="EndpointShape.Builder"/>, <see cref="EndpointShape.Address"/> or <see cref="EndpointShape.HostAndPort"/>.</param>
    /// <param name="portSlot">Where a port can be written that is left out.</param>
    /// <param name="isOpen">True when more may be set than the options say.</param>
    /// <returns>Null when the host is not known.</returns>
    public static Endpoint? Read(JoinedText joined, EndpointShape shape, Slot? portSlot, bool isOpen)
    {
        var text = joined.Text;
        var pairs = joined.Parts
            .Select(part => new KeyValue(part.Name, text.Value.Substring(part.Start, part.Length), part.Start, part.Length, part.Start + part.Length))
            .ToImmutableArray();
        return ConnectionKeys.Last(pairs, ConnectionKey.Host) is { } host ? PairReader.EndpointOf(text, shape, pairs, host, isOpen, portSlot) : null;
    }
}
