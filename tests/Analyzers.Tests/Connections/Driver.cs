using System.Collections;
using System.ComponentModel;
using System.Data.Common;
using System.Reflection;
using DockerConnectionStrings.Analyzers.Connections;
using Microsoft.Data.SqlClient;
using MySqlConnector;
using Npgsql;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>A driver's own reader of connection texts, which ours is measured against.</summary>
/// <param name="Name">The row of the engine table.</param>
/// <param name="Create">An empty builder of the driver.</param>
/// <param name="Options">What the driver calls the options that we know.</param>
/// <param name="Aliases">Every key that the driver's assembly lists, with the option that it stands for.</param>
/// <param name="Values">A value that each typed option takes.</param>
internal sealed record Driver(
    string Name,
    Func<DbConnectionStringBuilder> Create,
    IReadOnlyDictionary<ConnectionKey, string> Options,
    IReadOnlyDictionary<string, string> Aliases,
    IReadOnlyDictionary<string, string> Values)
{
    /// <summary>
    /// <c>DB</c> is Npgsql's alone. A text that names a database is taken for one of the project's only driver, and MySQL's
    /// refuse this key: knowing it would find MySQL where there is none.
    /// </summary>
    public static readonly string[] NamesLeftOut = ["DB"];

    public static readonly Driver MySql = new(
        "MySQL",
        () => new MySqlConnectionStringBuilder(),
        new Dictionary<ConnectionKey, string>
        {
            [ConnectionKey.Host] = "Server",
            [ConnectionKey.Port] = "Port",
            [ConnectionKey.Database] = "Database",
            [ConnectionKey.User] = "User ID",
            [ConnectionKey.Password] = "Password",
            [ConnectionKey.SslMode] = "SSL Mode",
            [ConnectionKey.Protocol] = "Connection Protocol",
        },
        ReadMySqlAliases(),
        new Dictionary<string, string> { ["Port"] = "3307", ["SSL Mode"] = "Required", ["Connection Protocol"] = "Tcp", ["Pooling"] = "false", ["Allow User Variables"] = "True" });

    public static readonly Driver PostgreSql = new(
        "PostgreSQL",
        () => new NpgsqlConnectionStringBuilder(),
        new Dictionary<ConnectionKey, string>
        {
            [ConnectionKey.Host] = "Host",
            [ConnectionKey.Port] = "Port",
            [ConnectionKey.Database] = "Database",
            [ConnectionKey.User] = "Username",
            [ConnectionKey.Password] = "Password",
            [ConnectionKey.SslMode] = "SSL Mode",
        },
        ReadNpgsqlAliases(),
        new Dictionary<string, string> { ["Port"] = "5433", ["SSL Mode"] = "Require", ["Pooling"] = "false", ["Timeout"] = "5" });

    public static readonly Driver SqlServer = new(
        "SQL Server",
        () => new SqlConnectionStringBuilder(),
        new Dictionary<ConnectionKey, string>
        {
            [ConnectionKey.Host] = "Data Source",
            [ConnectionKey.Database] = "Initial Catalog",
            [ConnectionKey.User] = "User ID",
            [ConnectionKey.Password] = "Password",
        },
        ReadSqlServerAliases(),
        new Dictionary<string, string> { ["Pooling"] = "false", ["Integrated Security"] = "sspi", ["Encrypt"] = "Strict", ["Connect Timeout"] = "5" });

    public static IReadOnlyList<Driver> All { get; } = [MySql, PostgreSql, SqlServer];

    public static Driver Named(string name) => All.Single(driver => driver.Name == name);

    /// <summary>Every name that the driver has for an option.</summary>
    public IEnumerable<string> NamesOf(ConnectionKey key) => Aliases.Where(alias => alias.Value.Equals(Options[key], StringComparison.OrdinalIgnoreCase)).Select(alias => alias.Key);

    /// <summary>What the driver makes of a text; null when it refuses it.</summary>
    public DbConnectionStringBuilder? Read(string text) => Read(Create(), text);

    /// <summary>What the platform makes of a text; null when it refuses it.</summary>
    public static DbConnectionStringBuilder? ReadAsPlatform(string text) => Read(new DbConnectionStringBuilder(), text);

    /// <summary>True when the driver knows a key, whatever it thinks of its value.</summary>
    public bool Accepts(string key)
    {
        try
        {
            // An unknown key is refused here, and taking back what is not there does nothing.
            _ = Create()[key];
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>True when the driver takes a pair.</summary>
    public bool Accepts(string key, string value) => Read(Create(), $"{key}={value}") is not null;

    public override string ToString() => Name;

    private static DbConnectionStringBuilder? Read(DbConnectionStringBuilder builder, string text)
    {
        try
        {
            builder.ConnectionString = text;
            return builder;
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException or OverflowException or InvalidCastException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> ReadMySqlAliases()
    {
        var option = typeof(MySqlConnection).Assembly.GetType("MySqlConnector.MySqlConnectionStringOption", throwOnError: true)!;
        return option.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => option.IsAssignableFrom(field.FieldType))
            .Select(field => ((IEnumerable)option.GetProperty("Keys")!.GetValue(field.GetValue(null))!).Cast<string>().ToArray())
            .SelectMany(keys => keys.Select(key => (Key: key, Option: keys[0])))
            .ToDictionary(pair => pair.Key, pair => pair.Option, StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> ReadNpgsqlAliases()
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(NpgsqlConnectionStringBuilder).GetProperties())
        {
            // The attribute is the driver's own; its argument is the list of further names.
            if (property.GetCustomAttributesData().SingleOrDefault(data => data.AttributeType.Name == "NpgsqlConnectionStringPropertyAttribute") is { } attribute)
            {
                var option = property.GetCustomAttribute<DisplayNameAttribute>()!.DisplayName;
                var synonyms = attribute.ConstructorArguments.SelectMany(argument => (IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(argument => (string)argument.Value!);
                foreach (var key in synonyms.Append(option).Append(property.Name))
                {
                    aliases[key] = option;
                }
            }
        }

        return aliases;
    }

    private static Dictionary<string, string> ReadSqlServerAliases()
    {
        // Keys and aliases, with a number for each option; an option's first key is the one that it is written back with.
        var numbers = (IDictionary)typeof(SqlConnectionStringBuilder).GetField("s_keywords", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var options = (string[])typeof(SqlConnectionStringBuilder).GetField("s_validKeywords", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return numbers.Keys.Cast<string>().ToDictionary(key => key, key => options[(int)numbers[key]!], StringComparer.OrdinalIgnoreCase);
    }
}
