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

    /// <summary>Members and files that only look as if they handed a text to MySQL.</summary>
    private static Snippets NearMisses => new("near misses of MySQL's sinks", s_twoDrivers,
        "class SqlDb { public string ConnectionString { get; } = \"Server=localhost;Database=Shop;User Id=app;Password=x\"; }\n%\nclass MyDb { object M(MySqlConnector.MySqlConnectionStringBuilder b, SqlDb? x) => new MySqlConnector.MySqlConnection(b.ConnectionString); }",
        "class Base { protected const string Cs = \"Server=localhost;Database=Shop;User Id=app;Password=x\"; }\n%\nclass Derived : Base { new const string Cs = \"Server=127.0.0.1\"; object M() => new MySqlConnector.MySqlConnection(Cs); }",
        """private static void MigrateFromMySql(string sqlServer, string mySql) { } private void M() => MigrateFromMySql("Server=localhost;Database=Shop;User Id=app;Password=x", "Server=127.0.0.1;Database=shop");""",
        """private const string NotMySql = "Server=localhost;Database=Shop;User Id=app;Password=x";""",
        """private const string MySqlServerConnectionString = "Data Source=localhost;Initial Catalog=Shop;User ID=app;Password=x";""",
        """private const string MySqlText = "Data Source=localhost;Initial Catalog=Shop;User ID=sa;Password=x";""");

    /// <summary>Ports, hosts, accounts and databases of other servers, in a project whose only driver is MySQL's.</summary>
    private static Snippets OtherServers => new("ports and accounts of other servers", s_mySqlOnly,
        """Use("Server=localhost,13306;Database=Shop;User Id=sa;Password=x");""",
        """Use("Data Source=tcp:localhost,13306;Initial Catalog=Shop;User Id=app");""",
        """Use(@"Server=localhost\SQL,13306;Database=Shop;User Id=app");""",
        """Use(@"Server=localhost\MSSQLSERVER01;Database=Shop;User Id=app");""",
        """Use("Server=tcp:localhost;Database=Shop;User Id=app");""",
        """Use("Server=.,3306;Database=x;User Id=app");""",
        """Use("Server=,3306;Database=x");""",
        """Use("Server=localhost;Database=master;User Id=sa");""",
        """Use("Server=localhost;Database=postgres;User Id=postgres");""",
        """Use("Host=localhost;Port=21;Username=ftp;Password=x;SslMode=None");""",
        """Use("Server=localhost;SslMode=None;Port=1883;Username=mqtt");""",
        """Use("Host=localhost;Port=26257;Database=defaultdb;Username=root");""",
        """Use("Host=localhost;Port=6432;Database=shop;Username=root");""",
        """Use("Host=localhost;Port=8086;Database=metrics;Username=root");""");

    /// <summary>Addresses that are listed, listened on, compared or asked about.</summary>
    private static Snippets AddressesNobodyConnectsTo => new("addresses that nobody connects to", s_mySqlOnly,
        """private static readonly System.Net.IPAddress[] s_knownProxies = [System.Net.IPAddress.Parse("172.17.0.2")];""",
        """private static readonly HashSet<System.Net.IPAddress> s_allowed = new() { System.Net.IPAddress.Parse("172.17.0.2") };""",
        """private static System.Net.IPAddress[] TrustedProxies => [System.Net.IPAddress.Parse("172.17.0.2")];""",
        """private static System.Net.IPAddress[] GetKnownProxies() => new[] { System.Net.IPAddress.Parse("172.17.0.2") };""",
        """var allowed = System.Net.IPAddress.Parse("172.17.0.2"); Use(allowed);""",
        """var knownProxies = new List<System.Net.IPAddress>(); knownProxies.Add(System.Net.IPAddress.Parse("172.17.0.2"));""",
        """var ep = new System.Net.IPEndPoint(System.Net.IPAddress.Parse("172.17.0.2"), 8080); new System.Net.Sockets.Socket(default, default).Bind(ep);""",
        """var address = System.Net.IPAddress.Parse("172.17.0.2"); _ = new System.Net.Sockets.TcpListener(address, 80);""",
        """_ = new System.Net.Sockets.TcpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Parse("172.17.0.2"), 0));""",
        """var issuer = new Uri("http://172.17.0.2:8080"); Use(issuer);""",
        """var uri = new Uri("http://172.17.0.2:8080/x"); Assert.Equal("172.17.0.2", uri.Host);""",
        """var origins = new[] { new Uri("http://172.17.0.2:8080") }; Use(origins);""",
        """Assert.True(System.Net.IPAddress.TryParse("172.17.0.2", out _));""",
        """Use(Uri.TryCreate("http://172.17.0.2", UriKind.Absolute, out _));""",
        """var ip = System.Net.IPAddress.Parse("172.17.0.2"); Use(ip.Equals(System.Net.IPAddress.Loopback));""",
        """private static string Anonymize(System.Net.IPAddress address) => ""; private void M() => Assert.Equal("172.17.0.0", Anonymize(System.Net.IPAddress.Parse("172.17.0.2")));""",
        """var rangeStart = System.Net.IPAddress.Parse("172.17.0.2"); Use(rangeStart);""",
        """Use("for=10.0.0.1;host=172.17.0.2;proto=http;by=x");""",
        """Use("host=172.17.0.2;proto=https;port=443");""",
        """Use("User=joe;Address=172.17.0.2;Agent=curl");""",
        """Use("type=USER_LOGIN;uid=0;addr=172.17.0.2;terminal=ssh");""");

    /// <summary>Commands that go into another command, and pages and files in a text.</summary>
    private static Snippets CommandsWithin => new("commands within something else", s_mySqlOnly,
        """private static void InDb(string cmd) => Process.Start("docker", $"exec db sh -c \"{cmd}\""); private void M() => InDb("mysql -h localhost -u root shop");""",
        """var cmd = "mysql -h localhost shop"; Process.Start("docker", $"exec db {cmd}");""",
        """var dump = "mysqldump -h localhost shop"; var full = "exec db " + dump; Process.Start("docker", full);""",
        """const string cmd = "mysqladmin ping -h localhost"; Use($"--health-cmd=\"{cmd}\"");""",
        """private const string Dockerfile = "FROM mysql\nHEALTHCHECK CMD \\\n  mysqladmin ping -h localhost\n";""",
        """Use("docker exec db bash <<EOF\nmysql -h localhost shop\nEOF\n");""",
        """Use("services:\n  db:\n    command: >\n      mysql -h localhost shop");""",
        """private const string Readme = "To look into it run:\n\n    mysql -h localhost -u root -p shop";""",
        """private static string HelpText => "mysql -h localhost -u root";""",
        """private static void Add(string key, string text) { } private void M() => Add("mysql", "-h localhost");""",
        """private const string Placeholder = "Server=localhost;Database=myDataBase;Uid=myUsername;Pwd=x";""");
}
