using System.Collections.Concurrent;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>From a text in C# to what the rules say of it. One for a compilation.</summary>
internal sealed class CodeFindings(CompilationScope scope)
{
    private readonly EndpointReview _review = new(scope.Project, scope.Topology);
    private readonly ConcurrentDictionary<SyntaxTree, int> _firstTexts = new();

    /// <summary>What the rules say of hosts that something holds, at each of their uses.</summary>
    private readonly ConcurrentDictionary<(LiteralExpressionSyntax Literal, ExpressionSyntax Place), HeldVerdict?> _heldVerdicts = new();

    /// <summary>True for the first connection text of a file. Asked only where an option of the file is wrong.</summary>
    public bool IsFirstText(SyntaxTree tree, int position) => _firstTexts.GetOrAdd(tree, static tree => tree.GetRoot().DescendantNodes()
        .FirstOrDefault(static node => CSharpCandidates.BegunBy(node) is not null)?.SpanStart ?? -1) == position;

    /// <summary>The findings that are reported with a text, each with the source positions where it is shown.</summary>
    /// <param name="text">What <see cref="CSharpCandidates.BegunBy"/> gives.</param>
    /// <param name="model">Its file's symbols.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<(Finding Finding, TextSpan Span)> Of(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var endpoints = new CSharpEndpoints(model, scope.Code, scope.Topology, cancellationToken);
        var hosts = new CSharpHeldHosts(
            endpoints, scope.Code.IsUsedBeyond(model.SyntaxTree), found => Review(found, model, cancellationToken).ToArray(), _heldVerdicts);
        foreach (var found in endpoints.FindAll(text))
        {
            var isReported = false;
            foreach (var one in hosts.FindingsOf(found))
            {
                yield return one;
                isReported = true;
            }

            if (isReported && found.Held?.Literal == text)
            {
                // A host that something holds is reported once, by the first of its uses.
                yield break;
            }
        }
    }

    private IEnumerable<(Finding Finding, TextSpan Span)> Review(FoundEndpoint found, SemanticModel model, CancellationToken cancellationToken)
    {
        var options = scope.Options.Of(model.SyntaxTree);
        return found.Endpoint.Further.Insert(0, found.Endpoint)
            .Where(endpoint => SuspectHosts.MayFail(endpoint, () => scope.Topology.OfFiles))
            .SelectMany(endpoint => _review.FindingsOf(
                endpoint, new ReviewedCode(found with { Endpoint = endpoint }, options, model, scope, cancellationToken), options));
    }
}
