using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Usage;
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
            var scope = CompilationScope.Of(start);
            if (scope.IsAspireHost)
            {
                return;
            }

            start.RegisterSyntaxNodeAction(
                node => AnalyzeText(node, scope),
                SyntaxKind.StringLiteralExpression,
                SyntaxKind.Utf8StringLiteralExpression,
                SyntaxKind.InterpolatedStringText);
            start.RegisterAdditionalFileAction(file => DockerFileReport.Analyze(file, scope));
            start.RegisterAdditionalFileAction(file => SettingsReport.Analyze(file, scope));
            start.RegisterSyntaxTreeAction(tree => SettingRepairReport.Analyze(tree, scope));
        });
    }

    /// <summary>Asked of every string of a compilation: it captures nothing, so that it allocates nothing.</summary>
    private static void AnalyzeText(SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        if (CSharpTexts.BegunBy(context.Node) is not { } text)
        {
            return;
        }

        var options = scope.OptionsOf(context.Node.SyntaxTree);
        if (!options.Problems.IsEmpty && scope.IsFirstText(context.Node.SyntaxTree, context.Node.SpanStart))
        {
            foreach (var problem in options.Problems)
            {
                context.ReportDiagnostic(Diagnostic.Create(UnreadableFile.Descriptor, context.Node.GetLocation(), UnreadableFile.ArgumentsFor(problem)));
            }
        }

        if (new CSharpEndpoints(context.SemanticModel, scope, context.CancellationToken).Find(text) is { } found)
        {
            AnalyzeEndpoint(found, options, context, scope);
            foreach (var further in found.Endpoint.Further)
            {
                AnalyzeEndpoint(found with { Endpoint = further }, options, context, scope);
            }
        }
    }

    private static void AnalyzeEndpoint(FoundEndpoint found, DockerOptions options, SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var endpoint = found.Endpoint;
        if (!Judge.MayFail(endpoint, () => scope.Files))
        {
            return;
        }

        var tree = context.Node.SyntaxTree;
        var review = new EndpointReview(endpoint, options)
        {
            Vantage = () => scope.Vantages.OfCode(options),
            Uses = found.Uses,
            Around = () => CSharpSurroundings.Of(found.Text, scope.IdentifiersOf(tree)),
            Source = () => tree.GetText(context.CancellationToken),
            MayBeForContainer = () => CSharpChoices.MayBeForContainer(found.Text),
            IsForAnotherMachine = () => CSharpChoices.IsForAnotherMachine(found.Text, () => scope.IdentifiersOf(tree), endpoint.Shape == EndpointShape.CommandLine),
            IsMadeAtRunTime = () => Testcontainers.Decides(endpoint.Text, found.Text, () => scope.IdentifiersOf(tree)),
            WrittenAt = (read, host) => CSharpOrigins.Of(read.Text, host, context.SemanticModel, scope.Project, context.CancellationToken),
        };
        foreach (var (finding, span) in review.Findings(scope))
        {
            context.ReportDiagnostic(finding.ToDiagnostic(Location.Create(tree, span)));
        }
    }
}
