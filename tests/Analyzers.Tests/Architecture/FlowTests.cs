using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The folders of <c>src/Analyzers</c> are the rooms of the flow, and every dependency runs along its arrows.</summary>
public class FlowTests
{
    private const string RootNamespace = "DockerConnectionStrings.Analyzers";

    /// <summary>What reads the characters of a file.</summary>
    private static readonly string[] s_readers = ["Literals", "Network", "Files", "Shell"];

    /// <summary>What is known of Docker.</summary>
    private static readonly string[] s_topology =
        ["Topology", "Topology/Model", "Topology/Interpolation", "Topology/Dockerfiles", "Topology/Compose", "Topology/Compose/Editing", "Topology/Started"];

    /// <summary>What decides whether a host connects.</summary>
    private static readonly string[] s_sides = ["Reachability", "Reachability/HostSide", "Reachability/ContainerSide"];

    /// <summary>What decides and says, without a symbol of Roslyn.</summary>
    private static readonly string[] s_judges =
        [.. s_readers, "Engines", "Connections", "Usage", "Evidence", "Options", .. s_topology, "Settings", .. s_sides, "Edits", "Repairs", "Rules"];

    /// <summary>A room, and the rooms that it may know. The analyzer, in the root, knows all.</summary>
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Files"] = [],
        ["Network"] = [],
        ["Literals"] = [],
        ["Shell"] = ["Literals"],
        ["Connections"] = ["Literals", "Network", "Shell", "Engines"],
        ["Engines"] = [],
        ["Usage"] = ["Literals", "Engines"],
        ["Evidence"] = ["Literals", "Connections", "Usage", "Engines"],
        ["Options"] = ["Network"],
        ["Edits"] = [],
        ["Topology/Model"] = [.. s_readers, "Engines", "Connections", "Topology/Interpolation"],
        ["Topology/Interpolation"] = ["Literals", "Files"],
        ["Topology/Dockerfiles"] = ["Files", "Literals", "Topology/Interpolation", "Topology/Model"],
        ["Topology/Compose"] = [.. s_readers, "Engines", "Topology/Model", "Topology/Interpolation", "Topology/Dockerfiles"],
        ["Topology/Compose/Editing"] = ["Literals", "Edits", "Topology/Model", "Topology/Interpolation", "Topology/Compose"],
        ["Topology/Started"] = [.. s_readers, "Usage", "Engines", "Topology/Model", "Topology/Interpolation", "Topology/Compose"],
        ["Topology"] = [.. s_readers, "Engines", "Options", "Topology/Model", "Topology/Interpolation", "Topology/Dockerfiles", "Topology/Compose", "Topology/Started"],
        ["Settings"] = [.. s_readers, "Connections", "Usage", "Engines"],
        ["Reachability"] = [.. s_readers, "Connections", "Engines", "Evidence", "Options", .. s_topology],
        ["Reachability/HostSide"] = [.. s_readers, "Connections", "Engines", "Evidence", "Options", .. s_topology, "Reachability"],
        ["Reachability/ContainerSide"] = [.. s_readers, "Connections", "Engines", "Evidence", "Options", .. s_topology, "Reachability"],
        ["Repairs"] = [.. s_readers, "Connections", "Engines", "Evidence", "Options", "Edits", .. s_topology, .. s_sides],
        ["Rules"] = [.. s_readers, "Connections", "Engines", "Evidence", "Options", "Edits", .. s_topology, .. s_sides, "Repairs"],
        ["Scope"] = ["Files", "Usage", "Engines", "Options", .. s_topology, "Settings", "Reachability", "Rules"],
        ["CSharp"] = [.. s_readers, "Connections", "Usage", "Topology", "Scope"],
        ["Review"] = [.. s_judges, "Scope", "CSharp"],
        ["Reports"] = [.. s_judges, "Scope", "Review"],
    };

    /// <summary>The rooms that walk what Roslyn hands over. Of the others only these files know syntax and symbols.</summary>
    private static bool MayKnowRoslyn(string file) =>
        RoomOf(file) is null or "CSharp" or "Scope" or "Review" or "Reports"
        || file.StartsWith("Literals/CSharp", StringComparison.Ordinal) || file.StartsWith("Usage/CSharp", StringComparison.Ordinal)
        || file is "Literals/ICSharpOperands.cs" or "Usage/GeneratedFiles.cs" or "Usage/HeldUses.cs" or "Usage/IdentifierIndex.cs" or "Usage/ISinkAnswers.cs" or "Usage/LanguageComments.cs" or "Usage/SettingReaders.cs" or "Usage/SettingReads.cs"
            or "Usage/SyntacticConstants.cs" or "Usage/SyntacticSinks.cs" or "Usage/SyntacticTypes.cs" or "Usage/Testcontainers.cs" or "Usage/TextTrail.cs" or "Topology/Started/CSharpStartedContainers.cs";

    [Fact]
    public void Every_folder_is_a_room_of_the_flow() => Assert.Equal(
        s_arrows.Keys.Order(StringComparer.Ordinal), ProductSources.Trees.Select(tree => RoomOf(tree.FilePath)).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_the_architecture_names_every_room()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "architecture.md"));
        Assert.All(s_arrows.Keys, room => Assert.Contains($"| `{room}/` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_root_holds_the_analyzer_alone() => Assert.Equal(
        ["ConnectionStringAnalyzer.cs", "Index.cs", "Polyfills.cs"], ProductSources.Trees.Select(tree => tree.FilePath).Where(file => RoomOf(file) is null));

    [Fact]
    public void Every_dependency_runs_along_an_arrow()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (file, used) in ProductSources.Uses)
        {
            var room = RoomOf(file);
            if (room is not null && used.ContainingNamespace?.ToDisplayString() is { } name && name.StartsWith(RootNamespace + ".", StringComparison.Ordinal))
            {
                var other = RoomOf(name[(RootNamespace.Length + 1)..].Replace('.', '/') + "/");
                if (other != room && !s_arrows[room].Contains(other))
                {
                    wrong.Add($"{file} uses {used.ToDisplayString()}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_room_knows_the_analyzer_and_few_files_know_syntax_and_symbols()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (file, used) in ProductSources.Uses)
        {
            var name = used.ContainingNamespace?.ToDisplayString() ?? "";
            var isSyntaxOrSymbol = name.StartsWith("Microsoft.CodeAnalysis.CSharp", StringComparison.Ordinal) || name == "Microsoft.CodeAnalysis.Diagnostics"
                || (name == "Microsoft.CodeAnalysis" && (used.Name.StartsWith("Syntax", StringComparison.Ordinal) || used.Name.EndsWith("Symbol", StringComparison.Ordinal)
                    || used.Name is "SemanticModel" or "Compilation"));
            if (RoomOf(file) is not null && (name == RootNamespace || (isSyntaxOrSymbol && !MayKnowRoslyn(file))))
            {
                wrong.Add($"{file} uses {used.ToDisplayString()}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_compiler_resolves_the_sources_of_this_test() =>
        Assert.Contains(ProductSources.Uses, use => use.File == "Connections/KeyValueReader.cs" && use.Used.Name == nameof(DecodedText));

    /// <summary>The longest of the rooms that hold a file; null for the root.</summary>
    private static string? RoomOf(string file) =>
        s_arrows.Keys.Where(room => file.StartsWith(room + "/", StringComparison.Ordinal)).MaxBy(room => room.Length) ?? (file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : null);
}
