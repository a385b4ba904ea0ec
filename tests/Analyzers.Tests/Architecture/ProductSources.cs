using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The sources of <c>src/Analyzers</c>, parsed and bound once for all tests of the house.</summary>
internal static class ProductSources
{
    public static readonly string Folder = Path.Combine(RepositoryFiles.Root, "src", "Analyzers");

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.Preview);

    private const string GlobalUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<ImmutableArray<SyntaxTree>> s_trees = new(() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Folder, path)), s_language, path)),
    ]);

    private static readonly Lazy<ImmutableArray<(string File, ITypeSymbol Used)>> s_uses = new(FindUses);

    /// <summary>The files, by their paths in the folder.</summary>
    public static ImmutableArray<SyntaxTree> Trees => s_trees.Value;

    /// <summary>The types that each file names or whose members it uses, resolved by the compiler.</summary>
    public static ImmutableArray<(string File, ITypeSymbol Used)> Uses => s_uses.Value;

    /// <summary>The files of the product whose types each file uses; its own left out.</summary>
    public static ImmutableDictionary<string, ImmutableSortedSet<string>> FileEdges { get; } = FindFileEdges();

    private static ImmutableArray<(string File, ITypeSymbol Used)> FindUses()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("DockerConnectionStrings", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Sources", Trees.Add(CSharpSyntaxTree.ParseText(GlobalUsings, s_language)), references);
        var uses = ImmutableArray.CreateBuilder<(string, ITypeSymbol)>();
        foreach (var tree in Trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as ITypeSymbol ?? symbol?.ContainingType) is { } type)
                {
                    uses.Add((tree.FilePath, type));
                }
            }
        }

        return uses.ToImmutable();
    }

    private static ImmutableDictionary<string, ImmutableSortedSet<string>> FindFileEdges() => Uses
        .SelectMany(use => use.Used.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => (use.File, Other: reference.SyntaxTree.FilePath)))
        .Where(edge => edge.Other.Length > 0 && edge.Other != edge.File)
        .GroupBy(edge => edge.File)
        .ToImmutableDictionary(group => group.Key, group => group.Select(edge => edge.Other).ToImmutableSortedSet(StringComparer.Ordinal));
}
