using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>How code writes the commands that it runs: by the names of methods and properties alone.</summary>
internal static class CSharpCommandShapes
{
    /// <summary>No command line has more words; a longer list is data.</summary>
    public const int MostWords = 200;

    /// <summary>The property of a process' start that lists its arguments.</summary>
    public const string ArgumentList = "ArgumentList";

    private static readonly string[] s_starting = ["Start", "Run", "Exec", "Process", "Command", "Shell", "Spawn", "Launch", "Invoke", "Call"];

    /// <summary>True for a call by whose name something is run.</summary>
    public static bool Starts(SyntaxNode call) => CSharpShapes.NamesOf(call) is var (type, member)
        && s_starting.Any(word => (member == ".ctor" ? type : member)?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The program that an argument is given to together with it: the first argument of <c>Process.Start("mysql", "...")</c>.</summary>
    /// <returns>Null for the first argument itself, and for a call by whose name nothing is run.</returns>
    public static ExpressionSyntax? ProgramBefore(ExpressionSyntax argument) =>
        argument.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: var first }, ..], Parent: { } call } }
            && first != argument && Starts(call)
            ? first
            : null;

    /// <summary>The command that CliWrap's <c>WithArguments</c> is called on; null for another call.</summary>
    public static ExpressionSyntax? GivenArgumentsBy(SyntaxNode? call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithArguments" } access }
            ? access.Expression : null;

    /// <summary>The program of <c>Cli.Wrap("mysqldump")</c>, with calls behind it; null for another chain.</summary>
    public static ExpressionSyntax? WrappedIn(ExpressionSyntax chain)
    {
        while (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            if (access.Name.Identifier.ValueText == "Wrap" && call.ArgumentList.Arguments is [{ Expression: var program }, ..])
            {
                return program;
            }

            chain = access.Expression;
        }

        return null;
    }

    /// <summary>The list that <c>start.ArgumentList.Add(...)</c> adds to; null for another call.</summary>
    public static MemberAccessExpressionSyntax? ListAddedTo(SyntaxNode? call) => call is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Add",
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ArgumentList } list,
        },
        ArgumentList.Arguments.Count: 1,
    }
        ? list
        : null;

    /// <summary>What an assignment sets, and of which object: <c>start.FileName = ...</c>, or the same in an initialiser.</summary>
    public static (ExpressionSyntax? Start, string Property) SetBy(AssignmentExpressionSyntax set) => set.Left switch
    {
        MemberAccessExpressionSyntax access => (access.Expression, access.Name.Identifier.ValueText),
        IdentifierNameSyntax name when set.Parent is InitializerExpressionSyntax
        {
            Parent: ExpressionSyntax and (BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax) and var owner,
        } => (owner, name.Identifier.ValueText),
        _ => (null, ""),
    };
}
