using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers;

/// <summary>Hosts that a member, a parameter or a choice holds: each literal is reported once, by the first of the texts that it is wrong in.</summary>
/// <param name="endpoints">What is read at a use.</param>
/// <param name="isUsedBeyond">Tells whether other trees may use a member.</param>
/// <param name="judge">What the rules say of an endpoint.</param>
internal sealed class CSharpHeldHosts(
    CSharpEndpoints endpoints, Func<ISymbol, bool> isUsedBeyond, Func<FoundEndpoint, IReadOnlyList<(Finding Finding, TextSpan Span)>> judge)
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

            var other = endpoints.At(place, held.Literal);
            if (other is null || judge(other).FirstOrDefault(one => held.Literal.Span.Contains(one.Span)) is not { Finding: { } finding })
            {
                isOfHostsOnly = false;
                continue;
            }

            if (IsBefore(other, found))
            {
                return [];
            }

            isOfHostsOnly &= !finding.Repairs.Certain.IsEmpty && finding.Descriptor == own[0].Finding.Descriptor;
        }

        return isOfHostsOnly ? own : own.Select(static one => (OnRequest(one.Finding), one.Span));
    }

    private static Finding OnRequest(Finding finding) => finding with { Repairs = finding.Repairs with { Certain = ImmutableArray<Edit>.Empty } };

    /// <summary>Texts come before objects, whose hosts are read from the literal itself, and its own tree before others.</summary>
    private static bool IsBefore(FoundEndpoint one, FoundEndpoint other) => one.IsForeign != other.IsForeign ? other.IsForeign
        : one.IsText != other.IsText ? one.IsText
        : one.Text.SpanStart < other.Text.SpanStart;
}
