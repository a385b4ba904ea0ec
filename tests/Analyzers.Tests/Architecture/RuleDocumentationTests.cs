using System.Globalization;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.CodeFixes;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>Descriptors, pages and release notes say the same.</summary>
public class RuleDocumentationTests
{
    public static TheoryData<string> Ids => [.. RuleTable.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_in_step(string id)
    {
        var rule = RuleTable.Descriptors.Single(rule => rule.Id == id);
        var path = Path.Combine(RepositoryFiles.Root, "docs", "rules", id + ".md");
        var title = rule.Title.ToString(CultureInfo.InvariantCulture);
        Assert.True(File.Exists(path), $"docs/rules/{id}.md is missing. Begin with:\n# {id}: {title}\n\nCategory {rule.Category}, severity {Severity(rule)}\n");
        var lines = File.ReadAllLines(path);
        Assert.Equal($"# {id}: {title}", lines[0]);
        Assert.Contains(lines, line => line == $"Category {rule.Category}, severity {Severity(rule)}");
        foreach (var heading in new[] { "## What you see", "## Why", "## How to fix it", "## When not to follow it", "## How to configure it" })
        {
            Assert.Contains(heading, lines);
        }

        Assert.Contains($"dotnet_diagnostic.{id}.severity", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_a_rule() =>
        Assert.Equal(
            RuleTable.Descriptors.Select(rule => rule.Id).Order(),
            Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "docs", "rules"), "DKC*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_readme_and_the_release_notes_name_every_rule(string id)
    {
        var rule = RuleTable.Descriptors.Single(rule => rule.Id == id);
        Assert.Contains(id, File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md")), StringComparison.Ordinal);
        var notes = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Analyzers", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Analyzers", "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)}", notes, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_help_link_is_built_from_the_one_address_or_left_out(string id)
    {
        var rule = RuleTable.Descriptors.Single(rule => rule.Id == id);
        var address = System.Xml.Linq.XDocument.Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;
        Assert.Equal(address.Length == 0 ? "" : $"{address}/blob/HEAD/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Fact]
    public void All_rules_are_of_one_category_and_enabled()
    {
        Assert.All(RuleTable.Descriptors, rule => Assert.Equal("Docker", rule.Category));
        Assert.All(RuleTable.Descriptors, rule => Assert.True(rule.IsEnabledByDefault));
    }

    [Fact]
    public void The_provider_repairs_every_rule_but_the_one_on_unreadable_files() =>
        Assert.Equal(RuleTable.Descriptors.Select(rule => rule.Id).Except([UnreadableFile.Id]), new ConnectionStringCodeFixProvider().FixableDiagnosticIds);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : rule.DefaultSeverity.ToString().ToLowerInvariant();
}
