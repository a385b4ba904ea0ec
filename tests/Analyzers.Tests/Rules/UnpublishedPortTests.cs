using System.Globalization;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>The service is certain and publishes nothing: the action publishes it, in the compose file.</summary>
public class UnpublishedPortTests
{
    private const string Text = "Server=127.0.0.1;Database=shop";

    private const string Shop = """
        services:
          mysql:
            image: mysql:8
            environment:
              MYSQL_DATABASE: shop

        """;

    private static readonly TestProject s_shop = new TestProject().With("docker-compose.yml", Shop);

    [Theory]
    [InlineData("Server=127.0.0.1;Database=shop", "127.0.0.1:3306")]
    [InlineData("Server=127.0.0.1;Port=3306;Database=shop", "127.0.0.1:3306")]
    [InlineData("Server=127.0.0.1;Port=3310;Database=shop", "127.0.0.1:3310")]
    public async Task The_message_names_the_service_its_place_and_the_entry(string text, string address)
    {
        var diagnostic = Assert.Single(await DiagnosticsAsync(text, s_shop));
        Assert.Equal(UnpublishedPort.Id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            $"'{address}' means 'mysql', which publishes no port on the host (docker-compose.yml:2); publish it with the entry \"127.0.0.1:3306:3306\" under its ports",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        var proof = Assert.Single(diagnostic.AdditionalLocations).GetLineSpan();
        Assert.Equal((TestProject.Folder + "/docker-compose.yml", 1), (proof.Path, proof.StartLinePosition.Line));
    }

    [Fact]
    public async Task The_action_publishes_the_port_and_the_rule_is_silent_then()
    {
        var repaired = await ApplyAsync(Text, s_shop, "Publish 127.0.0.1:3306:3306 in docker-compose.yml (mysql) and use 127.0.0.1:3306");
        Assert.Equal(Verify.InConnection(Text), await TestProject.TextOfAsync(repaired, "Code.cs"));
        Assert.Equal(Shop + "    ports:\n      - \"127.0.0.1:3306:3306\"\n", await FileAsync(repaired));
        Assert.Empty(await TestProject.AnalyzeAsync(repaired.Projects.Single()));
    }

    [Fact]
    public async Task The_next_port_is_taken_where_another_service_has_it_and_the_text_gets_it()
    {
        var compose = Shop + "  web:\n    image: web\n    ports:\n    - '3306:80'\n    - '3307-3308:81-82'\n";
        var repaired = await ApplyAsync(Text, s_shop.With("docker-compose.yml", compose), "Publish 127.0.0.1:3309:3306 in docker-compose.yml (mysql) and use 127.0.0.1:3309");
        Assert.Equal(Verify.InConnection("Server=127.0.0.1;Port=3309;Database=shop"), await TestProject.TextOfAsync(repaired, "Code.cs"));
        Assert.Equal(compose.Replace("shop\n", "shop\n    ports:\n    - '127.0.0.1:3309:3306'\n", StringComparison.Ordinal), await FileAsync(repaired));
        Assert.Empty(await TestProject.AnalyzeAsync(repaired.Projects.Single()));
    }

    [Fact]
    public async Task A_port_of_the_text_that_nothing_publishes_is_replaced()
    {
        var repaired = await ApplyAsync("Server=127.0.0.1;Port=3310;Database=shop", s_shop, "Publish 127.0.0.1:3306:3306 in docker-compose.yml (mysql) and use 127.0.0.1:3306");
        Assert.Equal(Verify.InConnection("Server=127.0.0.1;Port=3306;Database=shop"), await TestProject.TextOfAsync(repaired, "Code.cs"));
    }

    [Fact]
    public async Task With_a_wrong_host_the_same_action_stands_behind_that_rules_own()
    {
        var solution = s_shop.WithSource("Code.cs", Verify.InConnection("Server=localhost;Database=shop")).ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        Assert.Equal(LocalhostInMySql.Id, diagnostic.Id);
        var actions = await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic);
        Assert.Equal(["Use 127.0.0.1", "Publish 127.0.0.1:3306:3306 in docker-compose.yml (mysql) and use 127.0.0.1:3306"], actions.Select(action => action.Title));
        var repaired = await TestProject.ApplyAsync(actions[1]);
        Assert.Equal(Verify.InConnection(Text), await TestProject.TextOfAsync(repaired, "Code.cs"));
        Assert.Contains("- \"127.0.0.1:3306:3306\"", await FileAsync(repaired), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_file_that_speaks_of_the_service_is_edited()
    {
        var project = s_shop.With("docker-compose.override.yml", "services:\n  mysql:\n    restart: always\n");
        var repaired = await ApplyAsync(Text, project, "Publish 127.0.0.1:3306:3306 in docker-compose.override.yml (mysql) and use 127.0.0.1:3306");
        Assert.Equal(Shop, await FileAsync(repaired));
        Assert.Equal("services:\n  mysql:\n    restart: always\n    ports:\n      - \"127.0.0.1:3306:3306\"\n", await FileAsync(repaired, "docker-compose.override.yml"));
        Assert.Empty(await TestProject.AnalyzeAsync(repaired.Projects.Single()));
    }

    [Fact]
    public async Task What_a_service_extends_is_not_edited()
    {
        var project = new TestProject().With("common.compose.yml", Shop).With("docker-compose.yml", "services:\n  mysql:\n    extends:\n      file: common.compose.yml\n      service: mysql\n");
        var repaired = await ApplyAsync(Text, project, "Publish 127.0.0.1:3306:3306 in docker-compose.yml (mysql) and use 127.0.0.1:3306");
        Assert.Equal(Shop, await FileAsync(repaired, "common.compose.yml"));
        Assert.Contains("      service: mysql\n    ports:\n", await FileAsync(repaired), StringComparison.Ordinal);
    }

    /// <summary>The finding stands, the file has no certain place for the entry.</summary>
    [Theory]
    [InlineData("x-db: &db\n  image: mysql\n  environment: { MYSQL_DATABASE: shop }\nservices:\n  mysql: *db\n")]
    [InlineData("services:\n  mysql:\n    image: mysql\n    environment: { MYSQL_DATABASE: shop }\n    ports: !reset []\n")]
    public async Task Without_a_certain_edit_it_is_reported_without_an_action(string compose)
    {
        var solution = new TestProject().With("docker-compose.yml", compose).WithSource("Code.cs", Verify.InConnection(Text)).ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        Assert.Equal(UnpublishedPort.Id, diagnostic.Id);
        Assert.Empty(await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic));
    }

    [Theory]
    [InlineData("Server=127.0.0.1;Database=other")] // another database
    [InlineData("Server=127.0.0.1")] // nothing proves that the service is meant
    [InlineData("Server=127.0.0.1;Uid=root;Pwd=root")]
    [InlineData("Server=127.0.0.1;Database={hole}")]
    [InlineData("Server=127.0.0.1;Port={hole};Database=shop")]
    [InlineData("Server=127.0.0.1,127.0.0.2;Database=shop")]
    [InlineData("Server=db.example.com;Database=shop")]
    [InlineData("Server=127.0.0.1;Database=shop;Protocol=pipe")]
    public async Task Another_text_is_silent(string text) => Assert.Empty(await DiagnosticsAsync(text, s_shop));

    [Theory]
    [InlineData("    ports: ['3306:3306']\n")] // published
    [InlineData("    ports: ['${PORT}:3306']\n")] // perhaps
    [InlineData("    ports: ['${PORT}']\n")]
    [InlineData("    ports: ['3306']\n")]
    [InlineData("    ports: ${PORTS}\n")]
    [InlineData("    network_mode: host\n")] // the container's port is the host's
    [InlineData("    extends: { file: elsewhere.yml, service: db }\n")] // what is there did not come
    [InlineData("    <<: *nobody\n")]
    [InlineData("    ports: ['3306:3306'\n")] // no YAML
    [InlineData("  other:\n    image: mariadb\n    ports: ['3306:3306']\n")] // another MySQL has the text's port
    [InlineData("include: [elsewhere.yml]\n")]
    public async Task Another_service_is_silent(string rest) => Assert.Empty(await OfCodeAsync(Text, s_shop.With("docker-compose.yml", Shop.TrimEnd() + "\n" + rest)));

    [Theory]
    [InlineData("docker-compose.dev.yml", "services:\n  mysql:\n    ports: ['3306:3306']\n")]
    [InlineData("docker-compose.dev.yml", "services:\n  mysql:\n    ports: ['3307:3306']\n")]
    [InlineData("docker-compose.dev.yml", "services:\n  mysql:\n    ports: ['${PORT}:3306']\n")]
    [InlineData("docker-compose.override.yml", "services:\n  mysql:\n    ports: ['3306:3306']\n")]
    [InlineData("docker-compose.override.yml", "services:\n  mysql:\n    ports: ['${PORT}:3306']\n")]
    public async Task A_port_that_another_file_publishes_is_silent(string path, string text) => Assert.DoesNotContain(await OfCodeAsync(Text, s_shop.With(path, text)), diagnostic => diagnostic.Id == UnpublishedPort.Id);

    [Theory]
    [InlineData("docker_host", "10.0.0.5")]
    [InlineData("published_ports", "mysql:3306:3306")]
    [InlineData("code_runs_in", "container")]
    [InlineData("ignored_hosts", "127.0.0.1")]
    public async Task An_option_that_says_otherwise_is_silent(string option, string value)
    {
        var solution = s_shop.WithSource("Code.cs", Verify.InConnection(Text)).ToSolution();
        var config = solution.Projects.Single().AnalyzerConfigDocuments.Single();
        var text = await config.GetTextAsync();
        solution = solution.WithAnalyzerConfigDocumentText(config.Id, Microsoft.CodeAnalysis.Text.SourceText.From($"{text}docker_connection_strings.{option} = {value}\n"));
        Assert.DoesNotContain(await TestProject.AnalyzeAsync(solution.Projects.Single()), diagnostic => diagnostic.Id == UnpublishedPort.Id);
    }

    [Fact]
    public async Task FixAll_edits_no_other_file()
    {
        var project = s_shop.WithSource("Code.cs", Verify.InConnection(Text)).WithSource("More.cs", Verify.InConnection("Server=localhost;Database=shop").Replace("class C", "class D", StringComparison.Ordinal));
        var solution = project.ToSolution();
        var diagnostics = await TestProject.AnalyzeAsync(solution.Projects.Single());
        Assert.Equal(2, diagnostics.Length);
        Assert.All(diagnostics, diagnostic => Assert.All(RepairProperties.Read(diagnostic.Properties).Certain, edit => Assert.Null(edit.Path)));
        Assert.Contains(diagnostics, diagnostic => RepairProperties.Read(diagnostic.Properties).Actions.Any(action => action.Edits.Any(edit => edit.Path is not null)));
        Assert.Null(await TestProject.FixAllAsync(solution.Projects.Single(), UnpublishedPort.Id, FixAllScope.Solution, "DKC004|publish|mysql|docker-compose.yml"));
        var repaired = (await TestProject.FixAllAsync(solution.Projects.Single(), LocalhostInMySql.Id, FixAllScope.Solution))!;
        Assert.Equal(Shop, await FileAsync(repaired));
    }

    private static async Task<Solution> ApplyAsync(string text, TestProject project, string title)
    {
        var solution = project.WithSource("Code.cs", Verify.InConnection(text)).ToSolution();
        var diagnostic = Assert.Single(await TestProject.AnalyzeAsync(solution.Projects.Single()));
        CodeAction action = Assert.Single(await TestProject.ActionsAsync(solution.Projects.Single(), diagnostic));
        Assert.Equal(title, action.Title);
        return await TestProject.ApplyAsync(action);
    }

    private static async Task<string> FileAsync(Solution solution, string path = "docker-compose.yml") => Assert.Single(await TestProject.FileTextsOfAsync(solution, path)).ToString();

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(string text, TestProject project) => await project.WithSource("Code.cs", Verify.InConnection(text)).AnalyzeAsync();

    private static async Task<IReadOnlyList<Diagnostic>> OfCodeAsync(string text, TestProject project) => [.. (await DiagnosticsAsync(text, project)).Where(diagnostic => diagnostic.Location.IsInSource)];
}
