using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Reports;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers;

/// <summary>Walks C# texts, settings and Docker files, asks the rooms about them, and reports. It knows no grammar and no rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectionStringAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleTable.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var scope = new CompilationScope(start);
            if (scope.Project.IsAspireHost)
            {
                return;
            }

            var (code, settings) = (new CodeFindings(scope), new SettingFindings(scope, start.Compilation));
            start.RegisterSyntaxNodeAction(
                node => AnalyzeText(node, scope, code),
                SyntaxKind.StringLiteralExpression,
                SyntaxKind.Utf8StringLiteralExpression,
                SyntaxKind.InterpolatedStringText);
            start.RegisterAdditionalFileAction(file => DockerFileReport.Analyze(file, scope));
            start.RegisterAdditionalFileAction(file => SettingsReport.Analyze(file, scope, settings));
            start.RegisterSyntaxTreeAction(tree => SettingRepairReport.Analyze(tree, scope, settings));
        });
    }

    /// <summary>Asked of every string of a compilation: it captures nothing, so that it allocates nothing.</summary>
    private static void AnalyzeText(SyntaxNodeAnalysisContext context, CompilationScope scope, CodeFindings code)
    {
        if (CSharpCandidates.BegunBy(context.Node) is { } text)
        {
            Report(text, context, scope, code);
        }
    }

    private static void Report(ExpressionSyntax text, SyntaxNodeAnalysisContext context, CompilationScope scope, CodeFindings code)
    {
        var problems = scope.Options.Of(context.Node.SyntaxTree).Problems;
        if (!problems.IsEmpty && code.IsFirstText(context.Node.SyntaxTree, context.Node.SpanStart))
        {
            foreach (var problem in problems)
            {
                context.ReportDiagnostic(Diagnostic.Create(UnreadableFile.Descriptor, context.Node.GetLocation(), UnreadableFile.ArgumentsFor(problem)));
            }
        }

        foreach (var (finding, span) in code.Of(text, context.SemanticModel, context.CancellationToken))
        {
            context.ReportDiagnostic(finding.ToDiagnostic(Location.Create(context.Node.SyntaxTree, span)));
        }
    }
}
