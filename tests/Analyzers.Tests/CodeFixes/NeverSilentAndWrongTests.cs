using System.Collections.Immutable;
using CsCheck;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using DockerConnectionStrings.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>What is left after all that is repaired unasked is right, or something is said of it.</summary>
/// <remarks>
/// Not asked, since it is decided otherwise: a port that another engine's container publishes counts as published.
/// </remarks>
public class NeverSilentAndWrongTests
{
    private const int TextsOfOneTopology = 24;
    private const int MostRounds = 4;
    private const string FileName = "Code.cs";

    private static readonly int s_topologies = LongRuns.Of(100);

    private static readonly Lazy<Task<Project>> s_project = new(NewProjectAsync);

    [Fact]
    public async Task A_repair_never_ends_silent_and_wrong()
    {
        var (repaired, doubted) = (0, 0);
        await Gen.Select(NaiveTopology.Any, NaiveText.Any.Array[TextsOfOneTopology]).SampleAsync(
            async (topology, texts) =>
            {
                var before = texts.Select((text, i) => text.ToMember(i)).ToArray();
                var (after, told) = await RepairAsync(topology, before);
                var faults = Enumerable.Range(0, texts.Length).SelectMany(i => FaultsOf(topology, texts[i], before[i], after[i], told.Contains(i)).Select(fault => $"{fault}: {before[i]} => {after[i]}")).ToArray();
                Assert.True(faults.Length == 0, string.Join("\n", [.. faults, .. topology.Files().Select(file => $"--- {file.Path}\n{file.Text}")]));
                Interlocked.Add(ref repaired, Enumerable.Range(0, texts.Length).Count(i => before[i] != after[i]));
                Interlocked.Add(ref doubted, Enumerable.Range(0, texts.Length).Count(i => before[i] == after[i] && told.Contains(i)));
            },
            iter: s_topologies,
            threads: 2);

        // Both ends are met: what is silent from the beginning proves nothing.
        Assert.InRange(repaired, s_topologies * TextsOfOneTopology / 5, s_topologies * TextsOfOneTopology);
        Assert.InRange(doubted, s_topologies * TextsOfOneTopology / 10, s_topologies * TextsOfOneTopology);
    }

    /// <summary>What speaks against a text as it is left, by a model that knows nothing of the product's.</summary>
    private static IEnumerable<string> FaultsOf(NaiveTopology topology, NaiveText text, string before, string after, bool isTold)
    {
        if (!topology.IsOfThisMachine(text.Host))
        {
            yield break;
        }

        var (meant, isCertain) = topology.MeantBy(text);
        var (host, port) = NaiveText.Read(after);
        if (!isTold && !topology.IsPublishedAt(host, port)
            && meant.Any(service => service.Published.Any(entry => entry.Host != port)))
        {
            yield return "silent and wrong";
        }

        if (before != after && !isCertain && topology.IsPublishedByNobody(text.MeantPort) && meant.Any(service => service.Published.Any()))
        {
            yield return "changed unasked";
        }
    }

    /// <summary>Repairs all members until nothing changes.</summary>
    /// <returns>The members as they are left, and the numbers of those of which something is still said.</returns>
    private static async Task<(string[] Members, HashSet<int> Told)> RepairAsync(NaiveTopology topology, string[] members)
    {
        var source = SourceText.From("class C {\n" + string.Concat(members.Select(member => member + "\n")) + "}\n");
        var project = topology.Files().Aggregate((await s_project.Value).Documents.Single().WithText(source).Project, (project, file) =>
            project.AddAdditionalDocument(file.Path, SourceText.From(file.Text), filePath: $"{TestProject.Folder}/{file.Path}").Project);
        var findings = await TestProject.AnalyzeAsync(project);
        for (var round = 0; round < MostRounds && await FixAllAsync(project, findings) is { } repaired; round++)
        {
            project = repaired;
            findings = await TestProject.AnalyzeAsync(project);
        }

        var lines = (await TestProject.TextOfAsync(project.Solution, FileName)).Split('\n');
        Assert.Equal(members.Length + 3, lines.Length);
        return (lines[1..^2], [.. findings.Where(finding => finding.Severity >= DiagnosticSeverity.Info).Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line - 1)]);
    }

    /// <summary>What FixAll makes of the findings of all rules; null when it changes nothing.</summary>
    private static async Task<Project?> FixAllAsync(Project project, ImmutableArray<Diagnostic> findings)
    {
        if (findings.IsEmpty)
        {
            return null;
        }

        var provider = new ConnectionStringCodeFixProvider();
        var context = new FixAllContext(
            project, provider, FixAllScope.Project, codeActionEquivalenceKey: null!, findings.Select(finding => finding.Id).Distinct(), new Known(findings), TestContext.Current.CancellationToken);
        var repaired = await TestProject.ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
        return repaired.GetChanges(project.Solution).GetProjectChanges().Any() ? repaired.GetProject(project.Id) : null;
    }

    /// <summary>A project whose references are bound once for all samples.</summary>
    private static async Task<Project> NewProjectAsync()
    {
        var project = new TestProject().WithSource(FileName, "").ToSolution().Projects.Single();
        Assert.NotNull((await project.GetCompilationAsync())!.GetSpecialType(SpecialType.System_Object));
        return project;
    }

    /// <summary>The findings of a project that was just analyzed.</summary>
    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => finding.Location.IsInSource));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => !finding.Location.IsInSource));
    }
}
