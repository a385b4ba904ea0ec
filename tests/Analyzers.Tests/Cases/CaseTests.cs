using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Cases;

/// <summary>The smallest inputs that once failed, each with what is to be said of it and what its first action writes.</summary>
public class CaseTests
{
    public static TheoryData<string> Names => [.. Case.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_case_is_reported_and_repaired_as_it_says(string name)
    {
        var example = Case.All[name];
        var solution = example.ToSolution();
        var project = solution.Projects.Single();
        var found = (await TestProject.AnalyzeAsync(project)).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).ToArray();
        Assert.Equal(example.Expected.Select(expected => expected.Place), found.Select(diagnostic => Place(diagnostic, example.Folder)));
        foreach (var (expected, diagnostic) in example.Expected.Zip(found))
        {
            var file = diagnostic.Location.GetLineSpan().Path;
            var actions = await TestProject.ActionsAsync(project, diagnostic);
            if (expected.Line.Length > 0)
            {
                Assert.NotEmpty(actions);
                var repaired = await TextOfAsync(await TestProject.ApplyAsync(actions[0]), file);
                Assert.Contains(expected.Line, repaired.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line], StringComparison.Ordinal);
            }

            if (expected.IsLeftAlone)
            {
                Assert.Null(await TestProject.FixAllAsync(project, diagnostic.Id, FixAllScope.Solution));
                Assert.Null(await TestProject.FixAllAsync(project, SettingRepair.Id, FixAllScope.Solution));
            }
        }

        Assert.All(found, diagnostic => Assert.All(example.NotInMessages, text =>
            Assert.DoesNotContain(text, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
    }

    private static string Place(Diagnostic diagnostic, string folder) =>
        $"{Path.GetRelativePath(folder, diagnostic.Location.GetLineSpan().Path)}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}";

    private static async Task<string> TextOfAsync(Solution solution, string path)
    {
        var project = solution.Projects.Single();
        var document = project.Documents.Concat<TextDocument>(project.AdditionalDocuments).Single(document => document.FilePath == path);
        return (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
