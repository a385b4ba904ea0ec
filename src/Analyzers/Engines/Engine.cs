namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>
/// What is known of a database or broker. One row of <see cref="EngineTable"/>; every name is compared without case.
/// </summary>
internal sealed class Engine
{
    public required string Name { get; init; }

    /// <summary>How people call it in names of variables and settings, in lower case, and in <c>lang=mysql-connection</c>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Such words that are parts of too many others: they count alone, not within a name.</summary>
    public IReadOnlyList<string> WordsAlone { get; init; } = [];

    /// <summary>What it is called where nothing else has a name.</summary>
    public string Word => Words.Concat(WordsAlone).First();

    /// <summary>True for the row that stands for an engine that no row names.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The port that its server listens on, and that its drivers take when none is written; 0 when it has none.</summary>
    public int DefaultPort { get; init; }

    /// <summary>Further ports that people give to this engine and to no other.</summary>
    public IReadOnlyList<int> OtherPorts { get; init; } = [];

    /// <summary>Schemes of its URIs, in lower case.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>Further ones, whose certificates name the host, and whose port is another one when it is left out.</summary>
    public IReadOnlyList<string> SecureSchemes { get; init; } = [];

    /// <summary>A protocol that its servers speak beside their own, on a port of its own.</summary>
    public SecondProtocol? SecondProtocol { get; init; }

    /// <summary>Native tools whose command lines name its server; their names are schemes of URIs as well.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Further programs that ask a server or wait for one.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];

    /// <summary>Programs of its images that are the server itself.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Options of these for the port, without the hyphens; <c>-p</c> and <c>-P</c> are read besides.</summary>
    public IReadOnlyList<string> PortOptions { get; init; } = ["port"];

    /// <summary>True when any program may be such a server, on any port: what stands for the web and for no engine.</summary>
    public bool IsAnyProgram { get; init; }

    /// <summary>True when its texts are addresses of the web: <c>http://localhost:9200</c>. Its clients or a name tell that they are its own.</summary>
    public bool TakesWebUris { get; init; }

    /// <summary>True when it has no server: what its texts name is a file, or something that another text tells.</summary>
    public bool IsWithoutServer { get; init; }

    /// <summary>True when the texts of its drivers name no database: what stands around them tells whose they are without one.</summary>
    public bool NamesNoDatabase { get; init; }

    /// <summary>True when a host by itself is a whole text to its drivers, <c>redis</c>, and a port stands behind it.</summary>
    public bool TakesHostAlone { get; init; }

    /// <summary>What stands between host and port where its drivers take both in one option: <c>Server=host,1433</c>.</summary>
    public char? PortInHost { get; init; }

    /// <summary>True when such a driver has an option of its own for the port as well: there a port goes that is left out.</summary>
    public bool HasPortOption { get; init; }

    /// <summary>
    /// True when <c>localhost</c> is a name for several places to its drivers and tools: a Unix socket, <c>::1</c>, <c>127.0.0.1</c>.
    /// </summary>
    public bool HasAmbiguousLocalhost { get; init; }

    /// <summary>True when <c>host:port</c> and <c>host,port</c> are no address to its drivers.</summary>
    public bool RefusesPortInHost { get; init; }

    /// <summary>True when its texts name hosts as <c>tcp:host</c> and <c>host\instance</c>, and no other engine's do.</summary>
    public bool HasInstances { get; init; }

    /// <summary>True when a name of what is connected to may stand behind the host: <c>host:1521/service</c>, and in a descriptor with it.</summary>
    public bool TakesServiceBehindHost { get; init; }

    /// <summary>Options with <c>true</c>, <c>yes</c> or <c>SSPI</c> by which a text logs on as the user of Windows, whom no Linux container knows.</summary>
    public HashSet<string> WindowsAccountKeys { get; init; } = s_noNames;

    /// <summary>True when its name beside a text says nothing against a port of another engine.</summary>
    public bool IsNamedLoosely { get; init; }

    /// <summary>What the names of its ODBC drivers hold: <c>Driver={MySQL ODBC 8.0 Unicode Driver}</c>.</summary>
    public IReadOnlyList<string> OdbcDrivers { get; init; } = [];

    /// <summary>Namespaces of its drivers, with what lies below them.</summary>
    public IReadOnlyList<string> DriverNamespaces { get; init; } = [];

    /// <summary>Names of driver types and of methods that take a connection text, wherever they are declared.</summary>
    public IReadOnlyList<string> Sinks { get; init; } = [];

    /// <summary>Those of <see cref="Sinks"/> that other types bear as well: they tell nothing but where they take a text.</summary>
    public IReadOnlyList<string> SharedSinks { get; init; } = [];

    /// <summary>Members of its clients that take the address of a server.</summary>
    public IReadOnlyList<AddressApi> AddressApis { get; init; } = [];

    /// <summary>Keys under which a dictionary of options holds a list of its servers: <c>bootstrap.servers</c>.</summary>
    public IReadOnlyList<string> ServerKeys { get; init; } = [];

    /// <summary>Extension methods that are given a connection string's name (.NET Aspire, "client integrations"): the text goes to the method itself.</summary>
    public IReadOnlyList<string> TakersOfNames { get; init; } = [];

    /// <summary>Assemblies whose presence says that a project talks to this engine.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>True when its drivers read <c>Server=...;Database=...</c>, so that a text of theirs looks like another engine's.</summary>
    public bool ReadsKeyValueTexts { get; init; }

    /// <summary>True when none of its clients reads <c>key=value</c> texts: its port in one is evidence against every other engine.</summary>
    public bool ReadsNoPairs { get; init; }

    /// <summary>Keys that only its drivers accept.</summary>
    public HashSet<string> OwnKeys { get; init; } = s_noNames;

    /// <summary>Pairs, as <c>key=value</c>, that only its drivers accept.</summary>
    public HashSet<string> OwnPairs { get; init; } = s_noNames;

    /// <summary>Accounts and databases, as <c>key=value</c>, that its servers have from the start and others have not.</summary>
    public HashSet<string> UsualPairs { get; init; } = s_noNames;

    /// <summary>Every key that its drivers accept. Empty when that is not known.</summary>
    public HashSet<string> ReadKeys { get; init; } = s_noNames;

    /// <summary>Image names without registry, tag and digest; <c>owner/name</c> or <c>name</c>.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Images of servers that speak its protocol on another port than <see cref="DefaultPort"/>, and that port.</summary>
    public IReadOnlyList<(string Image, int Port)> ImagesOnOtherPorts { get; init; } = [];

    /// <summary>How the names of images end that carry its variables or its port and are none of its servers.</summary>
    public IReadOnlyList<string> ToolImages { get; init; } = [];

    /// <summary>Builders of Testcontainers for .NET that start its servers.</summary>
    public IReadOnlyList<TestcontainersModule> Testcontainers { get; init; } = [];

    /// <summary>Variables that only a server's own image reads.</summary>
    public IReadOnlyList<string> ServerVariables { get; init; } = [];

    /// <summary>Variables of its image for the database that it creates.</summary>
    public IReadOnlyList<string> DatabaseVariables { get; init; } = [];

    /// <summary>Variables of its image for the account that it creates.</summary>
    public IReadOnlyList<string> UserVariables { get; init; } = [];

    /// <summary>Variables of its image for that account's password.</summary>
    public IReadOnlyList<string> PasswordVariables { get; init; } = [];

    /// <summary>Variables of its image for the password of <see cref="DefaultUsers"/>.</summary>
    public IReadOnlyList<string> AdminPasswordVariables { get; init; } = [];

    /// <summary>Variables of its image for the port that it listens on.</summary>
    public IReadOnlyList<string> PortVariables { get; init; } = [];

    /// <summary>True when the account that its image creates stands in place of <see cref="DefaultUsers"/>.</summary>
    public bool IsAdminRenamed { get; init; }

    /// <summary>Databases that every server has: they tell one service from another as little as the account <see cref="DefaultUsers"/> do.</summary>
    public HashSet<string> OwnDatabases { get; init; } = s_noNames;

    public HashSet<string> DefaultUsers { get; init; } = s_noNames;

    private static readonly HashSet<string> s_noNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the port that its servers listen on, and for one that people give to it alone.</summary>
    public bool HasPort(int port) => port == DefaultPort || OtherPorts.Contains(port);

    /// <summary>Makes a set of keys or names; compare with <see cref="Normalize"/>.</summary>
    public static HashSet<string> Names(params string[] names)
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            set.Add(Normalize(name));
        }

        return set;
    }

    /// <summary>Drivers take most keys with and without spaces or hyphens: <c>Allow User Variables</c>, <c>AllowUserVariables</c>.</summary>
    public static string Normalize(string key) => key.Replace(" ", "").Replace("-", "");

    public override string ToString() => Name;
}
