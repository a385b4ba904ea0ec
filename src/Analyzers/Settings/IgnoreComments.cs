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

    /// <summary>What begins a comment, by the ending of a file's name; <c>#</c> in all others.</summary>
    private static readonly (string Ending, string[] Openers)[] s_openers =
    [
        (".json", ["//", "/*"]),
        (".xml", ["<!--"]),
        (".config", ["<!--"]),
        (".runsettings", ["<!--"]),
        (".settings", ["<!--"]),
    ];

    private static readonly string[] s_hash = ["#"];

    /// <summary>True when a comment silences a rule.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="position">Source position of what is reported.</param>
    /// <param name="anchor">Source position where the setting, entry or element begins that holds it.</param>
    /// <param name="ruleId">The rule.</param>
    public static bool Silence(string path, SourceText text, int position, int anchor, string ruleId)
    {
        var openers = OpenersOf(path);
        var own = LineAt(text, position);
        var first = Math.Min(own, LineAt(text, anchor));
        if (Names(Line(text, own), openers, ruleId, isWholeLine: false) || Names(Line(text, first), openers, ruleId, isWholeLine: false))
        {
            return true;
        }

        for (var line = first - 1; line >= 0 && Line(text, line).TrimStart() is var above && openers.Any(opener => above.StartsWith(opener, StringComparison.Ordinal)); line--)
        {
            if (Names(above, openers, ruleId, isWholeLine: true))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] OpenersOf(string path)
    {
        foreach (var (ending, openers) in s_openers)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return openers;
            }
        }

        return s_hash;
    }

    private static int LineAt(SourceText text, int position) => text.Lines.GetLineFromPosition(Math.Min(Math.Max(position, 0), text.Length)).LineNumber;

    private static string Line(SourceText text, int line) => text.ToString(text.Lines[line].Span);

    /// <summary>True when a comment in a line holds the marker and the rule's id among the ids behind it.</summary>
    private static bool Names(string line, string[] openers, string ruleId, bool isWholeLine)
    {
        var marker = line.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (marker < 0)
        {
            return false;
        }

        // Right behind the comment's beginning, so that no text that speaks of it is taken for one.
        var before = line.Substring(0, marker).TrimEnd();
        if (!openers.Any(opener => before.EndsWith(opener, StringComparison.Ordinal) && (isWholeLine || MayOpen(opener, before))))
        {
            return false;
        }

        var words = line.Substring(marker + Marker.Length).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[0].Equals(Verb, StringComparison.OrdinalIgnoreCase)
            && words.Skip(1).TakeWhile(IsRuleId).Any(word => word.Equals(ruleId, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True behind something else in the line. To YAML and Compose a <c>#</c> right behind a character belongs to the value.</summary>
    private static bool MayOpen(string opener, string before) => before.Length > opener.Length && (opener != "#" || char.IsWhiteSpace(before[before.Length - 2]));

    private static bool IsRuleId(string word) => word.Length == 6 && word.StartsWith("DKC", StringComparison.OrdinalIgnoreCase) && word.Skip(3).All(char.IsDigit);
}
