using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CSharp;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>Literals as repositories have them, with what they are (<c>labelled-texts.tsv</c>), each alone: without sink, file and project, so only the text itself can tell.</summary>
public class LabelledTextsTests
{
    private sealed record Row(string Kind, string Engine, string Expected, string Confidence, string Evidence, string Text);

    [Fact]
    public async Task Texts_are_silent_where_they_are_right_and_reported_where_the_text_itself_tells()
    {
        var rows = Rows();
        Assert.NotEmpty(rows);
        var said = await SaidAsync(rows);

        foreach (var group in rows.Zip(said).GroupBy(pair => (pair.First.Engine, pair.First.Expected, pair.First.Evidence)).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var answers = group.GroupBy(pair => pair.Second ?? "silent").Select(answer => $"{answer.Key} {answer.Count()}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{group.Key.Engine,-10} {group.Key.Expected,-22} {group.Key.Evidence,-22} {string.Join(", ", answers)}");
        }

        foreach (var (row, answer) in rows.Zip(said))
        {
            AssertIsRight(row, answer);
        }
    }

    /// <summary>The same texts as settings, under names that say nothing.</summary>
    [Fact]
    public async Task Texts_are_silent_as_settings_where_they_are_right_and_reported_where_the_text_itself_tells()
    {
        var rows = Rows().Where(row => !row.Text.StartsWith('$') && ValueOf(row) is not null).ToArray();
        Assert.True(rows.Length > 100);
        var settings = "{\n" + string.Join(",\n", rows.Select((row, i) => $"  \"T{i}\": {System.Text.Json.JsonSerializer.Serialize(ValueOf(row))}")) + "\n}";
        var said = new string?[rows.Length];
        foreach (var message in await VerifyFile.MessagesAsync("appsettings.json", settings, new TestProject().WithDrivers()))
        {
            said[int.Parse(message.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) - 2] = message.Split(' ')[1];
        }

        foreach (var (row, answer) in rows.Zip(said))
        {
            AssertIsRight(row, answer);
        }
    }

    private static Row[] Rows() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests", "Analyzers.Tests", "Precision", "labelled-texts.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(fields => new Row(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])),
    ];

    private static string? ValueOf(Row row) => SyntaxFactory.ParseToken(row.Text).Value as string;

    private static void AssertIsRight(Row row, string? answer)
    {
        var isWrong = row.Expected switch
        {
            "mysql-localhost" => answer is not (null or LocalhostInMySql.Id or PortInHost.Id),
            "container-ip" => answer is not (null or ContainerAddress.Id or BridgeGateway.Id),
            _ => answer is not null,
        };
        Assert.False(isWrong, $"{row.Text}: {answer}, expected {row.Expected}");

        // The texts whose only keyword is `charset` are not MySQL's by that alone: Firebird reads it too.
        if (row is { Expected: "mysql-localhost", Confidence: "sure", Evidence: "string-keyword" or "string-port" } && !HasOnlyASharedKeyword(row.Text))
        {
            Assert.True(answer == (row.Text.Contains("localhost,", StringComparison.Ordinal) ? PortInHost.Id : LocalhostInMySql.Id), $"{row.Text}: {answer ?? "silent"}");
        }
    }

    private static bool HasOnlyASharedKeyword(string text) => text.EndsWith("Charset=utf8;\"", StringComparison.Ordinal);

    /// <summary>All texts in one file, each in a line of its own, in a project without a driver.</summary>
    private static async Task<string?[]> SaidAsync(Row[] rows)
    {
        var lines = rows.Select((row, i) => $"    object t{i} = {row.Text};");
        var project = new TestProject().WithDrivers().WithSource("Code.cs", $"class C\n{{\n{string.Join("\n", lines)}\n}}\n");
        var said = new string?[rows.Length];
        foreach (var diagnostic in await project.AnalyzeAsync())
        {
            said[diagnostic.Location.GetLineSpan().StartLinePosition.Line - 2] = diagnostic.Id;
        }

        return said;
    }
}
