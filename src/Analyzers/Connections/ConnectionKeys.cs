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

    private static readonly string[] s_hostKeys = s_keys.Where(static pair => pair.Value == ConnectionKey.Host).Select(static pair => pair.Key).ToArray();

    public static bool TryGet(string key, out ConnectionKey known) => s_keys.TryGetValue(key, out known);

    public static IReadOnlyDictionary<string, ConnectionKey> All => s_keys;

    /// <summary>
    /// A quick filter: false when no part of the text begins with <c>host key =</c>, so that nobody needs to read it.
    /// Allocates nothing, and takes one pass.
    /// </summary>
    public static bool MayNameHost(string text)
    {
        if (text.IndexOf('=') < 0)
        {
            return false;
        }

        var partStart = 0;
        var hasKey = false;
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
                    if (IsHostKey(text, partStart, i))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsHostKey(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        foreach (var key in s_hostKeys)
        {
            if (key.Length == end - start && string.Compare(text, start, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
