using DockerConnectionStrings.Analyzers.Tests.Verifier;

namespace DockerConnectionStrings.Analyzers.Tests.Precision;

/// <summary>
/// Code that no rule speaks about. It lies in a project whose only driver, as far as its references tell, is MySQL's: there a text that
/// names a database is MySQL's unless something says otherwise. Groups that need other references say so.
/// </summary>
internal static partial class OtherTexts
{
    private static readonly TestProject s_mySqlOnly = new TestProject().WithDrivers(References.MySqlConnector, References.MySqlData, ClientStubs.All);
    private static readonly TestProject s_twoDrivers = new TestProject().WithDrivers(References.MySqlConnector, ClientStubs.All, References.Stub("Microsoft.Data.Sqlite", ""), References.Stub("FirebirdSql.Data.FirebirdClient", ""));
    private static readonly TestProject s_noDriver = new TestProject().WithDrivers(ClientStubs.All);

    public static IEnumerable<Snippets> All =>
    [
        SqlServer, PostgreSql, OtherDatabases, Brokers, NetworkServices, Messages, NotConnected, Comparisons, Comments, Sql, Documents, CommandLines, Placeholders,
        RightMySql, Containers, NearNames, Attributes, NoAddresses, SecondDriver, NoDriver, HalfTyped,
        JoinedAndFormatted, BuildersAndDefaults, UrisAndTools,
        Wrappers, MethodsThatReturn, OtherFiles, Surroundings, BaseTypes, Libraries, TakenApart, KeptButNotConnected,
        NearMisses, OtherServers, AddressesNobodyConnectsTo, CommandsWithin,
    ];

    private static Snippets SqlServer => new("SQL Server", s_mySqlOnly,
        """_ = new Microsoft.Data.SqlClient.SqlConnection("Server=localhost;Database=Shop;User Id=sa;Password=x");""",
        """using var connection = new Microsoft.Data.SqlClient.SqlConnection(configuration.GetConnectionString("Shop") ?? "Server=localhost;Database=Shop;User Id=sa;Password=x");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection("Server=localhost,1433;Database=Shop;User Id=sa;Password=x;TrustServerCertificate=True");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection(@"Server=localhost\SQLEXPRESS;Database=Shop;Trusted_Connection=True;");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection { ConnectionString = "Server=localhost;Database=Shop;Uid=sa;Pwd=x" };""",
        """var connection = new Microsoft.Data.SqlClient.SqlConnection(); connection.ConnectionString = $"Server=localhost;Database={database};Uid=sa;Pwd={password}";""",
        """Microsoft.Data.SqlClient.SqlConnection connection = new("server=localhost;uid=sa;pwd=x;database=shop");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection("server=" + "localhost" + ";database=shop;uid=sa;pwd=x");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection(args.Length > 0 ? args[0] : "Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """_ = new Microsoft.Data.SqlClient.SqlBulkCopy("Data Source=localhost;Initial Catalog=Shop;User ID=sa;Password=x");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder("Server=localhost;Database=master;User Id=sa;Password=x");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = "localhost", InitialCatalog = "Shop", UserID = "sa" };""",
        """options.UseSqlServer("Data Source=localhost;Initial Catalog=Shop;User Id=sa;Password=x");""",
        """options.UseSqlServer($"Server=localhost;Database={database};User Id=sa;Password={password}");""",
        """services.AddHealthChecks().AddSqlServer("Server=localhost;Database=Shop;User Id=sa;Password=x");""",
        """var text = "Server=localhost;Database=Shop;Uid=sa;Pwd=x"; logger.LogInformation(text); options.UseSqlServer(text);""",
        """private const string Text = "Server=localhost;Database=Shop;Uid=sa;Pwd=x"; private object Open() => new Microsoft.Data.SqlClient.SqlConnection(Text);""",
        """private readonly string _text = "Server=localhost;Database=Shop;Uid=sa;Pwd=x"; private object Open() => new Microsoft.Data.SqlClient.SqlConnection(this._text);""",
        """private static string Text => "Server=localhost;Database=Shop;Uid=sa;Pwd=x"; private void Configure() => options.UseSqlServer(Text);""",
        """private object Open(string text = "Server=localhost;Database=Shop;Uid=sa;Pwd=x") => new Microsoft.Data.SqlClient.SqlConnection(text);""",
        """private const string Fallback = "Server=localhost;Database=Shop;Trusted_Connection=True;";""",
        """public string ShopDb { get; set; } = "Data Source=localhost;Initial Catalog=Shop;Integrated Security=SSPI;MultipleActiveResultSets=true";""",
        """var text = configuration["ConnectionStrings:Shop"] ?? "Server=localhost;Database=Shop;User Id=sa;Password=x;Encrypt=false"; Use(text);""",
        """Use(new Dictionary<string, string> { ["ConnectionStrings:Shop"] = "Server=localhost;Database=Shop;User Id=sa;Password=x;TrustServerCertificate=True" });""",
        """Use("Server=localhost;Port=1433;Database=Shop;User Id=sa;Password=x");""",
        """Use("Server=tcp:localhost,1433;Initial Catalog=Shop;User ID=sa;Password=x");""",
        """Use("Data Source=(LocalDB)\\MSSQLLocalDB;AttachDbFilename=C:\\Shop\\Shop.mdf;Database=Shop");""");

    private static Snippets PostgreSql => new("PostgreSQL", s_mySqlOnly,
        """_ = new Npgsql.NpgsqlConnection("Host=localhost;Database=shop;Username=postgres;Password=x");""",
        """_ = new Npgsql.NpgsqlConnection("Server=localhost;Port=3306;Database=shop;User Id=postgres;Password=x");""",
        """await using var source = (IAsyncDisposable?)(object)Npgsql.NpgsqlDataSource.Create("Host=localhost;Username=app;Password=x;Database=shop");""",
        """_ = new Npgsql.NpgsqlDataSourceBuilder($"Host=localhost;Port={port};Database=shop;Username=app;Password={password}").Build();""",
        """_ = new Npgsql.NpgsqlConnectionStringBuilder("Host=localhost;Database=postgres;Username=postgres");""",
        """_ = new Npgsql.NpgsqlConnectionStringBuilder { Host = "localhost", Port = 5432, Database = "shop", Username = "postgres" };""",
        """options.UseNpgsql("Host=localhost;Database=shop;Username=postgres;Password=x");""",
        """options.UseNpgsql(Environment.GetEnvironmentVariable("DATABASE_URL") ?? "Host=localhost;Database=shop;Username=postgres;Password=x");""",
        """services.AddNpgsqlDataSource("Host=localhost;Database=shop;Username=postgres;Password=x").AddHealthChecks().AddNpgSql("Host=localhost;Database=shop;Username=postgres");""",
        """private static readonly string s_text = "Host=localhost;Database=shop;Username=postgres;Password=x"; private object Open() => new Npgsql.NpgsqlConnection(s_text);""",
        """const string text = "Host=localhost;Port=5432;Database=shop;Username=postgres;Password=x"; Use(text);""",
        """Use("User ID=postgres;Password=x;Host=localhost;Port=5432;Database=shop;Pooling=true;");""",
        """Use(new[] { "Host=localhost;Database=shop;Username=app;Search Path=public", "Host=localhost;Database=shop;Username=app;SSL Mode=Prefer" });""",
        """Use("postgresql://postgres:x@localhost:5432/shop"); Use("postgres://localhost/shop?sslmode=disable");""",
        """var jdbc = "jdbc:postgresql://localhost:5432/shop"; Use(jdbc);""",
        """
        class Settings { public string Text { get; set; } = ""; public object Open() => new Npgsql.NpgsqlConnection(Text); }
        class C { object M() => new Settings { Text = "Host=localhost;Database=shop;Username=postgres" }; }
        """,
        """DbConnectionStringBuilder builder = new Npgsql.NpgsqlConnectionStringBuilder(); builder["Host"] = "localhost"; builder["Database"] = "shop";""");

    private static Snippets OtherDatabases => new("Oracle, Firebird, DB2 and others", s_mySqlOnly,
        """_ = new Oracle.ManagedDataAccess.Client.OracleConnection("User Id=system;Password=x;Data Source=localhost:1521/FREEPDB1");""",
        """options.UseOracle("User Id=shop;Password=x;Data Source=localhost/XEPDB1;");""",
        """Use("Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=localhost)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=XEPDB1)));User Id=shop;Password=x");""",
        """_ = new FirebirdSql.Data.FirebirdClient.FbConnection("DataSource=localhost;Database=shop.fdb;User=SYSDBA;Password=masterkey;Charset=UTF8");""",
        """options.UseFirebird(@"DataSource=localhost;Port=3050;Database=C:\Data\SHOP.FDB;User=SYSDBA;Password=masterkey");""",
        """Use("Server=localhost;User=SYSDBA;Password=masterkey;Database=shop.fdb;Dialect=3");""",
        """Use("DataSource=localhost;Port=3050;User=sysdba;Password=x;Pooling=false;Database=test");""",
        """_ = new IBM.Data.Db2.DB2Connection("Server=localhost;Database=SAMPLE;UID=db2inst1;PWD=x");""",
        """Use("Server=localhost:50000;Database=SAMPLE;UID=db2inst1;PWD=x;HostVarParameters=True;");""",
        """_ = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=localhost;Mode=ReadWriteCreate");""",
        """options.UseSqlite($"Data Source={Path.Combine(AppContext.BaseDirectory, "localhost.db")}");""",
        """Use("Data Source=shop.db;Foreign Keys=True"); options.UseInMemoryDatabase("localhost");""",
        """_ = new Dm.DmConnection("Server=localhost;Database=SHOP;User Id=SYSDBA;PWD=x");""",
        """Use("Server=localhost;Port=5236;User Id=SYSDBA;Pwd=x;Database=SHOP;");""",
        """_ = new ClickHouse.Client.ADO.ClickHouseConnection("Host=localhost;Database=default;Username=default");""",
        """Use("Host=localhost;Port=8123;Database=default;Username=default;Password=");""",
        """_ = new Snowflake.Data.Client.SnowflakeDbConnection { ConnectionString = "account=test;host=localhost;user=u;password=x;db=shop;database=shop" };""",
        """_ = new Sap.Data.Hana.HanaConnection("Server=localhost:39015;Database=HXE;UserID=SYSTEM;Password=x");""",
        """_ = new Vertica.Data.VerticaClient.VerticaConnection("Host=localhost;Database=shop;User=dbadmin;Password=x");""",
        """_ = new AdoNetCore.AseClient.AseConnection("Data Source=localhost;Port=5000;Database=shop;Uid=sa;Pwd=x");""",
        """_ = new TDengine.Data.Client.TDengineConnection("host=localhost;port=6030;username=root;password=taosdata;database=power");""",
        """_ = new SomeVendor.Cube.CubeConnection("Server=localhost;Database=sales;Uid=admin;Pwd=x");""",
        """_ = new System.Data.Odbc.OdbcConnection("Driver={ODBC Driver 18 for SQL Server};Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """_ = new System.Data.Odbc.OdbcConnection("Driver={PostgreSQL Unicode};Server=localhost;Port=5432;Database=shop;Uid=postgres;Pwd=x");""",
        """_ = new System.Data.OleDb.OleDbConnection("Provider=SQLOLEDB;Data Source=localhost;Initial Catalog=Shop;User Id=sa;Password=x");""",
        """_ = new System.Data.OleDb.OleDbConnection(@"Provider=Microsoft.ACE.OLEDB.12.0;Data Source=C:\localhost\shop.accdb;Database=shop");""",
        """DbConnection? c = null; object o = name switch { "mssql" => new Microsoft.Data.SqlClient.SqlConnection("Server=localhost;Database=Shop;Uid=sa;Pwd=x"), "pg" => new Npgsql.NpgsqlConnection("Host=localhost;Database=shop;Username=postgres"), _ => c! }; Use(o);""");

    private static Snippets Brokers => new("document stores, caches and brokers", s_mySqlOnly,
        """_ = new MongoDB.Driver.MongoClient("mongodb://root:x@localhost:27017/shop?authSource=admin");""",
        """_ = new MongoDB.Driver.MongoServerAddress("localhost", 27017);""",
        """options.UseMongoDB("mongodb://localhost:27017", "shop");""",
        """_ = StackExchange.Redis.ConnectionMultiplexer.Connect("localhost:6379,abortConnect=false");""",
        """_ = StackExchange.Redis.ConnectionMultiplexer.Connect(configuration["Redis"] ?? "localhost");""",
        """StackExchange.Redis.ConfigurationOptions.Parse("localhost:6379,password=x,ssl=false").EndPoints.Add("localhost:6380");""",
        """services.AddStackExchangeRedisCache(cache => cache.Configuration = "localhost:6379"); services.AddHealthChecks().AddRedis("localhost:6379");""",
        """_ = EasyNetQ.RabbitHutch.CreateBus("host=localhost;username=guest;password=guest");""",
        """_ = EasyNetQ.RabbitHutch.CreateBus("host=localhost;virtualHost=/;username=guest;password=guest;prefetchcount=1");""",
        """private const string Bus = "host=localhost:5672;publisherConfirms=true;timeout=10";""",
        """_ = new RabbitMQ.Client.ConnectionFactory { HostName = "localhost", Port = 5672, UserName = "guest" };""",
        """_ = new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("amqp://guest:guest@localhost:5672/") };""",
        """_ = new Confluent.Kafka.ClientConfig { BootstrapServers = "localhost:9092,localhost:9093" };""",
        """var settings = new Dictionary<string, string> { ["bootstrap.servers"] = "localhost:9092", ["advertised.listeners"] = "PLAINTEXT://localhost:9092" }; Use(settings);""",
        """_ = new Elastic.Clients.Elasticsearch.ElasticsearchClientSettings(new Uri("http://localhost:9200"));""",
        """_ = new Azure.Messaging.ServiceBus.ServiceBusClient("Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;");""",
        """_ = new Azure.Storage.Blobs.BlobServiceClient("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=x;BlobEndpoint=http://localhost:10000/devstoreaccount1;");""",
        """_ = new Azure.Storage.Blobs.BlobServiceClient("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://localhost");""",
        """Use("AccountEndpoint=https://localhost:8081/;AccountKey=x;Database=shop");""",
        """_ = new NATS.Client.NatsOpts { Url = "nats://localhost:4222" }; _ = Neo4j.Driver.GraphDatabase.Driver("bolt://localhost:7687");""",
        """_ = new MQTTnet.Client.MqttClientOptionsBuilder().WithTcpServer("localhost", 1883).WithConnectionUri("mqtt://localhost:1883");""",
        """Use("Contact Points=localhost;Port=9042;Default Keyspace=shop;Username=cassandra;Password=cassandra");""",
        """Use("server=localhost;transport=tcp;queue=orders");""",
        """Use("Filename=shop.db;Connection=shared;Host=localhost");""");

    private static Snippets NetworkServices => new("mail, directories, files and HTTP", s_mySqlOnly,
        """new MailKit.Net.Smtp.SmtpClient().Connect("localhost", 1025, false);""",
        """Use("smtp://localhost:1025"); Use("Host=localhost;Port=25;Username=mailer;Password=x;From=shop@example.com");""",
        """new Novell.Directory.Ldap.LdapConnection().Connect("localhost", 389); Use("ldap://localhost:389/dc=example,dc=com");""",
        """_ = new FluentFTP.FtpClient("localhost", user, password); Use("ftp://localhost/pub"); Use("sftp://localhost:22");""",
        """var client = new System.Net.Http.HttpClient { BaseAddress = new Uri("http://localhost:5000/api/") };""",
        """var client = new System.Net.Http.HttpClient(); await client.GetAsync($"https://localhost:{port}/orders?server=localhost&database=shop");""",
        """_ = new Uri("http://localhost:3306"); _ = new UriBuilder("http", "localhost", 8080);""",
        """_ = Grpc.Net.Client.GrpcChannel.ForAddress("https://localhost:5001");""",
        """services.AddCors(cors => cors.WithOrigins("http://localhost:3000", "https://localhost:4200"));""",
        """services.UseUrls("http://localhost:5000;https://localhost:5001");""",
        """Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://localhost:5000;https://localhost:5001");""",
        """services.AddJwtBearer(jwt => { jwt.Authority = "https://localhost:8443/realms/shop"; jwt.Audience = "localhost:5024"; });""",
        """using var socket = new System.Net.Sockets.TcpClient("localhost", 3306);""",
        """var addresses = await System.Net.Dns.GetHostAddressesAsync("localhost"); Use(addresses);""",
        """var listener = new System.Net.HttpListener(); listener.Prefixes.Add("http://localhost:8080/");""",
        """Use("AllowedHosts=localhost;example.com"); Use(new { AllowedHosts = "localhost;127.0.0.1" });""",
        """var cookie = new System.Net.Cookie("session", "x", "/", "localhost");""",
        """Use("wss://localhost:5001/hub?database=shop"); Use("redis://localhost:6379/0"); Use("rediss://localhost"); Use("s3://localhost/bucket");""",
        """Use("Endpoint=http://localhost:4317;Protocol=grpc"); Use("http://localhost:9411/api/v2/spans");""",
        """private string Url(string path) => "http://" + "localhost" + ":" + port + "/" + path;""",
        """var proxy = new System.Net.WebProxy("localhost", 8888); Use("Proxy=localhost:8888;Database=none");""");

    private static Snippets Messages => new("logs, exceptions and help", s_mySqlOnly,
        """logger.LogInformation("Connecting with Server=localhost;Database=shop");""",
        """logger.LogInformation("Server=localhost;Port=3306;Database=shop;Uid={User}", user);""",
        """logger.LogDebug("Using connection string: Server={Server}, Database={Database}, Uid={User}", host, database, user);""",
        """logger.LogError(new Exception("Server=localhost;Port=3306;Database=shop"), "Server=localhost;Port=3306 refused {Host}", host);""",
        """Serilog.Log.Information("Server=localhost;Database=shop;Attempt={Attempt}", port);""",
        """private static readonly object s_log = LoggerMessage.Define<string>(2, 1, "Server=localhost;Port=3306;Database={Database}");""",
        """throw new InvalidOperationException("Server=localhost;Port=3306;Database=shop cannot be reached");""",
        """throw new ArgumentException("Expected a text such as Server=localhost;Port=3306;Database=shop", nameof(name));""",
        """Console.WriteLine("Server=localhost;Port=3306;Database=shop;Uid=root;Pwd=***");""",
        """Console.Error.WriteLine($"Server=localhost;Database=shop;Uid={user}");""",
        """Debug.WriteLine("Server=localhost;Port=3306;Database=shop"); Trace.TraceInformation("Server=localhost;Port=3306;Database=shop");""",
        """Debug.Assert(name.Length > 0, "Server=localhost;Port=3306;Database=shop");""",
        """"
        Console.WriteLine("""
            Usage: shop --connection <text>
              MySQL:      Server=localhost;Port=3306;Database=shop;Uid=root
              PostgreSQL: Host=localhost;Port=5432;Database=shop;Username=postgres
            """);
        """",
        """var help = "Example: Server=localhost;Port=3306;Database=shop;Uid=root;Pwd=secret"; Use(help);""",
        """Use("Can't connect to MySQL server on 'localhost' (10061)"); Use("Access denied for user 'root'@'localhost' (using password: YES)");""",
        """Use("Unable to connect to any of the specified MySQL hosts: localhost:3306, database=shop");""",
        """var lines = new System.Text.StringBuilder(); lines.Append("Server=localhost;Port=3306;Database=shop").AppendLine(";Uid=root");""",
        """using var writer = File.CreateText("shop.txt"); writer.WriteLine("Server=localhost;Port=3306;Database=shop");""",
        """File.WriteAllText("appsettings.txt", "Server=localhost;Port=3306;Database=shop;Uid=root");""",
        """var prompt = "Server [localhost]: "; var hint = "Server (for example localhost;port=3306): "; Use(prompt + hint);""");

    private static Snippets NotConnected => new("texts that nobody connects with", s_noDriver,
        """private void Say(string message = "Server=localhost;Port=3306;Database=shop") => Console.WriteLine(message);""",
        """var message = $"Server=localhost;Port=3306;Database={database}"; throw new InvalidOperationException(message);""",
        """Use(Regex.Replace(name, "Server=localhost;Port=3306", "Server=127.0.0.1;Port=3306"));""",
        """if (name is "Server=localhost;Port=3306" or ("Server=localhost;Port=3307")) { Use(name); }""",
        """if (name is not "Server=localhost;Port=3306") { Use(name); } if (("Server=localhost;Port=3306") == name) { Use(1); }""",
        """logger.LogInformation("Text is {Text}", "Server=localhost;Port=3306;Database=shop"); Console.WriteLine("{0}", (object)"Server=localhost;Port=3306;Database=shop");""",
        """Console.WriteLine($"Use {"Server=localhost;Port=3306;Database=shop"}");""",
        """Console.WriteLine("Use " + "Server=localhost;Port=3306;Database=shop"); Console.WriteLine(name ?? "Server=localhost;Port=3306;Database=shop");""",
        """var usage = "Server=localhost;Port=3306;Database=shop"; Console.WriteLine(usage); throw new ArgumentException(usage);""",
        """private const string Usage = "Server=localhost;Port=3306;Database=shop"; private static void M() => Console.WriteLine("Usage: " + Usage);""");

    private static Snippets Comparisons => new("comparisons, switches and patterns", s_mySqlOnly,
        """if (host == "localhost" || host is "127.0.0.1" or "::1") { Use(host); }""",
        """if (name == "Server=localhost;Port=3306;Database=shop") { Use(name); }""",
        """switch (host) { case "localhost": Use(1); break; case "Server=localhost;Port=3306": Use(2); break; }""",
        """Use(name switch { "Server=localhost;Port=3306;Database=shop" => 1, _ => 0 });""",
        """Use(name.Equals("Server=localhost;Port=3306;Database=shop", StringComparison.OrdinalIgnoreCase));""",
        """Use(name.Contains("Server=localhost;Port=3306") || name.StartsWith("server=localhost;port=3306", StringComparison.OrdinalIgnoreCase));""",
        """Use(string.Compare(name, "Server=localhost;Port=3306;Database=shop", StringComparison.Ordinal));""",
        """Use(string.Equals(name, "Server=localhost;Port=3306;Database=shop", StringComparison.Ordinal));""",
        """Use(Regex.IsMatch(name, "Server=localhost;Port=3306;Database=(?<database>\\w+)"));""",
        """private static readonly Regex s_host = new(@"(?:Server|Host|Data Source)=(localhost|127\.0\.0\.1);?", RegexOptions.IgnoreCase);""",
        """Use(new Regex("^Server=localhost;Port=3306;.*$").Match(name).Success);""",
        """Use(name.Replace("Server=localhost;Port=3306", "Server=db;Port=3306"));""",
        """Use(name.Replace("localhost", "db").Split("Server=localhost;Port=3306")); Use(name.IndexOf("Server=localhost;Port=3306", StringComparison.Ordinal));""",
        """private static bool IsLocal(string text) => text.Contains("Server=localhost;Database=shop", StringComparison.OrdinalIgnoreCase);""",
        """Assert.Equal("Server=localhost;Port=3306;Database=shop", configuration.GetConnectionString("Shop"));""",
        """Assert.Contains("Server=localhost;Port=3306;Database=shop", name); Assert.StartsWith("Server=localhost;Port=3306", name);""",
        """var expected = "Server=localhost;Port=3306;Database=shop"; Assert.Equal(expected, name);""",
        """Assert.True(name != null, "Server=localhost;Port=3306;Database=shop");""",
        """const string old = "Server=localhost;Port=3306;Database=shop"; if (name == old) { Use(name); }""",
        """Use(new HashSet<string>(StringComparer.Ordinal).Contains("Server=localhost;Port=3306;Database=shop"));""",
        """Use(host is "localhost" ? "127.0.0.1" : host); Use(host.EndsWith(".localhost", StringComparison.Ordinal));""");

    private static Snippets Comments => new("comments", s_mySqlOnly,
        """
        // new MySqlConnection("Server=localhost;Port=3306;Database=shop");
        private int _a;
        """,
        """
        /// <summary>Takes <c>"Server=localhost;Port=3306;Database=shop"</c>.</summary>
        /// <example><code>new MySqlConnection("Server=localhost;Port=3306;Database=shop")</code></example>
        private int _a;
        """,
        """/* "Server=localhost;Port=3306;Database=shop" */ private string _host = "localhost";""",
        """
        Use(1); // Server=localhost;Port=3306;Database=shop
        #if NEVER
        _ = new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop");
        #endif
        """,
        """
        #region Server=localhost;Port=3306;Database=shop
        Use(nameof(host));
        #endregion
        """);

    private static Snippets Sql => new("SQL", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlCommand("GRANT ALL ON shop.* TO 'root'@'localhost'");""",
        """Use("CREATE USER IF NOT EXISTS 'app'@'localhost' IDENTIFIED BY 'x'; FLUSH PRIVILEGES;");""",
        """_ = new MySqlConnector.MySqlCommand { CommandText = "SELECT * FROM mysql.user WHERE Host='localhost';" };""",
        """Use($"DROP USER '{user}'@'localhost'"); Use("SET PASSWORD FOR 'root'@'localhost' = 'x'");""",
        """Use("UPDATE settings SET Host='localhost', Port=3306 WHERE name='mysql'");""",
        """new MySqlConnector.MySqlCommand().Parameters.AddWithValue("@text", "Server=localhost;Port=3306;Database=shop");""",
        """Use("INSERT INTO connections (text) VALUES ('Server=localhost;Port=3306;Database=shop')");""",
        """Use("CREATE SERVER remote FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'localhost', PORT 3306, DATABASE 'shop')");""",
        """Use("host=localhost AND database=shop");""",
        """"
        var sql = """
            CREATE USER 'shop'@'localhost' IDENTIFIED BY 'x';
            GRANT SELECT ON shop.* TO 'shop'@'localhost';
            """;
        Use(sql);
        """");

    private static Snippets Documents => new("YAML, JSON, XML, CSV and .env in strings", s_mySqlOnly,
        """"
        File.WriteAllText("docker-compose.yml", """
            services:
              mysql:
                image: mysql:8
                ports: ["3306:3306"]
                environment:
                  MYSQL_DATABASE: shop
                healthcheck:
                  test: ["CMD", "mysqladmin", "ping", "-h", "localhost"]
            """);
        """",
        """"
        var compose = """
            services:
              app:
                environment:
                  - ConnectionStrings__Shop=Server=localhost;Port=3306;Database=shop
            """;
        Use(compose);
        """",
        """Use("services:\n  app:\n    environment:\n      ConnectionStrings__Shop: \"Server=localhost;Port=3306;Database=shop\"\n");""",
        """Use("{ \"ConnectionStrings\": { \"Shop\": \"Server=localhost;Port=3306;Database=shop\" } }");""",
        """Use(@"{ ""Shop"": ""Server=localhost;Database=shop;Uid=root"" }");""",
        """"
        var json = """
            { "ConnectionStrings": { "Shop": "Server=localhost;Port=3306;Database=shop;Uid=root" } }
            """;
        Use(json);
        """",
        """"Use($$"""{"host":"localhost","port":3306,"database":"{{database}}"}""");"""",
        """Use("<add name=\"Shop\" connectionString=\"Server=localhost;Port=3306;Database=shop\" providerName=\"MySql.Data.MySqlClient\" />");""",
        """Use("name,text\nShop,Server=localhost;Port=3306;Database=shop\n"); Use("Shop;Server=localhost;Port=3306");""",
        """Use("ConnectionStrings__Shop=Server=localhost;Port=3306;Database=shop\nASPNETCORE_ENVIRONMENT=Development\n");""",
        """Use("MYSQL_HOST=localhost\nMYSQL_PORT=3306\nMYSQL_DATABASE=shop\n");""",
        """Use("[client]\nhost=localhost\nport=3306\ndatabase=shop\n");""",
        """Use("[mysqld]\nbind-address=127.0.0.1\nreport-host=localhost\n");""",
        """Use("FROM mysql:8\nENV MYSQL_DATABASE=shop\nHEALTHCHECK CMD mysqladmin ping -h localhost\n");""",
        """Use("server {\n  listen 80;\n  server_name localhost;\n}\n"); Use("127.0.0.1 localhost\n::1 localhost\n");""",
        """Use("<a href=\"http://localhost:5000/?server=localhost;database=shop\">here</a>");""",
        """Use("spring.datasource.url=jdbc:sqlserver://localhost:1433;databaseName=shop;user=sa;password=x");""",
        """Use("X-Connection: Server=localhost;Port=3306;Database=shop\r\nAccept: */*\r\n");""");

    private static Snippets CommandLines => new("command lines", s_mySqlOnly,
        """Process.Start("psql", "-h localhost -p 5432 -U postgres shop");""",
        """Process.Start("redis-cli", "-h localhost -p 6379 ping");""",
        """_ = new ProcessStartInfo("pg_dump", $"--host localhost --port 5433 --username postgres {database}");""",
        """_ = new ProcessStartInfo { FileName = "sqlcmd", Arguments = "-S localhost,1433 -U sa -P x -d Shop" };""",
        """Process.Start("curl", "-fsS http://localhost:5000/health"); Process.Start("ping", "-c 1 localhost");""",
        """Process.Start("docker", "run -d -e MYSQL_DATABASE=shop -p 3306:3306 --name db mysql:8 --bind-address=localhost");""",
        """Process.Start("docker", "exec db mysql -h localhost -u root -px shop");""",
        """Process.Start("docker", "exec -i db sh -c \"mysqldump -h localhost -P 3306 -u root shop\"");""",
        """Process.Start("docker", "compose exec -T db mysqladmin ping -h localhost");""",
        """Process.Start("docker-compose", "exec db mysql --host=localhost --port=3306 shop");""",
        """Process.Start("kubectl", "exec deploy/db -- mysql -h localhost -u root shop");""",
        """Process.Start("kubectl", "port-forward svc/mysql 3306:3306 --address localhost");""",
        """Process.Start("ssh", "-L 3306:localhost:3306 deploy@example.com mysql -h localhost shop");""",
        """await container.ExecAsync(new[] { "mysql", "-h", "localhost", "-u", "root", "shop" });""",
        """await container.ExecAsync(new List<string> { "sh", "-c", "mysqladmin ping -h localhost -P 3306" });""",
        """_ = new ContainerBuilder().WithImage("mysql:8").WithWaitStrategy(Wait.ForUnixContainer().UntilCommandIsCompleted("mysqladmin", "ping", "-h", "localhost")).Build();""",
        """_ = new ContainerBuilder().WithImage("mysql:8").WithWaitStrategy(Wait.ForUnixContainer().UntilCommandIsCompleted("mysqladmin ping -h localhost -P 3306 -u root")).Build();""",
        """_ = new ContainerBuilder().WithImage("mysql:8").WithCommand("--report-host=localhost", "--port=3306").WithWaitStrategy(Wait.ForUnixContainer().UntilMessageIsLogged("port: 3306")).Build();""",
        """Process.Start("cqlsh", "localhost 9042"); Process.Start("mongosh", "mongodb://localhost:27017/shop"); Process.Start("nc", "-z localhost 3306");""",
        """Console.WriteLine("Run: mysql -h localhost -P 3306 -u root shop"); logger.LogInformation("mysql -h localhost -P 3306 -u root shop");""",
        """Use("To connect, type mysql -h localhost -u root and press enter"); Use("mysql"); Use("the host is -h localhost");""",
        """Process.Start("mysql", "-h 127.0.0.1 -P 3306 -u root shop"); Process.Start("mysql", $"-h {host} -u root shop");""",
        """Process.Start("mysqld", "--bind-address=localhost --port=3306");""",
        """Process.Start("dotnet", "ef dbcontext scaffold \"Host=localhost;Database=shop;Username=postgres\" Npgsql.EntityFrameworkCore.PostgreSQL");""");

    private static Snippets Placeholders => new("templates and placeholders", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server={0};Port={1};Database={2}", host, port, database));""",
        """_ = new MySqlConnector.MySqlConnection($"Server={host};Port={port};Database={database};Uid={user};Pwd={password}");""",
        """_ = new MySqlConnector.MySqlConnection("Server=" + host + ";Port=3306;Database=" + database);""",
        """_ = new MySqlConnector.MySqlConnection("Server=<host>;Port=3306;Database=<database>");""",
        """_ = new MySqlConnector.MySqlConnection("Server=your_server;Port=3306;Database=your_database;Uid=your_user;Pwd=your_password");""",
        """_ = new MySqlConnector.MySqlConnection("Server=#{Host};Port=3306;Database=#{Database}");""",
        """_ = new MySqlConnector.MySqlConnection("Server=${DB_HOST};Port=3306;Database=${DB_NAME}");""",
        """_ = new MySqlConnector.MySqlConnection("Server=${DB_HOST:-localhost};Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=%DB_HOST%;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=__HOST__;Port=3306");""",
        """_ = new MySqlConnector.MySqlConnection("Server={{ .Values.host }};Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=$(Host);Port=3306");""",
        """_ = new MySqlConnector.MySqlConnection("Server=$HOST$;Database=shop".Replace("$HOST$", host));""",
        """private const string Template = "Server=localhost;Port=3306;Database={0};Uid={1};Pwd={2}";""",
        """private const string Template = "Server=[HOST];Port=3306;Database=[DB]"; private object Open() => new MySqlConnector.MySqlConnection(Template.Replace("[HOST]", host));""",
        """var text = "Server=localhost;Port=3306;Database=shop"; text = text.Replace("localhost", host); _ = new MySqlConnector.MySqlConnection(text);""",
        """var text = "Server=localhost;Port=3306;Database=shop".Replace("Server=localhost", $"Server={host}"); _ = new MySqlConnector.MySqlConnection(text);""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Database=shop") { Server = host };""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Port=3306;Database=shop"); builder.Server = host; _ = new MySqlConnector.MySqlConnection(builder.ConnectionString);""",
        """var builder = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Port=3306;Database=shop"); builder["Server"] = host; Use(builder.ToString());""",
        """_ = new MySqlConnector.MySqlConnection($"Server=local{name};Port=3306"); _ = new MySqlConnector.MySqlConnection($"Server={name}localhost;Port=3306");""");

    private static Snippets RightMySql => new("MySQL that is right", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlConnection("Server=127.0.0.1;Database=shop;Uid=root;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3306;Database=shop;Uid=root;Pwd=x;AllowUserVariables=true");""",
        """_ = new MySqlConnector.MySqlConnection("Server=127.0.0.1;Port=3307;Database=localhost;Uid=localhost;Pwd=localhost");""",
        """_ = new MySqlConnector.MySqlConnection("Server=db;Port=3306;Database=shop;Uid=root"); _ = new MySqlConnector.MySqlConnection("Host=mysql;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=db.example.com;Database=shop;Uid=root;Pwd=x;SslMode=Required");""",
        """_ = new MySqlConnector.MySqlConnection("Server=192.168.1.100;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=10.0.0.2;Port=3306");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop;SslMode=VerifyFull");""",
        """_ = new MySqlConnector.MySqlConnection($"Server=localhost;Ssl Mode=VerifyFull;Database=shop;Pwd={password}");""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Database=shop") { SslMode = MySqlConnector.MySqlSslMode.VerifyFull };""",
        """var text = "Server=localhost;Port=3306;Database=shop"; text += ";SslMode=VerifyFull"; _ = new MySqlConnector.MySqlConnection(text);""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Protocol=unix;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=localhost;Protocol=UnixSocket;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Protocol=pipe;PipeName=MYSQL;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;ConnectionProtocol=NamedPipe;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Protocol=memory;SharedMemoryName=MYSQL;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Database=shop") { ConnectionProtocol = MySqlConnector.MySqlConnectionProtocol.UnixSocket };""",
        """_ = new MySqlConnector.MySqlConnection("Server=/var/run/mysqld/mysqld.sock;Protocol=unix;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=/tmp/mysql.sock;Database=shop;Uid=root");""",
        """_ = new MySqlConnector.MySqlConnection("Server=.;Pipe=MYSQL;Protocol=pipe;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=(local);Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=::1;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=[::1];Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=127.0.0.1,127.0.0.2;LoadBalance=RoundRobin;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Server=db;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(configuration.GetConnectionString("Shop")); _ = new MySqlConnector.MySqlConnection(configuration["localhost"]);""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "127.0.0.1", Port = 3306, Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = host, Port = 3306, Database = "localhost" };""",
        """Use("mysql://root:x@127.0.0.1:3306/shop"); Use("jdbc:mysql://db:3306/shop");""");

    private static Snippets Containers => new("Testcontainers", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlConnection($"Server={container.Hostname};Port={container.GetMappedPublicPort(3306)};Database=shop;Uid=root;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection($"Server=localhost;Port={container.GetMappedPublicPort(3306)};Database=shop;Uid=root;Pwd=x");""",
        """var mapped = container.GetMappedPublicPort(3306); _ = new MySqlConnector.MySqlConnection($"Server=localhost;Port={mapped};Database=shop");""",
        """private ushort _mapped; private void Start() => _mapped = container.GetMappedPublicPort(3306); private object Open() => new MySqlConnector.MySqlConnection($"Server=localhost;Port={_mapped};Database=shop");""",
        """private ushort Mapped => container.GetMappedPublicPort(3306); private object Open() => new MySqlConnector.MySqlConnection($"Server=localhost;Port={Mapped};Database=shop;Uid=root");""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Database=shop") { Server = container.Hostname, Port = container.GetMappedPublicPort(3306) };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Server=localhost;Database=shop") { Port = container.GetMappedPublicPort(3306) };""",
        """_ = new ContainerBuilder().WithEnvironment("ConnectionStrings__Shop", "Server=db;Port=3306;Database=shop;Uid=root").Build();""");

    private static Snippets NearNames => new("names that are nearly localhost", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlConnection("Server=localhost1;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=mylocalhost;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost.localdomain;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=db.localhost;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost-db;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=not_localhost;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=local host;Port=3306;Database=shop"); _ = new MySqlConnector.MySqlConnection("Server=localhos;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Servers=localhost;Port=3306;Database=shop;Server=db"); _ = new MySqlConnector.MySqlConnection("MyServer=localhost;Server=db;Port=3306");""",
        """_ = new MySqlConnector.MySqlConnection("Server=db;Application Name=localhost;Database=localhost;Port=3306");""",
        """_ = new MySqlConnector.MySqlConnection("Server=db;Pwd='Server=localhost;Port=3306'"); _ = new MySqlConnector.MySqlConnection("Server=db;Pwd=\"x;Host=localhost\";Port=3306");""");

    private static Snippets Attributes => new("attributes", s_mySqlOnly,
        """[Theory, InlineData("Server=localhost;Port=3306;Database=shop", "localhost")] public void Is_read(string text, string expected) => Use(text + expected);""",
        """[Theory] [InlineData("localhost", 3306)] [InlineData("Host=localhost;Database=shop;SslMode=None", 0)] public void Is_read(string text, int expected) => Use(text + expected);""",
        """[Fact(DisplayName = "Server=localhost;Port=3306;Database=shop")] public void Is_read() => Use(1);""",
        """[Fact(Skip = "needs Server=localhost;Port=3306;Database=shop")] public void Is_read() => Use(1);""",
        """[System.ComponentModel.Description("Server=localhost;Port=3306;Database=shop")] public string? Text { get; set; }""",
        """[Obsolete("Server=localhost;Port=3306;Database=shop")] public void Old() { }""",
        """class C { [Theory, InlineData(Text)] public void Is_read(string text) => _ = text; private const string Text = "Server=localhost;Port=3306;Database=shop"; }""");

    private static Snippets NoAddresses => new("numbers with dots", s_mySqlOnly,
        """Use(new Version("172.17.0.2")); Use(Version.Parse("172.18.0.3"));""",
        """Use("Microsoft.Data, Version=172.17.0.2, Culture=neutral, PublicKeyToken=b77a5c561934e089");""",
        """Use(new System.Security.Cryptography.Oid("1.3.6.1.4.172.17.0.2")); Use("1.172.17.0.2");""",
        """logger.LogInformation("Container started at 172.17.0.2 with database=shop"); Console.WriteLine("172.18.0.3 is up");""",
        """Use("Server=172.17.0.2.example.com;Port=3306;Database=shop"); Use("Server=1172.17.0.2;Port=3306;Database=shop");""",
        """Use("id=86 addr=172.17.0.1:40750 laddr=172.17.0.2:3000 fd=22 name= age=7 db=0"); Use("10:42 [172.17.0.2] Server=up;Port=3306");""",
        """Use("Version=172.17.0.2;Database=shop;Port=3306"); Use("Mozilla/5.0 Chrome/172.17.0.2 Safari/537.36");""");

    /// <summary>Nothing tells whose these texts are, in a project that references two engines' drivers by their assemblies.</summary>
    private static Snippets SecondDriver => new("two drivers and no evidence", s_twoDrivers,
        """private const string Text = "Server=localhost;Database=shop;Uid=app;Pwd=x";""",
        """Use("DataSource=localhost;Database=shop.fdb;User=SYSDBA;Password=masterkey;Charset=UTF8");""",
        """public string Text { get; set; } = "Host=localhost;Database=shop;Username=app;Password=x";""",
        """var text = configuration.GetConnectionString("Shop") ?? "Server=localhost;Database=shop;User Id=app;Password=x"; Use(text);""",
        """Use(new Dictionary<string, string> { ["Shop"] = $"Server=localhost;Database={database};Uid={user};Pwd={password}" });""");

    /// <summary>Nothing tells whose these texts are, in a project that references no driver.</summary>
    private static Snippets NoDriver => new("no driver and no evidence", s_noDriver,
        """private const string Text = "Server=localhost;Database=shop;Uid=app;Pwd=x";""",
        """public string Text { get; set; } = "Data Source=localhost;Initial Catalog=shop;User ID=root;Password=x";""",
        """var text = configuration.GetConnectionString("Shop") ?? "Server=localhost;Database=shop;User Id=app;Password=x"; Use(text);""",
        """Use("Host=localhost;Database=shop;Username=app;Password=x"); Use("Server=localhost;Uid=root"); Use("Server=localhost");""",
        """Use($"Server=localhost;Database={database};Uid={user};Pwd={password}"); Use("Server=localhost;Database=shop;Charset=utf8");""",
        """Use("Server=localhost;Port=8080;Database=shop"); Use("Server=localhost;Port=3050;Database=shop");""");

    private static Snippets HalfTyped => new("half typed", s_mySqlOnly,
        """_ = new Npgsql.NpgsqlConnection("Host=localhost;Database=shop;Username=postgres" """,
        """options.UseNpgsql("Host=localhost;Database=shop;Username=postgres", """,
        """_ = new NpgsqlConnection("Host=localhost;Database=shop;Username=postgres");""",
        """_ = new SqlConnection("Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """SqlConnection connection = new("Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """unknown.UseSqlServer("Server=localhost;Database=Shop;Uid=sa;Pwd=x");""",
        """configuration.UsePostgreSqlStorage("Host=localhost;Database=hangfire;Username=postgres"); configuration.UseSqlServerStorage("Server=localhost;Database=Hangfire;Uid=sa");""",
        """unknown.LogInformation("Server=localhost;Port=3306;Database=shop");""",
        """throw new NotDefinedException("Server=localhost;Port=3306;Database=shop");""",
        """if (host == "Server=localhost;Port=3306;Database=shop" """)
    {
        IsComplete = false,
    };

    /// <summary>What is put together at run time: another engine's, printed, or with a host that is not all in the text.</summary>
    private static Snippets JoinedAndFormatted => new("joined and formatted", s_mySqlOnly,
        """_ = new Microsoft.Data.SqlClient.SqlConnection("Server=localhost;Database=Shop;Uid=sa;Pwd=" + password);""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection(string.Concat("Server=localhost;Database=Shop;Uid=sa;Pwd=", password));""",
        """_ = new Npgsql.NpgsqlConnection(string.Format("Host=localhost;Database={0};Username=postgres", database));""",
        """var text = "Host=localhost;Database=shop;Username=" + user; options.UseNpgsql(text);""",
        """_ = new MySqlConnector.MySqlConnection(string.Concat("Server=", host, ";Port=3306;Database=shop"));""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost" + name + ";Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=" + name + "localhost;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server=localhost{0};Port=3306;Database=shop", name));""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server={0};Port={1};Database=localhost", "db", 3306));""",
        """_ = new MySqlConnector.MySqlConnection(name + "Server=localhost;Port=3306;Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Port=3306;Database=shop;SslMode=" + name);""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Database=shop;SslMode=VerifyFull;Pwd=" + password);""",
        """_ = new MySqlConnector.MySqlConnection("Server=localhost;Port=" + container.GetMappedPublicPort(3306) + ";Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection(string.Format("Server=localhost;Port={0};Database=shop", container.GetMappedPublicPort(3306)));""",
        """Console.WriteLine(string.Format("Server=localhost;Port=3306;Database={0}", database)); Console.WriteLine("Server=localhost;Port=3306;Database={0}", database);""",
        """logger.LogInformation("Server=localhost;Port=3306;Database=" + database); throw new InvalidOperationException("Server=localhost;Port=3306;Database=" + database);""",
        """Use(name == "Server=localhost;Port=3306;Database=" + database); Use(name.StartsWith(string.Concat("Server=localhost;Port=3306;Database=", database), StringComparison.Ordinal));""");

    /// <summary>Single options that say another thing, and a host that is left out where that means no localhost.</summary>
    private static Snippets BuildersAndDefaults => new("builders and hosts left out", s_mySqlOnly,
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "db", Port = 3306, Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "localhost", Database = "shop", SslMode = MySqlConnector.MySqlSslMode.VerifyFull };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "localhost", Database = "shop", ConnectionProtocol = MySqlConnector.MySqlConnectionProtocol.UnixSocket };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = container.Hostname, Port = container.GetMappedPublicPort(3306), Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Server = "localhost", Port = container.GetMappedPublicPort(3306), Database = "shop" };""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder { Database = "localhost", UserID = "localhost", Server = host };""",
        """_ = new Npgsql.NpgsqlConnectionStringBuilder { Host = "localhost", Port = 3306, Database = "shop" };""",
        """var builder = new Npgsql.NpgsqlConnectionStringBuilder(); builder.Host = "localhost"; builder["Server"] = "localhost"; builder.Port = 3306;""",
        """var server = new { Server = "localhost", Port = 3306, Database = "shop" }; Use(server);""",
        """class Settings { public string Server { get; set; } = "localhost"; public int Port { get; set; } = 27017; public string Database { get; set; } = "shop"; }""",
        """_ = new MySql.Data.MySqlClient.MySqlConnection("Database=shop;Uid=app;Pwd=x");""",
        """_ = new MySqlConnector.MySqlConnection(); _ = new MySqlConnector.MySqlConnection(""); _ = new MySqlConnector.MySqlConnection(name + ";Database=shop");""",
        """_ = new MySqlConnector.MySqlConnection("Database=shop;Uid=app;" + name); _ = new MySqlConnector.MySqlConnection($"Database=shop;{name}");""",
        """_ = new MySqlConnector.MySqlConnectionStringBuilder("Database=shop;Uid=app") { Server = host };""",
        """_ = new Npgsql.NpgsqlConnection("Database=shop;Username=postgres"); _ = new Microsoft.Data.SqlClient.SqlConnection("Database=Shop;Uid=sa;Pwd=x");""",
        """_ = new MySql.Data.MySqlClient.MySqlConnection("Server=localhost:3306,db2:3307;Database=shop");""",
        """_ = new Microsoft.Data.SqlClient.SqlConnection("Server=localhost,3306;Database=Shop;Uid=sa;Pwd=x"); Use("Server=localhost:3306"); Use("localhost,3306");""");

    private static Snippets UrisAndTools => new("URIs and tools", s_mySqlOnly,
        """Use("mysql://root@127.0.0.1:3307/shop"); Use("mysql://root@db:3306/shop"); Use($"mysql://root@{host}:3306/shop");""",
        """Use("mysql://root@localhost.example.com:3306/shop"); Use("mysql://localhost@db/shop"); Use("https://dev.mysql.com/localhost:3306/shop");""",
        """Console.WriteLine("mysql://root@localhost:3306/shop"); logger.LogInformation("mysql://root@localhost:3306/shop is {State}", name);""",
        """Use(name.StartsWith("mysql://root@localhost:3306", StringComparison.Ordinal)); Use(name == "mysql://localhost/shop");""",
        """Process.Start("mysql", "-u root shop"); Process.Start("mysql", "-h db -P 3306 shop"); Process.Start("mysqldump", "--socket=/tmp/mysql.sock shop");""",
        """Process.Start("echo", "mysql -h localhost -P 3306 shop"); Process.Start("which", "mysql"); Process.Start("man", "mysql -h localhost");""",
        """Process.Start("apt-get", "install -y mysql-client localhost"); Process.Start("systemctl", "start mysql"); Process.Start("mongodump", "-h localhost --port 27017");""",
        """Process.Start("podman", "exec db mariadb -h localhost -u root shop"); Process.Start("bash", "-c \"docker exec db mysql -h localhost shop\"");""",
        """_ = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 3306); _ = new System.Net.DnsEndPoint("localhost", 3306);""");
}
