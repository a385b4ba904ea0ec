using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Where each name is used in a tree, so that the uses of one variable are found without reading the tree again.</summary>
internal sealed class IdentifierIndex
{
    private readonly Dictionary<string, List<int>> _positions;

    private IdentifierIndex(Dictionary<string, List<int>> positions) => _positions = positions;

    /// <summary>Reads a tree once. Syntax only.</summary>
    public static IdentifierIndex Of(SyntaxTree tree)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier)
            {
                var name = identifier.Identifier.ValueText;
                if (!positions.TryGetValue(name, out var places))
                {
                    positions.Add(name, places = []);
                }

                places.Add(identifier.SpanStart);
            }
        }

        return new IdentifierIndex(positions);
    }

    /// <summary>Source positions of the uses of a name, in the order of the file.</summary>
    public IReadOnlyList<int> this[string name] => _positions.TryGetValue(name, out var places) ? places : ImmutableArray<int>.Empty;
}
