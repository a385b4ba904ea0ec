using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the endpoint of a connection string: <c>Server=...;Port=...;Database=...</c>.</summary>
internal static class PairReader
{
    /// <summary>Reads a whole text.</summary>
    /// <returns>Null when it is no connection string, or names its host in a way that this grammar does not cover: by a hole, in doubled quotes.</returns>
    public static Endpoint? Read(DecodedText text) => KeyValueReader.Read(text) is { } options ? Read(text, options) : null;

    public static Endpoint? Read(DecodedText text, KeyValueText options)
    {
        if (ConnectionKeys.PlaceOfLast(options.Pairs, ConnectionKey.Host) is not { } place)
        {
            return WithoutHost(text, options);
        }

        var host = options.Pairs[place];
        return host.Value.Length == 0 || !host.IsWrittenAsItReads
            ? null
            : EndpointOf(text, EndpointShape.Pairs, options.Pairs, host, options.HasUnknownPart, Slot.At(text, host.End, $";{InCaseOf(host.Key, "Port")}="));
    }

    /// <summary>The endpoint of some options.</summary>
    /// <param name="text">The text that holds them.</param>
    /// <param name="shape">Its grammar.</param>
    /// <param name="pairs">The options.</param>
    /// <param name="host">The one of them that names the host.</param>
    /// <param name="isOpen">True when there may be more options than these.</param>
    /// <param name="portSlot">Where a port can be written that is left out.</param>
    /// <returns>Null when the host is not known, or none of a network.</returns>
    public static Endpoint? EndpointOf(DecodedText text, EndpointShape shape, ImmutableArray<KeyValue> pairs, KeyValue host, bool isOpen, Slot? portSlot)
    {
        if (HostListReader.Read(host, text) is not { } list || list.Hosts.Any(one => text.HasHole(one.Start, one.Length)))
        {
            return null;
        }

        var port = list.OwnPort ?? ReadPort(text, pairs, isOpen);
        var isPortElsewhere = list.IsInstance || list.HasPorts || (list.Port is not null && port.State != PortState.Written);
        return new Endpoint(text, shape, pairs, list.Hosts, isPortElsewhere ? port with { State = PortState.Unknown } : port)
        {
            HostPair = host,
            InnerPort = list.Port,
            HasPortsInList = list.HasPorts,
            HasServiceBehindHost = list.HasService,
            IsNamedAsSqlServerDoes = list.IsInstance || list.HasTcp,
            PortSlot = portSlot,
        };
    }

    /// <summary>The port option of some pairs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pairs">Its pairs.</param>
    /// <param name="hasUnknownPart">True when some part of the text may be any pair.</param>
    public static Port ReadPort(DecodedText text, ImmutableArray<KeyValue> pairs, bool hasUnknownPart)
    {
        if (ConnectionKeys.Last(pairs, ConnectionKey.Port) is { } pair)
        {
            var number = PortNumber.ParseOrZero(pair.Value);
            return new Port(number > 0 && !text.HasHole(pair.ValueStart, pair.ValueLength) ? PortState.Written : PortState.Unknown, number, pair.ValueStart,
                pair.ValueLength);
        }

        // An unknown part may hold a port; an empty pair (`Port=;`) is left as it is.
        var isOpen = hasUnknownPart || ConnectionKeys.PlaceOfLast(pairs, ConnectionKey.Port) is not null;
        return new Port(isOpen ? PortState.Unknown : PortState.LeftOut, 0, 0, 0);
    }

    /// <summary>A word in the case of a key beside it.</summary>
    public static string InCaseOf(string key, string word) =>
        !key.Any(char.IsUpper) ? word.ToLowerInvariant() : !key.Any(char.IsLower) ? word.ToUpperInvariant() : word;

    /// <summary>A text that names an account or a database and no host: its driver takes <c>localhost</c>.</summary>
    private static Endpoint? WithoutHost(DecodedText text, KeyValueText options)
    {
        if (text.Value.Length == 0 || text.Runs.Any(static run => !run.IsOfTheTextItself)
            || options.Pairs.Count(static pair => ConnectionKeys.TryGet(pair.Key, out _)) < 2)
        {
            return null;
        }

        // Before the first key: a raw string may begin with an empty line.
        var key = options.Pairs[0].Key;
        var start = text.Value.Length - text.Value.TrimStart().Length;
        return new Endpoint(text, EndpointShape.Pairs, options.Pairs,
            ImmutableArray.Create(new HostName("localhost", start, text.Value.TrimEnd().Length - start)), ReadPort(text, options.Pairs, options.HasUnknownPart))
        {
            HostSlot = Slot.Before(text, start, InCaseOf(key, "Server") + "=", ";"),
            PortSlot = Slot.Before(text, start, InCaseOf(key, "Port") + "=", ";"),
        };
    }
}
