using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Shell;

/// <summary>A command that a shell runs.</summary>
/// <param name="Program">The program as it is written, with its folder.</param>
/// <param name="Arguments">The words behind it.</param>
internal readonly record struct ShellCommand(string Program, List<ShellWord> Arguments);

/// <summary>
/// Takes a text apart into its commands, also behind <c>bash -c</c>, <c>sudo</c>, <c>NAME=value</c> or another command and
/// <c>&amp;&amp;</c>.
/// </summary>
internal static class ShellCommands
{
    /// <summary>What a shell runs another command with. A program behind any other command runs elsewhere, or is no command.</summary>
    private static readonly string[] s_prefixes = ["sudo", "env", "nohup", "time", "exec", "command", "nice"];
    private static readonly string[] s_shells = ["bash", "sh", "zsh", "dash", "cmd", "powershell", "pwsh"];

    public static bool IsShell(string program) => s_shells.Contains(BaseName(program));

    /// <summary>A program without its folder and <c>.exe</c>.</summary>
    public static string BaseName(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    /// <summary>The commands of a text, in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ofEveryLine">False where the lines behind the first command may be anything: a here-document, a Dockerfile, a page of help.</param>
    public static List<ShellCommand> Of(DecodedText text, bool ofEveryLine)
    {
        var commands = new List<ShellCommand>();
        Read(text, (0, text.Value.Length), isNested: false, hasComments: true, ofEveryLine, commands);
        return commands;
    }

    /// <summary>The program itself, or the commands that a shell is given.</summary>
    /// <param name="text">The text that holds the arguments.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its words.</param>
    /// <param name="ofEveryLine">As of <see cref="Of"/>.</param>
    public static List<ShellCommand> OfProgram(DecodedText text, string program, List<ShellWord> arguments, bool ofEveryLine)
    {
        var commands = new List<ShellCommand>();
        Add(text, program, arguments, isNested: false, ofEveryLine, commands);
        return commands;
    }

    private static void Add(DecodedText text, string program, List<ShellWord> arguments, bool isNested, bool ofEveryLine, List<ShellCommand> commands)
    {
        while (s_prefixes.Contains(program) && arguments.Count > 0)
        {
            program = arguments[0].Value;
            arguments = arguments.GetRange(1, arguments.Count - 1);
        }

        if (!isNested && IsShell(program))
        {
            ReadShell(text, arguments, ofEveryLine, commands);
        }
        else
        {
            commands.Add(new ShellCommand(program, arguments));
        }
    }

    private static void Read(DecodedText text, (int Start, int End) range, bool isNested, bool hasComments, bool ofEveryLine, List<ShellCommand> commands)
    {
        var words = ShellWords.Split(text, range.Start, range.End, hasComments);

        // Behind a line of nothing but a comment, too, anything may follow: a page of help has titles.
        var isLastLine = !ofEveryLine && BeginsWithComment(text, range.Start);
        for (var i = 0; i < words.Count && !isLastLine; i++)
        {
            var command = new List<ShellWord>();
            for (; i < words.Count && !words[i].IsOperator; i++)
            {
                command.Add(words[i]);
            }

            isLastLine = !ofEveryLine && command.Count > 0 && i < words.Count && text.Value[words[i].Start] == '\n';
            var first = command.FindIndex(static word => !s_prefixes.Contains(word.Value) && !IsAssignment(word.Value));
            if (first >= 0)
            {
                Add(text, command[first].Value, command.GetRange(first + 1, command.Count - first - 1), isNested, ofEveryLine, commands);
            }
        }
    }

    /// <summary>The command behind <c>-c</c>, or behind <c>/c</c> all that follows.</summary>
    private static void ReadShell(DecodedText text, List<ShellWord> words, bool ofEveryLine, List<ShellCommand> commands)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var option = words[i].Value;
            if (option.Equals("/c", StringComparison.OrdinalIgnoreCase))
            {
                // To Windows' own shell the sign is a character.
                Read(text, (words[i + 1].Start, words[words.Count - 1].End), isNested: true, hasComments: false, ofEveryLine, commands);
                return;
            }

            if (option.Length > 1 && option[0] == '-' && option[1] != '-' && option[option.Length - 1] == 'c')
            {
                if (words[i + 1] is { IsWrittenAsItReads: true } command)
                {
                    Read(text, (command.Start, command.Start + command.Length), isNested: true, hasComments: true, ofEveryLine, commands);
                }

                return;
            }
        }
    }

    /// <summary>True when a text begins, behind white space, with a comment, as scripts do.</summary>
    public static bool BeginsWithComment(DecodedText text, int start = 0)
    {
        var value = text.Value;
        while (start < value.Length && char.IsWhiteSpace(value[start]))
        {
            start++;
        }

        return start < value.Length && value[start] == '#';
    }

    private static bool IsAssignment(string word) =>
        word.IndexOf('=') is var equals && equals > 0 && word.Take(equals).All(static c => char.IsLetterOrDigit(c) || c == '_');
}
