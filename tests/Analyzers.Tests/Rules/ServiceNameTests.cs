using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Rules;

/// <summary>DKC005: which names are known, and from where they are wrong.</summary>
public class ServiceNameTests
{
    private const string Shop = """
        services:
          db:
            image: mysql:8
            container_name: shop-mysql
            hostname: sql.local
            environment: { MYSQL_DATABASE: shop }
            networks: { back: { aliases: [ database ] } }
            ports: [ "3307:3306" ]
        networks: { back: }
        """;

    private static readonly TestProject s_shop = new TestProject().With("docker-compose.yml", Shop);

    [Theory]
    [InlineData("db")]
    [InlineData("DB")]
    [InlineData("shop-mysql")]
    [InlineData("sql.local")]
    [InlineData("database")]
    public Task Every_name_of_a_container_is_known(string name) => Verify.TextAsync(
        $"Server=[|{name}|];Port=3306;Database=shop", ServiceName.Id, "Server=127.0.0.1;Port=3307;Database=shop", s_shop);

    [Theory]
    [InlineData("Server=[|db|];Database=other;Uid=a", "Server=127.0.0.1;Port=3307;Database=other;Uid=a")]
    [InlineData("Server=[|db|];Port=3307;Uid=a", "Server=127.0.0.1;Port=3307;Uid=a")]
    [InlineData("Server=[|db|];Port={hole};Uid=a", "Server=127.0.0.1;Port={hole};Uid=a")]
    public Task The_name_is_proof_enough(string text, string fixedText) => Verify.TextAsync(text, ServiceName.Id, fixedText, s_shop);

    [Theory]
    [InlineData("Server=db2;Database=shop")]
    [InlineData("Server=db.example.org;Database=shop")]
    [InlineData("Server=mysql;Database=shop")]
    [InlineData("Server=back;Database=shop")]
    [InlineData("Server={hole};Database=shop")]
    [InlineData("Server=;Database=shop")]
    public Task Another_name_is_silent(string text) => Verify.SilentTextAsync(text, s_shop);

    [Theory]
    [InlineData("code_runs_in = container")]
    [InlineData("code_runs_in = container:db")]
    [InlineData("code_runs_in = both")]
    [InlineData("ignored_hosts = other, DB")]
    public Task Where_it_is_right_or_unwanted_it_is_silent(string option) =>
        Verify.SilentTextAsync("Server=db;Database=shop", s_shop.WithOption("docker_connection_strings." + option));

    [Fact]
    public async Task In_a_project_that_a_service_builds_it_is_silent()
    {
        var built = Shop.Replace("networks: { back: }", "", StringComparison.Ordinal).Replace("networks: { back: { aliases: [ database ] } }", "", StringComparison.Ordinal) + "\n  app: { build: . }\n";
        await Verify.SilentTextAsync("Server=db;Database=shop", new TestProject().With("docker-compose.yml", built).With("Dockerfile", "FROM x\nCOPY . ."));
        await Verify.SilentTextAsync("Server=db;Database=shop", s_shop.With("Dockerfile", "FROM x\nCOPY . ."));
        await Verify.SilentTextAsync("Server=db;Database=shop", s_shop.With("../../.devcontainer/devcontainer.json", "{}"));
        await Verify.TextAsync("Server=[|db|];Database=shop", ServiceName.Id, "Server=127.0.0.1;Port=3307;Database=shop", s_shop.WithProperty("IsTestProject", "true").With("Dockerfile", "FROM x"));
    }

    /// <summary>Code that asks where it runs takes the name for the container.</summary>
    [Theory]
    [InlineData("_ = new MySqlConnector.MySqlConnection(inContainer ? \"Server=db;Database=shop\" : \"Server=db1;Database=shop\");")]
    [InlineData("_ = new MySqlConnector.MySqlConnection(name switch { \"ci\" => \"Server=db;Database=shop\", _ => \"Server=db1;Database=shop\" });")]
    [InlineData("if (inContainer) { _ = new MySqlConnector.MySqlConnection(\"Server=db;Database=shop\"); }")]
    [InlineData("if (name == \"Docker\") { _ = new MySqlConnector.MySqlConnection(\"Server=db;Database=shop\"); }")]
    [InlineData("if (!IsInContainer) { } else { _ = new MySqlConnector.MySqlConnection(\"Server=db;Database=shop\"); }")]
    [InlineData("\n#if DOCKER\n_ = new MySqlConnector.MySqlConnection(\"Server=db;Database=shop\");\n#endif\n")]
    [InlineData("\n#if !DEBUG\n_ = new MySqlConnector.MySqlConnection(\"Server=db;Database=shop\");\n#else\n#endif\n")]
    public Task A_text_of_another_environment_is_silent(string statement) => Verify.SilentAsync(Of(statement), s_shop);

    [Theory]
    [InlineData("if (!name.StartsWith('x')) { _ = new MySqlConnector.MySqlConnection(\"Server=[|db|];Database=shop\"); }")]
    [InlineData("\n#if NET8_0\n#endif\n_ = new MySqlConnector.MySqlConnection(\"Server=[|db|];Database=shop\");")]
    public Task Any_other_condition_does_no_harm(string statement) =>
        Verify.CodeAsync(Of(statement), ServiceName.Id, Of(statement.Replace("[|db|]", "127.0.0.1;Port=3307", StringComparison.Ordinal)), s_shop);

    [Fact]
    public async Task Without_a_published_port_nothing_is_written_unasked()
    {
        var project = new TestProject().With("docker-compose.yml", "services: { db: { image: mysql } }");
        await Verify.CodeAsync(Verify.InConnection("Server=[|db|];Uid=a"), ServiceName.Id, Verify.InConnection("Server=db;Uid=a"), project);
    }

    [Fact]
    public async Task A_name_that_a_certificate_is_checked_against_stays()
    {
        await Verify.ActionsAsync("Server=db;Database=shop;SslMode=VerifyFull", s_shop);
        await Verify.ActionsAsync("Server=db;Database=shop;SslMode=VerifyCA", s_shop, ("Use 127.0.0.1:3307 (db, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop;SslMode=VerifyCA"));
    }

    [Fact]
    public async Task The_message_names_the_service_and_its_line() => Assert.Equal(
        "'shop-mysql:3306' names the container of service 'db', and only containers on its network know that name; write 127.0.0.1 and port 3307, where 'db' publishes its container port 3306 (docker-compose.yml:8)",
        await Verify.MessageAsync("Server=shop-mysql;Database=shop", s_shop));

    [Fact]
    public Task The_project_s_other_side_has_an_action_of_its_own() => Verify.ActionsAsync(
        "Server=localhost;Database=shop",
        new TestProject().With("docker-compose.yml", "services:\n  db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306'] }\n  api: { build: . }\n").With("Dockerfile", "COPY . ."),
        ("Use 127.0.0.1:3307 (db, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop"),
        ("Use db (this project runs in compose service api)", "Server=db;Database=shop"));

    /// <summary>What a service's image copies and does not start runs in no container by itself.</summary>
    [Theory]
    [InlineData("COPY . .", false)]
    [InlineData("COPY . .\nRUN dotnet publish src/Web/Web.csproj\nENTRYPOINT [\"dotnet\", \"Web.dll\"]", false)]
    [InlineData("COPY . .\nRUN dotnet publish src/App/App.csproj\nENTRYPOINT [\"dotnet\", \"App.dll\"]", true)]
    public async Task The_other_side_is_offered_where_the_service_starts_the_project(string dockerfile, bool isStarted)
    {
        var project = new TestProject()
            .With("../../docker-compose.yml", "services:\n  db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306'] }\n  web: { build: . }\n").With("../../Dockerfile", dockerfile);
        (string, string)[] host = [("Use 127.0.0.1:3307 (db, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop")];
        await Verify.ActionsAsync("Server=localhost;Database=shop", project, isStarted ? [.. host, ("Use db (this project runs in compose service web)", "Server=db;Database=shop")] : host);
    }

    [Fact]
    public Task A_service_on_another_network_is_not_offered() => Verify.ActionsAsync(
        "Server=localhost;Database=shop",
        new TestProject().With("docker-compose.yml", "services:\n  db: { image: mysql, environment: { MYSQL_DATABASE: shop }, ports: ['3307:3306'], networks: [a] }\n  api: { build: ., networks: [b] }\nnetworks: { a: , b: }\n").With("Dockerfile", "COPY . ."),
        ("Use 127.0.0.1:3307 (db, docker-compose.yml)", "Server=127.0.0.1;Port=3307;Database=shop"));

    private static string Of(string statement) => $"class C {{ bool IsInContainer => false; void M(string name, bool inContainer) {{ {statement} }} }}";
}
