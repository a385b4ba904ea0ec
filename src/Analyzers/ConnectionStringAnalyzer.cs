using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reports;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

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
        if (CSharpTexts.BegunBy(context.Node) is { } text)
        {
            AnalyzeText(text, context, scope);
        }
    }

    private static void AnalyzeText(ExpressionSyntax text, SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var options = scope.OptionsOf(context.Node.SyntaxTree);
        if (!options.Problems.IsEmpty && scope.IsFirstText(context.Node.SyntaxTree, context.Node.SpanStart))
        {
            foreach (var problem in options.Problems)
            {
                context.ReportDiagnostic(Diagnostic.Create(UnreadableFile.Descriptor, context.Node.GetLocation(), UnreadableFile.ArgumentsFor(problem)));
            }
        }

        var endpoints = new CSharpEndpoints(context.SemanticModel, scope, context.CancellationToken);
        var hosts = new CSharpHeldHosts(
            endpoints, scope.IsUsedBeyond(context.Node.SyntaxTree), found => Review(found, options, context, scope).ToArray(), scope.HeldVerdicts);
        foreach (var found in endpoints.FindAll(text))
        {
            var isReported = false;
            foreach (var (finding, span) in hosts.FindingsOf(found))
            {
                context.ReportDiagnostic(finding.ToDiagnostic(Location.Create(context.Node.SyntaxTree, span)));
                isReported = true;
            }

            if (isReported && found.Held?.Literal == text)
            {
                // A host that something holds is reported once, by the first of its uses.
                return;
            }
        }
    }

    private static IEnumerable<(Finding Finding, TextSpan Span)> Review(FoundEndpoint found, DockerOptions options, SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var tree = context.Node.SyntaxTree;
        return found.Endpoint.Further.Insert(0, found.Endpoint).Where(endpoint => Judge.MayFail(endpoint, () => scope.Files)).SelectMany(endpoint => new EndpointReview(endpoint, options)
        {
            Path = tree.FilePath,
            Vantage = () => scope.Vantages.OfCode(options),
            Uses = found.Uses,
            Around = () => CSharpSurroundings.Of(found.Text, scope.IdentifiersOf(found.Text.SyntaxTree)),
            Source = () => tree.GetText(context.CancellationToken),
            MayBeForContainer = () => CSharpChoices.MayBeForContainer(found.Text) || (found.Held is { } held && CSharpChoices.MayBeForContainer(held.Literal, isFallback: held.Values.Count == 1)),
            IsForAnotherMachine = () => CSharpChoices.IsForAnotherMachine(found.Text, () => scope.IdentifiersOf(found.Text.SyntaxTree), endpoint.Shape == EndpointShape.CommandLine)
                || (found.Held is { } held && CSharpChoices.IsForAnotherMachine(held.Literal, () => scope.IdentifiersOf(tree), isCommand: false)),
            IsMadeAtRunTime = () => Testcontainers.Decides(endpoint.Text, found.Text, () => scope.IdentifiersOf(found.Text.SyntaxTree)),
            WrittenAt = (read, host) => CSharpOrigins.Of(read.Text, host, context.SemanticModel, context.CancellationToken),
        }.Findings(scope));
    }
}
