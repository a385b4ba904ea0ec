using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>A text with <c>[|marks|]</c> around the places that are to be reported.</summary>
internal sealed record Markup(string Text, ImmutableArray<TextSpan> Spans)
{
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|"))
            {
                start = text.Length;
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]"))
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new Markup(text.ToString(), spans.ToImmutable());
    }
}
