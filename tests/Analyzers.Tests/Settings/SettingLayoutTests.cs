using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Layouts of settings, compose files and code as repositories have them, and what is said of each.</summary>
/// <remarks>In <c>Layouts/*.txt</c>: <c>=== name</c>, lines <c>@drivers A B</c>, <c>@file path of-layouts</c>, <c>@property Name value</c> and <c>@expect path:line ID</c>, then files, each after <c>--- path</c>.</remarks>
public class SettingLayoutTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_layout_is_reported_as_a_reader_would(string file)
    {
        var wrong = new List<string>();
        foreach (var layout in (await File.ReadAllTextAsync(Path.Combine(Folder(), file), TestContext.Current.CancellationToken)).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ").Skip(1))
        {
            await CheckAsync(layout, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static string Folder() => Path.Combine(RepositoryFiles.Root, "tests", "Analyzers.Tests", "Settings", "Layouts");

    private static async Task CheckAsync(string layout, List<string> wrong)
    {
        var parts = layout.Split("\n--- ");
        var head = parts[0].Split('\n');
        var project = new TestProject().WithDrivers();
        var expected = new List<string>();
        foreach (var line in head.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            project = line switch
            {
                ["@drivers", .. var drivers] => project.WithDrivers([.. drivers.Select(Driver)]),
                ["@file", var to, var from] => project.With(to, File.ReadAllText(Path.Combine(Folder(), from))),
                ["@property", var name, var value] => project.WithProperty(name, value),
                _ => project,
            };
            if (line is ["@expect", .. var finding])
            {
                expected.Add(string.Join(" ", finding));
            }
        }

        foreach (var part in parts.Skip(1))
        {
            var (path, text) = (part.Split('\n')[0].Trim(), part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            project = path.EndsWith(".cs", StringComparison.Ordinal) ? project.WithSource(path, text) : project.With(path, text);
        }

        if (project.Sources.IsEmpty)
        {
            project = project.WithSource("Program.cs", "class Program;");
        }

        var solution = project.ToSolution();
        var found = await TestProject.AnalyzeAsync(solution.Projects.Single());
        var said = found.Where(diagnostic => diagnostic.Id != SettingRepair.Id).Select(diagnostic => $"{Path.GetRelativePath(TestProject.Folder, diagnostic.Location.GetLineSpan().Path)}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}").ToArray();
        foreach (var diagnostic in found)
        {
            // Whatever is offered can be applied.
            foreach (var offered in await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic))
            {
                await TestProject.ApplyAsync(offered);
            }
        }

        await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution);
        if (!said.SequenceEqual(expected, StringComparer.Ordinal))
        {
            wrong.Add($"{head[0]}: {string.Join(", ", said)}, expected {string.Join(", ", expected)}");
        }
    }

    private static MetadataReference Driver(string name) => name switch
    {
        "MySqlConnector" => References.MySqlConnector,
        "MySql.Data" => References.MySqlData,
        "SqlClient" => References.SqlClient,
        "Npgsql" => References.Npgsql,
        "EF" => References.EntityFramework,
        _ => References.Stub(name, "class A;"),
    };
}
