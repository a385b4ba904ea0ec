using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Options;
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
        var topology = scope.TopologyUnder(options);
        var vantage = new Lazy<Vantage>(() => scope.Vantages.OfCode(options), LazyThreadSafetyMode.None);
        var suspects = endpoint.Hosts
            .Take(endpoint.HasPortsInList ? 1 : endpoint.Hosts.Length)
            .Select(host => (Host: host, Verdict: Judge.Of(host, () => vantage.Value, topology, options)))
            .Where(suspect => !(Judge.IsRightInside(suspect.Verdict) && CSharpChoices.MayBeForContainer(found.Text)))
            .Where(suspect => suspect.Verdict != Verdict.Unknown || (endpoint.HoldsPortInHost && !options.Ignores(suspect.Host.Name)))
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
        if (EngineEvidence.Decide(seen, uses, Around, () => scope.References, topology.EngineOn) is not { IsWithoutServer: false } engine)
        {
            return;
        }

        var source = tree.GetText(context.CancellationToken);
        foreach (var (host, verdict) in suspects)
        {
            // A service's name or address has that service's engine where nothing else tells it.
            var own = engine == EngineTable.Unknown ? HostPorts.EngineOf(host, topology) ?? engine : engine;
            var read = EngineReading.Of(seen, own);
            var ports = vantage.Value.SharesNetwork ? HostPortAnswer.Kept : HostPorts.Find(read, host, verdict, own, topology);
            var situation = new Situation(read, host, own, verdict, ports, scope.Project, span => source.ToString(span))
            {
                Topology = topology,
                Vantage = vantage.Value,
                Options = options,
                GoesToMySqlConnector = EngineReading.ReachesMySqlConnector(uses),
                WrittenAt = CSharpOrigins.Of(read.Text, host, context.SemanticModel, scope.Project, context.CancellationToken),
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
        finding.Proof is { Text: { } text, Span: var span, Path: var path } ? [Location.Create(path, span, text.Lines.GetLinePositionSpan(span))] : null,
        finding.Repairs.ToProperties(),
        finding.MessageArguments);
}
