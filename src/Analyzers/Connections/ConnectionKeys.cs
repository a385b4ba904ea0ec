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
/// Source: <c>MySqlConnectionStringOption</c> of MySqlConnector 2.6.2; a test compares the table with the driver's assembly.
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
        ["SSL Mode"] = ConnectionKey.SslMode,
        ["SslMode"] = ConnectionKey.SslMode,
        ["Ssl-Mode"] = ConnectionKey.SslMode,
        ["Protocol"] = ConnectionKey.Protocol,
        ["Connection Protocol"] = ConnectionKey.Protocol,
        ["ConnectionProtocol"] = ConnectionKey.Protocol,
    };

    /// <summary>How the names of <see cref="ConnectionKey.Host"/> end, for a filter that allocates nothing.</summary>
    private static readonly string[] s_hostKeyEnds = ["server", "host", "source", "address", "addr"];

    public static bool TryGet(string key, out ConnectionKey known) => s_keys.TryGetValue(key, out known);

    public static IReadOnlyDictionary<string, ConnectionKey> All => s_keys;

    /// <summary>
    /// A quick filter: false when the text names no host, so that nobody needs to read it. Allocates nothing.
    /// </summary>
    public static bool MayNameHost(string text)
    {
        var equals = text.IndexOf('=');
        while (equals > 0)
        {
            var end = equals;
            while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            foreach (var keyEnd in s_hostKeyEnds)
            {
                if (end >= keyEnd.Length && string.Compare(text, end - keyEnd.Length, keyEnd, 0, keyEnd.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return true;
                }
            }

            equals = text.IndexOf('=', equals + 1);
        }

        return false;
    }
}
