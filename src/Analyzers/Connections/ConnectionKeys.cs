using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>The options that say where a connection goes and as whom.</summary>
internal enum ConnectionKey
{
    Host,
    Port,
    Database,
    User,
    Password,
    SslMode,
    Protocol,

    /// <summary>That the host is a name under which DNS lists servers with their ports.</summary>
    DnsSrv,
}

/// <summary>The names of those options in ADO.NET connection strings, in any case.</summary>
/// <remarks>
/// Sources: <c>MySqlConnectionStringOption</c> of MySqlConnector 2.6.2, <c>NpgsqlConnectionStringBuilder</c> of Npgsql 10.0.3,
/// <c>SqlConnectionStringBuilder</c> of Microsoft.Data.SqlClient 7.1.0; tests compare the table with the drivers' assemblies.
/// <c>ssl-mode</c> and <c>dns-srv</c>
/// are those of MySql.Data 26.10.0.
/// </remarks>
internal static class ConnectionKeys
{
    private const string BrokerKey = "host";

    private static readonly Dictionary<string, ConnectionKey> s_keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Server"] = ConnectionKey.Host,
        ["Host"] = ConnectionKey.Host,
        ["Data Source"] = ConnectionKey.Host,
        ["DataSource"] = ConnectionKey.Host,
        ["Address"] = ConnectionKey.Host,
        ["Addr"] = ConnectionKey.Host,
        ["Network Address"] = ConnectionKey.Host,
        ["Port"] = ConnectionKey.Port,
        ["Database"] = ConnectionKey.Database,
        ["Initial Catalog"] = ConnectionKey.Database,
        ["User ID"] = ConnectionKey.User,
        ["UserID"] = ConnectionKey.User,
        ["Username"] = ConnectionKey.User,
        ["User Name"] = ConnectionKey.User,
        ["Uid"] = ConnectionKey.User,
        ["User"] = ConnectionKey.User,
        ["Password"] = ConnectionKey.Password,
        ["Pwd"] = ConnectionKey.Password,
        ["Psw"] = ConnectionKey.Password,
        ["SSL Mode"] = ConnectionKey.SslMode,
        ["SslMode"] = ConnectionKey.SslMode,
        ["Ssl-Mode"] = ConnectionKey.SslMode,
        ["Protocol"] = ConnectionKey.Protocol,
        ["Connection Protocol"] = ConnectionKey.Protocol,
        ["ConnectionProtocol"] = ConnectionKey.Protocol,
        ["Dns-Srv"] = ConnectionKey.DnsSrv,
        ["DnsSrv"] = ConnectionKey.DnsSrv,
    };

    /// <summary>The keys by their length, for <see cref="MayConnect"/>.</summary>
    private static readonly (string Name, ConnectionKey Key)[][] s_keysByLength = Enumerable.Range(0, s_keys.Keys.Max(static key => key.Length) + 1)
        .Select(static length => s_keys.Where(pair => pair.Key.Length == length).Select(static pair => (pair.Key, pair.Value)).ToArray())
        .ToArray();

    public static bool TryGet(string? key, out ConnectionKey known)
    {
        known = default;
        return key is not null && s_keys.TryGetValue(key, out known);
    }

    public static IReadOnlyDictionary<string, ConnectionKey> All => s_keys;

    /// <summary>
    /// A quick filter: true when a part of the text begins with <c>host key =</c>, or when two parts begin with other keys, so
    /// that the host may be left out. Allocates nothing, and takes one pass.
    /// </summary>
    public static bool MayConnect(string text)
    {
        var known = 0;
        var partStart = 0;
        while (text.IndexOf('=', partStart) is var equals && equals >= 0)
        {
            // A key stands between the last `;` before its sign and the sign.
            var separator = equals == partStart ? -1 : text.LastIndexOf(';', equals - 1, equals - partStart);
            var next = text.IndexOf(';', equals);
            if (KeyAt(text, separator < 0 ? partStart : separator + 1, equals) is { } key)
            {
                if (key == ConnectionKey.Host ? next >= 0 || known > 0 || IsOfBroker(text, equals) || !IsPlainName(text, equals + 1) : ++known == 2)
                {
                    return true;
                }
            }

            if (next < 0)
            {
                return false;
            }

            partStart = next + 1;
        }

        return false;
    }

    /// <summary>A plain name alone, <c>Address=home</c>, is no connection; what is left to the next part of the text may be any host.</summary>
    private static bool IsPlainName(string text, int start)
    {
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        for (var i = start; i < text.Length; i++)
        {
            if ((text[i] is ':' or ',' or '{' or '\n' or '\'' or '"' or '.' or (>= '0' and <= '9'))
                || ((text[i] | 0x20) == 'l' && string.Compare(text, i, "localhost", 0, 9, StringComparison.OrdinalIgnoreCase) == 0))
            {
                return false;
            }
        }

        return start < text.Length;
    }

    /// <summary>True for the only key that EasyNetQ needs: <c>host=rabbitmq</c> is a whole text to it.</summary>
    public static bool IsOfBroker(string? key) => BrokerKey.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfBroker(string text, int equals) => equals == BrokerKey.Length && text.StartsWith(BrokerKey, StringComparison.OrdinalIgnoreCase);

    private static ConnectionKey? KeyAt(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end - start >= s_keysByLength.Length)
        {
            return null;
        }

        foreach (var (name, key) in s_keysByLength[end - start])
        {
            // Most texts differ in the first letter.
            if ((name[0] | 0x20) == (text[start] | 0x20) && string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>The last pair under one of an option's names; an empty one takes it back.</summary>
    public static KeyValue? Last(ImmutableArray<KeyValue> pairs, ConnectionKey key) =>
        PlaceOfLast(pairs, key) is { } place && pairs[place].Value.Length > 0 ? pairs[place] : null;

    /// <summary>Its index; that of an empty one as well.</summary>
    public static int? PlaceOfLast(ImmutableArray<KeyValue> pairs, ConnectionKey key)
    {
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            if (TryGet(pairs[i].Key, out var known) && known == key)
            {
                return i;
            }
        }

        return null;
    }
}
