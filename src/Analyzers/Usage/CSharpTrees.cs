using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Every tree of a compilation with its names. A change of one file reads that file again, and no other.</summary>
/// <param name="read">Reads the trees, once a question needs them.</param>
internal sealed class CSharpTrees(Func<IEnumerable<(SyntaxTree Tree, IdentifierIndex Names)>> read)
{
    private readonly Lazy<IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _all = new(() => read().ToArray(), LazyThreadSafetyMode.PublicationOnly);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _naming = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _declaring = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, IdentifierIndex, int)>> _methods = new(StringComparer.Ordinal);

    /// <summary>All of them, in the order of the compilation.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> All => _all.Value;

    /// <summary>Those that declare or use a name, in the same order. Few trees name one type, and each of its members asks for them.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Naming(string name) =>
        _naming.GetOrAdd(name, key => All.Where(tree => tree.Names.Contains(key)).ToArray());

    /// <summary>Those that declare a type of that name: none for what a package declares, however many trees name it.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Declaring(string type) =>
        _declaring.GetOrAdd(type, key => All.Where(tree => tree.Names.Declares(key)).ToArray());

    /// <summary>Where methods and local functions with parameters are declared under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="most">So many are enough. The same for every name.</param>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names, int Position)> MethodsNamed(string name, int most) => _methods.GetOrAdd(name, key => All
        .SelectMany(tree => tree.Names.MethodsNamed(key).Select(position => (tree.Tree, tree.Names, position)))
        .Take(most)
        .ToArray());
}
