using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Shell;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>Reads the command line of MySQL's native tools: <c>mysql -h localhost -P 3306 -u root shop</c>.</summary>
internal static class CommandLineReader
{
    /// <summary>Reads the commands of a text that begin with a tool's name, where a shell would run it.</summary>
    /// <returns>Null when no such tool runs here, or when it names no host.</returns>
    public static Endpoint? Read(DecodedText text) => Read(text, ShellCommands.Of(text, ofEveryLine: false));

    /// <summary>Reads the arguments of a tool that is named elsewhere.</summary>
    /// <param name="text">The arguments, in one text.</param>
    /// <param name="program">The tool, or a shell that is given it.</param>
    public static Endpoint? ReadArguments(DecodedText text, string program) =>
        ReadProgram(text, program, ShellWords.Split(text, 0, text.Value.Length, hasComments: false));

    /// <summary>True for a tool, or for a shell that may be given one.</summary>
    public static bool IsProgram(string? program) => program is not null && (ShellCommands.IsShell(program) || MySqlTools.Find(program) is not null);

    /// <summary>Reads arguments that are given one by one.</summary>
    /// <param name="text">All of them in one text.</param>
    /// <param name="words">Each of them.</param>
    /// <param name="program">The tool, when it is named elsewhere; else the first of the words is it.</param>
    public static Endpoint? ReadWords(DecodedText text, List<ShellWord> words, string? program) =>
        program is not null ? ReadProgram(text, program, words) : ReadProgram(text, words[0].Value, words.GetRange(1, words.Count - 1));

    private static Endpoint? ReadProgram(DecodedText text, string program, List<ShellWord> arguments) =>
        Read(text, ShellCommands.OfProgram(text, program, arguments, ofEveryLine: false));

    private static Endpoint? Read(DecodedText text, List<ShellCommand> commands)
    {
        var all = ImmutableArray.CreateBuilder<Endpoint>();
        foreach (var command in commands)
        {
            if (MySqlTools.Find(command.Program) is { } tool && MySqlTools.ReadOptions(text, tool, command.Arguments) is { } found)
            {
                all.Add(found);
            }
        }

        return all.Count == 0 ? null : all[0] with { Further = all.Skip(1).ToImmutableArray() };
    }
}
