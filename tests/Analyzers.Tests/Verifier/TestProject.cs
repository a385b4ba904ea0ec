using System.Collections.Immutable;
using DockerConnectionStrings.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>A project of a user's: sources, files beside them, references and properties of its build.</summary>
internal sealed record TestProject
{
    public const string Folder = "/repo/src/App";

    /// <summary>Where it lies, when that is not <see cref="Folder"/>: the texts of Docker's files may name its folder.</summary>
    public string OwnFolder { get; init; } = Folder;

    /// <summary>Sources by name; they lie in the project's folder.</summary>
    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Additional files by path from the project's folder (<c>../docker-compose.yml</c>).</summary>
    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Real drivers, or assemblies of stubs.</summary>
    public ImmutableArray<MetadataReference> Drivers { get; init; } = [References.MySqlConnector];

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty
        .Add("DockerConnectionStringsProjectFile", Folder + "/App.csproj");

    public TestProject With(string path, string text) => this with { Files = Files.SetItem(path, text) };

    /// <summary>One MySQL service, <c>mysql</c>, with the database <c>shop</c>; its port 3306 is published as 3307 in line 5.</summary>
    public TestProject WithShopOnPort3307() => With("docker-compose.yml", """
        services:
          mysql:
            image: mysql:8
            environment: { MYSQL_DATABASE: shop }
            ports: [ "3307:3306" ]
        """);

    public TestProject WithSource(string name, string text) => this with { Sources = Sources.SetItem(name, text) };

    /// <summary>A line of the <c>.editorconfig</c> beside the sources.</summary>
    public TestProject WithOption(string line) => this with { Options = Options.Add(line) };

    public TestProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    public TestProject WithDrivers(params MetadataReference[] drivers) => this with { Drivers = [.. drivers] };

    /// <summary>Lines of the <c>.editorconfig</c> beside the sources, for every C# file.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>A line of the <c>.editorconfig</c> beside the sources, for files of other names: <c>*.json</c>.</summary>
    public TestProject WithOption(string pattern, string line) => this with { FileOptions = FileOptions.Add((pattern, line)) };

    public ImmutableArray<(string Pattern, string Line)> FileOptions { get; init; } = [];

    /// <summary>Puts the project into a workspace.</summary>
    public Solution ToSolution()
    {
        var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, filePath: OwnFolder + "/App.csproj")
                .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
                .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
                .WithMetadataReferences(References.Platform.AddRange(Drivers)))
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From("is_global = true\n" + string.Concat(Properties.Select(property => $"build_property.{property.Key} = {property.Value}\n"))),
                filePath: OwnFolder + "/.globalconfig");
        if (!Options.IsEmpty || !FileOptions.IsEmpty)
        {
            var sections = FileOptions.Select(option => $"[{option.Pattern}]\n{option.Line}\n").Prepend("[*.cs]\n" + string.Concat(Options.Select(line => line + "\n")));
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id), ".editorconfig", SourceText.From(string.Concat(sections)), filePath: OwnFolder + "/.editorconfig");
        }

        foreach (var (name, text) in Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: $"{OwnFolder}/{name}");
        }

        foreach (var (path, text) in Files)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), path, SourceText.From(text), filePath: Path.GetFullPath(path, OwnFolder));
        }

        return solution;
    }

    /// <summary>All diagnostics of the analyzer, in the order of file and place.</summary>
    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync() => AnalyzeAsync(ToSolution().Projects.Single());

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (failure, _, _) => failures.Add(failure), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation!.WithAnalyzers([new ConnectionStringAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The lightbulb's actions for one diagnostic of a source or an additional file.</summary>
    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(Project project, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = (TextDocument?)project.GetDocument(diagnostic.Location.SourceTree)
            ?? project.AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await new ConnectionStringCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions.ToImmutable();
    }

    /// <summary>What FixAll makes of a solution for one rule; null when it has nothing to do.</summary>
    public static async Task<Solution?> FixAllAsync(Project project, string ruleId, FixAllScope scope, string? equivalenceKey = null)
    {
        var provider = new ConnectionStringCodeFixProvider();
        var document = project.Documents.OrderBy(document => document.Name, StringComparer.Ordinal).First();
        var context = scope == FixAllScope.Document
            ? new FixAllContext(document, provider, scope, equivalenceKey!, [ruleId], new Diagnostics(), TestContext.Current.CancellationToken)
            : new FixAllContext(project, provider, scope, equivalenceKey!, [ruleId], new Diagnostics(), TestContext.Current.CancellationToken);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);

        // `dotnet format` calls a provider without an action unable to fix the rule.
        Assert.NotNull(action);
        var changed = await ApplyAsync(action);
        return changed.GetChanges(project.Solution).GetProjectChanges().Any() ? changed : null;
    }

    public static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    public static async Task<string> TextOfAsync(Solution solution, string name) =>
        (await solution.Projects.First().Documents.Single(document => document.Name == name).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>The texts of an additional file in each project that holds it.</summary>
    public static async Task<ImmutableArray<SourceText>> FileTextsOfAsync(Solution solution, string path)
    {
        var full = Path.GetFullPath(path, Folder);
        var documents = solution.Projects.SelectMany(project => project.AdditionalDocuments).Where(document => document.FilePath == full);
        return [.. await Task.WhenAll(documents.Select(document => document.GetTextAsync(TestContext.Current.CancellationToken)))];
    }

    private sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await AnalyzeAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await AnalyzeAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await AnalyzeAsync(project)).Where(diagnostic => diagnostic.Location.SourceTree is null);
    }
}
