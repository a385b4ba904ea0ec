using System.Collections;
using System.Reflection;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using MySqlConnector;

namespace DockerConnectionStrings.Analyzers.Tests.Connections;

/// <summary>The tables of keys against the option table in the driver's own assembly.</summary>
public class ConnectionKeysTests
{
    private static readonly Dictionary<string, string[]> s_driverOptions = ReadDriverOptions();

    [Theory]
    [InlineData("Server", ConnectionKey.Host)]
    [InlineData("Port", ConnectionKey.Port)]
    [InlineData("Database", ConnectionKey.Database)]
    [InlineData("UserID", ConnectionKey.User)]
    [InlineData("Password", ConnectionKey.Password)]
    [InlineData("SslMode", ConnectionKey.SslMode)]
    [InlineData("ConnectionProtocol", ConnectionKey.Protocol)]
    internal void The_names_of_an_option_are_the_drivers(string option, ConnectionKey key)
    {
        // Npgsql has one name more for the password.
        var ours = ConnectionKeys.All.Where(pair => pair.Value == key && pair.Key != "Psw").Select(pair => pair.Key.ToUpperInvariant()).Order();

        // MySql.Data reads `ssl-mode` as well.
        var theirs = s_driverOptions[option].Select(name => name.ToUpperInvariant()).Union(key == ConnectionKey.SslMode ? ["SSL-MODE"] : []).Order();
        Assert.Equal(theirs, ours);
    }

    [Fact]
    public void Every_option_of_the_driver_is_a_key_that_MySql_reads() =>
        Assert.All(s_driverOptions.Values.SelectMany(names => names), name => Assert.Contains(Engine.Normalize(name), EngineTable.OfWord("mysql")!.ReadKeys));

    [Fact]
    public void No_key_is_two_engines_own() =>
        Assert.Empty(EngineTable.All.SelectMany(engine => engine.OwnKeys).GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [InlineData("Server=localhost", true)]
    [InlineData("Server=172.17.0.2;Uid=a", true)]
    [InlineData("Server=db:3306;Uid=a", true)]
    [InlineData("Server=", true)]
    [InlineData("Server={0};Uid=a", true)]
    [InlineData("Database=shop;Uid=a", true)]
    [InlineData("Server=db;Database=shop;Uid=a", true)]
    [InlineData("Server=a", false)]
    [InlineData("Server=a;", true)]
    [InlineData("Uid=a;Server=db", true)]
    [InlineData("Server=a.b", true)]
    [InlineData("uid=a;HOST = LOCALHOST", true)]
    [InlineData("data source\t= localhost", true)]
    [InlineData("Addr=::1", true)]
    [InlineData("SET Address = @a", false)]
    [InlineData("myserver=a", false)]
    [InlineData("a=b=server=c", false)]
    [InlineData("a=b;c=d", false)]
    [InlineData("Server", false)]
    [InlineData("=", false)]
    [InlineData("", false)]
    public void The_filter_lets_through_what_names_a_host(string text, bool expected) => Assert.Equal(expected, ConnectionKeys.MayConnect(text));

    [Fact]
    public void The_filter_knows_every_name_of_the_host() =>
        Assert.All(ConnectionKeys.All.Where(pair => pair.Value == ConnectionKey.Host), pair => Assert.True(ConnectionKeys.MayConnect(pair.Key + "=localhost")));

    private static Dictionary<string, string[]> ReadDriverOptions()
    {
        var option = typeof(MySqlConnection).Assembly.GetType("MySqlConnector.MySqlConnectionStringOption", throwOnError: true)!;
        return option.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => option.IsAssignableFrom(field.FieldType))
            .ToDictionary(field => field.Name, field => ((IEnumerable)option.GetProperty("Keys")!.GetValue(field.GetValue(null))!).Cast<string>().ToArray());
    }
}
