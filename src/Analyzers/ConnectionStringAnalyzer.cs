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
    /// <summary>The shortest text that a rule can speak about: <c>Host=10.0.0.2</c>, or <c>Addr=::2</c> in quotes.</summary>
    private const int ShortestText = 9;

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
                node => AnalyzeLiteral(node, scope), SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeInterpolated(node, scope), SyntaxKind.InterpolatedStringExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeChain(node, scope), SyntaxKind.AddExpression);
            start.RegisterAdditionalFileAction(file => DockerFileReport.Analyze(file, scope));
        });
    }

    private static void AnalyzeLiteral(SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var literal = (LiteralExpressionSyntax)context.Node;
        if (literal.Span.Length >= ShortestText && MayNameHost(literal) && !CSharpText.IsOperand(literal))
        {
            AnalyzeText(literal, context, scope);
        }
    }

    private static void AnalyzeInterpolated(SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var interpolated = (InterpolatedStringExpressionSyntax)context.Node;
        if (interpolated.Span.Length >= ShortestText && MayNameHost(interpolated) && !CSharpText.IsOperand(interpolated))
        {
            AnalyzeText(interpolated, context, scope);
        }
    }

    private static void AnalyzeChain(SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        var chain = (BinaryExpressionSyntax)context.Node;
        if (!CSharpText.IsOperand(chain) && AnyOperandMayNameHost(chain))
        {
            AnalyzeText(chain, context, scope);
        }
    }

    private static bool AnyOperandMayNameHost(BinaryExpressionSyntax chain)
    {
        ExpressionSyntax operand = chain;
        while (operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            if (MayNameHost(sum.Right))
            {
                return true;
            }

            operand = sum.Left;
        }

        return MayNameHost(operand);
    }

    /// <summary>Allocates nothing: this is asked of every string of a compilation.</summary>
    private static bool MayNameHost(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal.Token.Value is string text && ConnectionKeys.MayNameHost(text);
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax part && ConnectionKeys.MayNameHost(part.TextToken.ValueText))
                    {
                        return true;
                    }
                }

                return false;
            case ParenthesizedExpressionSyntax parenthesized:
                return MayNameHost(parenthesized.Expression);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } chain:
                return AnyOperandMayNameHost(chain);
            default:
                return false;
        }
    }

    private static void AnalyzeText(ExpressionSyntax expression, SyntaxNodeAnalysisContext context, CompilationScope scope)
    {
        if (CSharpText.Read(expression, context.SemanticModel, context.CancellationToken) is not { } text
            || KeyValueReader.Read(text) is not { } options
            || Endpoint.From(text, options) is not { } endpoint
            || !endpoint.Hosts.Any(Judge.MayFail)
            || scope.Vantage != Vantage.Host)
        {
            return;
        }

        var suspects = endpoint.Hosts
            .Select(host => (Host: host, Verdict: Judge.Of(host, scope.Vantage, scope.Topology)))
            .Where(static suspect => suspect.Verdict != Verdict.Unknown)
            .ToArray();
        IdentifierIndex Identifiers() => scope.IdentifiersOf(expression.SyntaxTree);
        if (suspects.Length == 0 || Testcontainers.Decides(text, expression, Identifiers))
        {
            return;
        }

        var uses = CSharpSinks.Of(expression, context.SemanticModel, Identifiers, context.CancellationToken);
        if (OverriddenText.Of(endpoint, uses) is not { } seen)
        {
            return;
        }

        // Only MySQL's texts have rules so far; another engine's, and one that nobody claims, are left alone.
        if (EngineEvidence.Decide(endpoint, uses.Sinks, () => scope.References) is not { } engine || engine != EngineTable.MySql)
        {
            return;
        }

        var source = expression.SyntaxTree.GetText(context.CancellationToken);
        foreach (var (host, verdict) in suspects)
        {
            var ports = HostPorts.Find(seen, host, engine, scope.Topology);
            var situation = new Situation(seen, host, engine, verdict, ports, scope.Project, span => source.ToString(span));
            if (RuleTable.Apply(situation) is { } finding)
            {
                context.ReportDiagnostic(ToDiagnostic(finding, Location.Create(expression.SyntaxTree, situation.ShownSpan)));
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
