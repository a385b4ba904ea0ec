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
}

/// <summary>The names of those options in ADO.NET connection strings, in any case.</summary>
/// <remarks>
/// Sources: <c>MySqlConnectionStringOption</c> of MySqlConnector 2.6.2, <c>NpgsqlConnectionStringBuilder</c> of Npgsql 10.0.3,
/// <c>SqlConnectionStringBuilder</c> of Microsoft.Data.SqlClient 7.1.0; tests compare the table with the drivers' assemblies.
/// </remarks>
internal static class ConnectionKeys
{
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
    };

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
        var partStart = 0;
        var hasKey = false;
        var known = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ';':
                    partStart = i + 1;
                    hasKey = false;
                    break;
                case '=' when !hasKey:
                    hasKey = true;
                    if (KeyAt(text, partStart, i) is { } key && (key == ConnectionKey.Host || ++known == 2))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

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

        // No key is shorter than `DB` or longer than `Connection Protocol`.
        if (end - start is < 2 or > 19)
        {
            return null;
        }

        foreach (var pair in s_keys)
        {
            if (pair.Key.Length == end - start && string.Compare(text, start, pair.Key, 0, pair.Key.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return pair.Value;
            }
        }

        return null;
    }
}
