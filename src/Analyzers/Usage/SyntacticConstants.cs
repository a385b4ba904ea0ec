using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Texts that types of a compilation hold under a name (<c>DbOptions.SectionName</c>), by syntax alone.</summary>
/// <param name="trees">The trees of the compilation.</param>
internal sealed class SyntacticConstants(CSharpTrees trees)
{
    private readonly ConcurrentDictionary<(string Type, string Member), string> _values = new();

    /// <summary>The text of a constant or a field that is made from a literal; empty when there is none, or when two types of that name differ.</summary>
    public string ValueOf(string type, string member, CancellationToken cancellationToken) =>
        _values.GetOrAdd((type, member), key => Find(key.Type, key.Member, cancellationToken) is [var only] ? only : "");

    private string[] Find(string type, string member, CancellationToken cancellationToken) => trees.Declaring(type)
        .SelectMany(tree => SyntacticTypes.DeclarationsOf(type, tree.Tree.GetRoot(cancellationToken)))
        .Select(declaration => SyntacticTypes.ValueOf(declaration, member))
        .Select(static value => value switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => text,
            InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: [{ Expression: SimpleNameSyntax named }]
            } => named.Identifier.ValueText,
            _ => null,
        })
        .OfType<string>()
        .Distinct()
        .ToArray();
}
