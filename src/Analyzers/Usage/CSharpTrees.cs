using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The trees of a compilation, and the names of those that a question is about: only trees whose characters hold a word are walked.
/// A change of one file reads that file again, and no other.
/// </summary>
/// <param name="trees">The trees, in the order of the compilation.</param>
/// <param name="namesOf">Reads a tree's names, once for each text.</param>
internal sealed class CSharpTrees(IEnumerable<SyntaxTree> trees, Func<SyntaxTree, IdentifierIndex> namesOf)
{
    /// <summary>A type that a file names more often is no part of an object.</summary>
    private const int MostUses = 100;

    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _naming = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, IdentifierIndex)>> _declaring = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string, string)>> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(SyntaxTree, int)>> _methods = new(StringComparer.Ordinal);

    /// <summary>The names of a tree, which need not be one of these.</summary>
    public IdentifierIndex NamesOf(SyntaxTree tree) => namesOf(tree);

    /// <summary>Those whose characters hold one of the words.</summary>
    public IEnumerable<SyntaxTree> Holding(params string[] words) => trees.Where(tree => tree.GetText().HoldsAny(words));

    /// <summary>The same with their names.</summary>
    public IEnumerable<(SyntaxTree Tree, IdentifierIndex Names)> NamesHolding(params string[] words) => Holding(words).Select(tree => (tree, namesOf(tree)));

    /// <summary>Those that declare or use a name, in the same order. Few trees name one type, and each of its members asks for them.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Naming(string name) =>
        _naming.GetOrAdd(name, key => key.Length == 0 ? [] : NamesHolding(key).Where(tree => tree.Names.Contains(key)).ToArray());

    /// <summary>Those that declare a type of that name: none for what a package declares, however many trees name it.</summary>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Declaring(string type) =>
        _declaring.GetOrAdd(type, key => Naming(key).Where(tree => tree.Names.Declares(key)).ToArray());

    /// <summary>The properties and fields of a type's name, <c>DbOptions Database</c>: the type that has each, and its name.</summary>
    public IReadOnlyList<(string Owner, string Part)> PartsOf(string type) => _parts.GetOrAdd(type, key => Naming(key)
        .SelectMany(tree => tree.Names.UsesOf(key).Take(MostUses).Select(position => tree.Tree.GetRoot().FindToken(position).Parent?.Parent))
        .SelectMany(static declaration => declaration switch
        {
            PropertyDeclarationSyntax property => [(declaration, property.Identifier.ValueText)],
            VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } fields => fields.Variables.Select(field => (declaration, field.Identifier.ValueText)),
            _ => Enumerable.Empty<(SyntaxNode, string)>(),
        })
        .Select(static part => (part.Item1.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "", part.Item2))
        .Where(static part => part.Item1.Length > 0).Distinct().Take(MostUses).ToArray());

    /// <summary>Those that name a type, or one that has an object of it among its parts, or one that has an object of that.</summary>
    /// <param name="type">The type's name.</param>
    /// <param name="owners">How far to go from a part to what it is a part of.</param>
    public IReadOnlyList<(SyntaxTree Tree, IdentifierIndex Names)> Reaching(string type, int owners)
    {
        var types = new List<string> { type };
        for (var (from, left) = (0, owners); left > 0; left--)
        {
            var known = types.Count;
            types.AddRange(types.Skip(from).SelectMany(PartsOf).Select(static part => part.Owner).Distinct().Where(owner => !types.Contains(owner)).ToArray());
            from = known;
        }

        return types.Count == 1 ? Naming(type) : types.SelectMany(Naming).Distinct().ToArray();
    }

    /// <summary>Where methods and local functions with parameters are declared under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="most">So many are enough. The same for every name.</param>
    public IReadOnlyList<(SyntaxTree Tree, int Position)> MethodsNamed(string name, int most) => _methods.GetOrAdd(name, key => NamesHolding(key)
        .SelectMany(tree => tree.Names.MethodsNamed(key).Select(position => (tree.Tree, position)))
        .Take(most)
        .ToArray());
}
