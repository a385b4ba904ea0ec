using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Texts whose host or port Testcontainers decides at run time.</summary>
internal static class Testcontainers
{
    private static readonly string[] s_members = ["Hostname", "GetMappedPublicPort"];

    /// <summary>True when an expression in a hole of the text reads a container's address or mapped port, itself or by a variable of this file.</summary>
    public static bool Decides(DecodedText text, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!text.HasHoles)
        {
            return false;
        }

        foreach (var hole in expression.DescendantNodesAndSelf().OfType<InterpolationSyntax>())
        {
            if (Reads(hole.Expression) || DeclarationsOf(hole.Expression, model, cancellationToken).Any(Reads))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reads(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => s_members.Contains(name.Identifier.ValueText));

    /// <summary>What the variables of an expression are made from: their initialisers, and all that this file assigns to them.</summary>
    private static IEnumerable<SyntaxNode> DeclarationsOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) and not null)
            {
                continue;
            }

            foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
            {
                var value = node switch
                {
                    VariableDeclaratorSyntax variable when variable.Identifier.ValueText == name.Identifier.ValueText => variable.Initializer?.Value,
                    PropertyDeclarationSyntax property when property.Identifier.ValueText == name.Identifier.ValueText => (SyntaxNode?)property.ExpressionBody ?? property.Initializer,
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when left.Identifier.ValueText == name.Identifier.ValueText => assignment.Right,
                    AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } assignment when left.Name.Identifier.ValueText == name.Identifier.ValueText => assignment.Right,
                    _ => null,
                };
                if (value is not null)
                {
                    yield return value;
                }
            }
        }
    }
}
