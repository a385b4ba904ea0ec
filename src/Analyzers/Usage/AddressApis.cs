using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The APIs that are known to take an address. What a type of another name takes is not taken for one.</summary>
internal static class AddressApis
{
    /// <summary>Those of the platform and of libraries that serve every engine; the others are columns of the table of engines.</summary>
    private static readonly AddressApi[] s_common =
    [
        new("System.Net.IPAddress", "Parse", "ipString"),
        new("System.Net.IPAddress", "Parse", "ipSpan"),
        new("System.Net.IPEndPoint", "Parse", "s"),
        new("System.Net.IPEndPoint", ".ctor", "address", "port"),
        new("System.Net.DnsEndPoint", ".ctor", "host", "port"),
        new("System.Net.Dns", "*", "hostNameOrAddress"),
        new("System.Net.Dns", "*", "hostName"),
        new("System.Net.Dns", "*", "address"),
        new("System.Net.Sockets.TcpClient", "*", "hostname", "port"),
        new("System.Net.Sockets.TcpClient", "*", "host", "port"),
        new("System.Net.Sockets.TcpClient", ".ctor", "hostname", "port"),
        new("System.Net.Sockets.TcpClient", "*", "address", "port"),
        new("System.Net.Sockets.Socket", "*", "address", "port"),
        new("System.Net.Sockets.Socket", "*", "host", "port"),
        new("System.Net.NetworkInformation.Ping", "*", "hostNameOrAddress"),
        new("System.Net.Mail.SmtpClient", ".ctor", "host", "port"),
        new("System.Uri", ".ctor", "uriString"),
        new("System.UriBuilder", ".ctor", "uri"),
        new("System.UriBuilder", ".ctor", "host", "port"),
        new("System.UriBuilder", ".ctor", "hostName", "portNumber"),
        new("System.UriBuilder", ".ctor", "hostName", "port"),
        new("System.UriBuilder", "", "Host", "Port"),
        new("System.Net.Http.HttpClient", "*", "requestUri"),
        new("System.Net.Http.HttpRequestMessage", ".ctor", "requestUri"),
        new("System.Net.WebRequest", "*", "requestUriString"),
        new("System.Net.WebClient", "*", "address"),
        new("System.Net.Http.Json.HttpClientJsonExtensions", "*", "requestUri"),
        new("Grpc.Net.Client.GrpcChannel", "ForAddress", "address"),
    ];

    private static readonly List<AddressApi> s_all = [.. s_common, .. EngineTable.AddressApis];

    /// <summary>The types whose constructors take a bare word for a host.</summary>
    private static readonly HashSet<string> s_typesOfNames = new(["TcpClient", "DnsEndPoint"], StringComparer.Ordinal);

    /// <summary>The properties that do so.</summary>
    private static readonly HashSet<string> s_propertiesOfNames =
        new(["Host", "HostName", "Hostname", "Server", "DataSource", "Data Source"], StringComparer.Ordinal);

    /// <summary>Collections of hosts: what the properties are called that hold them, and their types.</summary>
    private static readonly HashSet<string> s_listsOfNames = new(StringComparer.Ordinal);

    /// <summary>The methods of clients that do so.</summary>
    private static readonly List<AddressApi> s_methodsOfNames = [];

    static AddressApis()
    {
        // Plain loops: these are filled in every process that compiles a string.
        foreach (var api in EngineTable.AddressApis)
        {
            switch (api)
            {
                case { BareNameOn: null }:
                    break;
                case { Member: ".ctor" }:
                    s_typesOfNames.Add(api.TypeName);
                    break;
                case { Member: "" }:
                    s_propertiesOfNames.Add(api.Host);
                    break;
                default:
                    s_methodsOfNames.Add(api);
                    if (api is { Member: "Add", BareNameOn.Length: > 0 })
                    {
                        s_listsOfNames.Add(api.BareNameOn);
                        s_listsOfNames.Add(api.TypeName);
                    }

                    break;
            }
        }
    }

    /// <summary>Names by which code says that it does not connect to an address: it listens there, or compares with it.</summary>
    private static readonly string[] s_announcing =
    [
        "Bind", "Listen", "Known", "Allow", "Trust", "Block", "Deny", "Denied", "Proxy", "Proxies", "Origin", "Cors", "Whitelist", "Blacklist",
        "Forward", "Filter", "Contains", "Range", "Network", "Subnet", "Mask", "Cidr", "Remote", "Local", "Client", "Expected", "Issuer", "Authority",
        "Audience", "Redirect", "Callback", "Location", "Refer",
    ];

    /// <summary>The row for a parameter of a member, or for a property; null when there is none.</summary>
    public static AddressApi? Find(Owner owner, string member, string host)
    {
        foreach (var api in s_all)
        {
            if (api.Host == host && (api.Member == member || (api.Member == "*" && member.Length > 0 && member != ".ctor")) && IsType(api.Type, owner))
            {
                return api;
            }
        }

        return null;
    }

    /// <summary>True for the name of a type whose constructor takes a bare word for a host. Allocates nothing, as all of these questions.</summary>
    public static bool MayMakeOfName(string? type) => type is not null && s_typesOfNames.Contains(type);

    /// <summary>True for a method that takes a bare word for a host.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="target">The name of what it is called on; null where that has none.</param>
    public static bool MayTakeName(string method, string? target)
    {
        if (method is "Connect" or "ConnectAsync" or "BeginConnect" or "GetHostEntry" or "GetHostEntryAsync" or "GetHostAddresses" or "GetHostAddressesAsync")
        {
            return true;
        }

        foreach (var api in s_methodsOfNames)
        {
            if (api.Member == method && (api.BareNameOn!.Length == 0 || api.BareNameOn == target))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a property, or an option of a dictionary, that takes one.</summary>
    public static bool MayHoldName(string property) => s_propertiesOfNames.Contains(property);

    /// <summary>True for the name of a collection of hosts, or of its type.</summary>
    public static bool IsListOfNames(string? name) => name is not null && s_listsOfNames.Contains(name);

    /// <summary>True for the namespace of a client in the table.</summary>
    public static bool IsOfClient(string declaredIn) =>
        s_all.Any(api => api.Type.StartsWith(declaredIn + ".", StringComparison.Ordinal) && !declaredIn.StartsWith("System", StringComparison.Ordinal));

    /// <summary>True when a name says that an address is none that is connected to.</summary>
    public static bool IsAnnounced(string? name) =>
        name is not null && (s_announcing.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) || ToldNames.IsOne(name));

    /// <summary>A type whose package is not restored is known by its name alone; the platform's own types always are.</summary>
    private static bool IsType(string type, Owner owner) =>
        owner is { Namespace: null, Name: { } unresolved }
            ? type.EndsWith("." + unresolved, StringComparison.Ordinal) && !type.StartsWith("System.", StringComparison.Ordinal)
        : owner is { Namespace: { } declaredIn, Name: { } name } && type.Length == declaredIn.Length + 1 + name.Length
        && type.StartsWith(declaredIn, StringComparison.Ordinal) && type.EndsWith(name, StringComparison.Ordinal);
}
