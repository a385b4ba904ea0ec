using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What the code of the project says, by syntax alone.</summary>
internal sealed class CodeFacts
{
    private readonly Compilation _compilation;
    private readonly ProjectFacts _project;
    private readonly TextCaches _caches;
    private readonly SettingReads _settingReads;
    private readonly CSharpAssertions _assertions;
    private readonly ConcurrentDictionary<SyntaxTree, CSharpKnownUses> _knownUses = new();

    // Several threads may compute it at once, with the same result.
    private ImmutableArray<SyntaxTree> _ownTrees;

    public CodeFacts(Compilation compilation, ProjectFacts project, TextCaches caches)
    {
        _compilation = compilation;
        _project = project;
        _caches = caches;
        Trees = new CSharpTrees(compilation.SyntaxTrees, caches.IdentifiersOf);
        _settingReads = new SettingReads(Trees);
        _assertions = new CSharpAssertions(Trees);
    }

    /// <summary>The trees of the compilation.</summary>
    public CSharpTrees Trees { get; }

    public IdentifierIndex IdentifiersOf(SyntaxTree tree) => _caches.IdentifiersOf(tree);

    /// <summary>What is known of the uses in a tree.</summary>
    public CSharpKnownUses KnownUsesIn(SyntaxTree tree) => _knownUses.GetOrAdd(tree, static _ => new CSharpKnownUses());

    /// <summary>Tells whether another tree may use a member, by its name and its type's.</summary>
    public Func<ISymbol, bool> IsUsedBeyond(SyntaxTree tree) => member => member.ContainingType is { } type
        && Trees.Naming(type.Name).Any(other => other.Tree != tree && other.Names.Contains(member.Name));

    /// <summary>Sinks in other files than one that symbols have answered for, or in all.</summary>
    public SyntacticSinks SinksBeyond(SyntaxTree? tree, CancellationToken cancellationToken) => new(Trees, tree, _settingReads, cancellationToken);

    /// <summary>True for a value that a test of the project expects to read.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">True for a whole connection text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public bool IsAsserted(string value, bool isWhole, CancellationToken cancellationToken) =>
        _project.Project.IsTest && _assertions.Name(value, isWhole, cancellationToken);

    /// <summary>Where a file reads a setting.</summary>
    public ImmutableArray<TextSpan> ReadsOf(string key, SyntaxTree tree, CancellationToken cancellationToken) =>
        _settingReads.In(tree, IdentifiersOf(tree), key, cancellationToken).Select(static read => read.Span).ToImmutableArray();

    /// <summary>True when no file that is written by hand reads a setting.</summary>
    public bool IsReadNowhere(string key, CancellationToken cancellationToken) =>
        OwnTrees(cancellationToken).All(tree => ReadsOf(key, tree, cancellationToken).IsEmpty);

    /// <summary>The first file, by its path, that is written by hand; null when none is.</summary>
    public SyntaxTree? FirstTree(CancellationToken cancellationToken) => OwnTrees(cancellationToken) is [var first, ..] ? first : null;

    /// <summary>The files that are written by hand, in the order of their paths.</summary>
    private ImmutableArray<SyntaxTree> OwnTrees(CancellationToken cancellationToken)
    {
        if (_ownTrees.IsDefault)
        {
            _ownTrees = _compilation.SyntaxTrees
                .Where(tree => !IsGenerated(tree, cancellationToken))
                .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
                .ToImmutableArray();
        }

        return _ownTrees;
    }

    private bool IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        _compilation.Options.SyntaxTreeOptionsProvider?.IsGenerated(tree, cancellationToken) switch
        {
            GeneratedKind.MarkedGenerated => true,
            GeneratedKind.NotGenerated => false,
            _ => GeneratedFiles.IsOne(tree, cancellationToken),
        };
}
