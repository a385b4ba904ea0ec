using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>
/// Code before and after its repair, in one text: <c>[|localhost|]</c> is reported and becomes 127.0.0.1, <c>[|old->new|]</c> is reported
/// and becomes something else, <c>{|3306->3307|}</c> is changed with it, <c>{|->;Port=3307|}</c> is added.
/// </summary>
internal sealed record Edits(string Before, string After, ImmutableArray<TextSpan> Reported)
{
    /// <summary>False for a place that is reported without a fix.</summary>
    public bool IsRepaired => Before != After;

    public static Edits Parse(string marked)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var reported = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (!(marked.AsSpan(i).StartsWith("[|") || marked.AsSpan(i).StartsWith("{|")))
            {
                before.Append(marked[i]);
                after.Append(marked[i]);
                continue;
            }

            var end = marked.IndexOf(marked[i] == '[' ? "|]" : "|}", i, StringComparison.Ordinal);
            var parts = marked[(i + 2)..end].Split("->");
            if (marked[i] == '[')
            {
                reported.Add(new TextSpan(before.Length, parts[0].Length));
            }

            before.Append(parts[0]);
            after.Append(parts.Length == 1 ? "127.0.0.1" : parts[1]);
            i = end + 1;
        }

        return new Edits(before.ToString(), after.ToString(), reported.ToImmutable());
    }
}
