using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads options that code sets one by one: on a connection-string builder, on a factory, or as arguments of an API.</summary>
internal static class SettingsReader
{
    /// <summary>Reads the options.</summary>
    /// <param name="composed">The options under the names of connection strings.</param>
    /// <param name="shape"><see cref="EndpointShape.Settings"/> or <see cref="EndpointShape.Address"/>.</param>
    /// <param name="portSlot">Where a port can be written that is left out.</param>
    /// <param name="isOpen">True when more may be set than the options say.</param>
    /// <returns>Null when the host is not known.</returns>
    public static Endpoint? Read(ComposedText composed, EndpointShape shape, Slot? portSlot, bool isOpen)
    {
        var text = composed.Text;
        var pairs = composed.Parts
            .Select(part => new KeyValue(part.Name, text.Value.Substring(part.Start, part.Length), part.Start, part.Length, part.Start + part.Length))
            .ToImmutableArray();
        if (PairReader.Last(pairs, ConnectionKey.Host) is not { } host || HostList.Read(host, text) is not { } list || list.Hosts.Any(one => text.HasHole(one.Start, one.Length)))
        {
            return null;
        }

        var port = PairReader.ReadPort(text, pairs, isOpen);
        return new Endpoint(text, shape, pairs, list.Hosts, list.IsInstance || (list.Port is not null && port.State != PortState.Written) ? port with { State = PortState.Unknown } : port)
        {
            HostPair = host,
            InnerPort = list.Port,
            HasPortsInList = list.HasPorts,
            IsNamedAsSqlServerDoes = list.IsInstance || list.HasTcp,
            PortSlot = portSlot,
        };
    }
}
