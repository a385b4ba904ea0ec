using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>What symbols tell without a model.</summary>
internal static class CSharpSymbols
{
    /// <summary>The parameter that takes an argument; null when the code does not compile that far.</summary>
    /// <param name="callee">What is called.</param>
    /// <param name="argument">One of its arguments.</param>
    public static IParameterSymbol? ParameterOf(ISymbol callee, ArgumentSyntax argument)
    {
        if (callee is not IMethodSymbol method || argument.Parent is not BaseArgumentListSyntax list)
        {
            return null;
        }

        if (argument.NameColon is { Name.Identifier.ValueText: var name })
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        }

        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index]
            : method.Parameters.LastOrDefault() is { IsParams: true } rest ? rest
            : null;
    }

    /// <summary>False for a member that a part of its type in another file may use too. A local is seen in its own member only, whatever its type.</summary>
    public static bool IsSeenHereOnly(ISymbol variable, SyntaxTree tree) => variable is ILocalSymbol || IsOfOneFile(variable.ContainingType, tree);

    private static bool IsOfOneFile(INamedTypeSymbol? type, SyntaxTree tree) =>
        type is null || (type.DeclaringSyntaxReferences.All(part => part.SyntaxTree == tree) && IsOfOneFile(type.ContainingType, tree));
}
