using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Ide.Tests.Engine;

/// <summary>
/// What an editor shows of a project, by the engine behind it. Each has a host and analyzer references of its own, as the
/// engine caches fixers per host and per reference. Paths are relative to the project's folder.
/// </summary>
internal sealed class Editor : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly Sample _sample;
    private readonly Project _project;

    /// <summary>Opens a sample with the package's analyzers.</summary>
    /// <param name="files">Unsaved texts: of a file of the project, or of a further one, C# or additional.</param>
    public Editor(Sample sample, params IEnumerable<(string Path, string Text)> files)
        : this(sample, sample.Analyzers, files)
    {
    }

    /// <summary>Opens a sample with the analyzers and fixers of any assemblies.</summary>
    public Editor(Sample sample, IEnumerable<string> analyzers, params IEnumerable<(string Path, string Text)> files)
    {
        _sample = sample;
        var references = analyzers.Select(path => new AnalyzerFileReference(path, Loader.Instance)).ToArray();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotEmpty(reference.GetAssembly().GetExportedTypes()));
        var info = sample.ToProject().WithAnalyzerReferences(references);
        var solution = _workspace.CurrentSolution.AddProject(info);
        foreach (var (path, text) in files)
        {
            var full = sample.PathOf(path);
            solution = solution.GetDocumentIdsWithFilePath(full) switch
            {
                [] when Path.GetExtension(full) == ".cs" => solution.AddDocument(DocumentId.CreateNewId(info.Id), Path.GetFileName(full), SourceText.From(text), filePath: full),
                [] => solution.AddAdditionalDocument(DocumentId.CreateNewId(info.Id), Path.GetFileName(full), SourceText.From(text), filePath: full),
                [var id] when solution.GetDocument(id) is not null => solution.WithDocumentText(id, SourceText.From(text)),
                [var id] => solution.WithAdditionalDocumentText(id, SourceText.From(text)),
                _ => throw new InvalidOperationException($"{path} is in the project twice."),
            };
        }

        Assert.True(_workspace.TryApplyChanges(solution));
        _project = _workspace.CurrentSolution.Projects.Single();
    }

    /// <summary>Every C# and additional document.</summary>
    public IEnumerable<string> Files => Documents.Select(NameOf);

    private IEnumerable<TextDocument> Documents => _project.Documents.Concat(_project.AdditionalDocuments);

    public async Task<string> TextAsync(string file) => (await Document(file).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>What is underlined, or dotted, in one file: errors, warnings, suggestions; in the order of place.</summary>
    public async Task<ImmutableArray<Diagnostic>> SquigglesAsync(string file) =>
        [.. (await EngineServices.DiagnosticsAsync(Document(file), TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic is { Severity: > DiagnosticSeverity.Hidden, IsSuppressed: false })
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>The packages' actions in the lightbulb at a place, without those that every warning has (suppress, configure).</summary>
    public async Task<ImmutableArray<CodeAction>> LightbulbAsync(string file, TextSpan place) =>
        [.. (await EngineServices.ActionsAsync(Document(file), place, TestContext.Current.CancellationToken))
            .Where(action => action.Provider is CodeFixProvider)
            .Select(action => action.Action)];

    /// <summary>The texts of the files that an action changes.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> AppliedAsync(CodeAction action)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>());
        var changes = operation.ChangedSolution.GetChanges(_project.Solution);
        Assert.Empty(changes.GetAddedProjects());
        Assert.Empty(changes.GetRemovedProjects());
        var changed = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var project in changes.GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetChangedAdditionalDocuments()))
            {
                var document = (TextDocument?)operation.ChangedSolution.GetDocument(id) ?? operation.ChangedSolution.GetAdditionalDocument(id)!;
                changed.Add(NameOf(document), (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
            }
        }

        return changed.ToImmutable();
    }

    public void Dispose() => _workspace.Dispose();

    private string NameOf(TextDocument document) => Path.GetRelativePath(_sample.Folder, document.FilePath!).Replace('\\', '/');

    private TextDocument Document(string file) => Documents.Single(document => document.FilePath == _sample.PathOf(file));

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static readonly Loader Instance = new();

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
