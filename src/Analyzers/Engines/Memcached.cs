namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Memcached.</summary>
internal static class Memcached
{
    public static readonly Engine Row = new()
    {
        Name = "Memcached",
        Words = ["memcached"],
        ReadsNoPairs = true,
        DefaultPort = 11211,
        DriverNamespaces = ["Enyim.Caching"],
        AddressApis =
        [
            new("Enyim.Caching.Configuration.MemcachedClientOptions", "AddServer", "address", "port") { BareNameOn = "" },
            new("Enyim.Caching.Configuration.MemcachedClientConfiguration", "AddServer", "address", "port") { TakesPortInText = true },
            new("Enyim.Caching.Configuration.MemcachedClientConfiguration", "AddServer", "host", "port"),
            new("Enyim.Caching.Configuration.Server", "", "Address", "Port"),
        ],
        Assemblies = ["EnyimMemcachedCore", "Enyim.Caching"],
        Images = ["memcached", "bitnami/memcached", "bitnamilegacy/memcached"],
        Servers = ["memcached"],
        ToolImages = ["memcached-exporter", "phpmemcachedadmin", "phpmemadmin"],
        Testcontainers = [new("MemcachedBuilder", null, null, null)],
        PortVariables = ["MEMCACHED_PORT_NUMBER"],
    };
}
