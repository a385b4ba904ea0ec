using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The folders of <c>src/Analyzers</c> are the steps of the flow, and every dependency runs along its arrows.</summary>
public class FlowTests
{
    private const string RootNamespace = "DockerConnectionStrings.Analyzers";

    /// <summary>A room, and the rooms that it may know. The analyzers, in the root, know all.</summary>
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Literals"] = [],
        ["Connections"] = ["Literals"],
        ["Usage"] = ["Literals"],
        ["Engines"] = ["Literals", "Connections", "Usage"],
        ["Options"] = ["Connections"],
        ["Topology"] = ["Literals", "Connections", "Engines", "Options"],
        ["Settings"] = ["Literals", "Connections", "Usage", "Engines", "Topology"],
        ["Reachability"] = ["Literals", "Connections", "Engines", "Options", "Topology"],
        ["Rules"] = ["Literals", "Connections", "Engines", "Options", "Topology", "Reachability"],
    };

    /// <summary>The readers of C#: the only files of the rooms that know syntax and symbols.</summary>
    private static bool IsCSharpReader(string file) =>
        file.StartsWith("Literals/CSharp", StringComparison.Ordinal) || file.StartsWith("Usage/CSharp", StringComparison.Ordinal)
        || file is "Literals/ICSharpOperands.cs" or "Usage/GeneratedFiles.cs" or "Usage/IdentifierIndex.cs" or "Usage/LanguageComments.cs" or "Usage/SettingReads.cs" or "Usage/SyntacticConstants.cs" or "Usage/SyntacticSinks.cs" or "Usage/SyntacticTypes.cs" or "Usage/Testcontainers.cs" or "Usage/Way.cs";

    private static readonly string s_source = Path.Combine(RepositoryFiles.Root, "src", "Analyzers");

    [Fact]
    public void Every_folder_is_a_step_of_the_flow() =>
        Assert.Equal(
            s_arrows.Keys.Order(),
            Directory.EnumerateDirectories(s_source).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj")).Order());

    [Fact]
    public void Every_dependency_runs_along_an_arrow()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (file, used) in Uses())
        {
            var room = RoomOf(file);
            if (room is not null && used.ContainingNamespace?.ToDisplayString() is { } name && name.StartsWith(RootNamespace + ".", StringComparison.Ordinal))
            {
                var other = name[(RootNamespace.Length + 1)..].Split('.')[0];
                if (other != room && !s_arrows[room].Contains(other))
                {
                    wrong.Add($"{file} uses {used.ToDisplayString()}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_room_knows_the_analyzers_or_their_syntax_and_symbols()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (file, used) in Uses())
        {
            var name = used.ContainingNamespace?.ToDisplayString() ?? "";
            var isSyntaxOrSymbol = name.StartsWith("Microsoft.CodeAnalysis.CSharp", StringComparison.Ordinal)
                || (name == "Microsoft.CodeAnalysis" && (used.Name.StartsWith("Syntax", StringComparison.Ordinal) || used.Name.EndsWith("Symbol", StringComparison.Ordinal)
                    || used.Name is "SemanticModel" or "Compilation"));
            if (RoomOf(file) is not null && !IsCSharpReader(file) && (isSyntaxOrSymbol || name == RootNamespace || name == "Microsoft.CodeAnalysis.Diagnostics"))
            {
                wrong.Add($"{file} uses {used.ToDisplayString()}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string? RoomOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file.Split('/')[0] : null;

    /// <summary>The types that each file names, resolved by the compiler.</summary>
    private static IEnumerable<(string File, ITypeSymbol Used)> Uses()
    {
        var trees = Directory.EnumerateFiles(s_source, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(s_source, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(s_source, path)), new CSharpParseOptions(LanguageVersion.Preview), path))
            .Append(CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", new CSharpParseOptions(LanguageVersion.Preview)))
            .ToImmutableArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("DockerConnectionStrings", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Sources", trees, references);
        foreach (var tree in trees.Where(tree => tree.FilePath.Length > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if ((symbol as ITypeSymbol ?? symbol?.ContainingType) is { } type)
                {
                    yield return (tree.FilePath, type);
                }
            }
        }
    }

    [Fact]
    public void The_compiler_resolves_the_sources_of_this_test() =>
        Assert.Contains(Uses(), use => use.File == "Connections/KeyValueReader.cs" && use.Used.Name == nameof(DecodedText));
}
