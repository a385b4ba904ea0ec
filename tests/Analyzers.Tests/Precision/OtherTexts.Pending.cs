using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>Texts of other engines that only features to come can tell. A group moves to <see cref="All"/> when its feature lands.</summary>
internal static partial class OtherTexts
{
    public static IEnumerable<Snippets> Pending => [Wrappers, MethodsThatReturn, OtherFiles, Surroundings];

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
        """,
        """
        class Settings { public string Text { get; set; } = ""; public object Open() => new Npgsql.NpgsqlConnection(Text); }
        class C { object M() => new Settings { Text = "Host=localhost;Database=shop;Username=postgres" }; }
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
}
