using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers;

/// <summary>Walks C# texts and Docker files, asks the rooms about them, and reports. It knows no grammar and no rule.</summary>
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
        });
    }

    /// <summary>Asked of every string of a compilation: it captures nothing, so that it allocates nothing.</summary>
    private static void AnalyzeText(SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        if (CSharpTexts.BegunBy(context.Node) is { } text
            && new CSharpEndpoints(context.SemanticModel, scope, context.CancellationToken).Find(text) is { } found)
        {
            AnalyzeEndpoint(found, context, scope);
            foreach (var further in found.Endpoint.Further)
            {
                AnalyzeEndpoint(found with { Endpoint = further }, context, scope);
            }
        }
    }

    private static void AnalyzeEndpoint(FoundEndpoint found, SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var endpoint = found.Endpoint;
        if (!endpoint.HoldsPortInHost && !endpoint.Hosts.Any(Judge.MayFail))
        {
            return;
        }

        var tree = context.Node.SyntaxTree;
        var suspects = endpoint.Hosts
            .Take(endpoint.HasPortsInList ? 1 : endpoint.Hosts.Length)
            .Select(host => (Host: host, Verdict: Judge.Of(host, scope.Vantage, scope.Topology)))
            .Where(suspect => suspect.Verdict != Verdict.Unknown || endpoint.HoldsPortInHost)
            .ToArray();
        if (suspects.Length == 0 || Testcontainers.Decides(endpoint.Text, found.Text, () => scope.IdentifiersOf(tree)))
        {
            return;
        }

        var uses = found.Uses();
        if (OverriddenText.Of(endpoint, uses) is not { } seen)
        {
            return;
        }

        Surroundings Around() => CSharpSurroundings.Of(found.Text, scope.IdentifiersOf(tree));
        if (EngineEvidence.Decide(seen, uses, Around, () => scope.References, scope.Topology.EngineOn) is not { } engine)
        {
            return;
        }

        seen = EngineReading.Of(seen, engine);
        var source = tree.GetText(context.CancellationToken);
        foreach (var (host, verdict) in suspects)
        {
            var ports = HostPorts.Find(seen, host, engine, scope.Topology);
            var situation = new Situation(seen, host, engine, verdict, ports, scope.Project, span => source.ToString(span))
            {
                GoesToMySqlConnector = EngineReading.ReachesMySqlConnector(uses),
                WrittenAt = CSharpOrigins.Of(seen.Text, host, context.SemanticModel, scope.Project, context.CancellationToken),
            };
            if (RuleTable.Apply(situation) is { } finding)
            {
                context.ReportDiagnostic(ToDiagnostic(finding, Location.Create(tree, situation.ShownSpan)));
            }
        }
    }

    private static Diagnostic ToDiagnostic(Finding finding, Location location) => Diagnostic.Create(
        finding.Descriptor,
        location,
        finding.Proof is { } proof ? [Location.Create(proof.File.Path, proof.Span, proof.File.Text.Lines.GetLinePositionSpan(proof.Span))] : null,
        finding.Repairs.ToProperties(),
        finding.MessageArguments);
}
