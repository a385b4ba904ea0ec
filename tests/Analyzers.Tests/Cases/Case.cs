using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Cases;

/// <summary>What a case says of one line.</summary>
/// <param name="Place">Path from the project's folder, line and rule: <c>Program.cs:2 DKC001</c>.</param>
/// <param name="Line">What the line holds after the first action; empty where that is not said.</param>
/// <param name="IsLeftAlone">True where FixAll must change nothing.</param>
internal sealed record CaseLine(string Place, string Line, bool IsLeftAlone);

/// <summary>A repository in a few lines, out of the <c>*.txt</c> files beside this one.</summary>
/// <remarks>
/// A case: <c>=== name</c>; <c>refs:</c> packages (MySqlConnector where nothing is said); <c>project:</c> its folder in the repository; files, each
/// behind <c>--- path</c>; and <c>--- expect</c> with lines <c>file:line ID | what that line holds after the first action</c>, or <c>none</c>.
/// <c>ID !|</c>: FixAll changes nothing. <c>!message-contains X</c>: no message holds X. Any other finding above hidden is unexpected.
/// </remarks>
internal sealed record Case(ImmutableArray<string> References, ImmutableDictionary<string, string> Files, ImmutableArray<CaseLine> Expected, ImmutableArray<string> NotInMessages)
{
    private const string Expectation = "expect";
    private const string MessagePrefix = "!message-contains ";

    private static readonly string s_folder = Path.Combine(RepositoryFiles.Root, "tests", "Analyzers.Tests", "Cases");

    /// <summary>Every case by the name of its file and its own.</summary>
    public static ImmutableSortedDictionary<string, Case> All { get; } = Directory.EnumerateFiles(s_folder, "*.txt")
        .SelectMany(path => File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ").Skip(1)
            .Select(text => ($"{Path.GetFileNameWithoutExtension(path)}/{text.Split('\n')[0]}", Read(text))))
        .ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The project's folder: its own one in the repository, where the case says so.</summary>
    public string Folder { get; init; } = TestProject.Folder;

    public Solution ToSolution()
    {
        var project = new TestProject { OwnFolder = Folder }
            .WithProperty("DockerConnectionStringsProjectFile", $"{Folder}/{Path.GetFileName(Folder)}.csproj")
            .WithDrivers([.. References.SelectMany(CaseReferences.Of).Distinct()]);
        foreach (var (path, text) in Files)
        {
            project = path.EndsWith(".cs", StringComparison.Ordinal) ? project.WithSource(path, text) : project.With(path, text);
        }

        var solution = project.ToSolution();
        var isProgram = Files.Any(file => file.Key.EndsWith(".cs", StringComparison.Ordinal) && CSharpSyntaxTree.ParseText(file.Value).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        return isProgram ? solution.WithProjectCompilationOptions(solution.ProjectIds[0], new CSharpCompilationOptions(OutputKind.ConsoleApplication)) : solution;
    }

    private static Case Read(string text)
    {
        var parts = text.Split("\n--- ");
        var head = parts[0].Split('\n').Skip(1).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(line => line.Length == 2).ToDictionary(line => line[0], line => line[1]);
        var folder = head.GetValueOrDefault("project", "");
        var files = parts.Skip(1).ToDictionary(part => part.Split('\n')[0].Trim(), part => part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..] + "\n");
        Assert.True(files.Remove(Expectation, out var expectation), $"No '--- {Expectation}': {parts[0]}");
        Assert.All(head.Keys, key => Assert.Contains(key, (string[])["refs", "project"]));
        var lines = expectation!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "none").ToArray();
        return new Case(
            [.. head.TryGetValue("refs", out var references) ? references.Split(' ', StringSplitOptions.RemoveEmptyEntries) : ["MySqlConnector"]],
            files.ToImmutableDictionary(file => FromProject(file.Key), file => file.Value),
            [.. lines.Where(line => !line.StartsWith(MessagePrefix, StringComparison.Ordinal)).Select(ReadLine).OrderBy(line => line.Place.Split(':')[0], StringComparer.Ordinal)],
            [.. lines.Where(line => line.StartsWith(MessagePrefix, StringComparison.Ordinal)).Select(line => line[MessagePrefix.Length..])])
        {
            Folder = folder.Length > 0 ? "/repo/" + folder : TestProject.Folder,
        };

        string FromProject(string path) => Path.GetRelativePath("/" + folder, "/" + path);

        CaseLine ReadLine(string line)
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            Assert.True(bar > 0, $"No '|': {line}");
            var isLeftAlone = line[bar - 1] == '!';
            return new CaseLine(FromProject(line[..(isLeftAlone ? bar - 1 : bar)].Trim()), line[(bar + 1)..].Trim(), isLeftAlone);
        }
    }
}
