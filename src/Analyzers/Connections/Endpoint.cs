using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Where a connection text points at, with the exact places of host and port.</summary>
/// <param name="Text">The text itself.</param>
/// <param name="Options">Its pairs.</param>
/// <param name="HostPair">The pair that names the host.</param>
/// <param name="Hosts">The hosts that it names, in its order; at least one.</param>
/// <param name="Port">The port option.</param>
internal sealed record Endpoint(DecodedText Text, KeyValueText Options, KeyValue HostPair, ImmutableArray<HostName> Hosts, Port Port)
{
    /// <summary>Reads the endpoint out of a text of pairs.</summary>
    /// <returns>
    /// Null when the text names no host, or names it in a way that this grammar does not cover: a hole in the host, a port
    /// inside the host, doubled quotes.
    /// </returns>
    public static Endpoint? From(DecodedText text, KeyValueText options)
    {
        if (Last(options, ConnectionKey.Host) is not { } hostPair
            || !hostPair.IsWrittenAsItReads
            || text.HasHole(hostPair.ValueStart, hostPair.ValueLength)
            || SplitHosts(hostPair) is not { } hosts)
        {
            return null;
        }

        return new Endpoint(text, options, hostPair, hosts, ReadPort(text, options));
    }

    /// <summary>What the text says of an option; the last pair counts, under whichever of its names.</summary>
    public OptionValue this[ConnectionKey key] =>
        Overrides.TryGetValue(key, out var set) ? set
        : Last(Options, key) is not { } pair ? OptionValue.Absent
        : Text.HasHole(pair.ValueStart, pair.ValueLength) || IsPlaceholder(pair.Value) ? OptionValue.Unknown
        : new OptionValue(true, pair.Value);

    /// <summary>Options that code sets beside the text; they count more than the text's own.</summary>
    public ImmutableDictionary<ConnectionKey, OptionValue> Overrides { get; init; } = ImmutableDictionary<ConnectionKey, OptionValue>.Empty;

    /// <summary>The text as code makes it.</summary>
    /// <param name="isContinued">True when code adds to the text: a port that it leaves out may be among what is added.</param>
    /// <param name="options">Keys that code sets, and their values; null where a value is not known.</param>
    /// <returns>Null when code sets the host.</returns>
    public Endpoint? Under(bool isContinued, IEnumerable<(string Key, string? Value)> options)
    {
        var overrides = Overrides;
        foreach (var (name, value) in options)
        {
            if (ConnectionKeys.TryGet(name, out var key))
            {
                overrides = overrides.SetItem(key, new OptionValue(true, value));
            }
        }

        if (overrides.ContainsKey(ConnectionKey.Host))
        {
            return null;
        }

        var isPortOpen = overrides.ContainsKey(ConnectionKey.Port) || (isContinued && Port.State == PortState.LeftOut);
        return this with { Overrides = overrides, Port = isPortOpen ? Port with { State = PortState.Unknown } : Port };
    }

    /// <summary>True when an edit of host or port would change what a search in the text finds.</summary>
    /// <param name="searched">What is searched for; null when that is not known.</param>
    public bool IsChangedWhere(string? searched)
    {
        if (string.IsNullOrEmpty(searched))
        {
            return searched is null;
        }

        for (var at = Text.Value.IndexOf(searched, StringComparison.OrdinalIgnoreCase); at >= 0; at = Text.Value.IndexOf(searched, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + searched!.Length;
            if (Hosts.Any(host => at < host.Start + host.Length && end > host.Start) || (Port.State == PortState.Written && at < Port.Start + Port.Length && end > Port.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the text is a template that code fills in later: a value holds <c>{0}</c> or the like.</summary>
    public bool IsFormatTemplate
    {
        get
        {
            foreach (var pair in Options.Pairs)
            {
                var open = pair.Value.IndexOf('{');
                if (open >= 0 && open + 2 < pair.Value.Length && char.IsDigit(pair.Value[open + 1]) && pair.Value[open + 2] is '}' or ':' or ',')
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The last pair under one of the option's names; an empty one takes it back.</summary>
    private static KeyValue? Last(KeyValueText options, ConnectionKey key)
    {
        for (var i = options.Pairs.Length - 1; i >= 0; i--)
        {
            var pair = options.Pairs[i];
            if (ConnectionKeys.TryGet(pair.Key, out var known) && known == key)
            {
                return pair.Value.Length == 0 ? null : pair;
            }
        }

        return null;
    }

    private static Port ReadPort(DecodedText text, KeyValueText options)
    {
        if (Last(options, ConnectionKey.Port) is { } pair)
        {
            var isNumber = int.TryParse(pair.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535;
            return new Port(isNumber && !text.HasHole(pair.ValueStart, pair.ValueLength) ? PortState.Written : PortState.Unknown, number, pair.ValueStart, pair.ValueLength);
        }

        // An unknown part may hold a port; an empty pair (`Port=;`) is left as it is.
        var isOpen = options.HasUnknownPart || options.Pairs.Any(static pair => ConnectionKeys.TryGet(pair.Key, out var known) && known == ConnectionKey.Port);
        return new Port(isOpen ? PortState.Unknown : PortState.LeftOut, 0, 0, 0);
    }

    private static ImmutableArray<HostName>? SplitHosts(KeyValue pair)
    {
        var hosts = ImmutableArray.CreateBuilder<HostName>(1);
        var start = 0;
        while (start <= pair.Value.Length)
        {
            var end = pair.Value.IndexOf(',', start);
            end = end < 0 ? pair.Value.Length : end;
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(pair.Value[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(pair.Value[to - 1]))
            {
                to--;
            }

            var host = pair.Value.Substring(from, to - from);
            if (HoldsPort(host))
            {
                return null;
            }

            hosts.Add(new HostName(host, pair.ValueStart + from, to - from));
            start = end + 1;
        }

        return hosts.ToImmutable();
    }

    /// <summary><c>host:port</c>, or the bare number that SQL Server writes behind a comma.</summary>
    private static bool HoldsPort(string host) =>
        (host.Length > 0 && host.All(char.IsDigit)) || (host.IndexOf(':') >= 0 && !IpAddress.TryParse(host, out _));

    private static bool IsPlaceholder(string value) =>
        value.Length > 1 && ((value[0] == '{' && value[value.Length - 1] == '}') || (value[0] == '<' && value[value.Length - 1] == '>') || value.IndexOf("${", StringComparison.Ordinal) >= 0);
}
