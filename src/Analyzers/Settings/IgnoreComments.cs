using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>
/// Comments that silence a rule in one place: <c>docker-connection-strings: ignore DKC005 reason</c>, at the end of the line or in
/// the lines of comments right above it.
/// </summary>
internal static class IgnoreComments
{
    private const string Marker = "docker-connection-strings:";
    private const string Verb = "ignore";
    private const int IdLength = 6;

    /// <summary>Further up nobody looks for it.</summary>
    private const int MostLinesAbove = 16;

    /// <summary>What begins a comment, and what ends it when that is not the line's end, by the ending of a file's name; <c>#</c> in all others.</summary>
    private static readonly (string Ending, (string Opener, string? Closer)[] Signs)[] s_signs =
    [
        (".json", [("//", null), ("/*", "*/")]),
        (".xml", [("<!--", "-->")]),
        (".config", [("<!--", "-->")]),
        (".runsettings", [("<!--", "-->")]),
        (".settings", [("<!--", "-->")]),
    ];

    private static readonly (string Opener, string? Closer)[] s_hash = [("#", null)];

    /// <summary>True when a comment silences a rule.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="position">Source position of what is reported.</param>
    /// <param name="anchor">Source position where the setting, entry or element begins that holds it.</param>
    /// <param name="ruleId">The rule.</param>
    public static bool Silence(string path, SourceText text, int position, int anchor, string ruleId)
    {
        var signs = SignsOf(path);
        var own = LineAt(text, position);
        var first = Math.Min(own, LineAt(text, anchor));
        return IsNamedAt(own) || (first != own && IsNamedAt(first));

        // At the end of a line, or in comments right above it.
        bool IsNamedAt(int line)
        {
            if (Names(Line(text, line), signs, ruleId))
            {
                return true;
            }

            for (var above = line - 1; above >= Math.Max(0, line - MostLinesAbove) && IsComment(Line(text, above), signs); above--)
            {
                if (Names(Line(text, above), signs, ruleId))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static (string Opener, string? Closer)[] SignsOf(string path)
    {
        foreach (var (ending, signs) in s_signs)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return signs;
            }
        }

        return s_hash;
    }

    private static int LineAt(SourceText text, int position) => text.Lines.GetLineFromPosition(Math.Min(Math.Max(position, 0), text.Length)).LineNumber;

    private static string Line(SourceText text, int line) => text.ToString(text.Lines[line].Span).Trim('\uFEFF', ' ', '\t');

    /// <summary>True for a line that is nothing but one comment.</summary>
    private static bool IsComment(string line, (string Opener, string? Closer)[] signs) => signs.Any(sign =>
        line.StartsWith(sign.Opener, StringComparison.Ordinal)
            && (sign.Closer is null || line.IndexOf(sign.Closer, StringComparison.Ordinal) == line.Length - sign.Closer.Length));

    /// <summary>True when a comment in a line begins with the marker, and the rule's id is among those behind it.</summary>
    private static bool Names(string line, (string Opener, string? Closer)[] signs, string ruleId)
    {
        for (
            var marker = line.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
            marker >= 0;
            marker = line.IndexOf(Marker, marker + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = line.Substring(0, marker).TrimEnd();
            if (signs.Any(sign => before.EndsWith(sign.Opener, StringComparison.Ordinal) && MayOpen(sign.Opener, before))
                && IdsIn(line, marker + Marker.Length).Contains(ruleId, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>To YAML and Compose a <c>#</c> right behind a character belongs to the value.</summary>
    private static bool MayOpen(string opener, string before) =>
        opener != "#" || before.Length == opener.Length || char.IsWhiteSpace(before[before.Length - 2]);

    /// <summary>The ids behind the verb, up to the first word that is none.</summary>
    private static IEnumerable<string> IdsIn(string line, int start)
    {
        var words = line.Substring(start).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 || !words[0].Equals(Verb, StringComparison.OrdinalIgnoreCase) ? []
            : words.Skip(1).TakeWhile(IsRuleId).Select(static word => word.Substring(0, IdLength));
    }

    /// <summary>An id, with a sign behind it or not: <c>DKC001:</c>, <c>DKC001--&gt;</c>.</summary>
    private static bool IsRuleId(string word) => word.Length >= IdLength && word.StartsWith("DKC", StringComparison.OrdinalIgnoreCase)
        && word.Skip(3).Take(3).All(char.IsDigit) && (word.Length == IdLength || !char.IsLetterOrDigit(word[IdLength]));
}
