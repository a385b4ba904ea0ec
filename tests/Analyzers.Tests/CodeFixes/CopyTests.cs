using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using DockerConnectionStrings.Analyzers.Topology.Compose.Editing;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>Insertions and copies, as the code fix meets them: in the files of now.</summary>
public class CopyTests
{
    private const string Code = "class C { string s = \"Server=localhost;Password=till-4711\"; }";
    private const string Compose = "services:\n  api:\n    image: api\n";
    private const string Settings = "{ \"Shop\": \"Password=till-4711;\" }";

    private static readonly Solution s_solution = new TestProject().With("docker-compose.yml", Compose).With("appsettings.json", Settings).WithSource("Code.cs", Code).ToSolution();

    /// <summary>From the start of the diagnostic, at <c>localhost</c>, to the password and back.</summary>
    private static readonly Copy s_ofCode = new(19, 9, "=", "\"");

    private static readonly Copy s_ofSettings = new(Settings.IndexOf("till", StringComparison.Ordinal), 9, "=", ";", TestProject.Folder + "/appsettings.json");

    [Fact]
    public async Task A_copy_of_another_file_is_resolved_when_it_is_applied() =>
        Assert.Equal(Compose + "    # till-4711\n", await ComposeAfterAsync(s_solution, (EditText)"\n    # " + s_ofSettings));

    [Fact]
    public async Task A_copy_of_the_own_file_counts_from_the_diagnostic() =>
        Assert.Equal(Compose + "    # <till-4711>\n", await ComposeAfterAsync(s_solution, (EditText)"\n    # <" + s_ofCode + ">"));

    [Fact]
    public async Task A_copy_takes_what_is_there_now()
    {
        var changed = With(s_solution, "appsettings.json", Settings.Replace("4711", "0815", StringComparison.Ordinal));
        Assert.Equal(Compose + "    # till-0815\n", await ComposeAfterAsync(changed, (EditText)"\n    # " + s_ofSettings));
    }

    [Theory]
    [InlineData("appsettings.json", "{ \"Shop\": \"Password=till-47111;\" }")]
    [InlineData("appsettings.json", "{  \"Shop\": \"Password=till-4711;\" }")]
    [InlineData("appsettings.json", "{}")]
    [InlineData("docker-compose.yml", "services:\n  api:\n    image: api\n      more\n")]
    [InlineData("docker-compose.yml", "services:\n  api:\n    image: api:1\n")]
    [InlineData("docker-compose.yml", "services:\n  web:\n    image: api\n")]
    [InlineData("docker-compose.yml", "services:\n  api:\n    image: api\n\n")]
    [InlineData("docker-compose.yml", "")]
    public async Task A_stale_copy_or_insertion_gets_no_action(string file, string now) => Assert.Null(await ComposeAfterAsync(With(s_solution, file, now), (EditText)"\n    # " + s_ofSettings));

    [Fact]
    public async Task A_copy_of_a_file_that_is_not_there_gets_no_action() =>
        Assert.Null(await ComposeAfterAsync(s_solution, (EditText)"\n    # " + (s_ofSettings with { Path = "/elsewhere.json" })));

    [Theory]
    [InlineData("yes")]
    [InlineData("1:11:a1:b1:11:11:0")]
    public async Task A_foreign_property_gets_no_action(string value)
    {
        var location = await LocationAsync(s_solution);
        var diagnostic = Diagnostic.Create(UnpublishedPort.Descriptor, location, ImmutableDictionary<string, string?>.Empty.Add("repairs", value));
        Assert.Empty(await TestProject.ActionsAsync(s_solution.Projects.Single(), diagnostic));
    }

    /// <summary>What the editor of compose files writes comes through the properties of a diagnostic as it is.</summary>
    [Fact]
    public async Task Edits_of_a_compose_file_are_applied_with_their_copies()
    {
        const string compose = "services:\n  api:\n    image: api\n    depends_on: ['db']\n  db:\n    image: db\n";
        var path = TestProject.Folder + "/docker-compose.yml";
        var solution = With(s_solution, "docker-compose.yml", compose);
        var password = ValueText.CopyOf(s_ofSettings.Path, SourceText.From(Settings), new TextSpan(s_ofSettings.Start, s_ofSettings.Length));
        var edits = EditSequence.Of(
            ComposeFile.Read(path, SourceText.From(compose)),
            file => ComposeEditor.Add(file, "api", "environment", new NewEntry("A", (ValueText)"p=" + password + "'")),
            file => ComposeEditor.Add(file, "api", "environment", new NewEntry("B", "$b")),
            file => ComposeEditor.Add(file, "api", "depends_on", new NewEntry("db", new NewMap(new NewEntry("condition", "service_healthy")))))!.Value;
        var diagnostic = Diagnostic.Create(UnpublishedPort.Descriptor, await LocationAsync(solution), RepairProperties.Write(new OfferedRepairs([new Repair("Write", "write", edits)])));
        Assert.DoesNotContain("4711", string.Concat(diagnostic.Properties.Values), StringComparison.Ordinal);
        var action = Assert.Single(await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic));
        Assert.Equal(
            compose.Replace("['db']", "{'db': {condition: service_healthy}}\n    environment:\n      A: p=till-4711'\n      B: $$b", StringComparison.Ordinal),
            Assert.Single(await TestProject.FileTextsOfAsync(await TestProject.ApplyAsync(action), "docker-compose.yml")).ToString());
    }

    /// <summary>Writes behind the image of the service; null where no action is offered.</summary>
    private static async Task<string?> ComposeAfterAsync(Solution solution, EditText added)
    {
        var path = TestProject.Folder + "/docker-compose.yml";
        var edits = ImmutableArray.Create(Edit.Unchanged(path, 12, "api"), Edit.Insertion(path, SourceText.From(Compose), Compose.Length - 1, added), Edit.SameLength(path, Compose.Length));
        var repairs = new OfferedRepairs([new Repair("Write", "write", edits)]);
        var properties = RepairProperties.Write(repairs);
        Assert.DoesNotContain("4711", string.Concat(properties.Values), StringComparison.Ordinal);
        var diagnostic = Diagnostic.Create(UnpublishedPort.Descriptor, await LocationAsync(solution), properties);
        var actions = await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic);
        return actions.IsEmpty ? null : Assert.Single(await TestProject.FileTextsOfAsync(await TestProject.ApplyAsync(actions[0]), "docker-compose.yml")).ToString();
    }

    private static async Task<Location> LocationAsync(Solution solution) =>
        Location.Create((await solution.Projects.Single().Documents.Single().GetSyntaxTreeAsync())!, new TextSpan(Code.IndexOf("localhost", StringComparison.Ordinal), 9));

    private static Solution With(Solution solution, string file, string text) =>
        solution.WithAdditionalDocumentText(solution.Projects.Single().AdditionalDocuments.Single(document => document.Name == file).Id, SourceText.From(text));
}
