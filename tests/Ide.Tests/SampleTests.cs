using DockerConnectionStrings.Ide.Tests.Engine;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Ide.Tests;

/// <summary>What an editor shows in the files of <c>samples/</c>, and what its lightbulbs make of them.</summary>
public sealed class SampleTests
{
    /// <summary>It has a lightbulb and no squiggle.</summary>
    private const string Hidden = "DKC990";

    /// <summary>All mistakes of each sample. A new sample: its project in the project file, and its mistakes here.</summary>
    private static readonly Mistake[] Mistakes =
    [
        new("Shop", "Catalogue.cs", "DKC002", "Server=[|172.17.0.2|];Port=3306;", [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;"),
        ]),
        new("Shop", "Stock.cs", "DKC001", "Server=[|localhost|];Port=3306;", [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;"),
        ]),
        new("WebApi", "ShopContext.cs", "DKC001", "Server=[|localhost|];Port=3306;", [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;"),
            new("Use mysql:3306 (this project runs in compose service api)", "Server=mysql;Port=3306;"),
        ]),
        new("WebApi", "appsettings.json", "DKC001", "Server=[|localhost|];Port=3306;", [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;"),
            new("Repair all that is certain in appsettings.json", "Server=127.0.0.1;Port=3307;"),
        ]),
        new("WebApi", "appsettings.Development.json", "DKC002", "Server=[|172.17.0.2|];", [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Server=127.0.0.1;Port=3307;"),
            new("Repair all that is certain in appsettings.Development.json", "Server=127.0.0.1;Port=3307;"),
        ]),
        new("WebApi", "Properties/launchSettings.json", "DKC001", Audit("[|localhost|]", "3306"), [
            new("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", Audit("127.0.0.1", "3307")),
            new("Repair all that is certain in launchSettings.json", Audit("127.0.0.1", "3307")),
        ]),

        // What stands in C# for the repairs in the settings that it reads.
        new("WebApi", "Program.cs", Hidden, "[|builder.Configuration.GetConnectionString(\"Shop\")|]", [
            new("Repair appsettings.Development.json", "Server=127.0.0.1;Port=3307;", ("appsettings.Development.json", "Server=172.17.0.2;")),
            new("Repair appsettings.json", "Server=127.0.0.1;Port=3307;", ("appsettings.json", "Server=localhost;Port=3306;")),
        ]),
        new("WebApi", "AuditLog.cs", Hidden, "[|configuration[\"AUDIT_MYSQL_HOST\"]|]", [
            new("Repair Properties/launchSettings.json", Audit("127.0.0.1", "3307"), ("Properties/launchSettings.json", Audit("localhost", "3306"))),
        ]),
    ];

    /// <summary>Of the variables of a launch profile, those from the host to the port.</summary>
    private static string Audit(string host, string port) => $"""
        "AUDIT_MYSQL_HOST": "{host}",
                "AUDIT_MYSQL_USER": "shop",
                "AUDIT_MYSQL_PASSWORD": "shop-secret",
                "AUDIT_MYSQL_PORT": "{port}"
        """;

    public static TheoryData<string> Samples => [.. Mistakes.Select(mistake => mistake.Sample).Distinct()];

    /// <summary>The index of each mistake and its place, as a name for the test.</summary>
    public static TheoryData<int, string> Places => [.. Mistakes.Select((mistake, index) => (index, $"{mistake.Sample}/{mistake.File}: {mistake.Marked}"))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_mistake_of_a_sample_is_underlined_and_nothing_else_is(string sample)
    {
        using var editor = new Editor(Sample.Of(sample));
        var found = new List<string>();
        foreach (var file in editor.Files)
        {
            found.AddRange((await editor.SquigglesAsync(file)).Select(squiggle => $"{file} {squiggle.Id} {squiggle.Location.SourceSpan}"));
        }

        var expected = new List<string>();
        foreach (var mistake in Mistakes.Where(mistake => mistake.Sample == sample && mistake.RuleId != Hidden))
        {
            expected.Add($"{mistake.File} {mistake.RuleId} {await PlaceAsync(editor, mistake)}");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_lightbulb_of_a_mistake_repairs_it_and_changes_nothing_else(int index, string place)
    {
        Assert.NotEmpty(place);
        var mistake = Mistakes[index];
        using var editor = new Editor(Sample.Of(mistake.Sample));
        var actions = await editor.LightbulbAsync(mistake.File, await PlaceAsync(editor, mistake));
        Assert.Equal(mistake.Repairs.Select(repair => repair.Title), actions.Select(action => action.Title));
        foreach (var (repair, action) in mistake.Repairs.Zip(actions))
        {
            var (file, old) = repair.Elsewhere ?? (mistake.File, mistake.Text);
            var text = await editor.TextAsync(file);
            Assert.Contains(old, text, StringComparison.Ordinal);
            Assert.Equal([KeyValuePair.Create(file, text.Replace(old, repair.New, StringComparison.Ordinal))], await editor.AppliedAsync(action));
        }
    }

    [Fact]
    public async Task A_broken_compose_file_is_underlined_where_it_breaks()
    {
        using var editor = new Editor(Sample.Of("Shop"), ("docker-compose.yml", "services:\n  mysql:\n    ports: [ \"3307:3306\"\n"));
        var squiggle = Assert.Single(await editor.SquigglesAsync("docker-compose.yml"));
        Assert.Equal("DKC900", squiggle.Id);
        Assert.Equal(new TextSpan("services:\n  mysql:\n    ports: ".Length, "[ \"3307:3306\"".Length), squiggle.Location.SourceSpan);
        Assert.Empty(await editor.LightbulbAsync("docker-compose.yml", squiggle.Location.SourceSpan));
    }

    [Fact]
    public async Task Code_is_judged_by_the_unsaved_text_of_the_compose_file()
    {
        var saved = "\"3307:3306\"";
        using var disk = new Editor(Sample.Of("Shop"));
        var compose = await disk.TextAsync("docker-compose.yml");
        Assert.Contains(saved, compose, StringComparison.Ordinal);
        using var editor = new Editor(Sample.Of("Shop"), ("docker-compose.yml", compose.Replace(saved, "\"3317:3306\"", StringComparison.Ordinal)));
        var squiggle = Assert.Single(await editor.SquigglesAsync("Stock.cs"));
        var action = Assert.Single(await editor.LightbulbAsync("Stock.cs", squiggle.Location.SourceSpan));
        Assert.Equal("Use 127.0.0.1:3317 (mysql, docker-compose.yml)", action.Title);
    }

    /// <summary>Where the squiggle stands; its text with what is around it stands in the file once.</summary>
    private static async Task<TextSpan> PlaceAsync(Editor editor, Mistake mistake)
    {
        var text = await editor.TextAsync(mistake.File);
        var start = text.IndexOf(mistake.Text, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(mistake.Text, start + 1, StringComparison.Ordinal) < 0, $"{mistake.Text} must stand in {mistake.File} once.");
        var from = mistake.Marked.IndexOf(Mistake.Start, StringComparison.Ordinal);
        var to = mistake.Marked.IndexOf(Mistake.End, StringComparison.Ordinal) - Mistake.Start.Length;
        return TextSpan.FromBounds(start + from, start + to);
    }

    /// <param name="Sample">The project.</param>
    /// <param name="File">The file, from the project's folder.</param>
    /// <param name="Marked">What is underlined, <c>[|so|]</c>, and what is around it.</param>
    /// <param name="Repairs">The actions of the lightbulb, in its order.</param>
    private sealed record Mistake(string Sample, string File, string RuleId, string Marked, Repair[] Repairs)
    {
        public const string Start = "[|";
        public const string End = "|]";

        public string Text => Marked.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);
    }

    /// <param name="Title">The action's name in the lightbulb.</param>
    /// <param name="New">What stands in place of the mistake's text.</param>
    /// <param name="Elsewhere">Another text, if not the mistake's own, that is replaced.</param>
    private sealed record Repair(string Title, string New, (string File, string Text)? Elsewhere = null);
}
