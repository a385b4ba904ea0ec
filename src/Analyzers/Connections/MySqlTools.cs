using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Shell;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>The native tools of MySQL and MariaDB, and their options.</summary>
/// <remarks>Source: MySQL manual, "Connecting to the MySQL Server Using Command Options"; MariaDB's clients take the same.</remarks>
internal static class MySqlTools
{
    /// <summary>All of them; <c>mysql</c> and <c>mariadb</c> are schemes of URIs as well.</summary>
    public static IReadOnlyList<string> All => EngineTable.Tools;

    /// <summary>Options by their names, short and long, under the names of connection strings.</summary>
    private static readonly Dictionary<string, string> s_options = new(StringComparer.Ordinal)
    {
        ["-h"] = "Host",
        ["--host"] = "Host",
        ["-P"] = "Port",
        ["--port"] = "Port",
        ["-u"] = "User",
        ["--user"] = "User",
        ["-p"] = "Password",
        ["--password"] = "Password",
        ["-D"] = "Database",
        ["--database"] = "Database",
        ["--protocol"] = "Protocol",
        ["-S"] = "Socket",
        ["--socket"] = "Socket",
        ["--ssl-mode"] = "SslMode",
    };

    /// <summary>Other options that take the word behind them.</summary>
    private static readonly string[] s_withValue =
        ["-e", "--execute", "-r", "--result-file", "--default-character-set", "--uri", "--file", "-w", "--where", "--ignore-table", "--connect-timeout"];

    /// <summary>Options that take no value. What stands behind any other unknown one may be its value.</summary>
    private static readonly string[] s_flags =
    [
        "-N", "-B", "-s", "-t", "-v", "-q", "-C", "-A", "-f", "-d", "-R", "-E", "--silent", "--batch", "--force", "--verbose", "--compress",
        "--skip-column-names", "--quick", "--single-transaction", "--no-data", "--routines", "--triggers", "--events", "--opt", "--skip-opt",
        "--add-drop-table", "--no-create-info", "--skip-ssl", "--ssl",
    ];

    /// <summary>The tools whose first word that is no option is a database.</summary>
    private static readonly string[] s_takesDatabase =
        ["mysql", "mariadb", "mysqldump", "mariadb-dump", "mysqlimport", "mariadb-import", "mysqlshow", "mariadb-show"];

    /// <summary>The tool of a command, without its folder and <c>.exe</c>; null when it is none.</summary>
    public static string? Find(string command) => ShellCommands.BaseName(command) is var name && All.Contains(name) ? name : null;

    /// <summary>True when a text may be the command line of a tool that is given a host. Allocates nothing.</summary>
    public static bool MayBeOne(string text)
    {
        for (var dash = text.IndexOf('-'); dash >= 0 && dash + 2 < text.Length; dash = text.IndexOf('-', dash + 1))
        {
            // The option begins a word: `-h host`, `-hhost`, `--host`.
            if ((dash == 0 || (text[dash - 1] is ' ' or '\t' or '\n' or '"' or '\''))
                && (text[dash + 1] == 'h' || string.CompareOrdinal(text, dash, "--host", 0, 6) == 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the options of a tool.</summary>
    /// <param name="text">The text that holds them.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="words">The words behind its name.</param>
    /// <returns>Null when no host is named, or not in one piece.</returns>
    public static Endpoint? ReadOptions(DecodedText text, string tool, List<ShellWord> words)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValue>();
        var hostOption = "";
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsOperator)
            {
                break;
            }

            if (ReadOption(text, words, ref i) is { } pair)
            {
                hostOption = pair.Pair.Key == "Host" ? pair.Written : hostOption;
                pairs.Add(pair.Pair);
            }
            else if (s_withValue.Contains(words[i].Value))
            {
                i++;
            }
            else if (!words[i].Value.StartsWith("-", StringComparison.Ordinal) && s_takesDatabase.Contains(tool)
                && !pairs.Any(static known => known.Key == "Database") && (i == 0 || !MayTakeValue(words[i - 1].Value)))
            {
                pairs.Add(new KeyValue("Database", words[i].Value, words[i].Start, words[i].Length, words[i].End));
            }
        }

        var options = pairs.ToImmutable();
        if (ConnectionKeys.Last(options, ConnectionKey.Host) is not { } host || !host.IsWrittenAsItReads || text.HasHole(host.ValueStart, host.ValueLength)
            || options.Any(static pair => pair.Key == "Socket"))
        {
            return null;
        }

        // A word that is a hole may be any option.
        var hasUnknownPart = words.Any(word => !word.IsOperator && word.Length > 0 && word.Value[0] == DecodedText.HoleCharacter);
        return new Endpoint(text, EndpointShape.CommandLine, options, ImmutableArray.Create(new HostName(host.Value, host.ValueStart, host.ValueLength)),
            PairReader.ReadPort(text, options, hasUnknownPart))
        {
            HostPair = host,
            Scheme = tool,
            PortSlot = Slot.At(text, host.End, hostOption.StartsWith("--", StringComparison.Ordinal) ? " --port=" : " -P "),
        };
    }

    private static bool MayTakeValue(string option) =>
        option.StartsWith("-", StringComparison.Ordinal) && option.IndexOf('=') < 0 && !s_flags.Contains(option)
            && !(s_options.ContainsKey(option) && s_options[option] == "Password")
        && !(option[1] != '-' && option.Length > 2);

    /// <summary><c>-h host</c>, <c>-hhost</c>, <c>--host=host</c> or <c>--host host</c>; a password stands in the same word only.</summary>
    private static (KeyValue Pair, string Written)? ReadOption(DecodedText text, List<ShellWord> words, ref int i)
    {
        var word = words[i];
        var isLong = word.Value.StartsWith("--", StringComparison.Ordinal);
        var equals = isLong ? word.Value.IndexOf('=') : -1;
        var name = isLong ? (equals < 0 ? word.Value : word.Value.Substring(0, equals)) : word.Value.Length >= 2 ? word.Value.Substring(0, 2) : "";
        if (!s_options.TryGetValue(name, out var key))
        {
            return null;
        }

        var used = isLong ? equals + 1 : name.Length;
        if (isLong ? equals >= 0 : word.Value.Length > name.Length)
        {
            // The value is the rest of the word, behind a quote of its own if it has one.
            var value = word.Value.Substring(used);
            var start = word.Start + used + (word.Start + used < text.Value.Length && (text.Value[word.Start + used] is '\'' or '"') ? 1 : 0);
            var isWrittenAsItReads = string.CompareOrdinal(text.Value, start, value, 0, value.Length) == 0;
            return (new KeyValue(key, value, start, isWrittenAsItReads ? value.Length : value.Length + 1, word.End), name);
        }

        if (key == "Password" || i + 1 >= words.Count || words[i + 1].IsOperator)
        {
            return null;
        }

        var next = words[++i];
        return (new KeyValue(key, next.Value, next.Start, next.Length, next.End), name);
    }
}
