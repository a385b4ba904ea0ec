using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>Layouts of settings, compose files and code as repositories have them, and what is said of each.</summary>
/// <remarks>In <c>Layouts/*.txt</c>: <c>=== name</c>, lines <c>@drivers A B</c>, <c>@file path of-layouts</c>, <c>@property Name value</c> and <c>@expect path:line ID</c>, then files, each after <c>--- path</c>.</remarks>
public class SettingLayoutTests
{
    [Fact]
    public async Task Each_layout_is_reported_as_a_reader_would()
    {
        var report = new StringBuilder();
        var wrong = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Folder(), "*.txt").Order(StringComparer.Ordinal))
        {
            if (Environment.GetEnvironmentVariable("LAYOUTS") is { Length: > 0 } wanted && !Path.GetFileName(path).StartsWith(wanted, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var layout in File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ").Skip(1))
            {
                await CheckAsync(layout, report, wrong);
            }
        }

        if (Environment.GetEnvironmentVariable("LAYOUTS_REPORT") is { Length: > 0 } output)
        {
            await File.WriteAllTextAsync(output, report.ToString(), TestContext.Current.CancellationToken);
        }

        Assert.Empty(wrong);
    }

    private static string Folder([CallerFilePath] string own = "") => Path.Combine(Path.GetDirectoryName(own)!, "Layouts");

    private static async Task CheckAsync(string layout, StringBuilder report, List<string> wrong)
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
        report.AppendLine().Append("=== ").AppendLine(head[0]);
        var said = new List<string>();
        foreach (var diagnostic in found.Where(diagnostic => diagnostic.Id != "DKC990"))
        {
            var place = diagnostic.Location.GetLineSpan();
            var relative = Path.GetRelativePath(TestProject.Folder, place.Path);
            said.Add($"{relative}:{place.StartLinePosition.Line + 1} {diagnostic.Id}");
            report.AppendLine(CultureInfo.InvariantCulture, $"  {said[^1]}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
            foreach (var action in await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic))
            {
                if (!action.Title.StartsWith("Repair all", StringComparison.Ordinal))
                {
                    report.AppendLine(CultureInfo.InvariantCulture, $"      > {action.Title}");
                    await ChangesAsync(solution, await TestProject.ApplyAsync(action), report);
                }
            }
        }

        if (await TestProject.FixAllAsync(solution.Projects.Single(), "DKC990", FixAllScope.Solution) is { } repaired)
        {
            report.AppendLine("      DKC990:");
            await ChangesAsync(solution, repaired, report);
        }

        if (!said.SequenceEqual(expected, StringComparer.Ordinal))
        {
            wrong.Add($"{head[0]}: {string.Join(", ", said)}, expected {string.Join(", ", expected)}");
        }
    }

    private static async Task ChangesAsync(Solution before, Solution after, StringBuilder report)
    {
        foreach (var document in before.Projects.Single().AdditionalDocuments)
        {
            var old = (await document.GetTextAsync(TestContext.Current.CancellationToken)).Lines.Select(line => line.ToString()).ToArray();
            var changed = (await after.GetAdditionalDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).Lines.Select(line => line.ToString());
            foreach (var line in changed.Except(old, StringComparer.Ordinal))
            {
                report.AppendLine(CultureInfo.InvariantCulture, $"        {line.Trim()}");
            }
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
