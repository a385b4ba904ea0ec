using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Tests.Verifier;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Settings;

/// <summary>A value that neither its text nor its file decides is its code's: whoever reads the setting tells whose it is.</summary>
public class LinkToCodeTests
{
    /// <summary>Two drivers read this text: nothing but the code tells which.</summary>
    private const string Text = "Server=localhost;Database=shop;User ID=a;Password=b";

    private static readonly TestProject s_project = new TestProject().WithShopOnPort3307().WithDrivers(References.MySqlConnector, References.SqlClient);

    private static string AppSettings(string section = "ConnectionStrings", string name = "Shop", string text = Text) => $$"""{ "{{section}}": { "{{name}}": "{{text}}" } }""";

    private static async Task<string> IdsAsync(string path, string text, params string[] sources)
    {
        var project = s_project;
        for (var i = 0; i < sources.Length; i++)
        {
            project = project.WithSource($"File{i}.cs", sources[i]);
        }

        return string.Join(" ", (await VerifyFile.MessagesAsync(path, text, project)).Select(message => message.Split(' ')[1]));
    }

    private static string Method(string body) => $"using Microsoft.Extensions.Configuration; class Startup {{ IConfiguration Configuration; IConfiguration _config; void M(IConfiguration configuration, dynamic builder, dynamic services) {{ {body} }} }}";

    /// <summary>How code reads <c>ConnectionStrings:Shop</c>; <c>$</c> is the driver.</summary>
    public static TheoryData<string> Reads =>
    [
        "new $(configuration.GetConnectionString(\"Shop\"));",
        "new $(configuration.GetConnectionString(\"shop\")!);",
        "new $(builder.Configuration.GetConnectionString(\"Shop\") ?? throw new System.Exception());",
        "var text = configuration.GetConnectionString(\"Shop\"); new $(text);",
        "string text; text = Configuration.GetConnectionString(\"Shop\"); using var connection = new $(text);",
        "new $(configuration[\"ConnectionStrings:Shop\"]);",
        "new $(_config[\"ConnectionStrings:Shop\"]);",
        "new $(builder.Configuration[\"connectionstrings:shop\"]);",
        "new $(configuration.GetSection(\"ConnectionStrings\")[\"Shop\"]);",
        "new $(configuration.GetSection(\"ConnectionStrings:Shop\").Value);",
        "new $(configuration.GetRequiredSection(\"ConnectionStrings\").GetSection(\"Shop\").Value);",
        "var section = configuration.GetSection(\"ConnectionStrings\"); new $(section[\"Shop\"]);",
        "new $(configuration.GetValue<string>(\"ConnectionStrings:Shop\"));",
        "new $(configuration.GetSection(\"ConnectionStrings\").GetValue<string>(\"Shop\", \"x\"));",
        "new $(System.Environment.GetEnvironmentVariable(\"ConnectionStrings__Shop\"));",
        "const string Name = \"Shop\"; new $(configuration.GetConnectionString(Name));",
        "new $(configuration[\"ConnectionStrings:\" + \"Shop\"]);",
        "new $(ConfigurationExtensions.GetConnectionString(configuration, \"Shop\"));",
        "new $(ConfigurationManager.ConnectionStrings[\"Shop\"].ConnectionString);",
        "new $(System.Configuration.ConfigurationManager.ConnectionStrings[\"Shop\"]?.ConnectionString);",
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Who_reads_the_setting_decides(string read)
    {
        Assert.Equal("DKC001", await IdsAsync("appsettings.json", AppSettings(), Method(read.Replace("$", "MySqlConnection", StringComparison.Ordinal))));
        Assert.Equal("", await IdsAsync("appsettings.json", AppSettings(), Method(read.Replace("$", "SqlConnection", StringComparison.Ordinal))));
        Assert.Equal("", await IdsAsync("appsettings.json", AppSettings(name: "Stock"), Method(read.Replace("$", "MySqlConnection", StringComparison.Ordinal))));
        Assert.Equal("", await IdsAsync("appsettings.json", AppSettings("ConnectionStrings2"), Method(read.Replace("$", "MySqlConnection", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("services.AddDbContext<Shop>(o => o.UseMySql(configuration.GetConnectionString(\"Shop\"), version));", "DKC001")]
    [InlineData("var text = builder.Configuration.GetConnectionString(\"Shop\"); services.AddDbContextPool<Shop>(o => o.UseMySql(text, ServerVersion.AutoDetect(text)));", "DKC001")]
    [InlineData("services.AddDbContext<Shop>(o => o.UseSqlServer(configuration.GetConnectionString(\"Shop\")));", "")]
    [InlineData("services.AddDbContext<Shop>(o => o.UseNpgsql(configuration.GetConnectionString(\"Shop\")));", "")]
    [InlineData("services.AddMySqlDataSource(configuration.GetConnectionString(\"Shop\"));", "DKC001")]
    [InlineData("builder.AddMySqlDataSource(\"shop\");", "DKC001")]
    [InlineData("builder.AddMySqlDbContext<Shop>(\"Shop\");", "DKC001")]
    [InlineData("builder.AddSqlServerClient(\"Shop\");", "")]
    [InlineData("builder.AddMySqlDataSource(\"stock\");", "")]
    [InlineData("Log(configuration.GetConnectionString(\"Shop\"));", "")]
    [InlineData("_ = configuration.GetConnectionString(\"Shop\") == \"MySqlConnection\";", "")]
    [InlineData("new MySqlConnection(cache[\"ConnectionStrings:Shop\"]);", "DKC001")]
    [InlineData("new MySqlConnection(ConnectionStrings.Cache(\"Shop\"));", "")]
    [InlineData("new MySqlConnection(configuration.GetConnectionString(\"Shop\")); new SqlConnection(configuration.GetConnectionString(\"Shop\"));", "")]
    [InlineData("Console.WriteLine(configuration.GetConnectionString(\"Shop\")); new MySqlConnection(configuration.GetConnectionString(\"Shop\"));", "DKC001")]
    public async Task Libraries_take_it_by_text_or_by_name(string body, string ids) => Assert.Equal(ids, await IdsAsync("appsettings.json", AppSettings(), Method(body)));

    /// <summary>A program of top-level statements, as the templates write it.</summary>
    [Theory]
    [InlineData("builder.Services.AddDbContext<Shop>(o => o.UseMySql(builder.Configuration.GetConnectionString(\"Shop\"), version));", "DKC001")]
    [InlineData("var text = builder.Configuration.GetConnectionString(\"Shop\"); builder.Services.AddDbContext<Shop>(o => o.UseMySql(text, ServerVersion.AutoDetect(text)));", "DKC001")]
    [InlineData("var text = builder.Configuration.GetConnectionString(\"Shop\"); builder.Services.AddDbContext<Shop>(o => o.UseSqlServer(text));", "")]
    [InlineData("var text = builder.Configuration.GetConnectionString(\"Stock\"); builder.Services.AddDbContext<Shop>(o => o.UseMySql(text, version));", "")]
    [InlineData("string text = builder.Configuration[\"ConnectionStrings:Shop\"] ?? throw new System.Exception(); app.MapGet(\"/\", () => new MySqlConnection(text));", "DKC001")]
    public async Task Top_level_statements_are_followed(string program, string ids) => Assert.Equal(ids, await IdsAsync("appsettings.json", AppSettings(), "var builder = WebApplication.CreateBuilder(args);\n" + program));

    /// <summary>A type of the user's own that is made with the text hands it on.</summary>
    [Theory]
    [InlineData("class Repository { readonly string _text; public Repository(string text) { _text = text; } object Open() => new MySqlConnection(_text); }", "DKC001")]
    [InlineData("class Repository(string text) { object Open() => new MySqlConnection(text); }", "DKC001")]
    [InlineData("class Repository { public Repository(string text) { using var connection = new MySqlConnection(text); } }", "DKC001")]
    [InlineData("class Repository { readonly string _text; public Repository(string text) { _text = text; } object Open() => new SqlConnection(_text); }", "")]
    [InlineData("class Repository { readonly string _text; public Repository(string text) { _text = text; } object Open() => new MySqlConnection(_other); }", "")]
    [InlineData("class Other { readonly string _text; public Other(string text) { _text = text; } object Open() => new MySqlConnection(_text); }", "")]
    public async Task A_constructor_hands_the_text_on(string repository, string ids) =>
        Assert.Equal(ids, await IdsAsync("appsettings.json", AppSettings(), Method("services.AddScoped(_ => new Repository(configuration.GetConnectionString(\"Shop\")));"), repository));

    [Theory]
    [InlineData("services.Configure<DbOptions>(configuration.GetSection(\"Database\"));")]
    [InlineData("services.AddOptions<DbOptions>().Bind(configuration.GetSection(\"Database\")).ValidateOnStart();")]
    [InlineData("services.AddOptions<DbOptions>().ValidateDataAnnotations().BindConfiguration(\"Database\");")]
    [InlineData("var options = configuration.GetSection(\"Database\").Get<DbOptions>();")]
    [InlineData("var options = new DbOptions(); configuration.GetSection(\"Database\").Bind(options);")]
    public async Task Options_that_are_filled_from_a_section_hand_its_values_on(string binding)
    {
        const string options = "class DbOptions { public string ConnectionString { get; set; } }";
        string Repository(string driver, string type = "DbOptions") => $"using Microsoft.Extensions.Options; class Repository {{ readonly {type} _options; public Repository(IOptions<{type}> options) {{ _options = options.Value; }} object Open() => new {driver}(_options.ConnectionString); }}";
        var settings = AppSettings("Database", "ConnectionString");
        Assert.Equal("DKC001", await IdsAsync("appsettings.json", settings, Method(binding), options, Repository("MySqlConnection")));
        Assert.Equal("", await IdsAsync("appsettings.json", settings, Method(binding), options, Repository("SqlConnection")));
        Assert.Equal("", await IdsAsync("appsettings.json", settings, Method(binding), options, Repository("MySqlConnection", "OtherOptions")));
        Assert.Equal("", await IdsAsync("appsettings.json", AppSettings("Other", "ConnectionString"), Method(binding), options, Repository("MySqlConnection")));
    }

    [Theory]
    [InlineData("services.Configure<DbOptions>(configuration.GetSection(DbOptions.Position));", "public const string Position = \"Database\";", "DKC001")]
    [InlineData("services.Configure<DbOptions>(configuration.GetSection(DbOptions.Position));", "public static readonly string Position = \"Database\";", "DKC001")]
    [InlineData("services.Configure<DbOptions>(configuration.GetSection(DbOptions.Position));", "public const string Position = nameof(Database);", "DKC001")]
    [InlineData("services.Configure<DbOptions>(configuration.GetSection(DbOptions.Position));", "public const string Position = \"Other\";", "")]
    [InlineData("new MySqlConnection(configuration[DbOptions.Position]);", "public const string Position = \"Database:ConnectionString\";", "DKC001")]
    [InlineData("new MySqlConnection(configuration[DbOptions.Position]);", "public string Position => Other();", "")]
    public async Task A_key_may_be_a_constant_of_another_file(string body, string constant, string ids) => Assert.Equal(
        ids,
        await IdsAsync(
            "appsettings.json",
            AppSettings("Database", "ConnectionString"),
            Method(body),
            $"class DbOptions {{ {constant} public string ConnectionString {{ get; set; }} }}",
            "class Repository { object Open(IOptions<DbOptions> options) => new MySqlConnection(options.Value.ConnectionString); }"));

    [Fact]
    public async Task Options_within_options_do_so_too()
    {
        const string options = "class AppOptions { public Db Database { get; set; } } class Db { public string Text { get; set; } }";
        var startup = Method("services.Configure<AppOptions>(configuration);");
        const string repository = "class R { object Open(IOptions<AppOptions> options) => new MySqlConnection(options.Value.Database.Text); }";
        Assert.Equal("DKC001", await IdsAsync("appsettings.json", AppSettings("Database", "Text"), startup, options, repository));
        Assert.Equal("", await IdsAsync("appsettings.json", AppSettings("Stock", "Text"), startup, options, repository));
    }

    [Theory]
    [InlineData("App.config", """<configuration><connectionStrings><add name="Shop" connectionString="#" /></connectionStrings></configuration>""", "new $(ConfigurationManager.ConnectionStrings[\"Shop\"].ConnectionString);")]
    [InlineData("Web.config", """<configuration><appSettings><add key="Shop" value="#" /></appSettings></configuration>""", "new $(System.Configuration.ConfigurationManager.AppSettings[\"Shop\"]);")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "A": { "commandName": "Project", "environmentVariables": { "SHOP_TEXT": "#" } } } }""", "new $(System.Environment.GetEnvironmentVariable(\"SHOP_TEXT\"));")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "A": { "commandName": "Project", "environmentVariables": { "ConnectionStrings__Shop": "#" } } } }""", "new $(configuration.GetConnectionString(\"Shop\"));")]
    public async Task Other_files_are_linked_by_their_keys(string path, string file, string read)
    {
        var text = file.Replace("#", Text, StringComparison.Ordinal);
        Assert.Equal("DKC001", await IdsAsync(path, text, Method(read.Replace("$", "MySqlConnection", StringComparison.Ordinal))));
        Assert.Equal("", await IdsAsync(path, text, Method(read.Replace("$", "SqlConnection", StringComparison.Ordinal))));
        Assert.Equal("", await IdsAsync(path, text, "class Empty;"));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("configuration.GetConnectionString(")]
    [InlineData("configuration[")]
    [InlineData("new MySqlConnection(configuration.GetSection(\"ConnectionStrings\")[\"Shop\"]")]
    [InlineData("var section = section; section[\"Shop\"]; const string A = B; const string B = A; configuration[A];")]
    [InlineData("services.Configure<>(configuration.GetSection()); services.AddOptions<DbOptions>().Bind(); x.Value; GetValue<string>();")]
    public async Task Half_typed_code_is_read_as_far_as_it_can_be(string body) => await IdsAsync("appsettings.json", AppSettings(), Method(body), body);

    /// <summary>Every read stands for its setting in C#, where <c>dotnet format</c> finds the repair.</summary>
    [Theory]
    [MemberData(nameof(Reads))]
    public async Task The_proxy_stands_at_the_read(string read)
    {
        var source = Method(read.Replace("$", "MySqlConnection", StringComparison.Ordinal));
        var project = s_project.With("appsettings.json", AppSettings()).WithSource("A.cs", "class A;").WithSource("Startup.cs", source);
        var proxy = Assert.Single(await project.AnalyzeAsync(), diagnostic => diagnostic.Id == SettingRepair.Id);
        Assert.Equal("Startup.cs", Path.GetFileName(proxy.Location.SourceTree!.FilePath));
        var node = (await CSharpSyntaxTree.ParseText(source).GetRootAsync(TestContext.Current.CancellationToken)).FindNode(proxy.Location.SourceSpan);
        Assert.True(node is InvocationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ArgumentSyntax, node.GetType().Name + " " + node);
    }
}
