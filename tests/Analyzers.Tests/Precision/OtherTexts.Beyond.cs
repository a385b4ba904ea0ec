using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>Texts of other engines that something beyond the literal tells.</summary>
internal static partial class OtherTexts
{
    /// <summary>One level of the user's own parameters.</summary>
    private static Snippets Wrappers => new("wrappers of other drivers", s_mySqlOnly,
        """
        class Db(string text) { public object Open() => new Npgsql.NpgsqlConnection(text); }
        class C { object M() => new Db("Host=localhost;Database=shop;Username=postgres"); }
        """,
        """
        class Db { private readonly string _text; public Db(string text) { _text = text; } public object Open() => new Microsoft.Data.SqlClient.SqlConnection(_text); }
        class C { object M() => new Db("Server=localhost;Database=Shop;Uid=sa;Pwd=x"); }
        """,
        """
        private static object Open(string text) => new Microsoft.Data.SqlClient.SqlConnection(text);
        private object M() => Open("Server=localhost;Database=Shop;Uid=sa;Pwd=x");
        """);

    private static Snippets MethodsThatReturn => new("methods that return a text of another engine", s_mySqlOnly,
        """private static string Text() => "Server=localhost;Database=Shop;Uid=sa;Pwd=x"; private object Open() => new Microsoft.Data.SqlClient.SqlConnection(Text());""",
        """private static string Text() { return "Host=localhost;Database=shop;Username=postgres"; } private void Configure() => options.UseNpgsql(Text());""");

    private static Snippets OtherFiles => new("constants of another file that another driver takes", s_mySqlOnly,
        "class C { object M() => new Npgsql.NpgsqlConnection(Texts.Shop); }\n%\nstatic class Texts { public const string Shop = \"Host=localhost;Database=shop;Username=postgres\"; }",
        "class C { object M() => new Microsoft.Data.SqlClient.SqlConnection(Texts.Shop); }\n%\nstatic class Texts { public static readonly string Shop = \"Server=localhost;Database=Shop;Uid=sa;Pwd=x\"; }");

    /// <summary>Names, and driver types of the same file: step 3, before the project's references.</summary>
    private static Snippets Surroundings => new("names and types around texts of other engines", s_mySqlOnly,
        """private const string PostgresText = "Host=localhost;Database=shop;Username=app;Password=x";""",
        """Use(new Dictionary<string, string> { ["ConnectionStrings:SqlServer"] = "Server=localhost;Database=Shop;Uid=sa;Pwd=x" });""",
        """var text = configuration.GetConnectionString("Postgres") ?? "Host=localhost;Database=shop;Username=app;Password=x"; Use(text);""",
        """private Npgsql.NpgsqlConnection? _connection; public string Text { get; set; } = "Host=localhost;Database=shop;Username=app;Password=x"; private void Open() => Use(_connection);""",
        """private readonly object _configuration = new { Provider = "Npgsql", Text = "Host=localhost;Database=shop;Username=app;Password=x" };""");

    /// <summary>The variable's type is the platform's, the value's is the driver's.</summary>
    private static Snippets BaseTypes => new("other connections held as their base type", s_mySqlOnly,
        """System.Data.IDbConnection connection = new Npgsql.NpgsqlConnection(); connection.ConnectionString = "Host=localhost;Database=shop;Username=postgres";""",
        """DbConnectionStringBuilder builder = new Npgsql.NpgsqlConnectionStringBuilder(); builder.ConnectionString = "Host=localhost;Database=shop;Username=postgres";""",
        """private System.Data.IDbConnection _connection = new Microsoft.Data.SqlClient.SqlConnection(); private void Open() => _connection.ConnectionString = "Server=localhost;Database=Shop;Uid=sa;Pwd=x";""",
        """var connection = DbProviderFactories.GetFactory("Npgsql").CreateConnection()!; connection.ConnectionString = "Host=localhost;Database=shop;Username=postgres";""");

    /// <summary>Methods and arguments of libraries that are named after their engine. The libraries are not referenced: names are all there is.</summary>
    private static Snippets Libraries => new("other libraries' names", s_mySqlOnly,
        """DeployChanges.To.PostgresqlDatabase("Host=localhost;Database=shop;Username=postgres").Build();""",
        """EnsureDatabase.For.SqlDatabase("Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """log.WriteTo.MSSqlServer("Server=localhost;Database=Logs;Uid=sa;Pwd=x", "Logs");""",
        """log.WriteTo.PostgreSQL("Host=localhost;Database=logs;Username=postgres", "logs");""",
        """store.UsePostgres("Host=localhost;Database=quartz;Username=postgres");""",
        """builder.AddPostgres().WithGlobalConnectionString("Host=localhost;Database=shop;Username=postgres");""",
        """PostgreSQLConfiguration.Standard.ConnectionString("Host=localhost;Database=shop;Username=postgres");""",
        """services.AddMarten("Host=localhost;Database=marten;Username=postgres");""",
        """freeSql.UseConnectionString(DataType.PostgreSQL, "Host=localhost;Database=shop;Username=postgres");""",
        """_ = new ConnectionConfig { DbType = DbType.SqlServer, ConnectionString = "Server=localhost;Database=Shop;Uid=sa;Pwd=x" };""",
        """_ = new DataConnection(ProviderName.PostgreSQL, "Host=localhost;Database=shop;Username=postgres");""",
        """_ = new Repository<Npgsql.NpgsqlConnection>("Host=localhost;Database=shop;Username=postgres");""",
        """clustering.Invariant = "Npgsql"; clustering.ConnectionString = "Host=localhost;Database=orleans;Username=postgres";""",
        """db = Database.OpenConnectionString("Server=localhost;Database=Shop;Uid=sa;Pwd=x", "System.Data.SqlClient");""",
        """services.AddDistributedSqlServerCache(cache => cache.ConnectionString = "Server=localhost;Database=Cache;Uid=sa;Pwd=x");""")
    {
        IsComplete = false,
    };

    /// <summary>The code puts another host into the parts.</summary>
    private static Snippets TakenApart => new("texts that are taken apart", s_mySqlOnly,
        """var parts = "Server=localhost;Port=3306;Database=shop".Split(';'); parts[0] = "Server=" + host; Use(string.Join(';', parts));""");

    /// <summary>What such texts are for is seen one step further on.</summary>
    private static Snippets KeptButNotConnected => new("texts that are kept and that nobody connects with", s_noDriver,
        """private static readonly string[] s_known = ["Server=localhost;Port=3306;Database=shop"]; private static bool IsKnown(string text) => s_known.Contains(text);""",
        """private static readonly HashSet<string> s_known = new() { "Server=localhost;Port=3306;Database=shop" }; private static bool IsKnown(string text) => s_known.Contains(text);""",
        """private void Fail(string text) => throw new ArgumentException(text); private void M() => Fail("Server=localhost;Port=3306;Database=shop");""",
        """var map = new Dictionary<string, int> { ["Server=localhost;Port=3306;Database=shop"] = 1 }; Use(map["Server=localhost;Port=3306;Database=shop"]);""");
}
