namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>All engines that are told apart. Adding one is a row.</summary>
internal static class EngineTable
{
    /// <summary>Some engine that no row names.</summary>
    public static readonly Engine Unknown = new() { Name = "unknown", IsUnknown = true };

    /// <summary>The rows. Of two that have the same evidence the first one counts.</summary>
    public static readonly IReadOnlyList<Engine> All =
    [
        MySql.Row,
        PostgreSql.Row,
        SqlServer.Row,
        Oracle.Row,
        Firebird.Row,
        Db2.Row,
        ClickHouse.Row,
        Dameng.Row,
        Sqlite.Row,
        OdbcOrOleDb.Row,
        RabbitMq.Row,
        Redis.Row,
        MongoDb.Row,
        Kafka.Row,
        Elasticsearch.Row,
        Nats.Row,
        Memcached.Row,
        Http.Row,
        AzureServiceBus.Row,
        AnotherDatabase.Row,
    ];

    /// <summary>
    /// Ports of servers that no row names: FTP, SSH, mail, LDAP, MQTT, OceanBase, PgBouncer, Neo4j, InfluxDB, Couchbase, Exasol and their
    /// like.
    /// </summary>
    private static readonly int[] s_foreignPorts = [1883, 2881, 5671, 6432, 7687, 8086, 8091, 8529, 8563, 8812, 9004, 26257, 61616];

    /// <summary>Ports at which an address of the web is an engine's text.</summary>
    private static readonly int[] s_webPorts = All.Where(static engine => engine.TakesWebUris).Select(static engine => engine.DefaultPort).ToArray();

    private static readonly SecondProtocol[] s_secondProtocols = All.Select(static engine => engine.SecondProtocol).OfType<SecondProtocol>().ToArray();

    /// <summary>Schemes whose port is not the engine's usual one when it is left out.</summary>
    private static readonly string[] s_schemesOnOtherPorts =
        [.. All.SelectMany(static engine => engine.SecureSchemes), .. s_secondProtocols.Select(static protocol => protocol.Scheme)];

    private static readonly (string Key, Engine Engine)[] s_serverKeys =
        All.SelectMany(static engine => engine.ServerKeys.Select(key => (key, engine))).ToArray();

    /// <summary>The native tools whose command lines are read.</summary>
    public static IReadOnlyList<string> Tools { get; } = [.. All.SelectMany(static engine => engine.Tools)];

    /// <summary>Programs that ask a server.</summary>
    public static ISet<string> Clients { get; } =
        new HashSet<string>(All.SelectMany(static engine => engine.Tools.Concat(engine.Clients)), StringComparer.Ordinal);

    /// <summary>Programs that are a server.</summary>
    public static ISet<string> Servers { get; } =
        new HashSet<string>(All.SelectMany(static engine => engine.Servers), StringComparer.Ordinal);

    /// <summary>Members of clients that take the address of a server.</summary>
    public static IReadOnlyList<AddressApi> AddressApis { get; } = [.. All.SelectMany(static engine => engine.AddressApis)];

    /// <summary>Methods that are given a connection string's name.</summary>
    public static IReadOnlyList<string> TakersOfNames { get; } = [.. All.SelectMany(static engine => engine.TakersOfNames)];

    /// <summary>True for a port below 1024, or for one that another engine or a known server has and this engine has not.</summary>
    public static bool IsPortOfAnother(Engine engine, int port) =>
        !engine.HasPort(port) && (IsPortOfNoPairs(port) || All.Any(other => other != engine && other.HasPort(port)));

    /// <summary>True for a port of a server that is known to read no <c>key=value</c> text, whether a row names it or not.</summary>
    public static bool IsPortOfNoPairs(int port) =>
        port < 1024 || s_foreignPorts.Contains(port) || All.Any(engine => engine.ReadsNoPairs && engine.DefaultPort == port);

    /// <summary>True for a port at which an address of the web may be an engine's text.</summary>
    public static bool IsWebPort(int port) => s_webPorts.Contains(port);

    /// <summary>True for a key that some engine's drivers are known to read.</summary>
    public static bool IsReadBySome(string key) =>
        Engine.Normalize(key) is var name && All.Any(engine => engine.OwnKeys.Contains(name) || engine.ReadKeys.Contains(name));

    /// <summary>The engine that is called by a word, in any case.</summary>
    public static Engine? OfWord(string word) => All.FirstOrDefault(engine => engine.Words.Contains(word, StringComparer.OrdinalIgnoreCase)
        || engine.WordsAlone.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The engine of a URI's scheme or of a native tool.</summary>
    public static Engine? OfScheme(string scheme) => All.FirstOrDefault(engine => engine.Schemes.Contains(scheme) || engine.SecureSchemes.Contains(scheme)
        || engine.Tools.Contains(scheme) || engine.SecondProtocol?.Scheme == scheme);

    /// <summary>True for a scheme whose certificates name the host.</summary>
    public static bool IsNameChecked(string? scheme) => scheme is not null && All.Any(engine => engine.SecureSchemes.Contains(scheme));

    /// <summary>True for a scheme whose port is not the engine's usual one when it is left out.</summary>
    public static bool IsOnOtherPort(string scheme) => s_schemesOnOtherPorts.Contains(scheme);

    /// <summary>The second protocol that URIs with a scheme speak, or that a tool tries; null for any other.</summary>
    public static SecondProtocol? SecondProtocolOf(string? schemeOrTool) =>
        s_secondProtocols.FirstOrDefault(protocol => protocol.Scheme == schemeOrTool || protocol.Tool == schemeOrTool);

    /// <summary>The engine whose servers a dictionary of options lists under a key; null for any other key.</summary>
    public static Engine? OfServerKey(string key) => s_serverKeys.FirstOrDefault(known => known.Key == key).Engine;
}
