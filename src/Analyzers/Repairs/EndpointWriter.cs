using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Reachability;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>Writes a host and a port into a text, in the text's own grammar and where they belong.</summary>
internal sealed class EndpointWriter(Situation situation)
{
    private readonly Endpoint _endpoint = situation.Endpoint;

    /// <summary>The port option beside a port in the host, when it says another number.</summary>
    public int? OtherPort => _endpoint is { InnerPort: { } inner } && WrittenPort is { } pair
        && (PortNumber.ParseOrZero(pair.Value) is var number and > 0) && number != inner.Number ? number : null;

    /// <summary>The pair of the port option, when the text has one beside a port in its host.</summary>
    private KeyValue? WrittenPort => ConnectionKeys.Last(_endpoint.Pairs, ConnectionKey.Port);

    /// <summary>True where a port follows the host in one text, so that an IPv6 address stands in brackets.</summary>
    private bool IsPortBehindHost => _endpoint.Shape == EndpointShape.Uri || _endpoint is { Port.State: PortState.LeftOut, PortSlot.Prefix: ":" }
        || (_endpoint is { Shape: EndpointShape.Address or EndpointShape.HostAndPort, Port.State: PortState.Written, Text.Value: var value }
            && situation.Host.Start + situation.Host.Length is var end && end < _endpoint.Port.Start && value[end] == ':');

    /// <summary>Edits that write a host and a port.</summary>
    /// <param name="address">The host.</param>
    /// <param name="port">The port; null leaves the text's own.</param>
    /// <returns>Null when either cannot be written where it belongs.</returns>
    public ImmutableArray<Edit>? TryWrite(string address, int? port)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var isPortMeant = port is null || _endpoint.Port.MeantWith(situation.Engine.DefaultPort) == port;
        if (_endpoint.HostSlot is { } hostSlot)
        {
            // One insertion where the port is left out as well: both would stand at the same place.
            var isPortInserted = !isPortMeant && _endpoint.Port.State == PortState.LeftOut;
            var portText = isPortInserted && _endpoint.PortSlot is { } slot ? slot.Around(Number(port!.Value)) : "";
            edits.Add(ToEdit(new TextSpan(hostSlot.Position, 0), hostSlot.Around(address) + portText));
            return isPortMeant || isPortInserted || TryWritePort(port!.Value, edits) ? InOrder(edits) : null;
        }

        if (address != situation.Host.Name)
        {
            if (_endpoint.Text.EditableSpan(situation.Host.Start, situation.Host.Length) is not { } host)
            {
                return null;
            }

            edits.Add(ToEdit(host, address.IndexOf(':') >= 0 && IsPortBehindHost ? $"[{address}]" : address));
        }

        if (_endpoint.InnerPort is { } inner)
        {
            return TryMovePort(inner, port ?? inner.Number, edits) ? InOrder(edits) : null;
        }

        if (!isPortMeant && !TryWritePort(port!.Value, edits))
        {
            return null;
        }

        return InOrder(edits);
    }

    private bool TryWritePort(int port, ImmutableArray<Edit>.Builder edits)
    {
        if (_endpoint.Port.State == PortState.Written)
        {
            if (_endpoint.Text.EditableSpan(_endpoint.Port.Start, _endpoint.Port.Length) is not { } written)
            {
                return false;
            }

            edits.Add(ToEdit(written, Number(port)));
            return true;
        }

        if (_endpoint.PortSlot is not { } slot)
        {
            return false;
        }

        edits.Add(ToEdit(new TextSpan(slot.Position, 0), slot.Around(Number(port))));
        return true;
    }

    /// <summary>From <c>host:3307</c> to an option of its own.</summary>
    private bool TryMovePort(InnerPort inner, int port, ImmutableArray<Edit>.Builder edits)
    {
        // An empty option behind the new one would take it back.
        if (_endpoint.Pairs.Any(static pair => pair.Value.Length == 0 && ConnectionKeys.TryGet(pair.Key, out var key) && key == ConnectionKey.Port))
        {
            return false;
        }

        // A port that is not known keeps its place: what stands before it becomes the option's name.
        if (inner.Number == 0)
        {
            var isPlain = _endpoint.Shape == EndpointShape.Pairs && WrittenPort is null
                && _endpoint.HostPair.End == inner.End && _endpoint.PortSlot is not null;
            if (!isPlain || _endpoint.Text.EditableSpan(inner.HostEnd, inner.Start - inner.HostEnd) is not { } sign)
            {
                return false;
            }

            edits.Add(ToEdit(sign, _endpoint.PortSlot!.Value.Prefix));
            return true;
        }

        if (_endpoint.Text.EditableSpan(inner.HostEnd, inner.End - inner.HostEnd) is not { } written)
        {
            return false;
        }

        if (WrittenPort is { } pair)
        {
            if (pair.Value != Number(port) && !TryReplace(pair, port, edits))
            {
                return false;
            }

            edits.Add(ToEdit(written, ""));
            return true;
        }

        if (_endpoint.PortSlot is not { } slot)
        {
            return false;
        }

        if (slot.Position == written.End)
        {
            edits.Add(ToEdit(written, slot.Around(Number(port))));
        }
        else
        {
            edits.Add(ToEdit(written, ""));
            edits.Add(ToEdit(new TextSpan(slot.Position, 0), slot.Around(Number(port))));
        }

        return true;
    }

    private bool TryReplace(KeyValue pair, int port, ImmutableArray<Edit>.Builder edits)
    {
        if (_endpoint.Text.EditableSpan(pair.ValueStart, pair.ValueLength) is not { } written)
        {
            return false;
        }

        edits.Add(ToEdit(written, Number(port)));
        return true;
    }

    private static ImmutableArray<Edit> InOrder(ImmutableArray<Edit>.Builder edits) =>
        edits.ToImmutable().Sort(static (left, right) => left.Start.CompareTo(right.Start));

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    private Edit ToEdit(TextSpan span, string newText) => new(span.Start - situation.ShownSpan.Start, situation.SourceText(span), newText);
}
