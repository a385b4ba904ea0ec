using System.Collections.Immutable;
using System.Data.Common;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Verifier;

/// <summary>
/// A case is one line of domain text: what is written, the rule, what it becomes. Each text is also cut at every place, and
/// every piece of it must be taken without an exception and without an edit outside of the text.
/// </summary>
internal static class Verify
{
    /// <summary>A text that goes to <c>new MySqlConnection(...)</c> and is reported at its marks, and what FixAll makes of it.</summary>
    public static async Task TextAsync(string marked, string ruleId, string fixedText, TestProject? project = null)
    {
        Assert.Contains("[|", marked, StringComparison.Ordinal);
        await CodeAsync(InConnection(marked), ruleId, InConnection(fixedText), project);
        await PiecesAsync(Markup.Parse(marked).Text, project);
    }

    /// <summary>A text that goes to <c>new MySqlConnection(...)</c> and is left alone.</summary>
    public static async Task SilentTextAsync(string text, TestProject? project = null)
    {
        await SilentAsync(InConnection(text), project);
        await PiecesAsync(text, project);
    }

    /// <summary>Code that is reported at its marks, and what FixAll makes of it; after it the rule is silent, and one by one gives the same.</summary>
    public static async Task CodeAsync(string marked, string ruleId, string fixedCode, TestProject? project = null)
    {
        var markup = Markup.Parse(marked);
        var solution = (project ?? new TestProject()).WithSource("Code.cs", markup.Text).ToSolution();
        var diagnostics = await OfCodeAsync(solution);
        Assert.Equal(markup.Spans, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.All(diagnostics, diagnostic => Assert.Equal(ruleId, diagnostic.Id));

        var repaired = await TestProject.FixAllAsync(solution.Projects.Single(), ruleId, FixAllScope.Document);
        Assert.Equal(fixedCode, repaired is null ? markup.Text : await TestProject.TextOfAsync(repaired, "Code.cs"));
        if (repaired is not null)
        {
            Assert.Empty((await OfCodeAsync(repaired)).Where(left => !IsLeftToTheReader(left)));
            Assert.Equal(await ErrorsAsync(solution), await ErrorsAsync(repaired));
        }
    }

    /// <summary>Code in which nothing is reported.</summary>
    public static async Task SilentAsync(string code, TestProject? project = null)
    {
        var solution = (project ?? new TestProject()).WithSource("Code.cs", code).ToSolution();
        Assert.Empty((await OfCodeAsync(solution)).Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>The lightbulb's titles for the only finding of a text, and what each makes of it.</summary>
    public static async Task ActionsAsync(string text, TestProject project, params (string Title, string FixedText)[] expected)
    {
        var solution = project.WithSource("Code.cs", InConnection(text)).ToSolution();
        var diagnostic = Assert.Single(await OfCodeAsync(solution));
        var actions = await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic);
        Assert.Equal(expected.Select(action => action.Title), actions.Select(action => action.Title));
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(InConnection(expected[i].FixedText), await TestProject.TextOfAsync(await TestProject.ApplyAsync(actions[i]), "Code.cs"));
        }

        Assert.Equal(actions.Length, actions.Select(action => action.EquivalenceKey).Distinct().Count());
    }

    /// <summary>The message of the only finding of a text.</summary>
    public static async Task<string> MessageAsync(string text, TestProject? project = null)
    {
        var solution = (project ?? new TestProject()).WithSource("Code.cs", InConnection(text)).ToSolution();
        return Assert.Single(await OfCodeAsync(solution)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>True for a port that no edit of the text can repair for certain: the reader has to.</summary>
    public static bool IsLeftToTheReader(Diagnostic diagnostic) => diagnostic.Id is ContainerPort.Id or UnpublishedPort.Id && RepairProperties.Read(diagnostic.Properties).Certain.IsEmpty;

    public static string InConnection(string text) =>
        "class C { object M(string hole) => new MySqlConnector.MySqlConnection(" + (text.Contains("{hole}", StringComparison.Ordinal) ? "$" : "") + $"\"{text}\"); }}";

    private static async Task<ImmutableArray<Diagnostic>> OfCodeAsync(Solution solution) =>
        [.. (await TestProject.AnalyzeAsync(solution.Projects.Single())).Where(diagnostic => diagnostic.Location.IsInSource)];

    private static async Task<IEnumerable<string>> ErrorsAsync(Solution solution)
    {
        var compilation = await solution.Projects.Single().GetCompilationAsync(TestContext.Current.CancellationToken);
        return compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id);
    }

    /// <summary>Every prefix and every suffix of a text: closed, in one file with a line each; and as the end of a file that is being typed.</summary>
    private static async Task PiecesAsync(string text, TestProject? project)
    {
        var pieces = Enumerable.Range(0, text.Length).SelectMany(i => new[] { text[..i], text[i..] }).Where(piece => !piece.EndsWith('\\')).Distinct().ToArray();
        var lines = pieces.Select(piece => "new MySqlConnector.MySqlConnection(" + (piece.Contains("{hole}", StringComparison.Ordinal) ? "$" : "") + $"\"{piece}\"),");
        var source = $"class C {{ object[] M(string hole) => new object[] {{\n{string.Join("\n", lines)}\n}}; }}";
        var typed = (project ?? new TestProject()).WithSource("Code.cs", source);
        for (var i = 0; i < text.Length; i++)
        {
            var whole = InConnection(text).Replace("class C", $"class C{i}", StringComparison.Ordinal);
            typed = typed.WithSource($"Typed{i}.cs", whole[..(whole.IndexOf(text, StringComparison.Ordinal) + i)]);
        }

        var solution = typed.ToSolution();
        var diagnostics = await OfCodeAsync(solution);
        foreach (var diagnostic in diagnostics)
        {
            var node = diagnostic.Location.SourceTree!.GetRoot(TestContext.Current.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            Assert.NotNull(node.FirstAncestorOrSelf<ArgumentSyntax>());
        }

        foreach (var ruleId in diagnostics.Select(diagnostic => diagnostic.Id).Distinct())
        {
            if (await TestProject.FixAllAsync(solution.Projects.Single(), ruleId, FixAllScope.Project) is not { } repaired)
            {
                continue;
            }

            Assert.Equal(Skeleton(source), Skeleton(await TestProject.TextOfAsync(repaired, "Code.cs")));
            foreach (var (name, halfTyped) in typed.Sources.Where(typedSource => typedSource.Key != "Code.cs"))
            {
                Assert.Equal(halfTyped, await TestProject.TextOfAsync(repaired, name));
            }
        }
    }

    /// <summary>A file without hosts and ports: its lines, and for each the other options of its text.</summary>
    private static IEnumerable<string> Skeleton(string source)
    {
        foreach (var line in source.Split('\n'))
        {
            var first = line.IndexOf('"', StringComparison.Ordinal);
            if (first < 0)
            {
                yield return line;
                continue;
            }

            var literal = line[first..(line.LastIndexOf('"') + 1)];
            var builder = new DbConnectionStringBuilder();
            try
            {
                builder.ConnectionString = SyntaxFactory.ParseToken(literal).ValueText.Replace("{hole}", "hole=1", StringComparison.Ordinal);
            }
            catch (ArgumentException)
            {
                builder.Clear();
                builder["refused"] = literal;
            }

            var options = builder.Keys.Cast<string>()
                .Where(key => !(ConnectionKeys.TryGet(key, out var known) && known is ConnectionKey.Host or ConnectionKey.Port))
                .Select(key => $"{key}={builder[key]}");
            yield return line[..first] + string.Join(";", options) + line[(line.LastIndexOf('"') + 1)..];
        }
    }
}
