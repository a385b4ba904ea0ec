using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>
/// MySQL connections that are to be reported and repaired. Marks as <see cref="Edits"/> reads them. The service is <c>shop</c>'s, which
/// publishes 3307: a text that names this database ends with that port.
/// </summary>
internal static partial class MySqlTexts
{
    private const string Compose = """
        services:
          mysql:
            image: mysql:8.4
            ports:
              - "3307:3306"
            environment:
              MYSQL_DATABASE: shop
              MYSQL_USER: shopper
              MYSQL_PASSWORD: s3cret-enough
        """;

    private static readonly TestProject s_mySqlOnly = new TestProject().WithDrivers(References.MySqlConnector, ClientStubs.All).With("docker-compose.yml", Compose);

    /// <summary>The references prove nothing: the sink has to.</summary>
    private static readonly TestProject s_twoDrivers = s_mySqlOnly.WithDrivers(References.MySqlConnector, References.MySqlData, ClientStubs.All, References.Stub("Microsoft.Data.SqlClient", ""));

    /// <summary>There is no driver: the text has to prove it.</summary>
    private static readonly TestProject s_noDriver = s_mySqlOnly.WithDrivers(ClientStubs.All);

    public static IEnumerable<Snippets> All =>
    [
        Keys, Spellings, HostCase, Quotes, Options, Literals, Constants, ConnectorSinks, OracleSinks, EntityFrameworkSinks, Locals, Members, Choices,
        Collections, OwnPorts, OwnKeys, ProjectReferences, Account, Unproved, ContainerAddresses, RealPrograms, HalfTyped,
        ConcatenatedTexts, FormattedTexts, JoinedTexts, Wrappers, MethodsThatReturn, OtherFiles, Builders, BuilderIndexers, HostLeftOut, ToolCommands, Uris, PortsInsideTheHost,
        NamesAround, TypesAround, AuthorsWord, Odbc, HoleOfOneValue, KeyInAConstant, BaseTypes, Libraries,
        OnlyHostAndPort,
    ];

    private static Snippets Keys => Connections("every name of the keys", s_twoDrivers,
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;User ID=app;Password=x",
        "Host=[|localhost|];Port={|3306->3307|};Database=shop;UserID=app;Password=x",
        "Data Source=[|localhost|];Port={|3306->3307|};Database=shop;Username=app;Password=x",
        "DataSource=[|localhost|];Port={|3306->3307|};Database=shop;User Name=app;Password=x",
        "Address=[|localhost|];Port={|3306->3307|};Database=shop;Uid=app;Password=x",
        "Addr=[|localhost|];Port={|3306->3307|};Database=shop;User=app;Pwd=x",
        "Network Address=[|localhost|];Port={|3306->3307|};Initial Catalog=shop;Uid=app;Pwd=x",
        "server=[|localhost|];port={|3306->3307|};database=shop;uid=app;pwd=x",
        "SERVER=[|localhost|];PORT={|3306->3307|};DATABASE=shop;UID=app;PASSWORD=x;",
        "sErVeR=[|localhost|];pOrT={|3306->3307|};dAtAbAsE=shop",
        "data source=[|localhost|];port={|3306->3307|};initial catalog=shop;user id=app;password=x",
        "Port={|3306->3307|};Database=shop;Server=[|localhost|]",
        "Uid=app;Pwd=x;Port={|3306->3307|};Server=[|localhost|];Database=shop",
        "Database=shop;Uid=app;Pwd=x;Host=[|localhost|];Port={|3306->3307|}",
        "Pwd=x;Uid=app;Database=shop;Data Source=[|localhost|]{|->;Port=3307|}",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop",
        "Host=[|localhost|]{|->;Port=3307|};Database=shop;Username=app",
        "server=[|localhost|]{|->;port=3307|};database=shop",
        "SERVER=[|localhost|]{|->;PORT=3307|};DATABASE=shop",
        "Initial Catalog=shop;Addr=[|localhost|]{|->;Port=3307|};User=app");

    private static Snippets Spellings => Connections("letter case and spaces", s_twoDrivers,
        "Server = [|localhost|] ; Port = {|3306->3307|} ; Database = shop",
        " Server=[|localhost|]; Port={|3306->3307|}; Database=shop; ",
        "Server=[|localhost|];Port= {|3306->3307|};Database= shop",
        "server =[|localhost|];port ={|3306->3307|};database =shop",
        "Server=  [|localhost|]  ;Port={|3306->3307|};Database=shop",
        "\\tServer=[|localhost|];\\r\\n\\tPort={|3306->3307|};\\r\\n\\tDatabase=shop",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;;",
        ";Server=[|localhost|];;Port={|3306->3307|};Database=shop",
        "Server=[|localhost|];Port={|03306->3307|};Database=shop",
        "Data  Source=db;Server=[|localhost|];Port={|3306->3307|};Database=shop",
        "Server=[|\\u006Cocalhost|];Port={|3306->3307|};Database=shop");

    /// <summary>Capitals of the host's own; an address has none.</summary>
    private static Snippets HostCase => Connections("letter case of the host", s_twoDrivers,
        "Server=[|LOCALHOST|];Port={|3306->3307|};Database=shop",
        "Server=[|Localhost|];Port={|3306->3307|};Database=shop",
        "Server=[|LocalHost|]{|->;Port=3307|};Database=shop",
        "Server=[|lOCALHOST|]{|->;Port=3307|};Database=shop;AllowUserVariables=True");

    private static Snippets Quotes => Connections("quoted values", s_twoDrivers,
        "Server='[|localhost|]';Port={|3306->3307|};Database=shop",
        "Server=\\\"[|localhost|]\\\";Port={|3306->3307|};Database=shop",
        "Server=[|localhost|];Port='{|3306->3307|}';Database='shop'",
        "Server=[|localhost|];Port=\\\"{|3306->3307|}\\\";Database=\\\"shop\\\"",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd='a;b=c'",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=\\\"a;Server=db\\\"",
        "Pwd='it''s;Server=x';Server=[|localhost|];Port={|3306->3307|};Database=shop",
        "Server='[|localhost|]'{|->;Port=3307|};Database=shop",
        "Server = \\\"[|localhost|]\\\"{|->;Port=3307|} ;Database=shop");

    private static Snippets Options => Connections("with further options", s_twoDrivers,
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Pooling=true;MinimumPoolSize=5;MaximumPoolSize=50",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Connection Timeout=30;Default Command Timeout=60",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;CharSet=utf8mb4;SslMode=None;AllowPublicKeyRetrieval=True",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;SslMode=VerifyCA;SslCa=ca.pem",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;SslMode=Preferred;Protocol=tcp",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Protocol=Sockets;Convert Zero Datetime=True",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;TreatTinyAsBoolean=false;Old Guids=true;persistsecurityinfo=True",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Some Future Option=1",
        "Server=[|localhost|];Port={|3306->3307|};Database=shop;Application Name=Shop (localhost)",
        "Server=[|localhost|];Port=3307;Database=shop;Uid=app",
        "Server=[|localhost|];Port={hole};Database=shop");

    private static Snippets Literals => new("forms of a literal", s_twoDrivers,
        """"_ = new MySqlConnector.MySqlConnection(@"Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=""a;b""");"""",
        """
        _ = new MySqlConnector.MySqlConnection(@"
            Server=[|localhost|];
            Port={|3306->3307|};
            Database=shop;");
        """,
        """"_ = new MySqlConnector.MySqlConnection("""Server=[|localhost|];Port={|3306->3307|};Database="shop" """);"""",
        """"
        _ = new MySqlConnector.MySqlConnection("""
            Server=[|localhost|];
            Port={|3306->3307|};
            Database=shop;
            Uid=app
            """);
        """",
        """_ = new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid={user};Pwd={password}");""",
        """"_ = new MySqlConnector.MySqlConnection($@"Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid={user};Pwd=""{password}""");"""",
        """_ = new MySqlConnector.MySqlConnection(@$"Server=[|localhost|]{|->;Port=3307|};Database=shop;Pwd={password}");""",
        """"_ = new MySqlConnector.MySqlConnection($"""Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd="{password}" """);"""",
        """"
        _ = new MySqlConnector.MySqlConnection($$"""
            Server=[|localhost|];Port={|3306->3307|};
            Database=shop;Uid={{user}};Pwd={{password}}
            """);
        """",
        """_ = new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={Environment.GetEnvironmentVariable("PWD") ?? "x"}");""",
        """_ = new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={{x}}");""",
        """_ = new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database=shop;ConnectionTimeout={port:D2}");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=\t\\\"\u00e9\x41");""",
        """Use("Server=[|localhost|];Port={|3306->3307|};Database=shop;AllowUserVariables=true"u8.ToArray());""",
        """_ = new MySqlConnector.MySqlConnection(("Server=[|localhost|];Port={|3306->3307|};Database=shop"));""",
        """_ = new MySqlConnector.MySqlConnection((string)"Server=[|localhost|];Port={|3306->3307|};Database=shop"!);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop".Trim());""",
        """_ = new MySqlConnector.MySqlConnection(/* here */ "Server=[|localhost|];Port={|3306->3307|};Database=shop" /* and there */);""");

    private static Snippets Constants => new("literals and constants joined", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];" + "Port={|3306->3307|};" + "Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=" + "[|localhost|]" + ";Port=" + "{|3306->3307|}" + ";Database=" + "shop");""",
        """
        _ = new MySqlConnector.MySqlConnection(
            "Server=[|localhost|];" +
            "Port={|3306->3307|};" +   // of the container
            "Database=shop;" +
            @"Uid=app");
        """,
        """private const string Database = "shop"; private object Open() => new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=" + Database);""",
        """private const string Database = "shop"; private object Open() => new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database={Database}");""",
        """private const string Database = "shop"; private const string Text = "Server=[|localhost|];Database=" + Database + ";Port={|3306->3307|}"; private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};" + $"Database=shop;Pwd={password}");""",
        """_ = new MySqlConnector.MySqlConnection(("Server=[|localhost|];" + ("Port={|3306->3307|};" + "Database=shop")));""",
        """private const string Host = "[|localhost|]"; private object Open() => new MySqlConnector.MySqlConnection("Server=" + Host + ";Port={|3306->3307|};Database=shop");""",
        "class C { object M() => new MySqlConnector.MySqlConnection($\"Server=[|localhost|]{|->;Port=3307|};Database={Names.Shop}\"); }\n%\nstatic class Names { public const string Shop = \"shop\"; }",
        """private const int Port = {|3306->3307|}; private object Open() => new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={Port};Database=shop");""");

    private static Snippets ConnectorSinks => new("MySqlConnector's types", s_twoDrivers,
        """using var connection = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """await using var connection = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop"); await connection.OpenAsync();""",
        """MySqlConnector.MySqlConnection connection = new("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(connectionString: "Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection { ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop" };""",
        """var connection = new MySqlConnector.MySqlConnection(); connection.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """DbConnection connection = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop"); connection.Open();""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder("Server=[|localhost|]{|->;Port=3307|};Database=shop") { AllowUserVariables = true };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop" };""",
        """await using var source = new MySqlConnector.MySqlDataSource("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """await using var source = new MySqlConnector.MySqlDataSourceBuilder("Server=[|localhost|]{|->;Port=3307|};Database=shop").Build();""",
        """private MySqlConnector.MySqlConnection _connection = new("Server=[|localhost|]{|->;Port=3307|};Database=shop"); private object Get() => _connection;""",
        """private static MySqlConnector.MySqlConnection Open() => new("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """private readonly Lazy<MySqlConnector.MySqlConnection> _connection = new(() => new("Server=[|localhost|]{|->;Port=3307|};Database=shop")); private object Get() => _connection;""",
        """_ = new MySqlConnector.MySqlCommand("SELECT 1", new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop"));""",
        """_ = new MySqlConnector.MySqlDataAdapter("SELECT 1", "Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """using (var connection = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop")) { connection.Open(); }""",
        """services.AddMySqlDataSource("Server=[|localhost|]{|->;Port=3307|};Database=shop").AddHealthChecks().AddMySql("Server=[|localhost|]{|->;Port=3307|};Database=shop");""");

    private static Snippets OracleSinks => new("MySql.Data's types", s_twoDrivers,
        """using var connection = new MySql.Data.MySqlClient.MySqlConnection("server=[|localhost|];port={|3306->3307|};user=app;password=x;database=shop");""",
        """MySql.Data.MySqlClient.MySqlConnection connection = new("server=[|localhost|];port={|3306->3307|};database=shop");""",
        """_ = new MySql.Data.MySqlClient.MySqlConnection { ConnectionString = $"server=[|localhost|]{|->;port=3307|};uid=app;pwd={password};database=shop" };""",
        """var connection = new MySql.Data.MySqlClient.MySqlConnection(); connection.ConnectionString = "server=[|localhost|];port={|3306->3307|};database=shop";""",
        """MySql.Data.MySqlClient.MySqlHelper.ExecuteNonQuery("server=[|localhost|];port={|3306->3307|};database=shop", "DELETE FROM orders");""",
        """private readonly MySql.Data.MySqlClient.MySqlConnection _connection = new MySql.Data.MySqlClient.MySqlConnection("datasource=[|localhost|];port={|3306->3307|};username=app;password=;database=shop"); private object Get() => _connection;""");

    private static Snippets EntityFrameworkSinks => new("Entity Framework", s_twoDrivers,
        """options.UseMySQL("Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """options.UseMySql("Server=[|localhost|];Port={|3306->3307|};Database=shop", new MySqlServerVersion());""",
        """options.UseMySql("Server=[|localhost|]{|->;Port=3307|};Database=shop", ServerVersion.AutoDetect("Server=[|localhost|]{|->;Port=3307|};Database=shop"));""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; options.UseMySql(text, ServerVersion.AutoDetect(text));""",
        """private void Configure(DbContextOptionsBuilder builder) { builder.UseMySql($"Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={password}", null!, setup => { }); }""",
        """options.UseMySQL(configuration.GetConnectionString("Shop") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """Action<DbContextOptionsBuilder> configure = builder => builder.UseMySQL("Server=[|localhost|];Port={|3306->3307|};Database=shop"); Use(configure);""",
        """Providers.UseMySQL(options, "Server=[|localhost|];Port={|3306->3307|};Database=shop");""");

    private static Snippets Locals => new("locals and parameters", s_twoDrivers,
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection(text);""",
        """string text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; using var connection = new MySqlConnector.MySqlConnection(text);""",
        """const string text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; Func<object> open = () => new MySqlConnector.MySqlConnection(text); Use(open);""",
        """string text; text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; Console.WriteLine(text); _ = new MySqlConnector.MySqlConnection(text);""",
        """var first = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; var second = first; _ = new MySqlConnector.MySqlConnection(second);""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop;"; _ = new MySqlConnector.MySqlConnection(text + "Pooling=true");""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection($"{text};Pooling=true");""",
        """var text = $"Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={password}"; var builder = new MySqlConnector.MySqlConnectionStringBuilder(text); Use(builder);""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; var connection = new MySqlConnector.MySqlConnection(); connection.ConnectionString = text;""",
        """foreach (var text in new[] { "Server=[|localhost|];Port={|3306->3307|};Database=shop" }) { _ = new MySqlConnector.MySqlConnection(text); }""",
        """private static object Open(string text = "Server=[|localhost|];Port={|3306->3307|};Database=shop") => new MySqlConnector.MySqlConnection(text);""",
        """class Db(string text = "Server=[|localhost|];Port={|3306->3307|};Database=shop") { public object Open() => new MySqlConnector.MySqlConnection(text); }""",
        """object Open(string text = "Server=[|localhost|];Port={|3306->3307|};Database=shop") => new MySqlConnector.MySqlConnection(text); Use(Open());""",
        """string? text = null; text ??= "Server=[|localhost|];Port={|3306->3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection(text);""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; if (args.Length > 0) { text = args[0]; } _ = new MySqlConnector.MySqlConnection(text);""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; text += ";Pooling=true"; _ = new MySqlConnector.MySqlConnection(text);""");

    private static Snippets Members => new("fields, constants and properties", s_twoDrivers,
        """private const string Text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """private readonly string _text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(_text);""",
        """private string _text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(this._text);""",
        """private static readonly string s_text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(s_text);""",
        """public static string Text { get; } = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(C.Text);""",
        """public string Text { get; set; } = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private void Configure() => options.UseMySQL(Text);""",
        """public string Text => "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """public string Text { get { return "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } } private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """public string Text { get => "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """private string _text; public C() { _text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } private object Open() => new MySqlConnector.MySqlConnection(_text);""",
        """private string? _text; private object Open() { _text ??= "Server=[|localhost|];Port={|3306->3307|};Database=shop"; return new MySqlConnector.MySqlConnection(_text); }""",
        """class Texts { public const string Shop = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } class C { object M() => new MySqlConnector.MySqlConnection(Texts.Shop); }""",
        """class Texts { public static string Shop = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } class C { object M() => new MySqlConnector.MySqlConnection(Texts.Shop); }""",
        """class Settings { public string Text { get; init; } = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; } class C(Settings settings) { object M() => new MySqlConnector.MySqlConnection(settings.Text); }""",
        """
        class Db { public string Text { get; set; } = ""; public object Open() => new MySqlConnector.MySqlConnection(Text); }
        class C { object M() => new Db { Text = "Server=[|localhost|]{|->;Port=3307|};Database=shop" }; }
        """,
        """class C { static string s_text = ""; static C() => s_text = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; object M() => new MySqlConnector.MySqlConnection(s_text); }""");

    private static Snippets Choices => new("fallbacks and choices", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection(Environment.GetEnvironmentVariable("SHOP_DB") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(configuration.GetConnectionString("Shop") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """var text = configuration["ConnectionStrings:Shop"] ?? Environment.GetEnvironmentVariable("SHOP_DB") ?? "Server=[|localhost|]{|->;Port=3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection(text);""",
        """_ = new MySqlConnector.MySqlConnection(args.Length > 0 ? args[0] : "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(name == "test" ? "Server=[|localhost|];Port={|3306->3307|};Database=shop" : "Server=db;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(name == "a" ? "Server=[|localhost|];Port={|3306->3307|};Database=shop" : "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=b");""",
        """_ = new MySqlConnector.MySqlConnection(name switch { "ci" => "Server=mysql;Database=shop", _ => "Server=[|localhost|];Port={|3306->3307|};Database=shop" });""",
        """var text = name switch { "dev" => "Server=[|localhost|];Port={|3306->3307|};Database=shop", _ => throw new NotSupportedException() }; _ = new MySqlConnector.MySqlConnection(text);""",
        """private readonly string _text = Environment.GetEnvironmentVariable("SHOP_DB") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(_text);""",
        """private string Text => configuration.GetConnectionString("Shop") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(Text);""",
        """_ = new MySqlConnector.MySqlConnection((Environment.GetEnvironmentVariable("SHOP_DB") ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop") + ";Pooling=true");""");

    /// <summary>Nobody takes them in this file; the text tells.</summary>
    private static Snippets Collections => new("collections, dictionaries and results", s_noDriver,
        """Use(new Dictionary<string, string> { ["ConnectionStrings:Shop"] = "Server=[|localhost|];Port={|3306->3307|};Database=shop" });""",
        """Use(new Dictionary<string, string?> { { "ConnectionStrings:MySql", "Server=[|localhost|];Port={|3306->3307|};Database=shop" } });""",
        """string[] texts = ["Server=[|localhost|];Port={|3306->3307|};Database=shop", "Server=db;Port=3306;Database=shop"]; Use(texts);""",
        """Use(new List<string> { "Server=[|localhost|];Port={|3306->3307|};Database=shop" }); Use(new { Text = "Server=[|localhost|];Port={|3306->3307|};Database=shop" });""",
        """var settings = new Dictionary<string, string>(); settings["Shop"] = "Server=[|localhost|];Port={|3306->3307|};Database=shop"; settings.Add("Other", "Host=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """Environment.SetEnvironmentVariable("ConnectionStrings__Shop", "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """private static string Text() => "Server=[|localhost|];Port={|3306->3307|};Database=shop";""",
        """private static string Text(string name) { return $"Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid={name}"; }""",
        """private static IEnumerable<string> Texts() { yield return "Server=[|localhost|];Port={|3306->3307|};Database=shop"; }""",
        """private static (string Name, string Text) Pair => ("shop", "Server=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """Use(args.FirstOrDefault() ?? "Server=[|localhost|];Port={|3306->3307|};Database=shop"); Func<string> get = () => "Server=[|localhost|];Port={|3306->3307|};Database=shop"; Use(get);""");

    private static Snippets OwnPorts => Texts("evidence by the port alone", s_noDriver,
        "Server=[|localhost->localhost|];Port=3306;Uid=root;Pwd=x",
        "Server=[|localhost|];Port=3307;User Id=app;Password=x",
        "Host=[|localhost|];Port=3308;Database=other;Username=app",
        "Server=[|localhost->localhost|];Port=3309",
        "Data Source=[|localhost|];Port=3310;Initial Catalog=other",
        "Server=[|localhost->localhost|];Port=33060;Uid=root",
        "Server=[|localhost->localhost|];Port=33061;Uid=root",
        "Server=[|localhost->localhost|];Port=13306;Uid=root",
        "Server=[|localhost->localhost|];Port=23307;Uid=root",
        "SERVER=[|localhost|];PORT=43306;DATABASE=other;UID=root",
        "Port=53306;Server=[|LOCALHOST->LOCALHOST|]") with
    { IsOfLocalhostOnly = true };

    private static Snippets OwnKeys => Texts("evidence by MySQL's own keys", s_noDriver,
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;AllowUserVariables=True",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;Allow User Variables=True",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;AllowPublicKeyRetrieval=true",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;SslMode=None",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;SSL Mode=none",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;SslMode=Preferred",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;SslMode=Required",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;CharSet=utf8mb4",
        "server=[|localhost|]{|->;port=3307|};database=shop;character set=utf8mb4",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;ConvertZeroDateTime=True",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;Convert Zero Datetime=True",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;AllowZeroDateTime=True",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;TreatTinyAsBoolean=false",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;UseAffectedRows=False",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;GuidFormat=Binary16",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;Old Guids=true",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;AllowLoadLocalInfile=true",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;IgnoreCommandTransaction=true",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;NoBackslashEscapes=true",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;DefaultAuthenticationPlugin=mysql_native_password",
        "Server=[|localhost|]{|->;Port=3307|};Database=shop;Use Procedure Bodies=false;CheckParameters=false");

    private static Snippets ProjectReferences => new("evidence by the project's references alone", s_mySqlOnly,
        """private const string Text = "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=app;Pwd=x";""",
        """public string ShopDb { get; set; } = "Server=[|localhost|]{|->;Port=3307|};Database=shop;User=app;Password=x;";""",
        """var text = configuration.GetConnectionString("Shop") ?? "server=[|localhost|]{|->;port=3307|};database=shop;user=root;password=x"; Use(text);""",
        """Use($"Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid={user};Pwd={password}");""",
        """Use(new Dictionary<string, string> { ["ConnectionStrings:Shop"] = "Data Source=[|localhost|]{|->;Port=3307|};Initial Catalog=shop;User Id=app;Password=x" });""",
        """private static string Text() => "Host=[|localhost|]{|->;Port=3307|};Database=shop;Username=app;Password=x";""",
        """Use("Server=[|localhost|];Port={|3306->3307|};Database=shop" + ";Uid=" + "app");""",
        """Use(new[] { @"Server=[|localhost|]{|->;Port=3307|};Database=shop;CharSet=utf8", "Server=db;Database=shop" });""");

    /// <summary>The account proves the service where no database does.</summary>
    private static Snippets Account => Connections("the service by its account", s_twoDrivers,
        "Server=[|localhost|];Port={|3306->3307|};Uid=shopper;Pwd=other",
        "Server=[|localhost|]{|->;Port=3307|};User ID=shopper",
        "Server=[|localhost|];Port={|3306->3307|};Database=;Username=shopper;Password={hole}",
        "Server=[|localhost|];Port={|3306->3307|};Database={hole};Uid=shopper;Pwd=s3cret-enough");

    private static Snippets Unproved => Connections("another or an unknown service: the host only", s_twoDrivers,
        "Server=[|localhost|];Port=3306;Database=other;Uid=app;Pwd=x",
        "Server=[|localhost->localhost|];Port=3306;Database=other;Uid=shopper",
        "Server=[|localhost|];Database=other",
        "Server=[|localhost|];Port=3306;Database=SHOP",
        "Server=[|localhost->localhost|];Uid=root;Pwd=x",
        "Server=[|localhost->localhost|]",
        "Server=[|localhost->localhost|];Port=3306;Database={hole}",
        "Server=[|localhost|];Port=3399;Database=other;Pwd='a;b=c'",
        "Server=[|localhost->localhost|];Database=mysql;Uid=root",
        "Server=[|localhost|],db2;Database=shop",
        "Server=db1, [|localhost|];Port=3306;Database=shop") with
    { IsOfLocalhostOnly = true };

    private static Snippets ContainerAddresses => new("addresses of containers", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.17.0.2|];Port={|3306->3307|};Database=shop;Uid=root;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.18.0.3|];Port={|3306->3307|};Database=shop;Uid=root;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.18.0.3|]{|->;Port=3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.17.0.2|]{|->;Port=3307|};Uid=root;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.17.0.2|]{|->;Port=3307|}");""",
        """_ = new MySqlConnector.MySqlConnection("Host='[|172.18.0.3|]';Port='{|3306->3307|}';Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection($"Server=[|172.17.0.12|];Port={|3306->3307|};Database={database};Uid={user};Pwd={password}");""",
        """var text = "server=[|172.18.0.3|];user=root;database=shop;port={|3306->3307|};password=x;"; _ = new MySql.Data.MySqlClient.MySqlConnection(text);""",
        """options.UseMySQL("Server=[|172.18.0.3|];Port={|3306->3307|};Database=shop;SslMode=None");""",
        """Use("Server=[|172.18.0.3|];Port={|3306->3307|};Database=shop;AllowUserVariables=True");""",
        """Use("Server=[|172.17.0.2|];Port={|3306->3307|};Uid=root;Pwd=x");""",
        """private static readonly string s_text = Environment.GetEnvironmentVariable("SHOP_DB") ?? "Data Source=[|172.18.0.3|];Port={|3306->3307|};Initial Catalog=shop"; private object Open() => new MySqlConnector.MySqlConnection(s_text);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.17.0.2|];Port=3307;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=" + "[|172.18.0.3|]" + ";Port=" + "{|3306->3307|}" + ";Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|172.18.0.3|];Port={|3306->3307|};Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=[|172.17.0.2|]{|->;Port=3307|};Database=shop");""");

    /// <summary>As public repositories write them.</summary>
    private static Snippets RealPrograms => new("whole programs", s_twoDrivers,
        """
        class ShopContext
        {
            protected void OnConfiguring(DbContextOptionsBuilder builder)
            {
                var text = Environment.GetEnvironmentVariable("SHOP_DB") ?? "server=[|localhost|];port={|3306->3307|};database=shop;user=shopper;password=s3cret-enough";
                builder.UseMySql(text, ServerVersion.AutoDetect(text), setup => { });
            }
        }
        """,
        """
        class Database
        {
            private MySqlConnector.MySqlConnection? connection;
            private string connectionString = "datasource=[|localhost|];port={|3306->3307|};username=root;password=;database=shop";
            public void Open() { connection = new MySqlConnector.MySqlConnection(connectionString); connection.Open(); }
        }
        """,
        """
        class Fixture : IDisposable
        {
            public const string ConnectionString = @"Server=[|localhost|];Port={|3306->3307|};Database=shop;User ID=root;Password=x;AllowLoadLocalInfile=True";
            public MySqlConnector.MySqlConnection Connection { get; } = new(ConnectionString);
            public void Dispose() => Connection.Dispose();
        }
        """,
        """
        class Tests
        {
            [Fact]
            public async Task Orders_are_read()
            {
                await using var source = new MySqlConnector.MySqlDataSourceBuilder("Server=[|localhost|];Port={|3306->3307|};User ID=shopper;Password=s3cret-enough;Database=shop") { }.Build();
                await using var connection = await source.OpenConnectionAsync();
            }
        }
        """,
        """
        class Factory
        {
            public System.Data.IDbConnection Create(string kind) => kind switch
            {
                "mysql" => new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop"),
                "mssql" => new Microsoft.Data.SqlClient.SqlConnection("Server=localhost;Database=shop"),
                _ => new Npgsql.NpgsqlConnection("Host=localhost;Database=shop"),
            };
        }
        """);

    private static Snippets HalfTyped => new("half typed", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop" """,
        """options.UseMySql("Server=[|localhost|]{|->;Port=3307|};Database=shop", """,
        """options.UseMySql("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """MySqlConnection connection = new("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """log.WriteTo.MySQL("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """unknown.UseMySql("Server=[|localhost|]{|->;Port=3307|};Database=shop", null);""",
        """var text = "Server=[|localhost|]{|->;Port=3307|};Database=shop"; using var c = new MySqlConnector.MySqlConnection(text""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop", 1, 2);""")
    {
        IsComplete = false,
    };

    /// <summary>Each text goes to <c>new MySqlConnection(...)</c>.</summary>
    private static Snippets Connections(string theme, TestProject project, params string[] texts) => new(theme, project, [.. texts.Select(text => $"_ = new MySqlConnector.MySqlConnection({Literal(text)});")]);

    /// <summary>Each text goes to somebody who says nothing.</summary>
    private static Snippets Texts(string theme, TestProject project, params string[] texts) => new(theme, project, [.. texts.Select(text => $"Use({Literal(text)});")]);

    private static string Literal(string text) => text.Contains("{hole}", StringComparison.Ordinal) ? $"$\"{text.Replace("{hole}", "{name}", StringComparison.Ordinal)}\"" : $"\"{text}\"";
}
