using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Types of one name in several namespaces or types: syntax tells by what surrounds a use which of them is meant.</summary>
/// <param name="trees">The trees of the compilation, with their names.</param>
/// <param name="type">The type that may be meant.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpNamesakes(CSharpTrees trees, INamedTypeSymbol type, CancellationToken cancellationToken)
{
    private string[]? _containers;

    /// <summary>Where types of the name are declared.</summary>
    private string[] Containers => _containers ??= trees.Naming(type.Name)
        .SelectMany(tree => SyntacticTypes.DeclarationsOf(type.Name, tree.Tree.GetRoot(cancellationToken)))
        .Select(static declaration => ContainerOf(declaration))
        .Distinct(StringComparer.Ordinal)
        .ToArray();

    /// <summary>False for a use that means another type of the same name, or of which nothing tells which one it means.</summary>
    /// <param name="use">A use of a member, by the type or by a variable of it.</param>
    public bool MayMean(IdentifierNameSyntax use)
    {
        if (Containers.Length < 2)
        {
            return true;
        }

        var own = type.ContainingType is { } outer ? outer.ToDisplayString()
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString()
            : "";
        if (Literals.CSharpExpressions.TargetOf(use)
            is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var qualifier } named }
            && named.Name.Identifier.ValueText == type.Name)
        {
            return IsEndOf(qualifier.ToString(), own);
        }

        // The innermost one hides the others; a directive counts where none is around the use.
        var around = use.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? $"{ContainerOf(declaration)}.{declaration.Identifier.ValueText}"
            : "";
        var nearest = Containers.Where(container => container.Length > 0 && (around + ".").StartsWith(container + ".", StringComparison.Ordinal))
            .OrderByDescending(static container => container.Length).FirstOrDefault();
        return nearest is not null ? nearest == own
            : own.Length > 0 ? IsImported(own, use.SyntaxTree)
            : !Containers.Any(container => container.Length > 0 && IsImported(container, use.SyntaxTree));
    }

    private bool IsImported(string container, SyntaxTree tree) =>
        trees.Holding("global").Append(tree).Any(other => other.GetRoot(cancellationToken) is CompilationUnitSyntax unit
        && unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Any(directive => directive.Alias is null && directive.Name?.ToString() == container
                && (other == tree || directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))));

    private static bool IsEndOf(string qualifier, string container) => qualifier == container || container.EndsWith("." + qualifier, StringComparison.Ordinal);

    /// <summary>The names of the namespaces and types around a type.</summary>
    private static string ContainerOf(TypeDeclarationSyntax type) => string.Join(".", type.Ancestors().Select(static around => around switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax outer => outer.Identifier.ValueText,
        _ => null,
    }).OfType<string>().Reverse());
}
