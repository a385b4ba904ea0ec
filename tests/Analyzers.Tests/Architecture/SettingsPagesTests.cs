using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>What the pages on settings files and on silencing show is what happens.</summary>
public partial class SettingsPagesTests
{
    private const string Silencing = "docs/silencing.md";

    private const string Settings = "appsettings.json";

    private const string Json = """{ "MySql": "Server=localhost;Port=3306;Database=shop;Uid=a" }""";

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    /// <summary>The file that a block of a language stands for.</summary>
    private static readonly ImmutableDictionary<string, string> s_files =
        ImmutableDictionary<string, string>.Empty.Add("json", Settings).Add("xml", "App.config").Add("yaml", "settings.yml").Add("dotenv", ".env");

    /// <summary>A value that a rule speaks of.</summary>
    private static readonly ImmutableDictionary<string, string> s_wrong =
        ImmutableDictionary<string, string>.Empty.Add("DKC001", "localhost").Add("DKC002", "172.17.0.2").Add("DKC005", "mysql");

    public static TheoryData<string> Languages => [.. s_files.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_comments_of_the_page_silence(string language)
    {
        var text = InSection(Silencing, "One place").First(block => block.Language == language).Text;
        Assert.Empty(await VerifyFile.MessagesAsync(s_files[language], text, s_shop));
        var without = await VerifyFile.MessagesAsync(s_files[language], text.Replace(": ignore", ": note", StringComparison.Ordinal), s_shop);
        Assert.Equal(text.Split("docker-connection-strings: ignore").Length - 1, without.Length);
    }

    [Fact]
    public async Task The_comments_that_do_not_silence_do_not()
    {
        var text = InSection(Silencing, "One place").Last().Text;
        var expected = text.Split('\n').Index().Where(line => line.Item.Contains("localhost", StringComparison.Ordinal)).Select(line => $"{line.Index + 1} DKC001 Warning");
        Assert.Equal(3, expected.Count());
        Assert.Equal(expected, (await VerifyFile.MessagesAsync(Settings, text, s_shop)).Select(message => message.Split(':')[0]));
    }

    /// <summary>Pattern and line of each of our keys on the page.</summary>
    public static TheoryData<string, string> Keys
    {
        get
        {
            var keys = new TheoryData<string, string>();
            var pattern = "";
            foreach (var line in InSection(Silencing, "One rule, by the file's name").First().Text.Split('\n').Where(line => line.Length > 0))
            {
                if (line.StartsWith('['))
                {
                    pattern = line[1..^1];
                }
                else
                {
                    keys.Add(pattern, line);
                }
            }

            return keys;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_keys_of_the_page_reach_their_files(string pattern, string line)
    {
        var key = SeverityKey().Match(line);
        var (id, severity) = (key.Groups[1].Value, key.Groups[2].Value switch { "none" => null, "suggestion" => "Info", var other => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(other) });
        var path = pattern.Replace("{App,Web}", "Web", StringComparison.Ordinal).Replace("*.json", Settings, StringComparison.Ordinal).Replace("*", ".test", StringComparison.Ordinal);
        var text = id == UnreadableFile.Id ? "services:\n  a: [\n"
            : path.EndsWith(".config", StringComparison.Ordinal) ? $"<c><MySql host=\"{s_wrong[id]}\" /></c>"
            : Json.Replace("localhost", s_wrong[id], StringComparison.Ordinal);
        Assert.Equal(severity is null ? [] : [$"{id} {severity}"], await IdsAsync(path, text, s_shop.WithOption(pattern, line)));
        Assert.NotEqual(severity is null ? [] : [$"{id} {severity}"], await IdsAsync(path, text, s_shop));
    }

    [Fact]
    public async Task A_setting_by_id_counts_more_than_a_key_of_ours_but_for_none()
    {
        const string global = "is_global = true\nglobal_level = -1\ndotnet_diagnostic.DKC001.severity = warning\n";
        foreach (var (value, expected) in new[] { ("error", "DKC001 Warning"), ("suggestion", "DKC001 Warning"), ("none", "") })
        {
            var project = VerifyFile.With(s_shop.WithOption("*.json", $"docker_connection_strings.DKC001.severity = {value}"), Settings, Json);
            Assert.Equal(expected, string.Join(" ", await IdsAsync(WithGlobal(project.ToSolution(), global), Settings)));
        }
    }

    /// <summary>The rows on what reaches which file, and how a row is tried.</summary>
    private static readonly (string Setting, Func<Solution, Solution> Apply)[] s_rows =
    [
        ("`dotnet_diagnostic.DKC001.severity` in `.editorconfig`", solution => WithConfig(solution, "[*]\ndotnet_diagnostic.DKC001.severity = none\n")),
        ("`dotnet_diagnostic.DKC001.severity` in `.globalconfig`", solution => WithGlobal(solution, "is_global = true\ndotnet_diagnostic.DKC001.severity = none\n")),
        ("`docker_connection_strings.DKC001.severity` in `.editorconfig`", solution => WithConfig(solution, "[*]\ndocker_connection_strings.DKC001.severity = none\n")),
        ("`docker_connection_strings.DKC001.severity` in `.globalconfig`", solution => WithGlobal(solution, "is_global = true\ndocker_connection_strings.DKC001.severity = none\n")),
        ("`NoWarn`", solution => With(solution, options => options.WithSpecificDiagnosticOptions([KeyValuePair.Create("DKC001", ReportDiagnostic.Suppress)]))),
        ("`WarningsAsErrors`, `WarningsNotAsErrors`", solution => With(solution, options => options.WithSpecificDiagnosticOptions([KeyValuePair.Create("DKC001", ReportDiagnostic.Error)]))),
        ("category key: `dotnet_analyzer_diagnostic.category-Docker.severity`", solution => WithConfig(solution, "[*]\ndotnet_analyzer_diagnostic.category-Docker.severity = none\n")),
        ("bulk key: `dotnet_analyzer_diagnostic.severity`", solution => WithConfig(solution, "[*]\ndotnet_analyzer_diagnostic.severity = none\n")),
        ("`SuppressMessage` on the assembly", solution => WithSource(solution, """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Docker", "DKC001")]""")),
        ("the option `ignored_hosts`", solution => WithConfig(solution, "[*]\ndocker_connection_strings.ignored_hosts = localhost\n")),
    ];

    public static TheoryData<string> Rows => [.. s_rows.Select(row => row.Setting)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_reaches_what_is_as_the_table_says(string setting)
    {
        var project = VerifyFile.With(s_shop.WithSource("Code.cs", """class C { object M() => new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop;Uid=a"); }"""), Settings, Json);
        var (plain, set) = (project.ToSolution(), s_rows.Single(row => row.Setting == setting).Apply(project.ToSolution()));
        var (code, settings) = (await ReachesAsync("Code.cs"), await ReachesAsync(Settings));
        Assert.Contains($"| {setting} | {(code ? "yes" : "**no**")} | {(settings ? "yes" : "**no**")} |", File.ReadLines(PathOf(Silencing)));

        async Task<bool> ReachesAsync(string file)
        {
            var before = await IdsAsync(plain, file);
            Assert.Equal(["DKC001 Warning"], before);
            return !before.SequenceEqual(await IdsAsync(set, file));
        }
    }

    [Fact]
    public void The_sets_of_severities_are_as_the_table_says()
    {
        foreach (var set in new[] { "all-warnings", "errors", "off" })
        {
            var lines = File.ReadLines(PathOf($"src/Package/build/severity/{set}.globalconfig")).ToArray();
            Assert.Contains($"| `{set}` | {In("DKC001")} | {In("DKC004")} | {In("DKC990")} |", File.ReadLines(PathOf(Silencing)));

            string In(string id) => lines.Where(line => line.StartsWith($"dotnet_diagnostic.{id}.severity = ", StringComparison.Ordinal)).Select(line => line.Split(" = ")[1]).SingleOrDefault() ?? "hidden";
        }
    }

    [Fact]
    public async Task The_proxys_page_shows_its_message_and_what_the_command_makes()
    {
        const string page = "docs/rules/DKC990.md";
        var blocks = InSection(page, "How to fix it").ToArray();
        var (before, after) = (blocks.First(block => block.Language == "json").Text, blocks.Last(block => block.Language == "json").Text);
        var solution = VerifyFile.With(new TestProject().With("docker-compose.yml", blocks.First(block => block.Language == "yaml").Text), Settings, before).ToSolution();
        var proxy = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()), diagnostic => diagnostic.Id == SettingRepair.Id);
        Assert.Equal(Assert.Single(PageExample.FirstBlock(File.ReadLines(PathOf(page)), "text")), $"{proxy.Id}: {proxy.GetMessage(CultureInfo.InvariantCulture)}");
        var repaired = (await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution))!;
        Assert.Equal(after, (await TestProject.FileTextsOfAsync(repaired, Settings)).Single().ToString());
    }

    /// <summary>The values of the page on settings files that name localhost and are JSON.</summary>
    public static TheoryData<string> Values =>
        [.. File.ReadLines(PathOf("docs/settings-files.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).SelectMany(line => JsonInBackticks().Matches(line)).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_of_the_page_is_read(string value) => Assert.Equal(["DKC001 Warning"], await IdsAsync(Settings, $"{{ {value} }}", s_shop));

    private static async Task<ImmutableArray<string>> IdsAsync(string path, string text, TestProject project) => await IdsAsync(VerifyFile.With(project, path, text).ToSolution(), path);

    private static async Task<ImmutableArray<string>> IdsAsync(Solution solution, string path) =>
    [
        .. (await TestProject.AnalyzeAsync(solution.Projects.Single()))
            .Where(diagnostic => diagnostic.Id != SettingRepair.Id && diagnostic.Location.GetLineSpan().Path == $"{TestProject.Folder}/{path}")
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}"),
    ];

    private static Solution WithConfig(Solution solution, string text) => WithConfig(solution, ".editorconfig", text);

    private static Solution WithGlobal(Solution solution, string text) => WithConfig(solution, "further.globalconfig", text);

    private static Solution WithConfig(Solution solution, string name, string text) =>
        solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(solution.ProjectIds[0]), name, SourceText.From(text), filePath: $"{TestProject.Folder}/{name}");

    private static Solution WithSource(Solution solution, string text) =>
        solution.AddDocument(DocumentId.CreateNewId(solution.ProjectIds[0]), "Further.cs", SourceText.From(text), filePath: $"{TestProject.Folder}/Further.cs");

    private static Solution With(Solution solution, Func<CSharpCompilationOptions, CSharpCompilationOptions> change) =>
        solution.WithProjectCompilationOptions(solution.ProjectIds[0], change((CSharpCompilationOptions)solution.Projects.Single().CompilationOptions!));

    private static string PathOf(string page) => Path.Combine(RepositoryFiles.Root, page);

    /// <summary>The blocks of a section, each as a file.</summary>
    private static IEnumerable<(string Language, string Text)> InSection(string page, string heading) =>
        PageExample.Blocks(File.ReadLines(PathOf(page))).Where(block => block.Heading == heading && block.Language.Length > 0).Select(block => (block.Language, string.Concat(block.Lines.Select(line => line + "\n"))));

    [GeneratedRegex(@"^docker_connection_strings\.(\w+)\.severity = (\w+)$")]
    private static partial Regex SeverityKey();

    [GeneratedRegex("`(\"[^`]*localhost[^`]*)`")]
    private static partial Regex JsonInBackticks();
}
