using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reports;

/// <summary>DKC990, from the action of a C# file: the findings of settings files that this file reads, and in the first file those that none reads.</summary>
internal static class SettingRepairReport
{
    public static void Analyze(SyntaxTreeAnalysisContext context, CompilationScope scope, SettingFindings findings)
    {
        if (scope.Project.ReportsFiles == false)
        {
            return;
        }

        // The findings first, once per compilation: without one nothing is asked of the tree.
        var tree = context.Tree;
        foreach (var finding in findings.Certain(context.CancellationToken))
        {
            var reads = scope.Code.ReadsOf(finding.Key, tree, context.CancellationToken);
            var places = !reads.IsEmpty ? reads
                : tree == scope.Code.FirstTree(context.CancellationToken) && scope.Code.IsReadNowhere(finding.Key, context.CancellationToken)
                ? ImmutableArray.Create(new TextSpan(0, 0))
                : ImmutableArray<TextSpan>.Empty;
            foreach (var place in places)
            {
                var name = Paths.RelativeToFile(tree.FilePath, finding.Location.GetLineSpan().Path);
                context.ReportDiagnostic(SettingRepair.For(finding.Finding, finding.Location, (name, finding.Text)).ToDiagnostic(Location.Create(tree, place)));
            }
        }
    }
}
