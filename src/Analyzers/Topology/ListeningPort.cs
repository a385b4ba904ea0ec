using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>The port that a server listens on inside its container: its engine's, unless its command or a variable says otherwise.</summary>
internal static class ListeningPort
{
    /// <summary>Stands for a port that something changes to a value that is not known.</summary>
    public const int Unknown = 0;

    /// <summary>Finds what changes the port.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="command">The words of command and entrypoint; a hole stands for what is not known.</param>
    /// <param name="environment">The container's environment.</param>
    /// <returns>The port, or <see cref="Unknown"/>; null when nothing changes it.</returns>
    public static int? ChangedBy(Engine engine, IReadOnlyList<string> command, ImmutableDictionary<string, string?> environment)
    {
        foreach (var name in engine.PortVariables)
        {
            if (environment.TryGetValue(name, out var value))
            {
                return NumberOf(value ?? "");
            }
        }

        for (var i = 0; i < command.Count; i++)
        {
            var word = command[i];
            if (word.IndexOf(DecodedText.HoleCharacter) >= 0 && command.Count == 1)
            {
                return Unknown;
            }

            // `--port=3307`, `--port 3307`, `-P 3307`, `-p5433`, `-c port=5433`; other words speak of ports, too: `--report-port`, `--mysqlx-port=1`.
            var equals = word.IndexOf('=');
            var option = (equals < 0 ? word : word.Substring(0, equals)).TrimStart('-');
            if (option is "port" or "P" or "p")
            {
                return NumberOf(equals >= 0 ? word.Substring(equals + 1) : i + 1 < command.Count ? command[i + 1] : "");
            }

            if (word.Length > 2 && (word.StartsWith("-p", StringComparison.Ordinal) || word.StartsWith("-P", StringComparison.Ordinal)) && char.IsDigit(word[2]))
            {
                return NumberOf(word.Substring(2));
            }
        }

        return null;
    }

    private static int NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : Unknown;
}
