using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>What the names of settings say of their values. Every list is compared without case, and without what stands between words.</summary>
internal static class SettingNames
{
    /// <summary>Names of a host end so, the longest first.</summary>
    private static readonly string[] s_hosts = ["servername", "hostname", "ipaddress", "datasource", "address", "server", "host", "addr"];

    /// <summary>How the words above end, whatever stands between their parts: a quick filter.</summary>
    private static readonly string[] s_hostEndings = ["name", "address", "source", "server", "host", "addr"];

    /// <summary>Names of several hosts end so.</summary>
    private static readonly string[] s_hostLists = ["bootstrapservers", "hostnames", "addresses", "endpoints", "brokers", "servers", "nodes", "hosts"];

    /// <summary>Of these, the ones that hold nothing else.</summary>
    private static readonly string[] s_onlyHosts = ["bootstrapservers", "hostnames", "brokers", "nodes", "hosts", "hostname", "host"];

    /// <summary>Names of a driver's whole text end so.</summary>
    private static readonly string[] s_texts = ["connectionstrings", "connectionstring", "connstring", "connstr", "connection", "configuration", "conn"];

    /// <summary>Further names of what holds a host with its port.</summary>
    private static readonly string[] s_addresses =
        ["connectionstrings", "connectionstring", "connection", "configuration", "endpoint", "broker", "conn", "url", "uri", "dsn"];

    /// <summary>Words that may stand behind an engine's in the name of its server.</summary>
    private static readonly string[] s_ofServers =
    [
        "servername", "hostname", "ipaddress", "datasource", "address", "servers", "server", "hosts", "host", "addr", "nodes", "endpoints",
        "endpoint", "settings", "setting", "options", "option", "configuration", "config", "connections", "connection", "conn", "database", "db",
        "url", "uri", "default", "main", "primary", "master", "slave", "replica", "read", "write", "sql", "cluster", "client", "local", "dev",
        "development", "test",
    ];

    /// <summary>What stands beside a host, by the end of its name behind what it has in common with the host's.</summary>
    private static readonly (string Ending, string Option)[] s_options =
    [
        ("portnumber", "Port"),
        ("port", "Port"),
        ("initialcatalog", "Database"),
        ("databasename", "Database"),
        ("database", "Database"),
        ("dbname", "Database"),
        ("db", "Database"),
        ("name", "Database"),
        ("username", "User ID"),
        ("userid", "User ID"),
        ("user", "User ID"),
        ("uid", "User ID"),
        ("password", "Password"),
        ("pass", "Password"),
        ("pwd", "Password"),
        ("sslmode", "SslMode"),
        ("dnssrv", "DnsSrv"),
    ];

    /// <summary>Words for a kind of database.</summary>
    private static readonly string[] s_kindWords =
    [
        "invariantname", "invariant", "providertype", "providername", "provider", "enginetype", "engine", "dialect", "driverclass", "driver",
        "clienttype", "client", "adapter", "type", "kind", "vendor", "dbms", "flavor",
    ];

    /// <summary>Words that may stand before one of these.</summary>
    private static readonly string[] s_kindOwners =
        ["database", "datastore", "data", "storage", "persistence", "connection", "server", "default", "sql", "orm", "efcore", "ef", "db"];

    /// <summary>Names of what says which kind of database is meant.</summary>
    private static readonly HashSet<string> s_kinds = new(
        s_kindOwners.SelectMany(static owner => s_kindWords.Select(word => owner + word)).Concat(s_kindWords)
            .Concat(["rdbms", "dbconnection", "connectiondriverclass"]),
        StringComparer.Ordinal);

    /// <summary>Ends of the names of what is a database, and sometimes its kind: <c>"Database": "MySql"</c>.</summary>
    private static readonly string[] s_databases = ["database", "db", "datastore", "rdbms", "dbms", "storage", "persistence", "backend"];

    /// <summary>Ends of the names of sections that speak of the database of all that stands beside them.</summary>
    private static readonly string[] s_databaseSections =
    [
        "database", "db", "data", "datastore", "dataaccess", "storage", "persistence", "entityframework", "entityframeworkcore", "efcore", "ef", "orm", "sql",
        "databaseprovider", "dbprovider", "dataprovider",
    ];

    /// <summary>What may stand at the end of a section's name.</summary>
    private static readonly string[] s_sectionEndings = ["settings", "setting", "options", "configuration", "config"];

    /// <summary>
    /// Names of addresses that nobody connects to from here: where a program listens, whom it lets in, what a browser asks for. What it
    /// tells others of itself is <see cref="ToldNames"/>.
    /// </summary>
    private static readonly string[] s_notConnected =
    [
        "kestrel", "allowed", "hostfilter", "cors", "origin", "authority", "issuer", "audience", "proxy", "proxies", "knownnetwork", "listen", "bind",
        "launchurl", "blocked", "deny", "denied", "banned", "permitted", "trusted", "remoteip", "remoteaddress", "clientip", "localaddress",
        "localip", "sourceaddress", "sourceip", "ipsecurity", "emailaddress", "mailaddress", "street", "postal", "macaddress", "wallet",
        "virtualhost", "upstream", "header", "machine", "silo", "grant", "accounthost", "roothost", "applicationurl", "aspnetcoreurl", "swagger",
        "openapi", "whitelist", "blacklist", "schema", "namespace",
    ];

    /// <summary>Such names, where they are the whole name.</summary>
    private static readonly string[] s_notConnectedWhole = ["urls"];

    /// <summary>Variables that are built into what a browser loads begin so.</summary>
    private static readonly string[] s_ofBrowser = ["VITE_", "REACT_APP_", "NEXT_PUBLIC_", "NG_", "NUXT_PUBLIC_", "VUE_APP_"];

    /// <summary>Names of what is written for readers.</summary>
    private static readonly string[] s_described =
        ["comment", "description", "example", "examples", "sample", "help", "usage", "placeholder", "note", "remark", "readme"];

    /// <summary>What a host is called in its section, without the word for the host: of <c>DB_HOST</c> it is <c>db</c>, of <c>Host</c> nothing.</summary>
    /// <returns>Null when the name is no host's.</returns>
    public static string? HostPrefix(string name)
    {
        if (!s_hostEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var plain = Plain(name);
        return s_hosts.FirstOrDefault(word => plain.EndsWith(word, StringComparison.Ordinal)) is { } ending ? plain.Substring(0, plain.Length - ending.Length)
            : null;
    }

    /// <summary>The name of the list that a setting is a value of: <c>RabbitMq__Hostnames</c> of <c>RabbitMq__Hostnames__0</c>; null for any other.</summary>
    public static string? ListOf(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return stem.Length == name.Length ? null
            : stem.EndsWith("__", StringComparison.Ordinal) ? stem.Substring(0, stem.Length - 2)
            : stem.EndsWith(":", StringComparison.Ordinal) ? stem.Substring(0, stem.Length - 1)
            : null;
    }

    /// <summary>What several hosts are called in their section, as <see cref="HostPrefix"/> has it of one.</summary>
    /// <returns>Null when the name is none of several hosts.</returns>
    public static string? HostListPrefix(string name) =>
        Plain(name) is var plain && s_hostLists.FirstOrDefault(plain.EndsWith) is { } ending ? plain.Substring(0, plain.Length - ending.Length) : null;

    /// <summary>True for the name of a driver's whole text: <c>Configuration</c>, <c>REDIS_CONNECTION_STRING</c>.</summary>
    public static bool IsText(string name) => s_texts.Any(Plain(name).EndsWith);

    /// <summary>True for a name of what may hold a host with a port.</summary>
    public static bool IsAddress(string name) =>
        Plain(name) is var plain && (s_hosts.Any(plain.EndsWith) || s_hostLists.Any(plain.EndsWith) || s_addresses.Any(plain.EndsWith));

    /// <summary>The option that a setting is of the host with a prefix: of <c>DB_PORT</c> beside <c>DB_HOST</c> the port.</summary>
    /// <param name="plain">The setting's name as <see cref="Plain"/> gives it.</param>
    /// <param name="prefix">What <see cref="HostPrefix"/> gives.</param>
    /// <returns>A key of connection strings, or null.</returns>
    public static string? OptionOf(string plain, string prefix)
    {
        if (!plain.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        // A name alone says too little: it may be the host's own.
        var rest = plain.Substring(prefix.Length);
        return rest == "name" && prefix.Length == 0 ? null : s_options.FirstOrDefault(option => option.Ending == rest).Option;
    }

    /// <summary>
    /// True for the name of what says which kind of database a setting means: <c>DbType</c>, <c>Database:Type</c>, <c>SHOP_DB_TYPE</c> of
    /// <c>SHOP_TEXT</c>.
    /// </summary>
    public static bool IsKind(string name, string of)
    {
        var plain = Plain(name.Substring(name.LastIndexOf('.') + 1));
        if (s_kinds.Contains(plain))
        {
            return true;
        }

        var about = Plain(of);
        for (var length = Math.Min(plain.Length, about.Length); length > 1; length--)
        {
            if (s_kinds.Contains(plain.Substring(length)) && string.CompareOrdinal(plain, 0, about, 0, length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the name of what is a database, and its kind where the value is an engine's word.</summary>
    public static bool MayBeKindOfDatabase(string name) => Plain(name) is var plain && s_databases.Any(plain.EndsWith);

    /// <summary>True for a section that may say the kind of database of the texts beside it.</summary>
    public static bool IsOfDatabase(string section)
    {
        var plain = Plain(section);
        var ending = s_sectionEndings.FirstOrDefault(plain.EndsWith);
        var owner = ending is null ? plain : plain.Substring(0, plain.Length - ending.Length);
        return s_databaseSections.Any(owner.EndsWith);
    }

    /// <summary>True for a host's name that is as often one of a kind: <c>"DatabaseServer": "mysql"</c>.</summary>
    public static bool MayBeKind(string name) => !s_onlyHosts.Any(Plain(name).EndsWith);

    /// <summary>True for a name that ends in the word for a host: <c>DataSource</c> and <c>Address</c> may be anything's.</summary>
    public static bool IsHost(string name) => !MayBeKind(name) || Plain(name).EndsWith("server", StringComparison.Ordinal);

    /// <summary>
    /// True for a name in which nothing but words of databases and addresses stands behind an engine's word: <c>AUDIT_MYSQL_HOST</c>,
    /// <c>MySqlSettings</c>, and not <c>MySqlExporter</c>.
    /// </summary>
    public static bool IsOfServer(string name, IEnumerable<string> engineWords)
    {
        var plain = Plain(name);
        var end = engineWords.Select(word => plain.LastIndexOf(word, StringComparison.Ordinal) is var at && at < 0 ? -1 : at + word.Length).DefaultIfEmpty(-1)
            .Max();
        if (end < 0)
        {
            return false;
        }

        var rest = plain.Substring(end).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        while (rest.Length > 0 && s_ofServers.FirstOrDefault(word => rest.EndsWith(word, StringComparison.Ordinal)) is { } ending)
        {
            rest = rest.Substring(0, rest.Length - ending.Length);
        }

        return rest.Length == 0;
    }

    /// <summary>
    /// True for the name of what says which kind of database the host with a prefix runs: <c>ORDERS_DB_DRIVER</c> beside
    /// <c>ORDERS_DB_HOST</c>.
    /// </summary>
    public static bool IsKindOf(string plain, string prefix) => prefix.Length > 0 && plain.StartsWith(prefix, StringComparison.Ordinal)
        && (plain.Substring(prefix.Length) is var rest) && (rest == "connection" || s_kinds.Contains(rest));

    /// <summary>True for addresses that nobody connects to from here.</summary>
    public static bool IsNotConnected(string name) => s_ofBrowser.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || (Plain(name) is var plain
            && (s_notConnected.Any(plain.Contains) || s_notConnectedWhole.Contains(plain) || (plain.Contains("vhost") && IsOfVirtualHost(name))));

    /// <summary><c>VHost</c>, <c>RABBITMQ_VHOST</c>, <c>vhosts</c>: a part of a broker or of a web server. <c>DevHost</c> is none.</summary>
    private static bool IsOfVirtualHost(string name)
    {
        var before = "";
        foreach (var word in NameWords.Of(name))
        {
            var plain = word.ToLowerInvariant().TrimEnd('s');
            if (plain == "vhost" || (before == "v" && plain == "host"))
            {
                return true;
            }

            before = plain;
        }

        return false;
    }

    /// <summary>True for what is written for readers: <c>_comment</c>, <c>//</c>.</summary>
    public static bool IsDescribed(string name) => name.StartsWith("//", StringComparison.Ordinal) || s_described.Contains(Plain(name));

    /// <summary>Lower case, letters and digits only.</summary>
    public static string Plain(string name)
    {
        var plain = new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(plain, 0, length);
    }
}
