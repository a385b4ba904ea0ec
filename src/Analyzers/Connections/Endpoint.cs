using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>In which grammar a text names its host.</summary>
internal enum EndpointShape
{
    /// <summary><c>key=value;</c> pairs.</summary>
    Pairs,

    /// <summary><c>scheme://host:port/</c>.</summary>
    Uri,

    /// <summary>The command line of a native tool.</summary>
    CommandLine,

    /// <summary>The options of a connection-string builder or of a factory, each written on its own.</summary>
    Builder,

    /// <summary>A host that an API takes by itself, or with a port beside it.</summary>
    Address,

    /// <summary>A host of a settings file, and what stands beside it: a port, a database, an account.</summary>
    HostAndPort,
}

/// <summary>Where a connection text points at, with the exact places of host and port.</summary>
/// <param name="Text">The text itself.</param>
/// <param name="Shape">Its grammar.</param>
/// <param name="Pairs">Its options in the order of the text; those of URIs and command lines under the names of connection strings.</param>
/// <param name="Hosts">The hosts that it names, in its order; at least one.</param>
/// <param name="Port">The port option.</param>
internal sealed record Endpoint(DecodedText Text, EndpointShape Shape, ImmutableArray<KeyValue> Pairs, ImmutableArray<HostName> Hosts, Port Port)
{
    /// <summary>The pair that names the host; empty when it is left out.</summary>
    public KeyValue HostPair { get; init; }

    /// <summary>The scheme of a URI or the tool of a command line, in lower case.</summary>
    public string? Scheme { get; init; }

    /// <summary>The endpoints of further commands on the same command line.</summary>
    public ImmutableArray<Endpoint> Further { get; init; } = ImmutableArray<Endpoint>.Empty;

    /// <summary>True for a URI that an option of a wider text holds: the text tells that it is connected to.</summary>
    public bool IsOption { get; init; }

    /// <summary>A port that is written inside the value of the host.</summary>
    public InnerPort? InnerPort { get; init; }

    /// <summary>True when a port stands where a host is named.</summary>
    public bool HoldsPortInHost => InnerPort is not null || HasPortsInList;

    /// <summary>True for <c>tcp:host</c> and <c>host\instance</c>.</summary>
    public bool IsNamedAsSqlServerDoes { get; init; }

    /// <summary>True for several hosts with ports of their own.</summary>
    public bool HasPortsInList { get; init; }

    /// <summary>True when a name of what is connected to stands behind the host, <c>host:1521/service</c>, or in a descriptor with it.</summary>
    public bool HasServiceBehindHost { get; init; }

    /// <summary>Where a port that is left out can be written; null where none can.</summary>
    public Slot? PortSlot { get; init; }

    /// <summary>Where a host that is left out can be written; null when one is named.</summary>
    public Slot? HostSlot { get; init; }

    /// <summary>True when no host is named, so that a driver takes its default.</summary>
    public bool IsHostLeftOut => HostPair.Key is null;

    /// <summary>True where DNS tells hosts and ports of the name that the text has, or may do so: then it names no host, and takes no port.</summary>
    public bool IsLookedUp =>
        this[ConnectionKey.DnsSrv] is { IsPresent: true } option && option.Value?.Trim().ToLowerInvariant() is not ("false" or "no" or "0" or "");

    /// <summary>What the text says of an option; the last pair counts, under whichever of its names.</summary>
    public OptionValue this[ConnectionKey key] =>
        Overrides.TryGetValue(key, out var set) ? set
        : ConnectionKeys.Last(Pairs, key) is not { } pair ? OptionValue.Absent
        : !IsSettled(pair) || IsPlaceholder(pair.Value) ? OptionValue.Unknown
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

    /// <summary>The text as an engine reads it that takes the port inside the host: <c>Server=host,1433</c>.</summary>
    /// <param name="separator">What stands between host and port there; null for an engine that takes none there.</param>
    /// <param name="isWrittenThere">True when a port that is left out is to be written there.</param>
    public Endpoint WithPortInHost(char? separator, bool isWrittenThere = true)
    {
        if (InnerPort is { } inner)
        {
            return inner.Separator == separator
                ? this with { Port = inner.ToPort(), InnerPort = null }
                : this;
        }

        return separator is { } written && isWrittenThere && Shape == EndpointShape.Pairs && PortSlot is not null && Hosts.Length == 1 && !IsListed(Hosts[0])
            ? this with { PortSlot = Slot.At(Text, Hosts[0].Start + Hosts[0].Length, written.ToString()) }
            : this;
    }

    /// <summary>True for <c>a,</c>: something may follow.</summary>
    private bool IsListed(HostName host) => host.Start + host.Length is var end && end < Text.Value.Length && Text.Value[end] == ',';

    /// <summary>True when an edit of host or port would change what a search in the text finds.</summary>
    /// <param name="searched">What is searched for; null when that is not known.</param>
    public bool IsChangedWhere(string? searched)
    {
        if (string.IsNullOrEmpty(searched))
        {
            return searched is null;
        }

        for (
            var at = Text.Value.IndexOf(searched, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = Text.Value.IndexOf(searched, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + searched!.Length;
            if (Hosts.Any(host => at < host.Start + host.Length && end > host.Start)
                || (Port.State == PortState.Written && at < Port.Start + Port.Length && end > Port.Start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when code that takes parts out of the text by a word, or by a pattern with words in it, takes host or port.</summary>
    /// <param name="searched">The word or the pattern; null when that is not known.</param>
    public bool IsFoundBy(string? searched)
    {
        if (searched is null)
        {
            return true;
        }

        var words = new string(searched.Select(static c => char.IsLetterOrDigit(c) || (c is '-' or '_' or '.' or ' ') ? c : '=').ToArray()).Split('=')
            .Select(static word => word.Trim()).Where(static word => word.Any(char.IsLetterOrDigit)).ToArray();
        return words.Where(word => word.Length > 1 || words.Length == 1).Any(word =>
            (ConnectionKeys.TryGet(word, out var key) && (key is ConnectionKey.Host or ConnectionKey.Port))
            || Holds("Port", word) || (HostPair.Key is { } hostKey && Holds(hostKey, word)) || Hosts.Any(host => Holds(host.Name, word)));

        static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>True when the text is a template that code fills in later: a value holds <c>{0}</c> or the like.</summary>
    public bool IsFormatTemplate
    {
        get
        {
            foreach (var pair in Pairs)
            {
                var open = pair.Value.IndexOf('{');
                if (open >= 0 && open + 2 < pair.Value.Length && char.IsDigit(pair.Value[open + 1]) && (pair.Value[open + 2] is '}' or ':' or ','))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A hole may be anything, and what stands behind <c>??</c> is only one of the values.</summary>
    private bool IsSettled(KeyValue pair) => !Text.HasHole(pair.ValueStart, pair.ValueLength) && !Text.Has(RunKind.Fallback, pair.ValueStart, pair.ValueLength);

    private static bool IsPlaceholder(string value) => value.Length > 1
        && (((value[0], value[value.Length - 1]) is ('{', '}') or ('<', '>') or ('%', '%') or ('#', '#'))
            || (value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal))
            || value.IndexOf("${", StringComparison.Ordinal) >= 0 || value.IndexOf("$(", StringComparison.Ordinal) >= 0);
}
