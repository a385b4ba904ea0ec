using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>How a rule is reported in a file that is no C#.</summary>
internal static class FileSeverity
{
    /// <summary>The severity of what is reported at a place.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="own">The severity where nothing configures it.</param>
    /// <param name="options">The options of the file.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="position">Source position of what is reported.</param>
    /// <param name="anchor">Source position where the setting, entry or element begins that holds it.</param>
    /// <returns>Null where an option or a comment silences the rule.</returns>
    public static DiagnosticSeverity? Of(string ruleId, DiagnosticSeverity own, DockerOptions options, string path, SourceText text, int position, int anchor)
    {
        var severity = options.Severities.TryGetValue(ruleId, out var set) ? set : own;
        return severity == OptionTable.None || IgnoreComments.Silence(path, text, position, anchor, ruleId) ? null : severity;
    }
}
