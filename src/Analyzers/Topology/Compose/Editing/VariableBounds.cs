using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>Where a value may be set beside the variables that Compose puts in.</summary>
internal static class VariableBounds
{
    /// <summary>
    /// Tells whether a value keeps its variables: what is set stands outside of <c>${...}</c>, or is the default of one
    /// (<c>${PORT:-3306}</c>), and each variable is named as before.
    /// </summary>
    /// <param name="value">The value, before variables are put in.</param>
    /// <param name="written">What is set. Source positions.</param>
    /// <param name="text">What it is to be.</param>
    /// <param name="wanted">The whole value with it.</param>
    public static bool AreKept(DecodedText value, TextSpan written, string text, string wanted)
    {
        if (value.Value.IndexOf('$') < 0)
        {
            return true;
        }

        var before = Variables.None.Expand(value, default, Origin.Own);
        var isInside = before.Interpolations.Any(use =>
            written.OverlapsWith(use.Source) || (use.Source.Start < written.Start && written.Start < use.Source.End));
        var isDefault = before.Text!.Runs.Any(run => run.Kind == RunKind.Fallback && run.SourceStart <= written.Start && written.End <= run.SourceEnd);
        var names = NamesIn(value).Concat(NamesIn(DecodedText.Verbatim(text, 0)));
        return (!isInside || (isDefault && text.IndexOfAny(['$', '}']) < 0))
            && NamesIn(DecodedText.Verbatim(wanted, 0)).OrderBy(Itself, StringComparer.Ordinal).SequenceEqual(names.OrderBy(Itself, StringComparer.Ordinal));

        static string Itself(string name) => name;
    }

    private static IEnumerable<string> NamesIn(DecodedText text) =>
        Variables.None.Expand(text, default, Origin.Own).Interpolations.Select(static use => $"{use.Name}{use.Kind}{use.IsBraced}");
}
