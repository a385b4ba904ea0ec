using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reports;

/// <summary>Reports DKC900 in a file that is no C#, under that file's options and comments.</summary>
internal static class FileProblemReport
{
    /// <summary>Reports what cannot be read, from its place to the end of the line.</summary>
    public static void Report(AdditionalFileAnalysisContext context, SourceText text, YamlProblem problem, CompilationScope scope)
    {
        if (string.IsNullOrWhiteSpace(text.ToString()))
        {
            Report(context, text, text.Lines[0].Span, UnreadableFile.ArgumentsForEmpty(Paths.FileName(context.AdditionalFile.Path)), scope);
            return;
        }

        var line = text.Lines.GetLineFromPosition(Math.Min(problem.Position, text.Length));
        var span = TextSpan.FromBounds(Math.Min(problem.Position, line.End), line.End);
        Report(context, text, span, UnreadableFile.ArgumentsFor(Paths.FileName(context.AdditionalFile.Path), line.LineNumber + 1, problem.Reason), scope);
    }

    public static void Report(AdditionalFileAnalysisContext context, SourceText text, TextSpan span, object[] arguments, CompilationScope scope)
    {
        var path = context.AdditionalFile.Path;
        var rule = UnreadableFile.Descriptor;
        if (FileSeverity.Of(rule.Id, rule.DefaultSeverity, scope.Options.Of(context.AdditionalFile), path, text, span.Start, span.Start) is { } severity)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), severity, additionalLocations: null, properties: null, arguments));
        }
    }
}
