using System.Globalization;
using System.Text.RegularExpressions;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A warning or an error as a build prints it. Line and column count from 1; both are 0 where none is printed. The project is its file's name, without extension.</summary>
internal sealed partial record BuildMessage(string File, int Line, int Column, string Severity, string Id, string Text, string Project)
{
    /// <summary>Every warning and error in a build's output, once each (a build repeats them in its summary), in the order of files and places.</summary>
    public static IReadOnlyList<BuildMessage> In(CommandResult build) =>
        [.. Printed().Matches(build.Output)
            .Select(match => new BuildMessage(
                Path.GetFileName(match.Groups["file"].Value.Trim()),
                Number(match.Groups["line"]),
                Number(match.Groups["column"]),
                match.Groups["severity"].Value,
                match.Groups["id"].Value,
                match.Groups["text"].Value,
                Path.GetFileNameWithoutExtension(match.Groups["project"].Value)))
            .Distinct()
            .OrderBy(message => message.File, StringComparer.Ordinal).ThenBy(message => message.Line).ThenBy(message => message.Column)];

    /// <summary>File, place and rule, without the wording: <c>Stock.cs(11,66): warning DKC001</c>.</summary>
    public string Place => $"{File}({Line},{Column}): {Severity} {Id}";

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?<file>[^\r\n]+?)(\((?<line>\d+),(?<column>\d+)\))?\s*: (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<text>[^\r\n]*?)( \[(?<project>[^\]\r\n]*?)(::[^\]\r\n]*)?\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
