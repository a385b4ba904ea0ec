using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What has been found out of the members and literals of one tree: each text that names one asks for the same.</summary>
internal sealed class CSharpKnownUses
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IdentifierNameSyntax>> _ofMembers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<LiteralExpressionSyntax, HeldUses> _ofLiterals = new();

    /// <summary>The uses of a variable, method or type. Locals and parameters hold on to what their methods are bound to, and are not kept.</summary>
    public IReadOnlyList<IdentifierNameSyntax> Of(ISymbol holder, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> find) =>
        holder is IFieldSymbol or IPropertySymbol or INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            ? _ofMembers.GetOrAdd(holder, find)
            : find(holder);

    /// <summary>Where a literal is used that a variable, a parameter or a method holds.</summary>
    public HeldUses Of(LiteralExpressionSyntax literal, Func<LiteralExpressionSyntax, HeldUses> find) => _ofLiterals.GetOrAdd(literal, find);
}
