using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

public class FixAllTests
{
    private const string Compose = """
        services:
          shop-db:
            image: mysql:8
            environment: { MYSQL_DATABASE: shop }
            ports: ["3307:3306"]
          stock-db:
            image: mariadb:11
            environment: { MARIADB_DATABASE: stock }
            ports: ["3308:3306"]
        """;

    private static readonly TestProject s_project = new TestProject()
        .With("docker-compose.yml", Compose)
        .WithSource("A.cs", InClass("A", "Server=localhost;Database=shop", "Server=localhost;Database=stock", "Server=localhost;Uid=root"))
        .WithSource("B.cs", InClass("B", "Server=localhost;Database=stock;Port=3306"));

    [Theory]
    [InlineData(null)]
    [InlineData("DKC001|port|stock-db")]
    [InlineData("anything")]
    public async Task Every_text_gets_its_certain_edits_whatever_the_equivalence_key(string? key)
    {
        var repaired = (await TestProject.FixAllAsync(s_project.ToSolution().Projects.Single(), LocalhostInMySql.Id, FixAllScope.Project, key))!;
        Assert.Equal(InClass("A", "Server=127.0.0.1;Port=3307;Database=shop", "Server=127.0.0.1;Port=3308;Database=stock", "Server=localhost;Uid=root"), await TestProject.TextOfAsync(repaired, "A.cs"));
        Assert.Equal(InClass("B", "Server=127.0.0.1;Database=stock;Port=3308"), await TestProject.TextOfAsync(repaired, "B.cs"));
    }

    [Fact]
    public async Task The_scope_of_a_document_leaves_the_others_alone()
    {
        var repaired = (await TestProject.FixAllAsync(s_project.ToSolution().Projects.Single(), LocalhostInMySql.Id, FixAllScope.Document))!;
        Assert.DoesNotContain("localhost;Database", await TestProject.TextOfAsync(repaired, "A.cs"), StringComparison.Ordinal);
        Assert.Equal(s_project.Sources["B.cs"], await TestProject.TextOfAsync(repaired, "B.cs"));
    }

    /// <summary>Two target frameworks of one project hold the same file; each sees other texts of it.</summary>
    [Fact]
    public async Task A_file_of_two_projects_keeps_the_edits_of_both()
    {
        const string source = "class A {\n#if ONE\nobject M() => new MySqlConnector.MySqlConnection(\"Server=localhost;Database=shop\");\n#else\nobject M() => new MySqlConnector.MySqlConnection(\"Server=localhost;Database=stock\");\n#endif\nobject N() => new MySqlConnector.MySqlConnection(\"Server=localhost;Port=3307\");\n}";
        var solution = new TestProject().With("docker-compose.yml", Compose).WithSource("A.cs", source).ToSolution();
        var first = solution.Projects.Single();
        var second = ProjectId.CreateNewId();
        solution = solution
            .WithProjectParseOptions(first.Id, ((Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)first.ParseOptions!).WithPreprocessorSymbols("ONE"))
            .AddProject(ProjectInfo.Create(second, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp, metadataReferences: first.MetadataReferences))
            .AddDocument(DocumentId.CreateNewId(second), "A.cs", SourceText.From(source), filePath: first.Documents.Single().FilePath)
            .AddAdditionalDocument(DocumentId.CreateNewId(second), "docker-compose.yml", SourceText.From(Compose), filePath: first.AdditionalDocuments.Single().FilePath)
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(second), ".globalconfig", await first.AnalyzerConfigDocuments.Single().GetTextAsync(), filePath: TestProject.Folder + "/.globalconfig");
        var repaired = (await TestProject.FixAllAsync(solution.GetProject(first.Id)!, LocalhostInMySql.Id, FixAllScope.Solution))!;
        var expected = source.Replace("localhost;Database=shop", "127.0.0.1;Port=3307;Database=shop", StringComparison.Ordinal)
            .Replace("localhost;Database=stock", "127.0.0.1;Port=3308;Database=stock", StringComparison.Ordinal)
            .Replace("localhost;Port", "127.0.0.1;Port", StringComparison.Ordinal);
        foreach (var project in repaired.Projects)
        {
            Assert.Equal(expected, (await project.Documents.Single().GetTextAsync()).ToString());
        }
    }

    /// <summary>A linked file whose text means another port in each of its projects.</summary>
    [Fact]
    public async Task A_file_of_two_projects_that_disagree_gets_what_both_are_certain_of()
    {
        var source = InClass("A", "Server=localhost;Database=shop");
        var solution = new TestProject().With("docker-compose.yml", Compose).WithSource("A.cs", source).ToSolution();
        var first = solution.Projects.Single();
        var second = ProjectId.CreateNewId();
        var otherCompose = Compose.Replace("3307", "3399", StringComparison.Ordinal);
        solution = solution
            .AddProject(ProjectInfo.Create(second, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp, metadataReferences: first.MetadataReferences))
            .AddDocument(DocumentId.CreateNewId(second), "A.cs", SourceText.From(source), filePath: first.Documents.Single().FilePath)
            .AddAdditionalDocument(DocumentId.CreateNewId(second), "docker-compose.yml", SourceText.From(otherCompose), filePath: "/repo/src/Second/docker-compose.yml");
        var repaired = (await TestProject.FixAllAsync(solution.GetProject(first.Id)!, LocalhostInMySql.Id, FixAllScope.Solution))!;
        foreach (var project in repaired.Projects)
        {
            Assert.Equal(InClass("A", "Server=127.0.0.1;Database=shop"), (await project.Documents.Single().GetTextAsync()).ToString());
        }
    }

    [Fact]
    public async Task One_by_one_gives_what_all_at_once_gives()
    {
        var solution = s_project.ToSolution();
        var atOnce = (await TestProject.FixAllAsync(solution.Projects.Single(), LocalhostInMySql.Id, FixAllScope.Solution))!;
        while ((await TestProject.AnalyzeAsync(solution.Projects.Single())).FirstOrDefault(diagnostic => !RepairProperties.Read(diagnostic.Properties).Certain.IsEmpty) is { } diagnostic)
        {
            solution = await TestProject.ApplyAsync((await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic))[0]);
        }

        Assert.Equal(await TestProject.TextOfAsync(atOnce, "A.cs"), await TestProject.TextOfAsync(solution, "A.cs"));
        Assert.Equal(await TestProject.TextOfAsync(atOnce, "B.cs"), await TestProject.TextOfAsync(solution, "B.cs"));
    }

    [Fact]
    public async Task No_action_is_offered_when_the_text_has_changed_since()
    {
        var solution = s_project.ToSolution();
        var project = solution.Projects.Single();
        var diagnostic = (await TestProject.AnalyzeAsync(project))[0];
        var document = project.Documents.Single(document => document.Name == "A.cs");
        var changed = document.WithText(SourceText.From(s_project.Sources["A.cs"].Replace("localhost", "elsewhere", StringComparison.Ordinal)));
        var moved = Diagnostic.Create(diagnostic.Descriptor, Location.Create((await changed.GetSyntaxTreeAsync())!, diagnostic.Location.SourceSpan), diagnostic.Properties);
        Assert.Empty(await TestProject.ActionsAsync(changed.Project, moved));
    }

    [Fact]
    public async Task A_finding_that_has_moved_with_its_text_is_repaired_there()
    {
        var solution = s_project.ToSolution();
        var project = solution.Projects.Single();
        var diagnostic = (await TestProject.AnalyzeAsync(project))[0];
        var document = project.Documents.Single(document => document.Name == "A.cs");
        var changed = document.WithText(SourceText.From("// a line\n" + s_project.Sources["A.cs"]));
        var moved = Diagnostic.Create(
            diagnostic.Descriptor,
            Location.Create((await changed.GetSyntaxTreeAsync())!, new TextSpan(diagnostic.Location.SourceSpan.Start + 10, diagnostic.Location.SourceSpan.Length)),
            diagnostic.Properties);
        var repaired = await TestProject.ApplyAsync((await TestProject.ActionsAsync(changed.Project, moved))[0]);
        Assert.Contains("127.0.0.1;Port=3307;Database=shop", await TestProject.TextOfAsync(repaired, "A.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_repair_is_no_action() =>
        Assert.Null(await TestProject.FixAllAsync(s_project.ToSolution().Projects.Single(), ContainerAddress.Id, FixAllScope.Project));

    private static string InClass(string name, params string[] texts) =>
        $"class {name} {{ object[] M() => new object[] {{ {string.Join(", ", texts.Select(text => $"new MySqlConnector.MySqlConnection(\"{text}\")"))} }}; }}";
}
