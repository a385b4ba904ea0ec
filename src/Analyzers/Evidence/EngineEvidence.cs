using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Evidence;

/// <summary>
/// Decides whose a connection text is. The first step that has evidence answers; evidence for two engines in one step, or
/// none at all, is no answer.
/// </summary>
internal static class EngineEvidence
{
    /// <summary>Decides.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="uses">What is done with the text; asked for first.</param>
    /// <param name="surroundings">What stands around it; asked for only when no sink tells, nor the text by more than its port.</param>
    /// <param name="references">Simple names of the assemblies that the project references, compared without case; asked for last.</param>
    /// <param name="onPort">The only engine of the topology that listens on a port; asked for addresses with a port.</param>
    /// <returns>
    /// The engine; <see cref="EngineTable.Unknown"/> for a connection of which nothing tells it; null for a text that nobody connects with.
    /// </returns>
    public static Engine? Decide(Endpoint endpoint, TextUses uses, Func<Surroundings> surroundings, Func<HashSet<string>> references, Func<int, Engine?> onPort)
    {
        if (endpoint.IsFormatTemplate || uses.Names.Any(InertSinks.IsDescribing))
        {
            return null;
        }

        // `ftp://172.17.0.2`: no engine of the table.
        if (endpoint is { Shape: EndpointShape.Uri, Scheme: { } scheme } && EngineTable.OfScheme(scheme) is null)
        {
            return null;
        }

        // A command that goes into a wider text is that text's: `docker exec db ...`.
        if (endpoint.Shape == EndpointShape.CommandLine
            && uses.Sinks.Any(static sink => sink.IsContinued || (sink.Member == "Add" && !sink.IsDirect) || InertSinks.RunsElsewhere(sink)))
        {
            return null;
        }

        var answer = Single(uses.Languages.Select(FromLanguage).OfType<Engine>()) ?? Single(FromSinks(uses.Sinks));
        if (answer is null && InertSinks.AreAllInert(uses.Sinks))
        {
            return null;
        }

        answer ??= FromText(endpoint, uses, surroundings) ?? FromSurroundings(endpoint, uses, surroundings, onPort) ?? FromProject(endpoint, references);
        return endpoint.HasServiceBehindHost && answer is not { Engine.TakesServiceBehindHost: true } ? null
            : answer?.Engine ?? (IsConnection(endpoint) ? EngineTable.Unknown : null);
    }

    /// <summary>True when those that take a text tell whose it is, or contradict each other.</summary>
    public static bool IsTold(IEnumerable<Sink> sinks) => Single(FromSinks(sinks)) is not null;

    /// <summary>
    /// Those that take a text, where they are of several engines and the kind of database that stands beside the text is one of these:
    /// code chooses among them by it.
    /// </summary>
    /// <param name="kind">What says the kind.</param>
    /// <param name="sinks">Those that take the text.</param>
    public static IEnumerable<Sink> ChosenBy(IEnumerable<string> kind, IReadOnlyList<Sink> sinks)
    {
        if (Single(FromSinks(sinks)) is not { Engine: null } || Single(kind.SelectMany(EngineNames.In)) is not { Engine: { } engine })
        {
            return sinks;
        }

        var chosen = sinks.Where(sink => Takes(engine, sink, () => NamedBy(sink))).ToArray();
        return chosen.Length > 0 ? chosen : sinks;
    }

    /// <summary>One pair alone, <c>host=...</c>, may be anything.</summary>
    private static bool IsConnection(Endpoint endpoint)
    {
        if (endpoint.Shape != EndpointShape.Pairs)
        {
            return true;
        }

        // A log or a header looks like pairs too: no driver reads its keys, and it names neither a database nor a password.
        var keys = endpoint.Pairs.Select(static pair => ConnectionKeys.TryGet(pair.Key, out var key) ? key : (ConnectionKey?)null).ToArray();
        return (keys.Contains(ConnectionKey.Database) || keys.Contains(ConnectionKey.Password) || keys.Contains(ConnectionKey.User))
            && endpoint.Pairs.All(static pair => ConnectionKeys.TryGet(pair.Key, out _) || EngineTable.IsReadBySome(pair.Key));
    }

    /// <summary>Step 0: the author's word, <c>mysql-connection</c> or <c>MySqlConnectionString</c>.</summary>
    private static Engine? FromLanguage(string language)
    {
        var name = new string(language.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
        foreach (var ending in new[] { "connectionstring", "connection" })
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                name = name.Substring(0, name.Length - ending.Length);
                return EngineTable.All.FirstOrDefault(engine => engine.Words.Contains(name) || engine.WordsAlone.Contains(name));
            }
        }

        return null;
    }

    /// <summary>Step 1: who takes the text.</summary>
    private static IEnumerable<Engine> FromSinks(IEnumerable<Sink> sinks)
    {
        foreach (var sink in sinks)
        {
            // What its names speak of is asked once, not for each engine.
            HashSet<Engine>? named = null;
            var takers = EngineTable.All.Where(engine => Takes(engine, sink, () => named ??= NamedBy(sink))).ToArray();

            // A driver that no row names: another engine's, whichever it is.
            if (takers.Length == 0 && sink.IsDriverType)
            {
                yield return EngineTable.Unknown;
            }

            foreach (var engine in takers)
            {
                yield return engine;
            }
        }
    }

    private static HashSet<Engine> NamedBy(Sink sink) => new(EngineNames.In(sink.Member).Concat(EngineNames.In(sink.Type ?? "")));

    private static bool Takes(Engine engine, Sink sink, Func<HashSet<Engine>> named)
    {
        if (sink.Kind is SinkKind.Inert or SinkKind.Elsewhere)
        {
            return false;
        }

        foreach (var name in engine.Sinks)
        {
            // A constructor is known by its type, a method by its own name or its type's.
            if (string.Equals(name, sink.Member, StringComparison.OrdinalIgnoreCase)
                || (string.Equals(name, sink.Type, StringComparison.OrdinalIgnoreCase) && !sink.IsIn("System", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        // A library's method or type that names an engine takes its texts: `UseMySqlConnector`, `PostgresqlDatabase`.
        return !InertSinks.IsInert(sink)
            && (engine.DriverNamespaces.Any(driver => sink.IsIn(driver, StringComparison.OrdinalIgnoreCase)) || (!sink.IsOfSource && named().Contains(engine)));
    }

    /// <summary>Step 2: the text itself; but a port alone is no evidence against a name that speaks of another engine.</summary>
    private static Answer? FromText(Endpoint endpoint, TextUses uses, Func<Surroundings> surroundings)
    {
        var told = Single(FromText(endpoint));
        if (endpoint.Scheme is not null && told is { Engine.IsAnyProgram: true })
        {
            return FromWebName(endpoint, uses) ?? told;
        }

        if (told?.Engine is not { } engine || endpoint.Scheme is not null || endpoint.IsNamedAsSqlServerDoes || !HasPortOf(engine, endpoint)
            || endpoint.Pairs.Any(pair => IsOwn(engine, pair, endpoint)))
        {
            return told;
        }

        var named = uses.Names.Concat(surroundings().Siblings).SelectMany(static name => EngineNames.ByWord(name)).Where(MayBeMeantBy).Distinct().ToArray();
        if (named.Length == 0 || named.Contains(engine) || named.Any(static engine => engine.IsNamedLoosely))
        {
            return told;
        }

        var port = endpoint.InnerPort?.Number ?? endpoint.Port.Number;
        return new Answer(named.Length == 1 && !named[0].IsWithoutServer && port != engine.DefaultPort ? named[0] : null);
    }

    /// <summary><c>"Elasticsearch": "http://localhost:9200"</c>: the only engine that its names speak of, with that engine's port.</summary>
    private static Answer? FromWebName(Endpoint endpoint, TextUses uses) =>
        endpoint.Port is { State: PortState.Written, Number: var port } && EngineTable.IsWebPort(port)
        && Single(uses.Names.SelectMany(EngineNames.In)) is { Engine: { TakesWebUris: true } engine } answer && engine.DefaultPort == port
            ? answer
            : null;

    /// <summary>An engine whose texts look like another's. A word of three letters may be a number's: <c>Db2</c> is the second database.</summary>
    private static bool MayBeMeantBy(Engine engine) =>
        (engine.ReadsKeyValueTexts || engine.IsWithoutServer) && engine.Words.Any(static word => word.Length > 3);

    /// <summary>Scheme, ODBC driver, keys and ports of the text.</summary>
    private static IEnumerable<Engine> FromText(Endpoint endpoint)
    {
        if (endpoint.Scheme is { } scheme)
        {
            return [EngineTable.OfScheme(scheme) ?? EngineTable.Unknown];
        }

        if (endpoint.IsNamedAsSqlServerDoes)
        {
            return EngineTable.All.Where(static engine => engine.HasInstances);
        }

        var driver = endpoint.Pairs.FirstOrDefault(static pair => pair.Key.Equals("Driver", StringComparison.OrdinalIgnoreCase));
        return driver.Key is null
            ? EngineTable.All.Where(engine => endpoint.Pairs.Any(pair => IsOwn(engine, pair, endpoint)) || HasPortOf(engine, endpoint))
            : [EngineTable.All.FirstOrDefault(engine => engine.OdbcDrivers.Any(name => driver.Value.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))
                ?? EngineTable.Unknown];
    }

    private static bool IsOwn(Engine engine, KeyValue pair, Endpoint endpoint)
    {
        var key = Engine.Normalize(pair.Key);
        if (engine.OwnKeys.Contains(key))
        {
            return true;
        }

        // A pair says less than a port of a server that has neither.
        return engine.OwnPairs.Count + engine.UsualPairs.Count > 0
            && !(endpoint.Port.State == PortState.Written && EngineTable.IsPortOfNoPairs(endpoint.Port.Number))
            && key + "=" + pair.Value is var written && (engine.OwnPairs.Contains(written) || engine.UsualPairs.Contains(written));
    }

    /// <summary>A port proves something only together with keys that the engine reads.</summary>
    private static bool HasPortOf(Engine engine, Endpoint endpoint)
    {
        var port = endpoint.Port.State == PortState.Written ? endpoint.Port.Number : endpoint.InnerPort?.Number;
        return port is { } number
            && ((endpoint.Shape is EndpointShape.Pairs or EndpointShape.Builder) || (endpoint.Shape == EndpointShape.HostAndPort && endpoint.Pairs.Length > 2))
            && engine.HasPort(number) && !(engine.ReadsNoPairs && endpoint.Shape != EndpointShape.HostAndPort)
            && ((endpoint.InnerPort is null or { Separator: ':' }) || number == engine.DefaultPort)
            && (endpoint.InnerPort is null || IsConnection(endpoint))
            && Reads(engine, endpoint);
    }

    /// <summary>False for a text with a key that the engine's drivers refuse.</summary>
    private static bool Reads(Engine engine, Endpoint endpoint) =>
        engine.ReadKeys.Count == 0 || endpoint.Pairs.All(pair => pair.Value.Length == 0 || engine.ReadKeys.Contains(Engine.Normalize(pair.Key)));

    /// <summary>Step 3: names, what is set beside it, the drivers of its file; for an address with a port, who listens there.</summary>
    private static Answer? FromSurroundings(Endpoint endpoint, TextUses uses, Func<Surroundings> surroundings, Func<int, Engine?> onPort)
    {
        if (endpoint.Shape == EndpointShape.Address)
        {
            return FromListener(endpoint, onPort);
        }

        // A host and a port in a settings file are told by their names: no text around them has a database to name.
        // Nor has a broker's text.
        var around = surroundings();
        var named = Single(uses.Names.Concat(around.Siblings).SelectMany(static name => EngineNames.In(name)), endpoint);
        if (endpoint.Shape != EndpointShape.HostAndPort && !endpoint[ConnectionKey.Database].IsPresent)
        {
            return named is { Engine.NamesNoDatabase: true } ? named : null;
        }

        if (endpoint.Shape == EndpointShape.HostAndPort)
        {
            // `MySqlExporter: { Host, Port: 9104 }`: a port that nobody gives to the engine is another server's.
            return named is { Engine: { } engine } && endpoint.Port is { State: PortState.Written, Number: var port }
                && !endpoint[ConnectionKey.Database].IsPresent
                && port != engine.DefaultPort && !engine.OtherPorts.Contains(port) && onPort(port) != engine
                    ? new Answer(null)
                    : named ?? FromListener(endpoint, onPort);
        }

        return named
            ?? Single(EngineTable.All.Where(engine => engine.ReadsKeyValueTexts && EngineNames.OfTypes(engine).Any(around.IsNamedInFile)), endpoint);
    }

    private static Answer? FromListener(Endpoint endpoint, Func<int, Engine?> onPort) =>
        endpoint.Port.State == PortState.Written && onPort(endpoint.Port.Number) is { } only ? new Answer(only) : null;

    /// <summary>Step 4: the project's drivers, for a text that names a database.</summary>
    private static Answer? FromProject(Endpoint endpoint, Func<HashSet<string>> references)
    {
        if (endpoint.Shape == EndpointShape.Address || !endpoint[ConnectionKey.Database].IsPresent)
        {
            return null;
        }

        return Single(EngineTable.All.Where(engine => engine.ReadsKeyValueTexts && references().Overlaps(engine.Assemblies)), endpoint);
    }

    /// <summary>An engine whose drivers refuse the text, or whose port it does not name, does not have it, and nobody else does.</summary>
    private static Answer? Single(IEnumerable<Engine> evidence, Endpoint endpoint) =>
        Single(evidence) is { } answer
            ? (answer.Engine is { } engine && (!Reads(engine, endpoint) || HasForeignPort(endpoint, engine)) ? new Answer(null) : answer) : null;

    /// <summary>True for a port that is some other server's.</summary>
    private static bool HasForeignPort(Endpoint endpoint, Engine engine) =>
        endpoint.Port.State == PortState.Written && EngineTable.IsPortOfAnother(engine, endpoint.Port.Number);

    /// <summary>Null when there is no evidence; an answer without an engine when it contradicts itself.</summary>
    private static Answer? Single(IEnumerable<Engine> evidence)
    {
        Engine? only = null;
        foreach (var engine in evidence)
        {
            if (only is not null && only != engine)
            {
                return new Answer(null);
            }

            only = engine;
        }

        return only is null ? null : new Answer(only);
    }

    private sealed record Answer(Engine? Engine);
}
