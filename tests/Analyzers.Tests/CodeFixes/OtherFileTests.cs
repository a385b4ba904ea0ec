using System.Text;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>An action that changes the file with the finding and another one: both, or nothing.</summary>
public class OtherFileTests
{
    private const string Path = "docker-compose.yml";

    private const string Compose = """
        services:
          mysql:
            image: mysql:8
            environment: { MYSQL_DATABASE: shop }
          web:
            image: web
            ports: ["3306:80"]

        """;

    private const string ComposeAfter = """
        services:
          mysql:
            image: mysql:8
            environment: { MYSQL_DATABASE: shop }
            ports: ["127.0.0.1:3307:3306"]
          web:
            image: web
            ports: ["3306:80"]

        """;

    private static readonly string s_code = Verify.InConnection("Server=127.0.0.1;Database=shop");
    private static readonly string s_codeAfter = Verify.InConnection("Server=127.0.0.1;Port=3307;Database=shop");
    private static readonly Solution s_solution = new TestProject().With(Path, Compose).WithSource("Code.cs", s_code).ToSolution();

    [Fact]
    public async Task Both_files_are_changed()
    {
        var repaired = await ApplyAsync(s_solution);
        Assert.Equal(s_codeAfter, await TestProject.TextOfAsync(repaired, "Code.cs"));
        Assert.Equal(ComposeAfter, Assert.Single(await TestProject.FileTextsOfAsync(repaired, Path)).ToString());
    }

    [Fact]
    public async Task Every_project_that_holds_the_other_file_gets_its_edit()
    {
        var id = ProjectId.CreateNewId();
        var solution = s_solution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp))
            .AddAdditionalDocument(DocumentId.CreateNewId(id), Path, SourceText.From(Compose), filePath: TestProject.Folder + "/" + Path);
        var texts = await TestProject.FileTextsOfAsync(await ApplyAsync(solution), Path);
        Assert.Equal([ComposeAfter, ComposeAfter], texts.Select(text => text.ToString()));
    }

    [Fact]
    public async Task An_additional_document_comes_before_a_document_of_the_same_path()
    {
        var id = ProjectId.CreateNewId();
        var solution = s_solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp))
            .AddDocument(DocumentId.CreateNewId(id), Path, SourceText.From(Compose), filePath: TestProject.Folder + "/" + Path);
        var repaired = await ApplyAsync(solution);
        Assert.Equal(ComposeAfter, Assert.Single(await TestProject.FileTextsOfAsync(repaired, Path)).ToString());
        Assert.Equal(ComposeAfter, (await repaired.GetProject(id)!.Documents.Single().GetTextAsync()).ToString());
    }

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public async Task Line_ends_and_byte_order_mark_are_kept(string lineEnd, bool hasMark)
    {
        var encoding = new UTF8Encoding(hasMark);
        var text = SourceText.From(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Compose.Replace("\n", lineEnd, StringComparison.Ordinal))]), encoding);
        var repaired = Assert.Single(await TestProject.FileTextsOfAsync(await ApplyAsync(WithFile(s_solution, text)), Path));
        Assert.Equal(ComposeAfter.Replace("\n", lineEnd, StringComparison.Ordinal), repaired.ToString());
        Assert.Equal(encoding.GetPreamble(), repaired.Encoding!.GetPreamble());
    }

    [Theory]
    [InlineData("image: mysql:8", "image: mysql:8.4")] // moved
    [InlineData("  mysql:", "  maria:")] // another service
    [InlineData("shop }\n", "shop }\n    ports: []\n")] // published meanwhile
    [InlineData("shop }\n", "shop }\n\n")]
    [InlineData("\"3306:80\"]\n", "\"3306:80\"]\n# the end\n")]
    [InlineData("image: web\n", "image: app # \n")]
    public async Task A_file_that_was_changed_meanwhile_gets_no_action(string oldText, string newText)
    {
        var diagnostic = await DiagnosticAsync(s_solution);
        var changed = WithFile(s_solution, SourceText.From(Compose.Replace(oldText, newText, StringComparison.Ordinal)));
        Assert.Empty(await TestProject.ActionsAsync(changed.Projects.Single(), diagnostic));
    }

    [Fact]
    public async Task A_file_that_is_gone_gets_no_action()
    {
        var diagnostic = await DiagnosticAsync(s_solution);
        var without = s_solution.RemoveAdditionalDocument(s_solution.Projects.Single().AdditionalDocuments.Single().Id);
        Assert.Empty(await TestProject.ActionsAsync(without.Projects.Single(), diagnostic));
    }

    [Fact]
    public async Task A_file_that_two_projects_hold_in_two_states_gets_no_action()
    {
        var diagnostic = await DiagnosticAsync(s_solution);
        var id = ProjectId.CreateNewId();
        var solution = s_solution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp))
            .AddAdditionalDocument(DocumentId.CreateNewId(id), Path, SourceText.From(Compose + "# more\n"), filePath: TestProject.Folder + "/" + Path);
        Assert.Empty(await TestProject.ActionsAsync(solution.Projects.First(project => project.Name == "App"), diagnostic));
    }

    [Fact]
    public async Task Code_that_was_changed_meanwhile_leaves_the_other_file_alone()
    {
        var solution = new TestProject().With(Path, Compose).WithSource("Code.cs", Verify.InConnection("Server=localhost;Database=shop")).ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        Assert.Equal(2, (await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic)).Length);
        var changed = solution.Projects.Single().Documents.Single().WithText(SourceText.From(Verify.InConnection("Server=elsewhere;Database=shop")));
        var stale = Diagnostic.Create(diagnostic.Descriptor, Location.Create((await changed.GetSyntaxTreeAsync())!, diagnostic.Location.SourceSpan), diagnostic.Properties);
        Assert.Empty(await TestProject.ActionsAsync(changed.Project, stale));
    }

    private static Solution WithFile(Solution solution, SourceText text) => solution.WithAdditionalDocumentText(solution.Projects.Single().AdditionalDocuments.Single().Id, text);

    private static async Task<Diagnostic> DiagnosticAsync(Solution solution)
    {
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.First(project => project.Name == "App")));
        Assert.Equal(UnpublishedPort.Id, diagnostic.Id);
        return diagnostic;
    }

    private static async Task<Solution> ApplyAsync(Solution solution)
    {
        var diagnostic = await DiagnosticAsync(solution);
        return await TestProject.ApplyAsync(Assert.Single(await TestProject.ActionsAsync(solution.Projects.First(project => project.Name == "App"), diagnostic)));
    }
}
