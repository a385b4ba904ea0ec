using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.CodeFixes;

/// <summary>
/// "Fix all in this file" for settings files. Editors offer their own for C# only (dotnet/roslyn issue 77016), and a provider is
/// given the finding under the caret only: so the action asks the analyzer about the file itself.
/// </summary>
internal static class WholeFileAction
{
    private const string EquivalenceKey = "DockerConnectionStrings|file";

    public static CodeAction For(TextDocument document) =>
        CodeAction.Create($"Repair all that is certain in {document.Name}", cancellationToken => ApplyAsync(document, cancellationToken), EquivalenceKey);

    private static async Task<Solution> ApplyAsync(TextDocument document, CancellationToken cancellationToken)
    {
        var project = document.Project;
        var edits = new EditSet(project.Solution);
        var file = project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        if (file is not null && await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
        {
            var options = new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var analysis = compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new ConnectionStringAnalyzer()), options);
            var result = await analysis.GetAnalysisResultAsync(file, cancellationToken).ConfigureAwait(false);
            await CertainEditsFixAllProvider.TakeCertainAsync(result.GetAllDiagnostics(), edits, _ => document, cancellationToken).ConfigureAwait(false);
        }

        return await edits.ApplyAsync(cancellationToken).ConfigureAwait(false);
    }
}
