using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>A case is a settings file: what is written, the rule, what it becomes.</summary>
internal static class VerifyFile
{
    /// <summary>A file that is reported at its marks, and what it becomes: by <c>dotnet format</c>, through the proxy in C#, and by the lightbulb's action for the whole file.</summary>
    /// <param name="path">From the project's folder.</param>
    public static async Task ReportedAsync(string path, string marked, string ruleId, string fixedText, TestProject? project = null)
    {
        var markup = Markup.Parse(marked);
        Assert.NotEmpty(markup.Spans);
        var solution = With(project, path, markup.Text).ToSolution();
        var diagnostics = await OfFileAsync(solution, path);
        Assert.Equal(markup.Spans, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.All(diagnostics, diagnostic => Assert.Equal(ruleId, diagnostic.Id));

        var repaired = await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution);
        Assert.Equal(fixedText, repaired is null ? markup.Text : await TextAsync(repaired, path));
        var certain = diagnostics.FirstOrDefault(diagnostic => !RepairProperties.Read(diagnostic.Properties).Certain.IsEmpty);
        Assert.Equal(repaired is null, certain is null);
        if (repaired is not null)
        {
            Assert.Empty((await OfFileAsync(repaired, path)).Where(left => !Verify.IsLeftToTheReader(left)));
            Assert.Empty((await TestProject.AnalyzeAsync(repaired.Projects.Single())).Where(left => left.Id == SettingRepair.Id));
            var whole = (await TestProject.ActionsAsync(solution.Projects.Single(), certain!)).Last();
            Assert.StartsWith("Repair all that is certain in ", whole.Title, StringComparison.Ordinal);
            Assert.Equal(fixedText, await TextAsync(await TestProject.ApplyAsync(whole), path));
        }
    }

    /// <summary>A file in which nothing is reported, and for which no code is.</summary>
    public static async Task SilentAsync(string path, string text, TestProject? project = null) =>
        Assert.Empty((await TestProject.AnalyzeAsync(With(project, path, text).ToSolution().Projects.Single())).Select(diagnostic => diagnostic.ToString()));

    /// <summary>The lightbulb's titles for the only finding of a file, but for the one for the whole file, and what each makes of it.</summary>
    public static async Task ActionsAsync(string path, string text, TestProject project, params (string Title, string FixedText)[] expected)
    {
        var solution = With(project, path, text).ToSolution();
        var actions = (await TestProject.ActionsAsync(solution.Projects.Single(), Assert.Single(await OfFileAsync(solution, path))))
            .Where(action => !action.Title.StartsWith("Repair all", StringComparison.Ordinal)).ToArray();
        Assert.Equal(expected.Select(action => action.Title), actions.Select(action => action.Title));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].FixedText, await TextAsync(await TestProject.ApplyAsync(actions[i]), path));
        }
    }

    /// <summary>The findings of a file, as <c>line id severity: message</c>.</summary>
    public static async Task<ImmutableArray<string>> MessagesAsync(string path, string text, TestProject? project = null) =>
    [
        .. (await OfFileAsync(With(project, path, text).ToSolution(), path)).Select(diagnostic =>
            $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id} {diagnostic.Severity}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"),
    ];

    /// <summary>The project with the file, and a source from which <c>dotnet format</c> reaches it.</summary>
    public static TestProject With(TestProject? project, string path, string text)
    {
        var own = (project ?? new TestProject()).With(path, text);
        return own.Sources.IsEmpty ? own.WithSource("Program.cs", "class Program;") : own;
    }

    private static async Task<ImmutableArray<Diagnostic>> OfFileAsync(Solution solution, string path)
    {
        var full = Path.GetFullPath(path, TestProject.Folder);
        return [.. (await TestProject.AnalyzeAsync(solution.Projects.Single())).Where(diagnostic => diagnostic.Location.GetLineSpan().Path == full)];
    }

    private static async Task<string> TextAsync(Solution solution, string path) => (await TestProject.FileTextsOfAsync(solution, path))[0].ToString();
}
