using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Where the value of a literal is used that a variable, a parameter or a method holds.</summary>
/// <param name="Places">The uses in its own tree, in the order of the file; what only asks whether there is a value is none.</param>
/// <param name="Holders">What holds it and can be seen in other trees.</param>
/// <param name="IsHeld">True when anything holds it at all.</param>
internal sealed record HeldUses(IReadOnlyList<ExpressionSyntax> Places, IReadOnlyList<ISymbol> Holders, bool IsHeld);
