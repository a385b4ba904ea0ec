using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the command line of MySQL's native tools: <c>mysql -h localhost -P 3306 -u root shop</c>.</summary>
internal static class CommandLineReader
{
    /// <summary>What a shell runs another command with. A tool behind any other command runs elsewhere, or is no command.</summary>
    private static readonly string[] s_prefixes = ["sudo", "env", "nohup", "time", "exec", "command", "nice"];
    private static readonly string[] s_shells = ["bash", "sh", "zsh", "dash", "cmd", "powershell", "pwsh"];

    /// <summary>Reads the commands of a text that begin with a tool's name, also behind <c>bash -c</c>, <c>sudo</c>, <c>NAME=value</c> or another command and <c>&amp;&amp;</c>.</summary>
    /// <returns>Null when no such tool runs here, or when it names no host.</returns>
    public static Endpoint? Read(DecodedText text) => ReadCommands(text, 0, text.Value.Length, isNested: false);

    /// <summary>Reads the arguments of a tool that is named elsewhere.</summary>
    /// <param name="text">The arguments, in one text.</param>
    /// <param name="program">The tool, or a shell that is given it.</param>
    public static Endpoint? ReadArguments(DecodedText text, string program) => ReadProgram(text, program, ShellWords.Split(text, 0, text.Value.Length), isNested: false);

    /// <summary>True for a tool, or for a shell that may be given one.</summary>
    public static bool IsProgram(string? program) => program is not null && (IsShell(program) || MySqlTools.Find(program) is not null);

    /// <summary>Reads arguments that are given one by one.</summary>
    /// <param name="text">All of them in one text.</param>
    /// <param name="words">Each of them.</param>
    /// <param name="program">The tool, when it is named elsewhere; else the first of the words is it.</param>
    public static Endpoint? ReadWords(DecodedText text, List<ShellWord> words, string? program) =>
        program is not null ? ReadProgram(text, program, words, isNested: false) : ReadProgram(text, words[0].Value, words.GetRange(1, words.Count - 1), isNested: false);

    private static Endpoint? ReadProgram(DecodedText text, string program, List<ShellWord> arguments, bool isNested) =>
        MySqlTools.Find(program) is { } tool ? MySqlTools.ReadOptions(text, tool, arguments)
        : IsShell(program) && !isNested ? ReadShell(text, arguments)
        : null;

    private static Endpoint? ReadCommands(DecodedText text, int start, int end, bool isNested)
    {
        var words = ShellWords.Split(text, start, end);
        var all = ImmutableArray.CreateBuilder<Endpoint>();
        var isLastLine = false;
        for (var i = 0; i < words.Count && !isLastLine; i++)
        {
            var command = new List<ShellWord>();
            for (; i < words.Count && !words[i].IsOperator; i++)
            {
                command.Add(words[i]);
            }

            // What stands in further lines may be anything: a here-document, a Dockerfile, a page of help.
            isLastLine = command.Count > 0 && i < words.Count && text.Value[words[i].Start] == '\n';
            var first = command.FindIndex(static word => !s_prefixes.Contains(word.Value) && !IsAssignment(word.Value));
            if (first >= 0 && ReadProgram(text, command[first].Value, command.GetRange(first + 1, command.Count - first - 1), isNested) is { } found)
            {
                all.Add(found);
                all.AddRange(found.Further);
            }
        }

        return all.Count == 0 ? null : all[0] with { Further = all.Skip(1).Select(static one => one with { Further = ImmutableArray<Endpoint>.Empty }).ToImmutableArray() };
    }

    /// <summary>The command behind <c>-c</c>, or behind <c>/c</c> all that follows.</summary>
    private static Endpoint? ReadShell(DecodedText text, List<ShellWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var option = words[i].Value;
            if (option.Equals("/c", StringComparison.OrdinalIgnoreCase))
            {
                return ReadCommands(text, words[i + 1].Start, words[words.Count - 1].End, isNested: true);
            }

            if (option.Length > 1 && option[0] == '-' && option[1] != '-' && option[option.Length - 1] == 'c')
            {
                var command = words[i + 1];
                return command.IsWrittenAsItReads ? ReadCommands(text, command.Start, command.Start + command.Length, isNested: true) : null;
            }
        }

        return null;
    }

    private static bool IsShell(string program) => s_shells.Contains(MySqlTools.BaseName(program));

    private static bool IsAssignment(string word) => word.IndexOf('=') is var equals && equals > 0 && word.Take(equals).All(static c => char.IsLetterOrDigit(c) || c == '_');
}
