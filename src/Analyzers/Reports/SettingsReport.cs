using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Settings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reports;

/// <summary>The action of a settings file itself.</summary>
internal static class SettingsReport
{
    public static void Analyze(AdditionalFileAnalysisContext context, CompilationScope scope, SettingFindings findings)
    {
        var file = context.AdditionalFile;
        if (scope.Project.ReportsFiles == false || !scope.Settings.Concerns(file) || scope.Settings.Of(file) is not { } settings
            || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var finding in findings.In(file, context.CancellationToken))
        {
            context.ReportDiagnostic(finding.Finding.ToDiagnostic(finding.Location, finding.Severity));
        }

        // An option of the file is wrong: said at its first connection text.
        if (settings.Endpoints is [var first, ..])
        {
            foreach (var problem in scope.Options.Of(file).Problems)
            {
                FileProblemReport.Report(context, text, new TextSpan(first.Anchor, 0), UnreadableFile.ArgumentsFor(problem), scope);
            }
        }

        // Files of other names may be templates, or of another program that reads them otherwise.
        if (settings.Problems is [var broken, ..] && SettingsKinds.IsOfDotNet(file.Path)
            && Paths.IsIn(Paths.Normalize(file.Path), scope.Project.Project.Folder))
        {
            FileProblemReport.Report(context, text, broken, scope);
        }
    }
}
