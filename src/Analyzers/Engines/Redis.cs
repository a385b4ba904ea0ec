using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Redis.</summary>
internal static class Redis
{
    public static readonly Engine Row = new()
    {
        Name = "Redis",
        Words = ["redis"],
        Schemes = ["redis"],
        SecureSchemes = ["rediss"],
        TakesHostAlone = true,
        DefaultPort = 6379,
        DriverNamespaces = ["StackExchange.Redis", "FreeRedis", "CSRedis", "ServiceStack.Redis"],
        Sinks = ["AddStackExchangeRedisCache", "AddStackExchangeRedis", "AddRedis"],
        AddressApis =
        [
            new("StackExchange.Redis.EndPointCollection", "Add", "host", "port") { BareNameOn = "EndPoints" },
            new("StackExchange.Redis.EndPointCollection", "Add", "hostAndPort") { TakesPortInText = true, BareNameOn = "EndPoints" },
            new("StackExchange.Redis.ConnectionMultiplexer", "*", "configuration") { TakesPortInText = true },
            new("StackExchange.Redis.ConfigurationOptions", "Parse", "configuration") { TakesPortInText = true, BareNameOn = "ConfigurationOptions" },
            new("Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions", "", "Configuration") { TakesPortInText = true, BareNameOn = "" },
            new("Microsoft.Extensions.DependencyInjection.RedisHealthCheckBuilderExtensions", "AddRedis", "redisConnectionString")
            {
                TakesPortInText = true,
                BareNameOn = "",
            },
            new("Microsoft.Extensions.DependencyInjection.StackExchangeRedisDependencyInjectionExtensions", "AddStackExchangeRedis", "redisConnectionString")
            {
                TakesPortInText = true,
                BareNameOn = "",
            },
            new("ServiceStack.Redis.RedisClient", ".ctor", "host", "port") { BareNameOn = "" },
            new("ServiceStack.Redis.RedisManagerPool", ".ctor", "host") { TakesPortInText = true, BareNameOn = "" },
            new("CSRedis.CSRedisClient", ".ctor", "connectionString") { TakesPortInText = true, BareNameOn = "" },
            new("EasyCaching.Core.Configurations.ServerEndPoint", ".ctor", "host", "port") { BareNameOn = "" },
        ],
        TakersOfNames = ["AddRedisClient", "AddKeyedRedisClient", "AddRedisDistributedCache", "AddRedisOutputCache"],
        Clients = ["redis-cli"],
        Servers = ["redis-server", "valkey-server"],
        ToolImages = ["redis-commander", "redisinsight", "redis_exporter"],
        Testcontainers = [new("RedisBuilder", null, null, null)],
        Images =
        [
            "redis", "redis/redis-stack", "redis/redis-stack-server", "bitnami/redis", "bitnamilegacy/redis", "valkey/valkey", "bitnami/valkey",
            "eqalpha/keydb",
            "dragonflydb/dragonfly", "microsoft/garnet",
        ],
        ImagesOnOtherPorts = [("apache/kvrocks", 6666)],
        PortVariables = ["REDIS_PORT_NUMBER"],
        PasswordVariables = ["REDIS_PASSWORD"],
        DefaultUsers = Names("default"),
    };
}
