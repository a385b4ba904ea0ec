using System.Diagnostics;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>What settings files should do and do not yet: each case is skipped until it holds.</summary>
public class SettingAdversaryTests
{
    private const string Open = "Not yet so.";
    private const string Text = "\"Server=localhost;Database=shop;Uid=a\"";
    private const string Comment = "docker-connection-strings: ignore DKC001";

    private static readonly TestProject s_shop = new TestProject().WithShopOnPort3307();

    [Theory(Skip = Open)]
    [InlineData("appsettings.json", "{\n  /* " + Comment + " */ \"A\": 1,\n  \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n  // " + Comment + "\n  /* a */ \"A\": 1,\n  \"MySql\": " + Text + "\n}")]
    [InlineData("App.config", "<c>\n <!-- " + Comment + " --> <add key=\"A\" value=\"1\"/>\n <add key=\"MySql\" value=" + Text + "/>\n</c>")]
    [InlineData("settings.yml", "text: |\n  # " + Comment + "\nMySql: " + Text + "\n")]
    public async Task A_comment_of_another_setting_does_not_silence(string path, string text) =>
        Assert.NotEmpty(await VerifyFile.MessagesAsync(path, text, s_shop));

    [Theory(Skip = Open)]
    [InlineData("appsettings.json", "{\n/* " + Comment + " */ \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n /*" + Comment + "*/\n \"MySql\": " + Text + "\n}")]
    [InlineData("App.config", "<c>\n<!--" + Comment + "-->\n<add key=\"MySql\" value=" + Text + "/>\n</c>")]
    [InlineData("appsettings.json", "{\n // " + Comment + ": reason\n \"MySql\": " + Text + "\n}")]
    [InlineData("appsettings.json", "{\n \"MySql\": " + Text + " /* docker-connection-strings: ignore DKC005 */ // " + Comment + "\n}")]
    [InlineData("appsettings.json", "{\n  /* " + Comment + "\n     because of CI */\n  \"MySql\": " + Text + "\n}")]
    [InlineData("App.config", "<c>\n<setting name=\"MySql\">\n<!-- " + Comment + " -->\n<value>Server=localhost;Database=shop;Uid=a</value></setting>\n</c>")]
    [InlineData("settings.yml", "\uFEFF# " + Comment + "\nMySql: " + Text + "\n")]
    public Task A_comment_of_the_setting_silences(string path, string text) => VerifyFile.SilentAsync(path, text, s_shop);

    /// <summary>Without quotes the inner text ends at the next semicolon: a port behind it would be an option of the model's.</summary>
    [Theory(Skip = Open)]
    [InlineData("""{ "M": "metadata=res://*/M.csdl;provider=MySql.Data.MySqlClient;provider connection string=server=172.17.0.2" }""")]
    [InlineData("""{ "M": "provider=MySql.Data.MySqlClient;provider connection string=server=172.17.0.2:3306;database=shop" }""")]
    public async Task No_port_is_put_behind_an_inner_text_without_quotes(string text)
    {
        var solution = VerifyFile.With(s_shop, "appsettings.json", text).ToSolution();
        var repaired = await TestProject.FixAllAsync(solution.Projects.Single(), SettingRepair.Id, FixAllScope.Solution);
        Assert.True(repaired is null || !(await TestProject.FileTextsOfAsync(repaired, "appsettings.json"))[0].ToString().Contains(";port=", StringComparison.Ordinal));
    }

    /// <summary>The second project publishes 3306: what it has is right, and FixAll of the first must not write 3307 there, in the first round or in a second one.</summary>
    [Theory(Skip = Open)]
    [InlineData("Server=127.0.0.1;Port=3306;Database=shop")]
    [InlineData("Server=localhost;Port=3306;Database=shop")]
    [InlineData("Port=3306;Server=localhost;Database=shop")]
    public async Task What_is_right_in_another_project_stays(string text)
    {
        var solution = s_shop.With("appsettings.json", $$"""{ "MySql": "{{text}}" }""").WithSource("C.cs", "class C;").ToSolution();
        var first = solution.Projects.Single();
        var second = ProjectId.CreateNewId();
        var settings = first.AdditionalDocuments.Single(file => file.Name == "appsettings.json");
        var compose = await first.AdditionalDocuments.Single(file => file.Name == "docker-compose.yml").GetTextAsync(TestContext.Current.CancellationToken);
        solution = solution
            .AddProject(ProjectInfo.Create(second, VersionStamp.Default, "Second", "Second", LanguageNames.CSharp, metadataReferences: first.MetadataReferences))
            .AddDocument(DocumentId.CreateNewId(second), "E.cs", SourceText.From("class E;"), filePath: "/repo/src/Second/E.cs")
            .AddAdditionalDocument(DocumentId.CreateNewId(second), "docker-compose.yml", SourceText.From(compose.ToString().Replace("3307", "3306", StringComparison.Ordinal)), filePath: "/repo/src/Second/docker-compose.yml")
            .AddAdditionalDocument(DocumentId.CreateNewId(second), "appsettings.json", await settings.GetTextAsync(TestContext.Current.CancellationToken), filePath: settings.FilePath)
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(second), ".globalconfig", SourceText.From("is_global = true\nbuild_property.DockerConnectionStringsProjectFile = /repo/src/Second/Second.csproj\n"), filePath: "/repo/src/Second/.globalconfig");
        for (var round = 0; round < 2; round++)
        {
            solution = await TestProject.FixAllAsync(solution.GetProject(first.Id)!, SettingRepair.Id, FixAllScope.Solution) ?? solution;
            Assert.Contains("Port=3306", (await TestProject.FileTextsOfAsync(solution, "appsettings.json"))[0].ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Every host of a section takes every port beside it into its text.</summary>
    [Fact(Skip = Open)]
    public void Repeated_keys_take_no_memory_beyond_the_file()
    {
        var text = "{" + string.Join(",", Enumerable.Repeat("\"Host\":\"localhost\",\"Port\":3306", 500)) + "}";
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var file = SettingsFile.Read(SettingsKind.Json, text);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 100L * text.Length);
        GC.KeepAlive(file);
    }

    /// <summary>Each finding of a line reads all comments above it again.</summary>
    [Fact(Skip = Open)]
    public async Task Many_comments_above_many_settings_take_linear_time()
    {
        async Task<TimeSpan> TimeAsync(int n)
        {
            var text = "{\n" + string.Concat(Enumerable.Repeat("//\n", 10 * n)) + string.Join(",", Enumerable.Range(0, n).Select(i => $"\"MySql{i}\": {Text}")) + "}";
            var watch = Stopwatch.StartNew();
            await VerifyFile.MessagesAsync("appsettings.json", text, s_shop);
            return watch.Elapsed;
        }

        await TimeAsync(10);
        Assert.InRange(await TimeAsync(2_000) / await TimeAsync(500), 0, 8);
    }
}
