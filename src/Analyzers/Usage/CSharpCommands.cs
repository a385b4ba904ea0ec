using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of command lines: which program takes some arguments, and which words stand in one list.</summary>
internal sealed class CSharpCommands(SemanticModel model, CSharpHolders holders, CancellationToken cancellationToken)
{
    /// <summary>The program that is started with some arguments: <c>Process.Start("mysql", "...")</c>, <c>FileName = "mysql", Arguments = "..."</c>.</summary>
    /// <returns>Null when it is not written beside them.</returns>
    public string? ProgramOf(ExpressionSyntax arguments)
    {
        if (CSharpCommandShapes.ProgramBefore(arguments) is { } program && !IsOneOfMany((ArgumentSyntax)arguments.Parent!))
        {
            return TextOf(program);
        }

        return arguments.Parent switch
        {
            ArgumentSyntax { Parent.Parent: { } call } when CSharpCommandShapes.GivenArgumentsBy(call) is { } wrapped =>
                CSharpCommandShapes.WrappedIn(wrapped) is { } wrappedProgram ? TextOf(wrappedProgram) : null,
            AssignmentExpressionSyntax set when set.Right == arguments && CSharpShapes.ReceiverOf(set.Left) is { } receiver => ProgramOfStart(receiver),
            _ => null,
        };
    }

    /// <summary>The words of the list that a word stands in: an array, a collection, or what is added to <c>ArgumentList</c>.</summary>
    /// <returns>The words in their order, the program if it is named elsewhere, and the list itself; null when it stands in none.</returns>
    public (IReadOnlyList<ExpressionSyntax> Words, string? Program, ExpressionSyntax List)? WordsOf(ExpressionSyntax word)
    {
        var count = word.Parent switch
        {
            InitializerExpressionSyntax list => list.Expressions.Count,
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => list.Elements.Count,
            ArgumentSyntax { Parent: ArgumentListSyntax list } => list.Arguments.Count,
            _ => 0,
        };
        if (count > CSharpCommandShapes.MostWords)
        {
            return null;
        }

        switch (word.Parent)
        {
            case InitializerExpressionSyntax
            {
                Parent: BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or ArrayCreationExpressionSyntax
                    or ImplicitArrayCreationExpressionSyntax,
            } initializer:
                var list = initializer.Parent as ExpressionSyntax ?? initializer;
                return list is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: CSharpCommandShapes.ArgumentList } name } set
                    ? (initializer.Expressions, CSharpShapes.ReceiverOf(name) is { } start ? ProgramOfStart(start) : null, set.Left)
                    : (initializer.Expressions, ProgramOf(list), list);
            case ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection }:
                // What is spread is one word that is not known.
                var elements = collection.Elements
                    .Select(static element => (element as ExpressionElementSyntax)?.Expression ?? ((SpreadElementSyntax)element).Expression)
                    .ToArray();
                return (elements, ProgramOf(collection), collection);
            case ArgumentSyntax { Parent.Parent: { } call } when CSharpCommandShapes.ListAddedTo(call) is { } added:
                return AddedTo(added) is { Count: > 0 } words ? (words, ProgramOfStart(added.Expression), added) : null;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } arguments } argument when IsOneOfMany(argument):
                var many = arguments.Arguments.Where(IsOneOfMany).Select(static other => other.Expression).ToArray();
                return (many, many.Length < arguments.Arguments.Count ? TextOf(arguments.Arguments[0].Expression) ?? "" : null, call);
            default:
                return null;
        }
    }

    /// <summary>True for an argument that a <c>params</c> parameter takes beside others.</summary>
    private bool IsOneOfMany(ArgumentSyntax argument) =>
        argument.Parent is { Parent: { } call } && model.GetSymbolInfo(call, cancellationToken).Symbol is { } callee
        && CSharpSymbols.ParameterOf(callee, argument) is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } }
        && model.GetTypeInfo(argument.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;

    /// <summary>What code adds to the argument list of one process, in the order of the file.</summary>
    private List<ExpressionSyntax> AddedTo(MemberAccessExpressionSyntax argumentList)
    {
        var words = new List<ExpressionSyntax>();
        if (model.GetSymbolInfo(argumentList.Expression, cancellationToken).Symbol is not { } start)
        {
            return words;
        }

        foreach (var use in holders.UsesOf(start))
        {
            // `this.start` and `start!` are the variable as well.
            ExpressionSyntax variable = use;
            while ((variable.Parent is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
                || (variable.Parent is MemberAccessExpressionSyntax own && own.Name == variable))
            {
                variable = (ExpressionSyntax)variable.Parent;
            }

            if (CSharpCommandShapes.ListAddedTo(variable.Parent?.Parent?.Parent) is { } list && list.Expression == variable)
            {
                words.Add(((InvocationExpressionSyntax)list.Parent!.Parent!).ArgumentList.Arguments[0].Expression);
            }
        }

        return words;
    }

    /// <summary>The program of a <c>ProcessStartInfo</c>: the first argument of its creation, or its <c>FileName</c>.</summary>
    private string? ProgramOfStart(ExpressionSyntax start)
    {
        var holder = start is BaseObjectCreationExpressionSyntax own ? holders.HolderOf(own) : model.GetSymbolInfo(start, cancellationToken).Symbol;
        if (holders.CreationOf(start, holder) is { ArgumentList.Arguments: [{ Expression: var first }, ..] } && TextOf(first) is { } program)
        {
            return program;
        }

        return holders.OptionsOf(start).Where(static option => option.Key == "FileName").Select(option => TextOf(option.Value)).LastOrDefault();
    }

    private string? TextOf(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellationToken).Value as string;
}
