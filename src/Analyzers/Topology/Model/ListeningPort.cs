using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Shell;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>The port that a server listens on inside its container: its engine's, unless its command or a variable says otherwise.</summary>
internal static class ListeningPort
{
    /// <summary>Stands for a port that something changes to a value that is not known.</summary>
    public const int Unknown = 0;

    private static readonly string[] s_starters = ["gosu", "su-exec", "setpriv", "tini", "dumb-init", "su", "runuser", "chroot", "timeout"];

    /// <summary>Programs that wait for a server of whatever engine.</summary>
    private static readonly string[] s_waiters = ["nc", "ncat", "curl", "wget", "dockerize"];

    /// <summary>Finds what changes the port.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="command">The words of command and entrypoint; a hole stands for what is not known.</param>
    /// <param name="environment">The container's environment.</param>
    /// <returns>The port, or <see cref="Unknown"/>; null when nothing changes it.</returns>
    public static int? ChangedBy(Engine engine, IReadOnlyList<string> command, ImmutableDictionary<string, EnvironmentValue> environment)
    {
        foreach (var name in engine.PortVariables)
        {
            if (environment.TryGetValue(name, out var value))
            {
                return NumberOf(value.Known ?? "");
            }
        }

        return ScriptOf(command) is { } script ? OfScript(script, engine)
            : command.Count == 1 && IsUnknown(command[0]) ? Unknown
            : OfOptions(command, engine, areShortOnesRead: true);
    }

    /// <summary>The script that a shell is given: <c>sh -c "exec mysqld --port=3307"</c>, maybe behind a program that starts others.</summary>
    private static string? ScriptOf(IReadOnlyList<string> command)
    {
        for (var i = 0; i < command.Count; i++)
        {
            if (!IsShell(command[i]))
            {
                continue;
            }

            while (++i < command.Count && command[i].Length > 1 && (command[i][0] is '-' or '+'))
            {
                if (command[i][0] == '-' && command[i][1] != '-' && command[i].IndexOf('c') > 0)
                {
                    // `-o pipefail` takes a word more; what else stands between the option and the script is none.
                    return i + 1 < command.Count ? command[i + 1] : null;
                }
            }
        }

        return null;
    }

    /// <summary>The one port that the commands of a script give a server; <see cref="Unknown"/> when they give several.</summary>
    private static int? OfScript(string script, Engine engine)
    {
        if (script.Length == 1 && IsUnknown(script))
        {
            return Unknown;
        }

        var ports = ShellCommands.Of(DecodedText.Verbatim(script, 0), ofEveryLine: true)
            .Where(static command => !IsClient(command.Program))
            .Select(command => OfOptions(command.Arguments.ConvertAll(static word => word.Value), engine, IsServer(command)))
            .Where(static port => port is not null)
            .Distinct()
            .ToArray();
        return ports.Length > 1 ? Unknown : ports.FirstOrDefault();
    }

    /// <summary>The port that options say.</summary>
    /// <param name="words">The words of a command.</param>
    /// <param name="engine">The engine of its server.</param>
    /// <param name="areShortOnesRead">False where <c>-p</c> may mean anything: <c>mkdir -p</c>.</param>
    private static int? OfOptions(IReadOnlyList<string> words, Engine engine, bool areShortOnesRead)
    {
        for (var i = 0; i < words.Count; i++)
        {
            // `--port=3307`, `--port 3307`, `-P 3307`, `-p5433`, `-c port=5433`; other words speak of ports, too: `--report-port`, `--mysqlx-port=1`.
            var word = words[i];
            var equals = word.IndexOf('=');
            var option = (equals < 0 ? word : word.Substring(0, equals)).TrimStart('-');
            if (engine.PortOptions.Contains(option) || (areShortOnesRead && (option is "P" or "p")))
            {
                return NumberOf(equals >= 0 ? word.Substring(equals + 1) : i + 1 < words.Count ? words[i + 1] : "");
            }

            if (areShortOnesRead && word.Length > 2 && word[0] == '-' && (word[1] is 'p' or 'P') && char.IsDigit(word[2]))
            {
                return NumberOf(word.Substring(2));
            }
        }

        return null;
    }

    private static bool IsShell(string word) => ShellCommands.BaseName(word) is "sh" or "bash" or "ash" or "dash" or "zsh";

    /// <summary>Programs that ask a server, or that wait for one.</summary>
    private static bool IsClient(string program) => ShellCommands.BaseName(program) is var name
        && (EngineTable.IsClient(name) || s_waiters.Contains(name) || name.StartsWith("wait", StringComparison.Ordinal));

    /// <summary>A server's own program, an image's entry point, or what starts another program as somebody else.</summary>
    private static bool IsServer(ShellCommand command) =>
        IsServer(command.Program)
            || (s_starters.Contains(ShellCommands.BaseName(command.Program)) && command.Arguments.Any(static word => IsServer(word.Value)));

    private static bool IsServer(string program) => ShellCommands.BaseName(program) is var name
        && (EngineTable.IsServer(name) || name.EndsWith("-server", StringComparison.Ordinal)
            || name.IndexOf("entrypoint", StringComparison.Ordinal) >= 0);

    private static bool IsUnknown(string word) => word.IndexOf(DecodedText.HoleCharacter) >= 0;

    private static int NumberOf(string text) => PortNumber.Parse(text) ?? Unknown;
}
