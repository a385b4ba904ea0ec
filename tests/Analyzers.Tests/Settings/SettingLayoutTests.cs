using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Layouts of settings, compose files and code as repositories have them, and what is said of each.</summary>
/// <remarks>
/// In <c>Layouts/*.txt</c>: <c>=== name</c>, lines <c>@drivers A B</c>, <c>@file path of-layouts</c> and <c>@property Name value</c>, what is to be said, then files,
/// each after <c>--- path</c>. Said is <c>@expect path:line ID</c> for each finding, <c>@offers title</c> behind it for each of its actions, and at last
/// <c>@fixed path:line text</c> for each line that FixAll of all rules changes.
/// </remarks>
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
        var (name, project, expected) = Read(layout);
        var solution = project.ToSolution();
        var found = await TestProject.AnalyzeAsync(solution.Projects.Single());
        var said = new List<string>();
        foreach (var diagnostic in found)
        {
            var actions = await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic);
            if (diagnostic.Id != SettingRepair.Id)
            {
                said.Add($"@expect {PathOf(diagnostic)}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}");
                said.AddRange(actions.Select(action => "@offers " + action.Title));
            }

            // Whatever is offered can be applied.
            foreach (var action in actions)
            {
                await TestProject.ApplyAsync(action);
            }
        }

        var repaired = solution;
        foreach (var id in found.Where(diagnostic => diagnostic.Location.IsInSource).Select(diagnostic => diagnostic.Id).Append(SettingRepair.Id).Distinct().Order(StringComparer.Ordinal))
        {
            repaired = await TestProject.FixAllAsync(repaired.Projects.Single(), id, FixAllScope.Solution) ?? repaired;
        }

        said.AddRange(await ChangedLinesAsync(solution.Projects.Single(), repaired.Projects.Single()));
        if (!said.SequenceEqual(expected, StringComparer.Ordinal))
        {
            wrong.Add($"{name}:\n{string.Join("\n", said)}\nexpected:\n{string.Join("\n", expected)}\n");
        }
    }

    /// <summary>A layout as a project, and the lines of its head that say what is to be said of it.</summary>
    private static (string Name, TestProject Project, string[] Expected) Read(string layout)
    {
        var parts = layout.Split("\n--- ");
        var head = parts[0].Split('\n');
        var project = new TestProject().WithDrivers();
        foreach (var line in head.Skip(1))
        {
            project = line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["@drivers", .. var drivers] => project.WithDrivers([.. drivers.Select(Driver)]),
                ["@file", var to, var from] => project.With(to, File.ReadAllText(Path.Combine(Folder(), from))),
                ["@property", var property, var value] => project.WithProperty(property, value),
                ["@expect" or "@offers" or "@fixed", _, ..] or [] => project,
                _ => throw new InvalidDataException($"{head[0]}: no directive: {line}"),
            };
        }

        foreach (var part in parts.Skip(1))
        {
            var (path, text) = (part.Split('\n')[0].Trim(), part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            project = path.EndsWith(".cs", StringComparison.Ordinal) ? project.WithSource(path, text) : project.With(path, text);
        }

        return (head[0], project.Sources.IsEmpty ? project.WithSource("Program.cs", "class Program;") : project,
            [.. head.Where(line => line.Split(' ')[0] is "@expect" or "@offers" or "@fixed")]);
    }

    private static async Task<IEnumerable<string>> ChangedLinesAsync(Project before, Project after)
    {
        var changed = new List<string>();
        foreach (var document in before.Documents.Concat<TextDocument>(before.AdditionalDocuments).OrderBy(document => document.FilePath, StringComparer.Ordinal))
        {
            var (old, with) = (await LinesAsync(document), await LinesAsync((TextDocument?)after.GetDocument(document.Id) ?? after.GetAdditionalDocument(document.Id)!));
            Assert.Equal(old.Length, with.Length);
            changed.AddRange(Enumerable.Range(0, old.Length).Where(i => old[i] != with[i]).Select(i => $"@fixed {PathOf(document.FilePath!)}:{i + 1} {with[i].Trim()}"));
        }

        return changed;
    }

    private static async Task<string[]> LinesAsync(TextDocument document) => (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString().Split('\n');

    private static string PathOf(Diagnostic diagnostic) => PathOf(diagnostic.Location.GetLineSpan().Path);

    private static string PathOf(string path) => Path.GetRelativePath(TestProject.Folder, path);

    private static MetadataReference Driver(string name) => name switch
    {
        "MySqlConnector" => References.MySqlConnector,
        "MySql.Data" => References.MySqlData,
        "SqlClient" => References.SqlClient,
        "Npgsql" => References.Npgsql,
        "EF" => References.EntityFramework,
        "Azure.Storage.Blobs" or "Confluent.Kafka" or "DotNetCore.CAP" or "EasyNetQ" or "FirebirdSql.Data.FirebirdClient" or "HealthChecks" or "MassTransit" or "MassTransit.RabbitMQ"
            or "MongoDB.Driver" or "NLog" or "Ocelot" or "Oracle.ManagedDataAccess" or "SqlSugar" or "StackExchange.Redis" or "System.Data.SqlClient" or "Yarp.ReverseProxy" or "log4net"
            => References.Stub(name, "class A;"),
        _ => throw new InvalidDataException($"No driver of these tests: {name}"),
    };
}
