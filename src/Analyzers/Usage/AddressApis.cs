namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>A method, constructor or property that takes the address of a server.</summary>
/// <param name="Type">The type, with its namespace.</param>
/// <param name="Member">The method; <c>.ctor</c> for constructors, <c>*</c> for every method.</param>
/// <param name="Host">The parameter or property that takes the host, or an address with its port.</param>
/// <param name="Port">The parameter or property that takes the port beside it; null where there is none.</param>
internal sealed record AddressApi(string Type, string Member, string Host, string? Port = null)
{
    /// <summary>True when a port may stand behind the host in the same text: <c>cache:6379</c>.</summary>
    public bool TakesPortInText { get; init; }

    /// <summary>The parameter in front of which an overload takes the port: <c>Host(host, virtualHost)</c> and <c>Host(host, port, virtualHost)</c>.</summary>
    public string? BehindPort { get; init; }

    /// <summary>The parameter that this overload asks for, though the one without the port leaves it out.</summary>
    public string? AskedWithPort { get; init; }
}

/// <summary>The APIs that are known to take an address. What a type of another name takes is not taken for one.</summary>
internal static class AddressApis
{
    private static readonly AddressApi[] s_all =
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
        new("RabbitMQ.Client.ConnectionFactory", "", "HostName", "Port"),
        new("RabbitMQ.Client.AmqpTcpEndpoint", ".ctor", "hostName", "portOrMinusOne"),
        new("StackExchange.Redis.EndPointCollection", "*", "host", "port"),
        new("StackExchange.Redis.EndPointCollection", "*", "hostAndPort") { TakesPortInText = true },
        new("StackExchange.Redis.ConnectionMultiplexer", "*", "configuration") { TakesPortInText = true },
        new("StackExchange.Redis.ConfigurationOptions", "Parse", "configuration") { TakesPortInText = true },
        new("Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions", "", "Configuration") { TakesPortInText = true },
        new("Microsoft.Extensions.DependencyInjection.RedisHealthCheckBuilderExtensions", "AddRedis", "redisConnectionString") { TakesPortInText = true },
        new("Microsoft.Extensions.DependencyInjection.StackExchangeRedisDependencyInjectionExtensions", "AddStackExchangeRedis", "redisConnectionString")
        {
            TakesPortInText = true,
        },
        new("ServiceStack.Redis.RedisClient", ".ctor", "host", "port"),
        new("ServiceStack.Redis.RedisManagerPool", ".ctor", "host") { TakesPortInText = true },
        new("CSRedis.CSRedisClient", ".ctor", "connectionString") { TakesPortInText = true },
        new("EasyCaching.Core.Configurations.ServerEndPoint", ".ctor", "host", "port"),
        new("MassTransit.RabbitMqHostConfigurationExtensions", "Host", "host", "port") { BehindPort = "virtualHost", AskedWithPort = "configure" },
        new("MassTransit.RabbitMqTransportOptions", "", "Host", "Port"),
        new("DotNetCore.CAP.RabbitMQOptions", "", "HostName", "Port"),
        new("Microsoft.Extensions.DependencyInjection.CapOptionsExtensions", "UseRabbitMQ", "hostName"),
        new("MongoDB.Driver.MongoServerAddress", ".ctor", "host", "port"),
        new("MongoDB.Driver.MongoClient", ".ctor", "connectionString"),
    ];

    /// <summary>Names by which code says that it does not connect to an address: it listens there, or compares with it.</summary>
    private static readonly string[] s_announcing =
    [
        "Bind", "Listen", "Known", "Allow", "Trust", "Block", "Deny", "Denied", "Proxy", "Proxies", "Origin", "Cors", "Whitelist", "Blacklist", "Forward", "Filter", "Contains",
        "Range", "Network", "Subnet", "Mask", "Cidr", "Remote", "Local", "Client", "Expected", "Issuer", "Authority", "Audience", "Redirect", "Callback", "Location", "Refer",
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

    /// <summary>True for the namespace of a client in the table.</summary>
    public static bool IsOfClient(string declaredIn) => s_all.Any(api => api.Type.StartsWith(declaredIn + ".", StringComparison.Ordinal) && !declaredIn.StartsWith("System", StringComparison.Ordinal));

    /// <summary>True when a name says that an address is none that is connected to.</summary>
    public static bool IsAnnounced(string? name) => name is not null && (s_announcing.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) || ToldNames.IsOne(name));

    /// <summary>A type whose package is not restored is known by its name alone; the platform's own types always are.</summary>
    private static bool IsType(string type, Owner owner) =>
        owner is { Namespace: null, Name: { } unresolved }
            ? type.EndsWith("." + unresolved, StringComparison.Ordinal) && !type.StartsWith("System.", StringComparison.Ordinal)
        : owner is { Namespace: { } declaredIn, Name: { } name } && type.Length == declaredIn.Length + 1 + name.Length
        && type.StartsWith(declaredIn, StringComparison.Ordinal) && type.EndsWith(name, StringComparison.Ordinal);
}
