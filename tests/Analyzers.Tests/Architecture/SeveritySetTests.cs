using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>The sets of severities that the package ships name every rule.</summary>
public class SeveritySetTests
{
    [Theory]
    [InlineData("all-warnings", "warning", "warning", null)]
    [InlineData("errors", "error", "warning", null)]
    [InlineData("off", "none", "none", "none")]
    public void A_set_has_a_line_for_each_rule(string set, string forWarnings, string forSuggestions, string? forHidden)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "src", "Package", "build", "severity", set + ".globalconfig"));
        Assert.Contains("is_global = true", lines);
        Assert.Contains("global_level = -1", lines);
        var expected = RuleTable.Descriptors
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => (rule.Id, Severity: rule.DefaultSeverity switch { DiagnosticSeverity.Warning => forWarnings, DiagnosticSeverity.Info => forSuggestions, _ => forHidden }))
            .Where(rule => rule.Severity is not null)
            .Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {rule.Severity}");
        Assert.Equal(expected, lines.Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)));
    }
}
