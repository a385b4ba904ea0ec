using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Cases;

/// <summary>The packages that a case names: what they reference, as far as names and shapes matter.</summary>
internal static class CaseReferences
{
    private static readonly MetadataReference s_mySqlData = References.Stub("MySql.Data", """
        namespace MySql.Data.MySqlClient
        {
            public class MySqlConnection : System.IDisposable
            {
                public MySqlConnection(string connectionString) { }
                public void Open() { }
                public void Dispose() { }
            }

            public class MySqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
            {
                public bool DnsSrv { get; set; }
                public string Server { get; set; } = "";
                public string Database { get; set; } = "";
                public uint Port { get; set; }
            }
        }
        """);

    private static readonly MetadataReference s_npgsql = References.Stub("Npgsql", """
        namespace Npgsql { public class NpgsqlConnection(string? text) : System.IDisposable { public string? Text => text; public void Open() { } public void Dispose() { } } }
        """);

    private static readonly MetadataReference s_odbc = References.Stub("System.Data.Odbc", """
        namespace System.Data.Odbc { public class OdbcConnection(string text) : System.IDisposable { public string Text => text; public void Dispose() { } } }
        """);

    private static readonly MetadataReference s_redis = References.Stub("StackExchange.Redis", """
        namespace StackExchange.Redis
        {
            public class EndPointCollection : System.Collections.ObjectModel.Collection<System.Net.EndPoint>
            {
                public void Add(string hostAndPort) { }
                public void Add(string host, int port) { }
            }

            public class ConfigurationOptions
            {
                public EndPointCollection EndPoints { get; init; } = [];
                public bool AbortOnConnectFail { get; set; }
                public string? ClientName { get; set; }
                public static ConfigurationOptions Parse(string configuration) => new();
            }

            public class ConnectionMultiplexer
            {
                public static ConnectionMultiplexer Connect(string configuration, System.IO.TextWriter? log = null) => new();
                public static System.Threading.Tasks.Task<ConnectionMultiplexer> ConnectAsync(string configuration, System.IO.TextWriter? log = null) => null!;
            }
        }

        namespace Microsoft.Extensions.Caching.StackExchangeRedis
        {
            public class RedisCacheOptions
            {
                public string? Configuration { get; set; }
                public string? InstanceName { get; set; }
                public StackExchange.Redis.ConfigurationOptions? ConfigurationOptions { get; set; }
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class StackExchangeRedisCacheServiceCollectionExtensions
            {
                public static IServiceCollection AddStackExchangeRedisCache(this IServiceCollection services, System.Action<Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions> setup) => services;
            }
        }
        """);

    private static readonly MetadataReference s_massTransit = References.Stub("MassTransit.RabbitMqTransport", """
        namespace MassTransit
        {
            public interface IRabbitMqBusFactoryConfigurator { }
            public interface IRabbitMqHostConfigurator { }
            public static class RabbitMqHostConfigurationExtensions
            {
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, System.Uri hostAddress, System.Action<IRabbitMqHostConfigurator>? configure = null) { }
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, System.Action<IRabbitMqHostConfigurator>? configure = null) { }
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, string virtualHost, System.Action<IRabbitMqHostConfigurator>? configure = null) { }
                public static void Host(this IRabbitMqBusFactoryConfigurator configurator, string host, ushort port, string virtualHost, System.Action<IRabbitMqHostConfigurator> configure) { }
            }
        }
        """);

    private static readonly MetadataReference s_kafka = References.Stub("Confluent.Kafka", """
        namespace Confluent.Kafka
        {
            public class Config : System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, string>>
            {
                public void Set(string key, string val) { }
                public System.Collections.Generic.IEnumerator<System.Collections.Generic.KeyValuePair<string, string>> GetEnumerator() => null!;
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            }

            public class ClientConfig : Config { public string BootstrapServers { get; set; } = ""; public string ClientId { get; set; } = ""; }
            public class ConsumerConfig : ClientConfig { public ConsumerConfig() { } public ConsumerConfig(System.Collections.Generic.IDictionary<string, string> config) { } public string GroupId { get; set; } = ""; }
            public class ProducerConfig : ClientConfig { public ProducerConfig() { } public ProducerConfig(System.Collections.Generic.IDictionary<string, string> config) { } }
        }
        """);

    private static readonly MetadataReference s_elasticsearch = References.Stub("Elastic.Clients.Elasticsearch", """
        namespace Elastic.Transport { public class SingleNodePool(System.Uri uri) { public System.Uri Uri => uri; } }
        namespace Elastic.Clients.Elasticsearch
        {
            public class ElasticsearchClientSettings
            {
                public ElasticsearchClientSettings(System.Uri? uri = null) { }
                public ElasticsearchClientSettings(Elastic.Transport.SingleNodePool nodePool) { }
            }

            public class ElasticsearchClient
            {
                public ElasticsearchClient(System.Uri uri) { }
                public ElasticsearchClient(ElasticsearchClientSettings settings) { }
            }
        }
        namespace Nest { public class ConnectionSettings { public ConnectionSettings(System.Uri? uri = null) { } } public class ElasticClient(ConnectionSettings settings) { public object Of => settings; } }
        namespace OpenSearch.Client { public class ConnectionSettings { public ConnectionSettings(System.Uri? uri = null) { } } }
        """);

    private static readonly MetadataReference s_nats = References.Stub("NATS.Client.Core", """
        namespace NATS.Client.Core { public record NatsOpts { public string Url { get; init; } = ""; public string Name { get; init; } = ""; } }
        namespace NATS.Client { public class Options { public string Url { get; set; } = ""; } public class ConnectionFactory { public object CreateConnection(string url) => url; } }
        """);

    private static readonly MetadataReference s_memcached = References.Stub("EnyimMemcachedCore", """
        namespace Enyim.Caching.Configuration
        {
            public class Server { public string Address { get; set; } = ""; public int Port { get; set; } }
            public class MemcachedClientOptions { public void AddServer(string address, int port) { } public System.Collections.Generic.List<Server> Servers { get; set; } = new(); }
            public class MemcachedClientConfiguration { public void AddServer(string address) { } }
        }
        """);

    private static readonly MetadataReference s_oracle = References.Stub("Oracle.ManagedDataAccess", """
        namespace Oracle.ManagedDataAccess.Client { public class OracleConnection(string text) : System.IDisposable { public string Text => text; public void Dispose() { } } }
        """);

    private static readonly MetadataReference s_xunit = References.Stub("xunit.core", """
        namespace Xunit { public static class Assert { public static void Equal(string? expected, string? actual) { } } }
        """);

    private static readonly MetadataReference s_configuration = References.Stub("Microsoft.Extensions.Configuration", """
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } }
            public class ConfigurationRoot : IConfiguration { public string? this[string key] { get => null; set { } } }
            public class ConfigurationBuilder { public ConfigurationRoot Build() => new(); }
            public static class ConfigurationExtensions
            {
                public static string? GetConnectionString(this IConfiguration configuration, string name) => null;
                public static ConfigurationBuilder AddJsonFile(this ConfigurationBuilder builder, string path) => builder;
                public static T? GetValue<T>(this IConfiguration configuration, string key, T? fallback = default) => fallback;
            }
        }
        """);

    /// <summary>What a package brings. Configuration comes with every project: it decides nothing by its reference.</summary>
    public static IEnumerable<MetadataReference> Of(string package) => package switch
    {
        "MySqlConnector" => [References.MySqlConnector, s_configuration],
        "MySql.Data" => [s_mySqlData, s_configuration],
        "Pomelo.EntityFrameworkCore.MySql" => [References.Stub(package, "class A;"), References.EntityFramework, References.MySqlConnector, s_configuration],
        "Npgsql" => [s_npgsql, s_configuration],
        "Microsoft.Data.SqlClient" => [References.SqlClient],
        "System.Data.Odbc" => [s_odbc],
        "StackExchange.Redis" => [s_redis],
        "MassTransit.RabbitMQ" => [s_massTransit],
        "EasyNetQ" => [References.EasyNetQ],
        "Confluent.Kafka" => [s_kafka, s_configuration],
        "Elastic.Clients.Elasticsearch" => [s_elasticsearch, s_configuration],
        "NATS.Net" => [s_nats, s_configuration],
        "EnyimMemcachedCore" => [s_memcached],
        "Oracle.ManagedDataAccess" => [s_oracle, s_configuration],
        "xunit" => [s_xunit],
        _ => [References.Stub(package, "class A;")],
    };
}
