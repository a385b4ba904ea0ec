using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>
/// Clients of databases, brokers and other services, as far as texts reach them. They lie in one assembly, whose name says nothing:
/// a project that references it and MySqlConnector has MySQL's driver only, as far as its references tell.
/// </summary>
internal static class ClientStubs
{
    public static MetadataReference All { get; } = References.Stub("Clients", Databases + Services + Platform);

    private const string Databases = """
        namespace Ado
        {
            public class Connection(string? text = null) : System.Data.IDbConnection
            {
                public string? ConnectionString { get; set; } = text;
                public int ConnectionTimeout => 0;
                public string Database => "";
                public System.Data.ConnectionState State => default;
                public System.Data.IDbTransaction BeginTransaction() => null!;
                public System.Data.IDbTransaction BeginTransaction(System.Data.IsolationLevel level) => null!;
                public void ChangeDatabase(string name) { }
                public void Open() { }
                public void Close() { }
                public System.Data.IDbCommand CreateCommand() => null!;
                public void Dispose() { }
            }
            public class Builder(string? text = null) : System.Data.Common.DbConnectionStringBuilder
            {
                public string? Text => text;
                public string? Host { get; set; }
                public string? DataSource { get; set; }
                public string? InitialCatalog { get; set; }
                public string? Database { get; set; }
                public string? UserID { get; set; }
                public string? Username { get; set; }
                public string? Password { get; set; }
                public int Port { get; set; }
            }
        }
        namespace Microsoft.Data.SqlClient
        {
            public class SqlConnection(string? connectionString = null) : Ado.Connection(connectionString);
            public class SqlConnectionStringBuilder(string? connectionString = null) : Ado.Builder(connectionString);
            public class SqlBulkCopy(string connectionString) { public string Text => connectionString; }
            public class SqlCommand(string text, SqlConnection? connection = null) { public string Text => text; public object? Connection => connection; }
        }
        namespace Npgsql
        {
            public class NpgsqlConnection(string? connectionString = null) : Ado.Connection(connectionString);
            public class NpgsqlConnectionStringBuilder(string? connectionString = null) : Ado.Builder(connectionString);
            public class NpgsqlDataSource { public static NpgsqlDataSource Create(string connectionString) => new(); }
            public class NpgsqlDataSourceBuilder(string? connectionString = null) { public NpgsqlDataSource Build() => NpgsqlDataSource.Create(connectionString!); }
        }
        namespace Oracle.ManagedDataAccess.Client { public class OracleConnection(string? text = null) : Ado.Connection(text); }
        namespace FirebirdSql.Data.FirebirdClient { public class FbConnection(string? text = null) : Ado.Connection(text); public class FbConnectionStringBuilder(string? text = null) : Ado.Builder(text); }
        namespace IBM.Data.Db2 { public class DB2Connection(string? text = null) : Ado.Connection(text); }
        namespace Microsoft.Data.Sqlite { public class SqliteConnection(string? text = null) : Ado.Connection(text); }
        namespace Dm { public class DmConnection(string? text = null) : Ado.Connection(text); }
        namespace ClickHouse.Client.ADO { public class ClickHouseConnection(string? text = null) : Ado.Connection(text); }
        namespace Snowflake.Data.Client { public class SnowflakeDbConnection(string? text = null) : Ado.Connection(text); }
        namespace Sap.Data.Hana { public class HanaConnection(string? text = null) : Ado.Connection(text); }
        namespace Vertica.Data.VerticaClient { public class VerticaConnection(string? text = null) : Ado.Connection(text); }
        namespace AdoNetCore.AseClient { public class AseConnection(string? text = null) : Ado.Connection(text); }
        namespace TDengine.Data.Client { public class TDengineConnection(string? text = null) : Ado.Connection(text); }
        namespace SomeVendor.Cube { public class CubeConnection(string? text = null) : Ado.Connection(text); }
        namespace System.Data.Odbc { public class OdbcConnection(string? text = null) : Ado.Connection(text); }
        namespace System.Data.OleDb { public class OleDbConnection(string? text = null) : Ado.Connection(text); }
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContextOptionsBuilder { }
            public abstract class ServerVersion { public static ServerVersion AutoDetect(string text) => null!; }
            public class MySqlServerVersion : ServerVersion { }
            public static class Providers
            {
                public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder builder, string text, ServerVersion version, System.Action<object>? setup = null) => builder;
                public static DbContextOptionsBuilder UseMySQL(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseNpgsql(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseSqlite(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseOracle(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseFirebird(this DbContextOptionsBuilder builder, string text) => builder;
                public static DbContextOptionsBuilder UseInMemoryDatabase(this DbContextOptionsBuilder builder, string name) => builder;
                public static DbContextOptionsBuilder UseMongoDB(this DbContextOptionsBuilder builder, string text, string name) => builder;
            }
        }

        """;

    private const string Services = """
        namespace MongoDB.Driver { public class MongoClient(string connectionString) { public string Text => connectionString; } public class MongoServerAddress(string host, int port) { public string Text => host + port; } }
        namespace StackExchange.Redis
        {
            public class ConnectionMultiplexer { public static ConnectionMultiplexer Connect(string configuration) => new(); }
            public class ConfigurationOptions { public static ConfigurationOptions Parse(string text) => new(); public System.Collections.Generic.List<string> EndPoints { get; } = new(); }
        }
        namespace EasyNetQ { public static class RabbitHutch { public static object CreateBus(string connectionString) => ""; } }
        namespace RabbitMQ.Client { public class ConnectionFactory { public string? HostName { get; set; } public int Port { get; set; } public System.Uri? Uri { get; set; } public string? UserName { get; set; } } }
        namespace Confluent.Kafka { public class ClientConfig { public string? BootstrapServers { get; set; } } }
        namespace Elastic.Clients.Elasticsearch { public class ElasticsearchClientSettings(System.Uri uri) { public object Text => uri; } }
        namespace Azure.Messaging.ServiceBus { public class ServiceBusClient(string connectionString) { public string Text => connectionString; } }
        namespace Azure.Storage.Blobs { public class BlobServiceClient(string connectionString) { public string Text => connectionString; } }
        namespace NATS.Client { public class NatsOpts { public string? Url { get; set; } } }
        namespace Neo4j.Driver { public static class GraphDatabase { public static object Driver(string uri) => uri; } }
        namespace MailKit.Net.Smtp { public class SmtpClient { public void Connect(string host, int port, bool useSsl) { } } }
        namespace Novell.Directory.Ldap { public class LdapConnection { public void Connect(string host, int port) { } } }
        namespace FluentFTP { public class FtpClient(string host, string user, string password) { public string Text => host + user + password; } }
        namespace MQTTnet.Client { public class MqttClientOptionsBuilder { public MqttClientOptionsBuilder WithTcpServer(string host, int port) => this; public MqttClientOptionsBuilder WithConnectionUri(string uri) => this; } }
        namespace Grpc.Net.Client { public static class GrpcChannel { public static object ForAddress(string address) => address; } }
        namespace Microsoft.Extensions.Configuration { public interface IConfiguration { string? this[string key] { get; } } public static class ConfigurationExtensions { public static string? GetConnectionString(this IConfiguration configuration, string name) => null; } }
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger { }
            public static class LoggerExtensions
            {
                public static void LogInformation(this ILogger logger, string message, params object?[] args) { }
                public static void LogDebug(this ILogger logger, string message, params object?[] args) { }
                public static void LogError(this ILogger logger, System.Exception? exception, string message, params object?[] args) { }
            }
            public static class LoggerMessage { public static System.Action<ILogger, string, System.Exception?> Define<T>(int level, int id, string format) => null!; }
        }
        namespace Serilog { public static class Log { public static void Information(string template, params object?[] values) { } } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public class HealthChecks { }
            public class RedisCacheOptions { public string? Configuration { get; set; } }
            public class CorsBuilder { public CorsBuilder WithOrigins(params string[] origins) => this; }
            public class JwtBearerOptions { public string? Authority { get; set; } public string? Audience { get; set; } }
            public static class Extensions
            {
                public static HealthChecks AddHealthChecks(this IServiceCollection services) => new();
                public static HealthChecks AddMySql(this HealthChecks checks, string text) => checks;
                public static IServiceCollection AddMySqlDataSource(this IServiceCollection services, string text) => services;
                public static HealthChecks AddSqlServer(this HealthChecks checks, string text) => checks;
                public static HealthChecks AddNpgSql(this HealthChecks checks, string text) => checks;
                public static HealthChecks AddRedis(this HealthChecks checks, string text) => checks;
                public static IServiceCollection AddNpgsqlDataSource(this IServiceCollection services, string text) => services;
                public static IServiceCollection AddStackExchangeRedisCache(this IServiceCollection services, System.Action<RedisCacheOptions> setup) => services;
                public static IServiceCollection AddCors(this IServiceCollection services, System.Action<CorsBuilder> setup) => services;
                public static IServiceCollection AddJwtBearer(this IServiceCollection services, System.Action<JwtBearerOptions> setup) => services;
                public static IServiceCollection UseUrls(this IServiceCollection services, params string[] urls) => services;
            }
        }

        """;

    private const string Platform = """
        namespace DotNet.Testcontainers
        {
            public interface IContainer { string Hostname { get; } ushort GetMappedPublicPort(int port); System.Threading.Tasks.Task<object> ExecAsync(System.Collections.Generic.IList<string> command); }
            public class Wait { public static Wait ForUnixContainer() => new(); public Wait UntilCommandIsCompleted(params string[] command) => this; public Wait UntilMessageIsLogged(string pattern) => this; }
            public class ContainerBuilder
            {
                public ContainerBuilder WithImage(string image) => this;
                public ContainerBuilder WithCommand(params string[] command) => this;
                public ContainerBuilder WithEnvironment(string name, string value) => this;
                public ContainerBuilder WithWaitStrategy(Wait wait) => this;
                public IContainer Build() => null!;
            }
        }
        namespace Xunit
        {
            public class FactAttribute : System.Attribute { public string? Skip { get; set; } public string? DisplayName { get; set; } }
            public class TheoryAttribute : FactAttribute { }
            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)] public class InlineDataAttribute(params object?[] data) : System.Attribute { public object Data => data; }
            public static class Assert
            {
                public static void Equal(string? expected, string? actual) { }
                public static void Contains(string expected, string? actual) { }
                public static void True(bool condition, string? message = null) { }
                public static void StartsWith(string expected, string? actual) { }
            }
        }
        """;
}
