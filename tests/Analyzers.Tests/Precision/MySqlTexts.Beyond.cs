namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>What is read beyond one literal: composed texts, builders, command lines, other files.</summary>
internal static partial class MySqlTexts
{
    private static Snippets ConcatenatedTexts => new("string.Concat", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection(string.Concat("Server=[|localhost|];", "Port={|3306->3307|};", "Database=shop"));""",
        """_ = new MySqlConnector.MySqlConnection(string.Concat("Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=", password));""",
        """_ = new MySqlConnector.MySqlConnection(String.Concat("Server=", "[|localhost|]", ";Port=", "{|3306->3307|}", ";Database=shop;Uid=", user));""",
        """var text = string.Concat("Server=[|localhost|]{|->;Port=3307|};Database=shop;", "Uid=app"); _ = new MySqlConnector.MySqlConnection(text);""",
        """_ = new MySqlConnector.MySqlConnection(string.Join(";", "Server=[|localhost|]", "Port={|3306->3307|}", "Database=shop"));""");

    private static Snippets FormattedTexts => new("string.Format", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid={0};Pwd={1}", user, password));""",
        """var text = string.Format("Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={0}", password); _ = new MySqlConnector.MySqlConnection(text);""",
        """private const string Format = "Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd={0}"; private object Open() => new MySqlConnector.MySqlConnection(string.Format(Format, password));""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server=[|localhost->localhost|];Port=3306;Database={0};Uid=app", database));""",
        """_ = new MySqlConnector.MySqlConnection(string.Format(System.Globalization.CultureInfo.InvariantCulture, "Server=[|localhost|];Port={0};Database=shop", port));""")
    { IsOfLocalhostOnly = true };

    private static Snippets JoinedTexts => new("chains with variables", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=" + password);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid=" + user + ";Pwd=" + password + ";");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost->localhost|];Port=3306;Database=" + database);""",
        """_ = new MySqlConnector.MySqlConnection("SERVER=" + "[|localhost|]" + ";PORT=" + "{|3306->3307|}" + ";DATABASE=shop;UID=" + user);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port=" + port + ";Database=shop");""",
        """var text = "Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=" + Environment.GetEnvironmentVariable("PWD"); _ = new MySqlConnector.MySqlConnection(text);""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=shop;Pwd=" + (password ?? "x") + ";SslMode=None");""",
        """
        string server = "[|localhost|]";
        string uid = "root";
        string text = "SERVER=" + server + ";PORT={|3306->3307|};DATABASE=shop;UID=" + uid + ";";
        _ = new MySqlConnector.MySqlConnection(text);
        """)
    { IsOfLocalhostOnly = true };

    private static Snippets Wrappers => new("wrappers of the user's own", s_twoDrivers,
        """
        class Db(string text) { public object Open() => new MySqlConnector.MySqlConnection(text); }
        class C { object M() => new Db("Server=[|localhost|]{|->;Port=3307|};Database=shop"); }
        """,
        """
        class Db { private readonly string _text; public Db(string text) { _text = text; } public object Open() => new MySqlConnector.MySqlConnection(_text); }
        class C { object M() => new Db("Server=[|localhost|]{|->;Port=3307|};Database=shop"); }
        """,
        """private static object Open(string text) => new MySqlConnector.MySqlConnection(text); private object M() => Open("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """private static void Configure(DbContextOptionsBuilder builder, string text) => builder.UseMySQL(text); private void M() => Configure(options, "Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        "class C { object M() => new Db(\"Server=[|localhost|]{|->;Port=3307|};Database=shop\"); }\n%\nclass Db { private readonly string _text; public Db(string text) => _text = text; public object Open() => new MySqlConnector.MySqlConnection(_text); }",
        "class C : Db { public C() : base(\"Server=[|localhost|]{|->;Port=3307|};Database=shop\") { } }\n%\nclass Db(string text) { public object Open() => new MySqlConnector.MySqlConnection(text); }");

    private static Snippets MethodsThatReturn => new("methods that return the text", s_twoDrivers,
        """private static string Text() => "Server=[|localhost|]{|->;Port=3307|};Database=shop"; private object Open() => new MySqlConnector.MySqlConnection(Text());""",
        """private string Text() { return "Server=[|localhost|]{|->;Port=3307|};Database=shop"; } private void Configure() => options.UseMySQL(Text());""",
        """string Text() => "Server=[|localhost|]{|->;Port=3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection(Text());""",
        """Func<string> text = () => "Server=[|localhost|]{|->;Port=3307|};Database=shop"; _ = new MySqlConnector.MySqlConnection(text());""");

    private static Snippets OtherFiles => new("constants of another file", s_twoDrivers,
        "class C { object M() => new MySqlConnector.MySqlConnection(Texts.Shop); }\n%\nstatic class Texts { public const string Shop = \"Server=[|localhost|]{|->;Port=3307|};Database=shop\"; }",
        "class C { object M() => new MySqlConnector.MySqlConnection(Texts.Shop); }\n%\nstatic class Texts { public static readonly string Shop = \"Server=[|localhost|]{|->;Port=3307|};Database=shop\"; }",
        "class C { object M() => new MySqlConnector.MySqlConnection(Texts.Shop); }\n%\nstatic class Texts { public static string Shop => \"Server=[|localhost|]{|->;Port=3307|};Database=shop\"; }",
        "class C(Settings settings) { object M() => new MySqlConnector.MySqlConnection(settings.Text); }\n%\nclass Settings { public string Text { get; set; } = \"Server=[|localhost|]{|->;Port=3307|};Database=shop\"; }");

    private static Snippets Builders => new("properties of a builder", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "[|localhost|]", Port = {|3306->3307|}, Database = "shop" };""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder { Database = "shop", UserID = user, Password = password, Port = {|3306->3307|}, Server = "[|localhost|]" }; Use(builder);""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder(); builder.Server = "[|localhost|]"; builder.Port = {|3306->3307|}; builder.Database = "shop"; Use(builder.ConnectionString);""",
        """MySqlConnector.MySqlConnectionStringBuilder builder = new() { Server = "[|localhost|]", Port = {|3306u->3307u|}, Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = host ?? "[|localhost->localhost|]", Port = 3306, Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = Environment.GetEnvironmentVariable("HOST") ?? "[|localhost|]", Port = 3306, Database = "other" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "[|localhost->localhost|]", UserID = "root" };""")
    { IsOfLocalhostOnly = true };

    private static Snippets BuilderIndexers => new("indexers of a builder", s_twoDrivers,
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder(); builder["Server"] = "[|localhost|]"; builder["Port"] = {|3306->3307|}; builder["Database"] = "shop"; Use(builder);""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { ["Data Source"] = "[|localhost|]", ["Port"] = "{|3306->3307|}", ["Initial Catalog"] = "shop" };""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder(); builder.Add("Host", "[|localhost|]"); builder.Add("Port", {|3306->3307|}); builder.Add("Database", "shop"); Use(builder);""");

    /// <summary>MySqlConnector takes localhost then. The place that is reported is the text without its quotes.</summary>
    private static Snippets HostLeftOut => new("the host left out", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("[|Database=shop;Uid=app;Pwd=x->Server=127.0.0.1;Port=3307;Database=shop;Uid=app;Pwd=x|]");""",
        """options.UseMySql("[|Database=shop;Uid=app->Server=127.0.0.1;Port=3307;Database=shop;Uid=app|]", null!);""");

    private static Snippets ToolCommands => new("command lines of MySQL's tools", s_noDriver,
        """Process.Start("mysql", "-h [|localhost|] -P {|3306->3307|} -u root shop");""",
        """Process.Start("mysql", "-h[|localhost|] -P{|3306->3307|} -uroot -px shop");""",
        """Process.Start("mysqldump", "--host=[|localhost|] --port={|3306->3307|} --user=root shop");""",
        """Process.Start("mysqladmin", $"--host [|localhost|] --port {|3306->3307|} -u shopper -p{password} ping");""",
        """_ = new ProcessStartInfo("mysql", "-h [|localhost|] -P {|3306->3307|} -u root shop");""",
        """_ = new ProcessStartInfo { FileName = "mysqldump", Arguments = "-h [|localhost|] -P {|3306->3307|} -u root shop" };""",
        """Process.Start("bash", "-c \"mysql -h [|localhost|] -P {|3306->3307|} -u root shop < seed.sql\"");""",
        """_ = new ProcessStartInfo("/bin/sh", "-c 'mysqldump -h [|localhost|] -P {|3306->3307|} shop | gzip > shop.gz'");""",
        """Process.Start("cmd.exe", "/c mysql -h [|localhost|] -P {|3306->3307|} -u root shop");""",
        """Process.Start("/usr/bin/mariadb", "-h [|localhost|] -P {|3306->3307|} -u root -D shop");""");

    private static Snippets Uris => new("URIs", s_noDriver,
        """Use("mysql://root@[|localhost|]:{|3306->3307|}/shop");""",
        """Use("mysql://shopper:s3cret-enough@[|localhost|]:{|3306->3307|}/shop?charset=utf8mb4");""",
        """Use("mariadb://root@[|localhost|]:{|3306->3307|}/shop");""",
        """Use("jdbc:mysql://[|localhost|]:{|3306->3307|}/shop?useSSL=false");""",
        """Use($"mysql://{user}:{password}@[|localhost|]:{|3306->3307|}/shop");""",
        """Use(new Uri("mysql://[|localhost|]:{|3306->3307|}/shop"));""",
        """Use(Environment.GetEnvironmentVariable("DATABASE_URL") ?? "mysql://[|localhost|]{|->:3307|}/shop");""");

    private static Snippets PortsInsideTheHost => new("a port inside the host", s_twoDrivers,
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost:3306->127.0.0.1;Port=3307|];Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost,3306->127.0.0.1;Port=3307|];Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("server=[|localhost:3306->127.0.0.1;port=3307|];database=shop;uid=root");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|127.0.0.1:3307->127.0.0.1;Port=3307|];Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|127.0.0.1,3307->127.0.0.1;Port=3307|];Database=shop");""",
        """options.UseMySQL("Data Source=[|localhost:3306->127.0.0.1;Port=3307|];Initial Catalog=shop;Uid=root");""",
        """var text = $"Server=[|localhost:3306->127.0.0.1;Port=3307|];Database=shop;Pwd={password}"; _ = new MySqlConnector.MySqlConnection(text);""",
        """Use("Server=[|localhost:3306->127.0.0.1;Port=3307|];Database=shop;AllowUserVariables=True");""");

    /// <summary>Step 3: what names stand around a text that names a database.</summary>
    private static Snippets NamesAround => new("evidence by names around", s_noDriver,
        """private const string MySqlText = "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=app";""",
        """Use(new Dictionary<string, string> { ["ConnectionStrings:MySql"] = "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=app" });""",
        """Use(new Dictionary<string, string> { { "MariaDb", "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=app" } });""",
        """var text = configuration.GetConnectionString("MySql") ?? "Server=[|localhost|]{|->;Port=3307|};Database=shop"; Use(text);""",
        """var text = Environment.GetEnvironmentVariable("MYSQL_CONNECTION") ?? "Server=[|localhost|]{|->;Port=3307|};Database=shop"; Use(text);""",
        """Use(new { Provider = "MySql", Text = "Server=[|localhost|]{|->;Port=3307|};Database=shop" });""",
        """string GetMySqlConnectionString() => "Server=[|localhost|]{|->;Port=3307|};Database=shop"; Use(GetMySqlConnectionString());""",
        """public string MariaDbConnection { get; set; } = "Server=[|localhost|]{|->;Port=3307|};Database=shop;Uid=app";""");

    /// <summary>Step 3: driver types of the same file, and no other driver's.</summary>
    private static Snippets TypesAround => new("evidence by types of the same file", s_twoDrivers,
        """private MySqlConnector.MySqlConnection? _connection; private string Text() => "Server=[|localhost|]{|->;Port=3307|};Database=shop"; private void Open() => Use(_connection);""",
        """public string Text { get; set; } = "Server=[|localhost|]{|->;Port=3307|};Database=shop"; public void Read(MySqlConnector.MySqlDataReader reader) => Use(reader);""",
        """Use("Server=[|localhost|]{|->;Port=3307|};Database=shop"); try { } catch (MySqlConnector.MySqlException) { }""");

    /// <summary>Step 0.</summary>
    private static Snippets AuthorsWord => new("the author's word", s_noDriver,
        """var text = /* lang=mysql-connection */ "Server=[|localhost|]{|->;Port=3307|};Database=shop"; Use(text);""",
        """
        Use(1);
        // lang=mysql-connection
        var text = "Server=[|localhost|]{|->;Port=3307|};Database=shop";
        Use(text);
        """,
        """[System.Diagnostics.CodeAnalysis.StringSyntax("MySqlConnectionString")] private string _text = "Server=[|localhost|]{|->;Port=3307|};Database=shop"; private object Get() => _text;""",
        """private void Open([System.Diagnostics.CodeAnalysis.StringSyntax("MySqlConnectionString")] string text) => Use(text); private void M() => Open("Server=[|localhost|]{|->;Port=3307|};Database=shop");""");

    private static Snippets Odbc => new("ODBC with MySQL's driver", s_noDriver,
        """_ = new System.Data.Odbc.OdbcConnection("Driver={MySQL ODBC 8.0 Unicode Driver};Server=[|localhost|];Port={|3306->3307|};Database=shop;Uid=root");""",
        """_ = new System.Data.Odbc.OdbcConnection("DRIVER={MariaDB ODBC 3.1 Driver};SERVER=[|localhost|];PORT={|3306->3307|};DATABASE=shop;UID=root");""");

    /// <summary>A hole whose local has one literal value is read as that value.</summary>
    private static Snippets HoleOfOneValue => new("holes of one value", s_twoDrivers,
        """var shop = "shop"; _ = new MySqlConnector.MySqlConnection($"Server=[|localhost|];Port={|3306->3307|};Database={shop}");""",
        """var shop = "shop"; _ = new MySqlConnector.MySqlConnection("Server=[|localhost|];Port={|3306->3307|};Database=" + shop);""",
        """var server = "[|localhost|]"; _ = new MySqlConnector.MySqlConnection($"Server={server};Port={|3306->3307|};Database=shop");""");

    /// <summary>No literal begins with a host's key.</summary>
    private static Snippets KeyInAConstant => new("the host's key in a constant", s_twoDrivers,
        """private const string Key = "Server="; private object Open() => new MySqlConnector.MySqlConnection(Key + "[|localhost|];Port={|3306->3307|};Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Ser" + "ver=[|localhost|];Port={|3306->3307|};Database=shop");""",
        """private const string Key = "Server"; private object Open() => new MySqlConnector.MySqlConnection($"{Key}=[|localhost|];Port={|3306->3307|};Database=shop");""");

    /// <summary>The variable's type is the platform's, the value's is the driver's.</summary>
    private static Snippets BaseTypes => new("connections held as their base type", s_twoDrivers,
        """DbConnection connection = new MySqlConnector.MySqlConnection(); connection.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """System.Data.IDbConnection connection = new MySqlConnector.MySqlConnection(); connection.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """DbConnectionStringBuilder builder = new MySqlConnector.MySqlConnectionStringBuilder(); builder.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """var connection = MySqlConnector.MySqlConnectorFactory.Instance.CreateConnection(); connection.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """var connection = MySqlConnector.MySqlConnectorFactory.Instance.CreateConnection()!; var text = "Server=[|localhost|]{|->;Port=3307|};Database=shop"; connection.ConnectionString = text;""");

    /// <summary>Methods and arguments of libraries that are named after the engine. The libraries are not referenced: names are all there is.</summary>
    private static Snippets Libraries => new("libraries' names", s_twoDrivers,
        """DeployChanges.To.MySqlDatabase("Server=[|localhost|]{|->;Port=3307|};Database=shop").Build();""",
        """EnsureDatabase.For.MySqlDatabase("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new Hangfire.MySql.MySqlStorage("Server=[|localhost|]{|->;Port=3307|};Database=shop", null);""",
        """store.UseMySqlConnector("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """MySQLConfiguration.Standard.ConnectionString("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """builder.AddMySql5().WithGlobalConnectionString("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """freeSql.UseConnectionString(DataType.MySql, "Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new ConnectionConfig { DbType = DbType.MySql, ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop" };""",
        """_ = new DataConnection(ProviderName.MySql, "Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """_ = new Repository<MySqlConnector.MySqlConnection>("Server=[|localhost|]{|->;Port=3307|};Database=shop");""",
        """clustering.Invariant = "MySql.Data.MySqlClient"; clustering.ConnectionString = "Server=[|localhost|]{|->;Port=3307|};Database=shop";""",
        """db = Database.OpenConnectionString("Server=[|localhost|]{|->;Port=3307|};Database=shop", "MySql.Data.MySqlClient");""")
    {
        IsComplete = false,
    };

    /// <summary>What broke an edit once: each text keeps all but its host and its port.</summary>
    private static Snippets OnlyHostAndPort => new("nothing but host and port", s_twoDrivers,
        """Use(("shop", "Server=[|localhost|];Port={|3306->3307|};Database=shop;AllowUserVariables=true"));""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server={0};Database=shop;Application Name={0}", [|"localhost"->"localhost"|]));""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server=[|localhost|];Port={0};Database=shop;Connection Timeout={0}", 3306));""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost:3306->127.0.0.1|];Port=3307;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost:3306->localhost:3306|];Port=;Database=shop");""",
        """private const string A = "Server=[|localhost->localhost|];Port=3306;"; private object M() => new MySqlConnector.MySqlConnection(A + "Database=shop;Uid=x"); private object N() => new MySqlConnector.MySqlConnection(A + "Database=stock;Uid=x");""",
        """var t = "Server=[|localhost->localhost|];Port=3306;Database=shop"; t = t.Replace("shop", "other"); _ = new MySqlConnector.MySqlConnection(t);""",
        """var build = () => { var b = new MySqlConnector.MySqlConnectionStringBuilder(); b.Server = "[|localhost|]"; b.Database = "shop"; return b; }; Use(build);""",
        """var b = new MySqlConnector.MySqlConnectionStringBuilder { Server = "[|localhost|]", Database = "shop" }; b.Port += 1;""",
        """var b = new MySqlConnector.MySqlConnectionStringBuilder { Server = "[|localhost|]", Database = "shop" }; if (port > 1) { b.Port = 3308; }""",
        """var b = new MySqlConnector.MySqlConnectionStringBuilder(); b["Server"] = "localhost"; b["Host"] = "[|localhost|]"; b["Database"] = "other";""",
        "_ = new MySqlConnector.MySqlConnection(\"\"\"\n\n    {|->Server=127.0.0.1;Port=3307;|}[|Uid=root;\n    Database=shop->Uid=root;\n    Database=shop|]\n    \"\"\");",
        """Use("mysqlx://root@[|localhost|]:33060/shop");""",
        """Process.Start("sh", "-c 'mysqldump -h db1 shop | mysql -h [|localhost|] -P {|3306->3307|} shop'");""",
        """Process.Start("mysql", "-h [|localhost|] -P {|3306->3307|} --where a shop");""",
        """Process.Start("sh", "-c 'mysqldump -h [|localhost|]{|-> -P 3307|} shop | mysql -h [|localhost|] -P 3308 other'");""",
        """Process.Start("mysql", "-h [|localhost->localhost|] -P 3306 < seed.sql");""",
        """private const string Base = "Server=[|localhost|]"; private object M() => new MySqlConnector.MySqlConnection(Base + "{|->;Port=3307|};Uid=root;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { ["server"] = "[|localhost|]"{|->, ["port"] = 3307|}, ["database"] = "shop" };""",
        """_ = new MySqlConnector.MySqlConnection($"{"Server=[|localhost|];"}{"Uid=root;"}Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection($"{"Server=[|localhost|];"}" + "Database=shop;Uid=root");""",
        "_ = new MySqlConnector.MySqlConnection(@\"\n                                                       Server=[|localhost|]{|->;Port=3307|};\n          Database=shop;Uid=root\");",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "[|localhost:3306->127.0.0.1|]"{|->, Port = 3307|}, Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnection("Server=[|localhost|]{|->;Port=3307|};Database=shop;Application Name=shop");""")
    { IsOfLocalhostOnly = true };
}
