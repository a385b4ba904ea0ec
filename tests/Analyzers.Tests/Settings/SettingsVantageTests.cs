using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>From where a setting is seen: the layouts that people have, those that are right on both sides among them.</summary>
public class SettingsVantageTests
{
    private const string Host = """{ "ConnectionStrings": { "Shop": "Server=127.0.0.1;Port=3307;Database=shop;Uid=a" } }""";
    private const string Inside = """{ "ConnectionStrings": { "Shop": "Server=mysql;Port=3306;Database=shop;Uid=a" } }""";
    private const string Address = """{ "ConnectionStrings": { "Shop": "Server=172.17.0.2;Port=3306;Database=shop;Uid=a" } }""";

    /// <summary>A project that a service of compose builds, and the database.</summary>
    private static TestProject Built(string service = "") => new TestProject()
        .With("../../docker-compose.yml", $$"""
            services:
              app:
                build: { context: ., dockerfile: src/App/Dockerfile }
            {{service}}
              mysql:
                image: mysql:8
                environment: { MYSQL_DATABASE: shop }
                ports: [ "3307:3306" ]
            """)
        .With("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY . .\n");

    private const string Override = "    environment:\n      ConnectionStrings__Shop: Server=mysql;Database=shop;Uid=a";

    private static async Task<string> IdsAsync(string path, string text, TestProject project) =>
        string.Join(" ", (await VerifyFile.MessagesAsync(path, text, project)).Select(message => message.Split(' ')[1]));

    [Theory]
    [InlineData(Host, "")]
    [InlineData(Inside, "")]
    [InlineData(Address, "DKC002")]
    public async Task Of_a_project_that_a_service_builds_what_is_right_on_one_side_is_silent(string text, string ids) => Assert.Equal(ids, await IdsAsync("appsettings.json", text, Built()));

    [Theory]
    [InlineData(Override)]
    [InlineData("    environment: [ \"ConnectionStrings__Shop=Server=mysql;Database=shop\" ]")]
    [InlineData("    environment: { CONNECTIONSTRINGS__SHOP: x }")]
    [InlineData("    environment: { MYSQLCONNSTR_Shop: x }")]
    public async Task A_setting_that_the_service_overrides_is_seen_from_the_host(string service)
    {
        Assert.Equal("", await IdsAsync("appsettings.json", Host, Built(service)));
        Assert.Equal("DKC005", await IdsAsync("appsettings.json", Inside, Built(service)));
        Assert.Equal("DKC005", await IdsAsync("appsettings.Production.json", Inside, Built(service)));
    }

    [Theory]
    [InlineData("appsettings.Production.json", "", "", "")]
    [InlineData("appsettings.Development.json", "", Inside, "DKC005")]
    [InlineData("appsettings.Development.json", "    environment: { ASPNETCORE_ENVIRONMENT: Development }", Inside, "")]
    [InlineData("appsettings.development.json", "    environment: { DOTNET_ENVIRONMENT: Development }", Address, "DKC002")]
    [InlineData("appsettings.Staging.json", "    environment: { ASPNETCORE_ENVIRONMENT: Staging }", Inside, "")]
    [InlineData("appsettings.Staging.json", "    environment: { ASPNETCORE_ENVIRONMENT: Staging }", Address, "")]
    [InlineData("appsettings.Staging.json", "", Inside, "DKC005")]
    [InlineData("appsettings.Docker.json", "", Inside, "")]
    [InlineData("appsettings.Container.json", "", Inside, "")]
    [InlineData("appsettings.Staging.json", "    env_file: missing.env", Inside, "")]
    public async Task The_environment_tells_whose_file_it_is(string path, string service, string text, string ids) => Assert.Equal(ids, await IdsAsync(path, text.Length == 0 ? Inside : text, Built(service)));

    [Theory]
    [InlineData("appsettings.Docker.json")]
    [InlineData("appsettings-docker.json")]
    [InlineData("appsettings.Development.Docker.json")]
    [InlineData("appsettings.DockerCompose.json")]
    [InlineData("ocelot.Container.json")]
    [InlineData("appsettings.k8s.json")]
    public async Task A_file_that_is_called_after_containers_is_seen_from_one_whatever_is_overridden(string path)
    {
        Assert.Equal("", await IdsAsync(path, Inside, Built()));
        Assert.Equal("", await IdsAsync(path, Inside, Built(Override)));
        Assert.Equal("", await IdsAsync(path, Inside, new TestProject().WithShopOnPort3307()));
    }

    [Fact]
    public async Task A_setting_that_only_one_of_two_services_overrides_is_seen_from_both()
    {
        const string worker = "\n  worker:\n    build: { context: ., dockerfile: src/App/Dockerfile }";
        Assert.Equal("", await IdsAsync("appsettings.json", Inside, Built(Override + worker)));
        Assert.Equal("DKC005", await IdsAsync("appsettings.json", Inside, Built(Override + worker + "\n" + Override)));
    }

    [Fact]
    public async Task An_override_in_an_alternative_file_alone_does_not_count() => Assert.Equal(
        "",
        await IdsAsync("appsettings.json", Inside, Built().With("../../docker-compose.prod.yml", "services:\n  app:\n    environment:\n      ConnectionStrings__Shop: x\n")));

    /// <summary>In the container the environment's host has the file's port.</summary>
    [Fact]
    public async Task A_port_that_is_not_overridden_with_its_host_stays()
    {
        const string text = """{ "MySql": { "Host": "localhost", "Port": 3306, "Database": "shop" } }""";
        await VerifyFile.ActionsAsync("appsettings.json", text, Built("    environment: { MySql__Host: mysql }"), ("Use 127.0.0.1", text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)));
        await VerifyFile.ActionsAsync(
            "appsettings.json",
            text,
            Built("    environment: { MySql__Host: mysql, MySql__Port: 3306 }"),
            ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal).Replace("3306", "3307", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Settings_of_a_project_that_nothing_builds_are_seen_from_the_host()
    {
        Assert.Equal("DKC005", await IdsAsync("appsettings.json", Inside, new TestProject().WithShopOnPort3307()));
        Assert.Equal("", await IdsAsync("appsettings.json", Host, new TestProject().WithShopOnPort3307()));
    }

    /// <summary>Who deploys a file may do so to where the name is known; and an address of HTTP may be one that a browser is given.</summary>
    [Theory]
    [InlineData("appsettings.Production.json", "Server=mysql;Database=shop;Uid=a", false)]
    [InlineData("appsettings.Staging.json", "Server=mysql;Database=shop;Uid=a", false)]
    [InlineData("appsettings.Development.json", "Server=mysql;Database=shop;Uid=a", true)]
    [InlineData("appsettings.json", "Server=mysql;Database=shop;Uid=a", true)]
    [InlineData("appsettings.Production.json", "Server=172.17.0.2;Database=shop;Uid=a", true)]
    [InlineData("appsettings.json", "http://web:80", false)]
    public async Task What_may_be_right_elsewhere_is_repaired_when_somebody_asks(string path, string text, bool isCertain)
    {
        var project = new TestProject().WithShopOnPort3307().With("../docker-compose.yml", "services:\n  web: { image: acme, ports: [ \"8080:80\" ] }\n");
        var diagnostics = await VerifyFile.With(project, path, $$"""{ "MySql": "{{text}}" }""").AnalyzeAsync();
        var finding = Assert.Single(diagnostics, diagnostic => diagnostic.Id != SettingRepair.Id);
        Assert.NotEmpty(RepairProperties.Read(finding.Properties).Actions);
        Assert.Equal(isCertain, diagnostics.Any(diagnostic => diagnostic.Id == SettingRepair.Id));
    }

    [Theory]
    [InlineData("Project", "DKC005")]
    [InlineData("IISExpress", "DKC005")]
    [InlineData("Docker", "")]
    [InlineData("DockerCompose", "")]
    [InlineData("Executable", "")]
    public async Task A_launch_profile_runs_where_its_command_does(string command, string ids) => Assert.Equal(
        ids,
        await IdsAsync(
            "Properties/launchSettings.json",
            $$"""{ "profiles": { "App": { "commandName": "{{command}}", "environmentVariables": { "ConnectionStrings__Shop": "Server=mysql;Port=3306;Database=shop;Uid=a" } } } }""",
            Built()));

    [Fact]
    public async Task The_settings_of_a_test_run_are_seen_from_the_host() => Assert.Equal(
        "DKC005",
        await IdsAsync("t.runsettings", """<RunSettings><RunConfiguration><EnvironmentVariables><Shop>Server=mysql;Port=3306;Database=shop;Uid=a</Shop></EnvironmentVariables></RunConfiguration></RunSettings>""", Built()));

    [Theory]
    [InlineData("    env_file: app.env", "")]
    [InlineData("", "DKC002")]
    public async Task Of_an_environment_file_only_a_containers_address_is_wrong_and_not_in_its_container(string service, string ids)
    {
        var project = Built(service);
        Assert.Equal(ids, await IdsAsync("../../app.env", "Shop=Server=172.17.0.2;Port=3306;Database=shop;Uid=a\n", project));
        Assert.Equal("", await IdsAsync("../../app.env", "Shop=Server=mysql;Port=3306;Database=shop;Uid=a\nMYSQL_HOST=localhost\n", project));
    }

    [Fact]
    public async Task An_environment_file_of_a_folder_above_is_said_by_the_projects_that_talk_to_a_server()
    {
        const string text = "Shop=Server=172.17.0.2;Port=3306;Database=shop;Uid=a\n";
        Assert.Equal("DKC002", await IdsAsync("../../.env", text, new TestProject()));
        Assert.Equal("", await IdsAsync("../../.env", text, new TestProject().WithDrivers()));
        Assert.Equal("DKC002", await IdsAsync("deploy/.env", text, new TestProject().WithDrivers()));
    }

    [Fact]
    public async Task A_variable_that_Compose_puts_elsewhere_is_not_edited()
    {
        var compose = Built("    environment: { X: \"${Shop}\" }");
        await VerifyFile.ActionsAsync("../../.env", "Shop=Server=172.17.0.2;Port=3306;Database=shop;Uid=a\n", compose);
        await VerifyFile.ActionsAsync("../../.env", "DB_HOST=172.17.0.2\nDB_PORT=3306\nDB_NAME=shop\n", Built("    ports: [ \"3309:${DB_PORT}\" ]"));
        await VerifyFile.ActionsAsync(
            "../../.env",
            "Other=Server=172.17.0.2;Port=3306;Database=shop;Uid=a\n",
            compose,
            ("Use 127.0.0.1:3307 (mysql, docker-compose.yml)", "Other=Server=127.0.0.1;Port=3307;Database=shop;Uid=a\n"));
    }

    [Fact]
    public async Task In_a_test_project_settings_are_seen_from_the_host() =>
        Assert.Equal("DKC005", await IdsAsync("appsettings.json", Inside, Built().WithProperty("IsTestProject", "true")));

    [Fact]
    public Task An_Aspire_host_is_silent() => VerifyFile.SilentAsync("appsettings.json", Address, Built().WithProperty("IsAspireHost", "true"));

    /// <summary>As in eShopOnContainers and its like: every service has an appsettings.json for the host and an environment in compose, and some have the inside's names in the file.</summary>
    [Theory]
    [InlineData("""{ "ConnectionString": "Server=sql.data;Initial Catalog=shop;User Id=sa;Password=x", "EventBusConnection": "rabbitmq" }""", "")]
    [InlineData("""{ "ConnectionString": "Server=tcp:127.0.0.1,5433;Initial Catalog=shop;User Id=sa;Password=x", "EventBusConnection": "localhost", "Redis": "127.0.0.1:6379" }""", "    environment:\n      - ConnectionString=Server=sql.data;Database=shop\n      - EventBusConnection=rabbitmq")]
    [InlineData("""{ "ConnectionStrings": { "EventBus": "amqp://localhost", "Redis": "localhost" }, "Identity": { "Url": "http://localhost:5223" }, "urls": { "basket": "http://basket-api" } }""", "")]
    public Task A_layout_that_is_right_on_both_sides_is_silent(string text, string service) => VerifyFile.SilentAsync(
        "appsettings.json",
        text,
        new TestProject().With("../../docker-compose.yml", $$"""
            services:
              app:
                build: { context: ., dockerfile: src/App/Dockerfile }
            {{service}}
              sql.data: { image: "mcr.microsoft.com/mssql/server:2022-latest", ports: [ "5433:1433" ] }
              rabbitmq: { image: "rabbitmq:3-management", ports: [ "5672:5672" ] }
              basket.data: { image: "redis:alpine", ports: [ "6379:6379" ] }
            """).With("Dockerfile", "FROM x\nCOPY . .\n"));
}
