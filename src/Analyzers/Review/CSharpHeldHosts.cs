using System.Collections.Concurrent;
using DockerConnectionStrings.Analyzers.CSharp;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>What is said of a host's literal at one of its uses.</summary>
/// <param name="IsText">False for an object that takes the host.</param>
/// <param name="Start">Where the text begins.</param>
/// <param name="Descriptor">The rule.</param>
/// <param name="IsCertain">True when it may be repaired unasked.</param>
internal sealed record HeldVerdict(bool IsText, int Start, DiagnosticDescriptor Descriptor, bool IsCertain);

/// <summary>Hosts that a member, a parameter or a choice holds: each literal is reported once, by the first of the texts that it is wrong in.</summary>
/// <param name="endpoints">What is read at a use.</param>
/// <param name="isUsedBeyond">Tells whether other trees may use a member.</param>
/// <param name="judge">What the rules say of an endpoint.</param>
/// <param name="known">What has been said already: each text of a host asks about those before it.</param>
internal sealed class CSharpHeldHosts(
    CSharpEndpoints endpoints, Func<ISymbol, bool> isUsedBeyond, Func<FoundEndpoint, IReadOnlyList<(Finding Finding, TextSpan Span)>> judge,
    ConcurrentDictionary<(LiteralExpressionSyntax Literal, ExpressionSyntax Place), HeldVerdict?> known)
{
    /// <summary>The findings that are reported with an endpoint: those of its own, unless another text of the same literal comes before it.</summary>
    public IEnumerable<(Finding Finding, TextSpan Span)> FindingsOf(FoundEndpoint found)
    {
        var own = judge(found);
        if (own.Count == 0 || found.Held is not { IsElsewhere: true } held || !own.Any(one => held.Literal.Span.Contains(one.Span)))
        {
            return own;
        }

        var uses = endpoints.UsesOf(held.Literal);
        var isOfHostsOnly = uses.Places.Count > 0 && !uses.Holders.Any(isUsedBeyond);
        var isPast = false;
        foreach (var place in uses.Places.Where(place => found.IsForeign || !found.Text.Span.Contains(place.Span)))
        {
            // What comes behind it is asked for only as long as all are hosts.
            isPast |= !found.IsForeign && found.IsText && place.SpanStart > found.Text.SpanStart;
            if (isPast && !isOfHostsOnly)
            {
                break;
            }

            if (known.GetOrAdd((held.Literal, place), VerdictAt) is not { } other)
            {
                isOfHostsOnly = false;
                continue;
            }

            if (IsBefore(other, found))
            {
                return [];
            }

            isOfHostsOnly &= other.IsCertain && other.Descriptor == own[0].Finding.Descriptor;
        }

        return isOfHostsOnly ? own : own.Select(static one => (OnRequest(one.Finding), one.Span));
    }

    private HeldVerdict? VerdictAt((LiteralExpressionSyntax Literal, ExpressionSyntax Place) at) =>
        endpoints.At(at.Place, at.Literal) is { } found
        && judge(found).FirstOrDefault(one => at.Literal.Span.Contains(one.Span)) is { Finding: { } finding }
            ? new HeldVerdict(found.IsText, found.Text.SpanStart, finding.Descriptor, !finding.Repairs.Certain.IsEmpty)
            : null;

    private static Finding OnRequest(Finding finding) => finding with { Repairs = finding.Repairs.OnRequest };

    /// <summary>Texts come before objects, whose hosts are read from the literal itself, and its own tree before others.</summary>
    private static bool IsBefore(HeldVerdict one, FoundEndpoint other) =>
        other.IsForeign || (one.IsText != other.IsText ? one.IsText : one.Start < other.Text.SpanStart);
}
