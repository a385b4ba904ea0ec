using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of the user's own constructors and methods that a call may reach, by syntax alone.</summary>
internal static class CSharpCallees
{
    /// <summary>A method of that name is declared so often that nothing tells which is meant.</summary>
    private const int MostMethods = 20;

    /// <summary>The parameters that may take an argument.</summary>
    /// <param name="argument">An argument of a call, of a creation, or of <c>: base(...)</c>.</param>
    /// <param name="trees">The trees of the compilation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<ParameterSyntax> ParametersOf(
        ArgumentSyntax argument, CSharpTrees trees, CancellationToken cancellationToken)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list)
        {
            yield break;
        }

        var place = list.Arguments.IndexOf(argument);
        foreach (var (parameters, offset) in call is InvocationExpressionSyntax invocation
            ? Methods(invocation, trees, cancellationToken)
            : Constructors(call, trees, cancellationToken).Select(static parameters => (parameters, 0)))
        {
            var parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
                ? parameters.Parameters.FirstOrDefault(one => one.Identifier.ValueText == name)
                : place + offset < parameters.Parameters.Count ? parameters.Parameters[place + offset]
                : null;
            if (parameter is not null)
            {
                yield return parameter;
            }
        }
    }

    /// <summary>The parameter lists of a type's constructors, its primary one included.</summary>
    private static IEnumerable<ParameterListSyntax> Constructors(
        SyntaxNode call, CSharpTrees trees, CancellationToken cancellationToken)
    {
        if (CSharpShapes.NamesOf(call).Type is not { } type)
        {
            yield break;
        }

        foreach (var (tree, _) in trees.Declaring(type))
        {
            foreach (var declaration in SyntacticTypes.DeclarationsOf(type, tree.GetRoot(cancellationToken)))
            {
                foreach (var constructor in declaration.Members.OfType<ConstructorDeclarationSyntax>().Where(constructor => constructor.Initializer != call))
                {
                    yield return constructor.ParameterList;
                }

                if (declaration.ParameterList is { } own)
                {
                    yield return own;
                }
            }
        }
    }

    /// <summary>The parameter lists of the methods that a call may reach; of an extension, with the place that its receiver takes.</summary>
    private static IEnumerable<(ParameterListSyntax Parameters, int Offset)> Methods(
        InvocationExpressionSyntax call, CSharpTrees trees, CancellationToken cancellationToken)
    {
        var member = CSharpShapes.NamesOf(call).Member;
        var found = trees.MethodsNamed(member, MostMethods + 1);
        foreach (var (tree, position) in found.Count > MostMethods ? [] : found)
        {
            switch (tree.GetRoot(cancellationToken).FindToken(position).Parent)
            {
                case LocalFunctionStatementSyntax function when call.Expression is SimpleNameSyntax && function.Parent?.Parent?.Contains(call) == true:
                    yield return (function.ParameterList, 0);
                    break;
                case MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method when OffsetIn(method, type, call) is { } offset:
                    yield return (method.ParameterList, offset);
                    break;
            }
        }
    }

    /// <summary>Null when the call reaches another method of that name.</summary>
    private static int? OffsetIn(MethodDeclarationSyntax method, TypeDeclarationSyntax type, InvocationExpressionSyntax call)
    {
        var name = type.Identifier.ValueText;
        var receiver = CSharpShapes.CalledOn(call);
        if (receiver is null or ThisExpressionSyntax or BaseExpressionSyntax)
        {
            return SyntacticTypes.IsReachedFrom(name, call) ? 0 : null;
        }

        var isExtension = method.ParameterList.Parameters[0].Modifiers.Any(static modifier => modifier.ValueText == "this");
        var known = SyntacticTypes.TypeOf(receiver);
        return receiver is SimpleNameSyntax qualifier && qualifier.Identifier.ValueText == name && (known is null || known == name) ? 0
            : receiver is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var last } && last == name ? 0
            : isExtension ? 1
            : known is not null && (known == name || SyntacticTypes.Names(type.BaseList, known)) ? 0
            : null;
    }
}
