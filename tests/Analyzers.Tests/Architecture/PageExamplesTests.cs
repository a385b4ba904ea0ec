using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>What the pages show is what happens.</summary>
public class PageExamplesTests
{
    private static readonly string s_docs = Path.Combine(RepositoryFiles.Root, "docs");

    /// <summary>Page and number of each example.</summary>
    public static TheoryData<string, int> Examples => [.. Pages.SelectMany(page => Enumerable.Range(0, In(page).Length).Select(number => (page, number)))];

    /// <summary>The pages of rules that have a repair in C#. The proxy's page shows a settings file: <see cref="SettingsPagesTests"/>.</summary>
    public static TheoryData<string> RulePages => [.. RuleTable.Descriptors.Where(rule => rule.Id is not (UnreadableFile.Id or SettingRepair.Id)).Select(rule => $"rules/{rule.Id}.md")];

    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(s_docs, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(s_docs, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>Each example is one finding, on a rule's page that rule's, and the first action makes of it what the page shows.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_reported_and_repaired_as_its_page_shows(string page, int number)
    {
        var example = In(page)[number];
        var solution = ProjectOf(example).ToSolution();
        var finding = Assert.Single(await FindingsAsync(solution.Projects.Single()));
        if (IsRule(page))
        {
            Assert.Equal(Path.GetFileNameWithoutExtension(page), finding.Id);
        }

        var actions = await TestProject.ActionsAsync(solution.Projects.Single(), finding);
        if (example.RepairedCode is { } repaired)
        {
            Assert.Equal(repaired, await TestProject.TextOfAsync(await TestProject.ApplyAsync(actions[0]), "Code.cs"));
        }
        else
        {
            Assert.NotNull(example.RepairedCompose);
            Assert.Empty(await FindingsAsync(ProjectOf(example).With(PageExample.Compose, example.RepairedCompose).ToSolution().Projects.Single()));
            var action = Assert.Single(actions);
            Assert.Contains($"`{action.Title}`", await File.ReadAllTextAsync(Path.Combine(s_docs, page), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var changed = (await TestProject.ApplyAsync(action)).Projects.Single();
            Assert.Equal(example.RepairedCompose, (await changed.AdditionalDocuments.Single(file => file.Name == PageExample.Compose).GetTextAsync(TestContext.Current.CancellationToken)).ToString());
            Assert.Equal(example.Code, await TestProject.TextOfAsync(changed.Solution, "Code.cs"));
        }
    }

    /// <summary>A rule's page begins with the message of one of its examples.</summary>
    [Theory]
    [MemberData(nameof(RulePages))]
    public async Task A_page_begins_with_the_message_of_one_of_its_examples(string page)
    {
        var messages = new List<string>();
        foreach (var example in In(page))
        {
            var finding = Assert.Single(await FindingsAsync(ProjectOf(example).ToSolution().Projects.Single()));
            var severity = finding.Severity == DiagnosticSeverity.Warning ? "warning " : "";
            messages.Add($"{severity}{finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
        }

        Assert.Contains(Assert.Single(PageExample.FirstBlock(File.ReadLines(Path.Combine(s_docs, page)), "text")), messages);
    }

    private static ImmutableArray<PageExample> In(string page) => PageExample.In(File.ReadLines(Path.Combine(s_docs, page)));

    private static bool IsRule(string page) => page.StartsWith("rules/", StringComparison.Ordinal);

    private static TestProject ProjectOf(PageExample example)
    {
        var project = new TestProject().WithDrivers(References.MySqlConnector, ClientStubs.All).WithSource("Code.cs", example.Code);
        project = example.Files.Aggregate(project, (known, file) => known.With(file.Key, file.Value));
        return example.Options.Aggregate(project, (known, line) => known.WithOption(line));
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project) =>
        [.. (await TestProject.AnalyzeAsync(project)).Where(diagnostic => diagnostic.Location.IsInSource)];
}
