using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>The C# reader of parameters that are given back: the defaults that calls take, and what calls give to a parameter.</summary>
/// <param name="model">The semantic model of the tree.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpDefaults(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>How libraries name the parameter that counts where a setting is missing.</summary>
    private static readonly string[] s_defaults = ["defaultValue", "fallback", "fallbackValue", "default", "def", "otherwise", "orElse", "valueIfMissing"];

    /// <summary>The argument that counts where what the call asks for is missing: <c>GetValue("Db:Host", "localhost")</c>.</summary>
    /// <returns>Null for a call that takes no such argument.</returns>
    public ExpressionSyntax? DefaultOf(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count is 0 or > 4)
        {
            return null;
        }

        var info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
        {
            // A package that is not restored: the name is all there is.
            return arguments.Count == 2 && CSharpExpressions.NameOf(call.Expression)?.StartsWith("Get", StringComparison.Ordinal) == true
                ? arguments[1].Expression : null;
        }

        return arguments.FirstOrDefault(argument => CSharpSymbols.ParameterOf(method, argument) is { } parameter && IsDefault(parameter))?.Expression;
    }

    /// <summary>True for a parameter that its method gives back where something else is missing: by its name, or by what the user's own method
    /// returns.</summary>
    public bool IsDefault(IParameterSymbol parameter)
    {
        if (parameter.DeclaringSyntaxReferences is not [var declaration])
        {
            return s_defaults.Contains(parameter.Name);
        }

        return (declaration.GetSyntax(cancellationToken).Parent?.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            && declaration.GetSyntax(cancellationToken).Parent!.Parent is { } method
            && CSharpExpressions.ResultsOf(method).SelectMany(Branches)
                .Any(result => result is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);
    }

    /// <summary>What the calls of a tree give to a parameter of a method or constructor.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="usesOf">The uses of a method or type in the tree.</param>
    public IEnumerable<ExpressionSyntax> ArgumentsFor(IParameterSymbol parameter, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } method)
        {
            yield break;
        }

        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var own = !isConstructor ? [] : method.ContainingType.DeclaringSyntaxReferences
            .Where(part => part.SyntaxTree == model.SyntaxTree)
            .SelectMany(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax type ? InitializersIn(type, SyntaxKind.ThisConstructorInitializer)
                : [])
            .Select(static initializer => ((SyntaxNode)initializer, initializer.ArgumentList));
        foreach (var (call, list) in usesOf(isConstructor ? method.ContainingType : method).SelectMany(CallsAt).Concat(own))
        {
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition, method.OriginalDefinition)
                && list.Arguments.FirstOrDefault(argument => CSharpSymbols.ParameterOf(method, argument)?.Ordinal == parameter.Ordinal) is { } given)
            {
                yield return given.Expression;
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Branches(ExpressionSyntax result) => CSharpExpressions.Bare(result) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Branches(coalesce.Left).Concat(Branches(coalesce.Right)),
        ConditionalExpressionSyntax choice => Branches(choice.WhenTrue).Concat(Branches(choice.WhenFalse)),
        var other => [other],
    };

    /// <summary>The calls whose method or type a name is, also where <c>new(...)</c> leaves the type to the variable.</summary>
    private static IEnumerable<(SyntaxNode Call, ArgumentListSyntax List)> CallsAt(IdentifierNameSyntax use)
    {
        var name = CSharpExpressions.TargetOf(use);
        switch (name.Parent)
        {
            case InvocationExpressionSyntax call when call.Expression == name:
                yield return (call, call.ArgumentList);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList: { } list } creation when creation.Type == name:
                yield return (creation, list);
                break;
            case VariableDeclarationSyntax declaration:
                foreach (var variable in declaration.Variables)
                {
                    if (variable.Initializer?.Value is ImplicitObjectCreationExpressionSyntax { ArgumentList: var list } creation)
                    {
                        yield return (creation, list);
                    }
                }

                break;
            case PropertyDeclarationSyntax { Initializer.Value: ImplicitObjectCreationExpressionSyntax { ArgumentList: var list } creation }:
                yield return (creation, list);
                break;
            case PrimaryConstructorBaseTypeSyntax derived:
                yield return (derived, derived.ArgumentList);
                break;
            case SimpleBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax derived }:
                foreach (var initializer in InitializersIn(derived, SyntaxKind.BaseConstructorInitializer))
                {
                    yield return (initializer, initializer.ArgumentList);
                }

                break;
        }
    }

    private static IEnumerable<ConstructorInitializerSyntax> InitializersIn(TypeDeclarationSyntax type, SyntaxKind kind) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().Select(static constructor => constructor.Initializer)
            .Where(initializer => initializer.IsKind(kind)).OfType<ConstructorInitializerSyntax>();
}
