using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of builders: an object that is made, and the calls that are chained behind it.</summary>
internal static class CSharpBuilders
{
    /// <summary>A longer chain is no builder of a container.</summary>
    private const int MostCalls = 200;

    /// <summary>Reads a chain from where its object is made.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="isBuilder">Tells by a type's simple name whether it is asked for.</param>
    /// <param name="constants">What the arguments are worth.</param>
    /// <returns>Null for an object of another type.</returns>
    public static WrittenChain? ReadChain(BaseObjectCreationExpressionSyntax creation, Func<string, bool> isBuilder, CSharpConstants constants)
    {
        if (CSharpShapes.NamesOf(creation).Type is not { } type || !isBuilder(type))
        {
            return null;
        }

        var calls = ImmutableArray.CreateBuilder<WrittenCall>();
        ExpressionSyntax chain = creation;
        while (calls.Count < MostCalls)
        {
            if (CSharpShapes.CallOn(chain) is { } next)
            {
                var access = (chain.Parent as MemberAccessExpressionSyntax)?.Name ?? (SyntaxNode)next.Call;
                calls.Add(new WrittenCall(next.Name, ArgumentsOf(next.Call.ArgumentList, constants),
                    TextSpan.FromBounds(access.SpanStart, next.Call.Span.End)));
                chain = next.Call;
            }
            else if (chain.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            {
                chain = (ExpressionSyntax)chain.Parent;
            }
            else
            {
                break;
            }
        }

        var named = creation is ObjectCreationExpressionSyntax { Type: var written } ? written.Span : creation.NewKeyword.Span;
        return new WrittenChain(type, named, ArgumentsOf(creation.ArgumentList, constants), calls.ToImmutable());
    }

    private static ImmutableArray<WrittenArgument> ArgumentsOf(ArgumentListSyntax? list, CSharpConstants constants)
    {
        var arguments = ImmutableArray.CreateBuilder<WrittenArgument>();
        foreach (var argument in list?.Arguments ?? default)
        {
            // What a list holds is given like arguments; what is spread or computed is one that is not known.
            var elements = ElementsOf(argument.Expression);
            foreach (var element in elements ?? [argument.Expression])
            {
                arguments.Add(new WrittenArgument(element is null ? null : constants.ValueOf(element),
                    element is IdentifierNameSyntax or MemberAccessExpressionSyntax ? element.ToString() : null,
                        argument.NameColon?.Name.Identifier.ValueText));
            }
        }

        return arguments.ToImmutable();
    }

    /// <summary>The elements of an array or a collection that is written out; null for what is none.</summary>
    public static IReadOnlyList<ExpressionSyntax?>? ElementsOf(ExpressionSyntax expression) => CSharpExpressions.Bare(expression) switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Select(static element => (element as ExpressionElementSyntax)?.Expression).ToArray(),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToArray(),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToArray(),
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } =>
            initializer.Expressions.Any(static one => one is InitializerExpressionSyntax or AssignmentExpressionSyntax)
                ? null
                : initializer.Expressions.ToArray(),
        _ => null,
    };
}
