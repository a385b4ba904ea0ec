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

    /// <summary>The native tools whose command lines are read.</summary>
    public static IReadOnlyList<string> Tools { get; } = AllOf(static engine => engine.Tools);

    /// <summary>Members of clients that take the address of a server.</summary>
    public static IReadOnlyList<AddressApi> AddressApis { get; } = AllOf(static engine => engine.AddressApis);

    /// <summary>Methods that are given a connection string's name.</summary>
    public static IReadOnlyList<string> TakersOfNames { get; } = AllOf(static engine => engine.TakersOfNames);

    /// <summary>True for a program that asks a server.</summary>
    public static bool IsClient(string program) => All.Any(engine => engine.Tools.Contains(program) || engine.Clients.Contains(program));

    /// <summary>True for a program that is a server.</summary>
    public static bool IsServer(string program) => All.Any(engine => engine.Servers.Contains(program));

    /// <summary>True for a port below 1024, or for one that another engine or a known server has and this engine has not.</summary>
    public static bool IsPortOfAnother(Engine engine, int port) =>
        !engine.HasPort(port) && (IsPortOfNoPairs(port) || All.Any(other => other != engine && other.HasPort(port)));

    /// <summary>True for a port of a server that is known to read no <c>key=value</c> text, whether a row names it or not.</summary>
    public static bool IsPortOfNoPairs(int port) =>
        port < 1024 || s_foreignPorts.Contains(port) || All.Any(engine => engine.ReadsNoPairs && engine.DefaultPort == port);

    /// <summary>True for a port at which an address of the web may be an engine's text. Allocates nothing.</summary>
    public static bool IsWebPort(int port)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].TakesWebUris && All[i].DefaultPort == port)
            {
                return true;
            }
        }

        return false;
    }

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
    public static bool IsOnOtherPort(string scheme) => IsNameChecked(scheme) || All.Any(engine => engine.SecondProtocol?.Scheme == scheme);

    /// <summary>The second protocol that URIs with a scheme speak, or that a tool tries; null for any other.</summary>
    public static SecondProtocol? SecondProtocolOf(string? schemeOrTool) => schemeOrTool is null ? null
        : All.FirstOrDefault(engine => engine.SecondProtocol is { } second && (second.Scheme == schemeOrTool || second.Tool == schemeOrTool))?.SecondProtocol;

    /// <summary>The engine whose servers a dictionary of options lists under a key; null for any other key.</summary>
    public static Engine? OfServerKey(string key) => All.FirstOrDefault(engine => engine.ServerKeys.Contains(key));

    /// <summary>What a column holds in all rows. A plain loop: these are filled in every process that compiles a string.</summary>
    private static List<T> AllOf<T>(Func<Engine, IReadOnlyList<T>> column)
        where T : class
    {
        var all = new List<T>();
        foreach (var engine in All)
        {
            all.AddRange(column(engine));
        }

        return all;
    }
}
