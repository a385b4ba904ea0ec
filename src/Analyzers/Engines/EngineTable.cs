using DockerConnectionStrings.Analyzers.Connections;
using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>
/// All engines that are told apart. Adding one is a row.
/// </summary>
internal static class EngineTable
{
    public static readonly Engine MySql = new()
    {
        Name = "MySQL",
        Words = ["mysql", "mariadb"],
        Schemes = ["mysqlx", .. MySqlTools.All],
        OdbcDrivers = ["MySQL", "MariaDB"],
        DefaultPort = 3306,
        OtherPorts = MySqlPorts(),
        DriverNamespaces = ["MySqlConnector", "MySql.Data", "MySql.EntityFrameworkCore", "Pomelo.EntityFrameworkCore.MySql", "Devart.Data.MySql"],
        Sinks =
        [
            "UseMySql", "AddMySql", "MySql", "AddMySqlDataSource", "ServerVersion", "MySqlConnection", "MySqlConnectionStringBuilder",
            "MySqlDataSource", "MySqlDataSourceBuilder", "MySqlDataAdapter", "MySqlHelper",
        ],
        Assemblies =
        [
            "MySqlConnector", "MySql.Data", "MySql.Data.EntityFramework", "MySql.Data.EntityFrameworkCore", "MySql.EntityFrameworkCore",
            "Pomelo.EntityFrameworkCore.MySql", "Microting.EntityFrameworkCore.MySql", "Devart.Data.MySql",
        ],
        ReadsKeyValueTexts = true,
        OwnKeys = MySqlKeys.Own,
        OwnPairs = Names("SslMode=None", "SslMode=Preferred", "SslMode=Required", "CharSet=utf8mb4", "CharacterSet=utf8mb4"),
        ReadKeys = MySqlKeys.All,
        Images =
        [
            "mysql", "mariadb", "percona", "mysql/mysql-server", "bitnami/mysql", "bitnami/mariadb", "bitnamilegacy/mysql", "bitnamilegacy/mariadb",
            "percona/percona-server", "mysql/mysql-cluster", "mysql/community-server", "mysql/enterprise-server", "linuxserver/mariadb",
            "percona/percona-xtradb-cluster", "mariadb/columnstore", "dolthub/dolt-sql-server",
        ],

        // The SQL ports of their documentation: TiDB, OceanBase, Doris, StarRocks, MatrixOne, Manticore, Vitess' test server.
        // A proxy (ProxySQL, MaxScale) holds no database and has no row: whoever publishes its port counts.
        ImagesOnOtherPorts =
        [
            ("pingcap/tidb", 4000), ("oceanbase/oceanbase-ce", 2881), ("apache/doris", 9030), ("starrocks/allin1-ubuntu", 9030),
            ("starrocks/fe-ubuntu", 9030), ("matrixorigin/matrixone", 6001), ("manticoresearch/manticore", 9306), ("vitess/vttestserver", 33577),
        ],
        ServerVariables = ForBoth("ROOT_PASSWORD", "ROOT_PASSWORD_FILE", "ALLOW_EMPTY_PASSWORD", "ALLOW_EMPTY_ROOT_PASSWORD", "RANDOM_ROOT_PASSWORD"),
        PortVariables = ["MYSQL_TCP_PORT", "MYSQL_PORT_NUMBER", "MARIADB_PORT_NUMBER"],
        DatabaseVariables = ForBoth("DATABASE"),
        UserVariables = ForBoth("USER"),
        PasswordVariables = ForBoth("PASSWORD"),
        AdminPasswordVariables = ForBoth("ROOT_PASSWORD"),
        OwnDatabases = Names("mysql", "information_schema", "performance_schema", "sys"),
        DefaultUsers = Names("root"),
    };

    /// <summary>Some engine that no row names.</summary>
    public static readonly Engine Unknown = new() { Name = "unknown" };

    public static readonly Engine SqlServer = new()
    {
        Name = "SQL Server",
        Words = ["sqlserver", "mssql", "azuresql", "localdb"],
        Schemes = ["sqlserver", "mssql"],
        PortInHost = ',',
        OdbcDrivers = ["SQL Server", "SQL Native Client", "FreeTDS"],
        DefaultPort = 1433,
        DriverNamespaces = ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Devart.Data.SqlServer"],
        Sinks = ["UseSqlServer", "SqlDatabase", "UseAzureSql", "AddSqlServer", "UseSqlServerStorage", "SqlConnection", "SqlConnectionStringBuilder", "SqlDataAdapter", "SqlBulkCopy"],
        Assemblies = ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Devart.Data.SqlServer"],
        ReadsKeyValueTexts = true,
        Images = ["mssql/server", "azure-sql-edge", "microsoft/mssql-server-linux", "mssql/rhel/server"],
        ServerVariables = ["MSSQL_PID", "MSSQL_SA_PASSWORD"],
        PortVariables = ["MSSQL_TCP_PORT"],
        AdminPasswordVariables = ["MSSQL_SA_PASSWORD", "SA_PASSWORD"],
        OwnDatabases = Names("master", "tempdb", "model", "msdb"),
        DefaultUsers = Names("sa"),
        UsualPairs = Names("User ID=sa", "Uid=sa", "User=sa", "Database=master", "Database=tempdb", "Initial Catalog=master", "Initial Catalog=tempdb"),
        OwnKeys = Names(
            "Trusted_Connection", "Integrated Security", "MultipleActiveResultSets", "Multiple Active Result Sets",
            "Encrypt", "AttachDbFilename", "Application Intent", "ApplicationIntent", "MultiSubnetFailover", "Multi Subnet Failover",
            "Workstation ID", "Wsid", "Packet Size", "Column Encryption Setting", "Failover Partner", "User Instance", "Network Library",
            "Type System Version", "Asynchronous Processing", "Context Connection", "Authentication", "Attestation Protocol", "Enclave Attestation Url"),
    };

    /// <summary>Web servers: whatever is no other engine.</summary>
    public static readonly Engine Http = new()
    {
        Name = "HTTP",
        DefaultPort = 80,
        Schemes = ["http", "https"],
    };

    /// <summary>Ports of servers that no row names: FTP, SSH, mail, LDAP, MQTT, OceanBase, NATS, PgBouncer, Neo4j, InfluxDB, Couchbase, Exasol and their like.</summary>
    private static readonly int[] s_foreignPorts = [1883, 2881, 4222, 5671, 6432, 7687, 8086, 8091, 8529, 8563, 8812, 9004, 9092, 9200, 11211, 26257, 61616];

    public static readonly IReadOnlyList<Engine> All =
    [
        MySql,
        new()
        {
            Name = "PostgreSQL",
            Words = ["postgres", "postgresql", "postgre", "npgsql", "pgsql"],
            Schemes = ["postgres", "postgresql"],
            PortInHost = ':',
            HasPortOption = true,
            OdbcDrivers = ["PostgreSQL"],
            DefaultPort = 5432,
            OtherPorts = [5433, 5434, 15432, 54320, 54321],
            DriverNamespaces = ["Npgsql", "Kdbndp", "Devart.Data.PostgreSql"],
            Sinks = ["UseNpgsql", "AddMarten", "AddNpgsqlDataSource", "AddNpgSql", "UsePostgreSqlStorage", "NpgsqlConnection", "NpgsqlConnectionStringBuilder", "NpgsqlDataSource", "NpgsqlDataSourceBuilder"],
            Assemblies = ["Npgsql", "Kdbndp", "Devart.Data.PostgreSql"],
            ReadsKeyValueTexts = true,
            OwnKeys = Names(
                "Search Path", "SearchPath", "Include Error Detail", "Include Error Details", "Root Certificate", "Timezone", "Client Encoding", "Multiplexing",
                "No Reset On Close", "Max Auto Prepare", "Auto Prepare Min Usages", "ArrayNullabilityMode", "Array Nullability Mode",
                "Target Session Attributes", "Server Compatibility Mode", "ServerCompatibilityMode", "Passfile", "Kerberos Service Name", "Channel Binding",
                "Load Balance Hosts", "Internal Command Timeout", "Tcp Keepalive", "Unprepared Execute", "UnpreparedExecute"),
            OwnPairs = Names("SslMode=Disable", "SslMode=Allow", "SslMode=Prefer", "SslMode=Require"),
            UsualPairs = Names("Username=postgres", "User ID=postgres", "Database=postgres"),
            Images =
            [
                "postgres", "postgis/postgis", "pgvector/pgvector", "ankane/pgvector", "timescale/timescaledb", "timescale/timescaledb-ha", "citusdata/citus", "supabase/postgres",
                "bitnami/postgresql", "bitnamilegacy/postgresql", "paradedb/paradedb", "apache/age",
            ],

            // CockroachDB, YugabyteDB's YSQL, QuestDB, Materialize, RisingWave.
            ImagesOnOtherPorts =
            [
                ("cockroachdb/cockroach", 26257), ("yugabytedb/yugabyte", 5433), ("questdb/questdb", 8812), ("materialize/materialized", 6875),
                ("risingwavelabs/risingwave", 4566),
            ],
            ServerVariables = ["POSTGRES_HOST_AUTH_METHOD", "POSTGRES_INITDB_ARGS"],
            PortVariables = ["PGPORT", "POSTGRESQL_PORT_NUMBER"],
            IsAdminRenamed = true,
            DatabaseVariables = ["POSTGRES_DB", "POSTGRESQL_DATABASE"],
            UserVariables = ["POSTGRES_USER", "POSTGRESQL_USERNAME"],
            PasswordVariables = ["POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD"],
            AdminPasswordVariables = ["POSTGRES_PASSWORD", "POSTGRESQL_POSTGRES_PASSWORD"],
            OwnDatabases = Names("postgres", "template0", "template1"),
            DefaultUsers = Names("postgres"),
        },
        SqlServer,
        new()
        {
            Name = "Oracle",
            Words = ["oracle"],
            OdbcDrivers = ["Oracle"],
            DefaultPort = 1521,
            DriverNamespaces = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
            Sinks = ["UseOracle", "OracleConnection", "OracleConnectionStringBuilder"],
            Assemblies = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
            ReadsKeyValueTexts = true,
            OwnKeys = Names("DBA Privilege", "Statement Cache Size", "Self Tuning", "Metadata Pooling", "Service Name", "SID"),
        },
        new()
        {
            Name = "Firebird",
            Words = ["firebird"],
            OdbcDrivers = ["Firebird"],
            DefaultPort = 3050,
            DriverNamespaces = ["FirebirdSql"],
            Sinks = ["UseFirebird", "FbConnection", "FbConnectionStringBuilder"],
            Assemblies = ["FirebirdSql.Data.FirebirdClient"],
            ReadsKeyValueTexts = true,
            UsualPairs = Names("User=SYSDBA", "User ID=SYSDBA", "Uid=SYSDBA"),
            OwnKeys = Names("Dialect", "Server Type", "ServerType", "Role", "Role Name", "Wire Crypt", "WireCrypt", "Isolation Level", "Records Affected", "DB Cache Pages"),
        },
        new()
        {
            Name = "DB2",
            Words = ["db2"],
            PortInHost = ':',
            OdbcDrivers = ["DB2"],
            DefaultPort = 50000,
            DriverNamespaces = ["IBM.Data"],
            Sinks = ["UseDb2", "DB2Connection", "DB2ConnectionStringBuilder"],
            Assemblies = ["IBM.Data.Db2", "IBM.Data.DB2", "IBM.Data.DB2.Core"],
            ReadsKeyValueTexts = true,
            OwnKeys = Names("HostVarParameters", "CurrentSchema", "Current Schema", "Authentication Type"),
        },
        new()
        {
            Name = "ClickHouse",
            Words = ["clickhouse"],
            Schemes = ["clickhouse"],
            OdbcDrivers = ["ClickHouse"],
            DefaultPort = 8123,
            OtherPorts = [9000],
            DriverNamespaces = ["ClickHouse", "Octonica.ClickHouseClient"],
            Sinks = ["UseClickHouse", "ClickHouseConnection", "ClickHouseConnectionStringBuilder"],
            Assemblies = ["ClickHouse.Client", "ClickHouse.Driver", "ClickHouse.Ado", "Octonica.ClickHouseClient"],
            ReadsKeyValueTexts = true,
            OwnKeys = Names("UseSession", "SetTypeConversion", "CompressorTag"),
        },
        new()
        {
            Name = "Dameng",
            Words = ["dameng"],
            PortInHost = ':',
            DefaultPort = 5236,
            DriverNamespaces = ["Dm"],
            Sinks = ["UseDm", "DmConnection", "DmConnectionStringBuilder"],
            Assemblies = ["DmProvider", "DM.DmProvider"],
            ReadsKeyValueTexts = true,
            OwnKeys = Names("Schema"),
        },
        new()
        {
            Name = "SQLite",
            IsWithoutServer = true,
            Words = ["sqlite"],
            OdbcDrivers = ["SQLite"],
            DriverNamespaces = ["Microsoft.Data.Sqlite", "System.Data.SQLite"],
            Sinks = ["UseSqlite", "SqliteConnection", "SQLiteConnection", "SqliteConnectionStringBuilder"],
            OwnKeys = Names("Foreign Keys", "Recursive Triggers", "Journal Mode", "BinaryGUID"),
        },
        new()
        {
            Name = "ODBC or OLE DB",
            OwnKeys = Names("Provider", "DSN", "FileDSN", "DBQ"),
            Sinks = ["OleDbConnection", "OleDbConnectionStringBuilder"],
        },
        new()
        {
            Name = "RabbitMQ",
            Words = ["rabbitmq", "rabbit", "amqp", "easynetq"],
            Schemes = ["amqp", "amqps", "rabbitmq", "rabbitmqs"],
            NamesNoDatabase = true,
            PortInHost = ':',
            DefaultPort = 5672,
            DriverNamespaces = ["RabbitMQ", "EasyNetQ", "MassTransit"],
            Sinks = ["CreateBus", "RegisterEasyNetQ", "AddEasyNetQ", "UseRabbitMq", "UsingRabbitMq"],
            Assemblies = ["EasyNetQ"],
            ReadsKeyValueTexts = true,
            Images = ["rabbitmq", "bitnami/rabbitmq", "bitnamilegacy/rabbitmq", "masstransit/rabbitmq"],
            PortVariables = ["RABBITMQ_NODE_PORT"],
            DatabaseVariables = ["RABBITMQ_DEFAULT_VHOST"],
            UserVariables = ["RABBITMQ_DEFAULT_USER", "RABBITMQ_USERNAME"],
            PasswordVariables = ["RABBITMQ_DEFAULT_PASS", "RABBITMQ_PASSWORD"],
            OwnDatabases = Names("", "/"),
            DefaultUsers = Names("guest"),
            OwnKeys = Names(
                "VirtualHost", "Virtual Host", "PublisherConfirms", "PrefetchCount", "RequestedHeartbeat", "PersistentMessages",
                "ConnectIntervalAttempt", "MandatoryPublish", "ConsumerDispatcherConcurrency"),
        },
        new()
        {
            Name = "Redis",
            Words = ["redis"],
            Schemes = ["redis", "rediss"],
            TakesHostAlone = true,
            DefaultPort = 6379,
            DriverNamespaces = ["StackExchange.Redis", "FreeRedis", "CSRedis", "ServiceStack.Redis"],
            Sinks = ["AddStackExchangeRedisCache", "AddStackExchangeRedis", "AddRedis"],
            Images =
            [
                "redis", "redis/redis-stack", "redis/redis-stack-server", "bitnami/redis", "bitnamilegacy/redis", "valkey/valkey", "bitnami/valkey", "eqalpha/keydb",
                "dragonflydb/dragonfly", "microsoft/garnet",
            ],
            ImagesOnOtherPorts = [("apache/kvrocks", 6666)],
            PortVariables = ["REDIS_PORT_NUMBER"],
            PasswordVariables = ["REDIS_PASSWORD"],
            DefaultUsers = Names("default"),
        },
        new()
        {
            Name = "MongoDB",
            Words = ["mongo", "mongodb"],
            Schemes = ["mongodb"],
            DefaultPort = 27017,
            DriverNamespaces = ["MongoDB"],
            Sinks = ["MongoClient", "UseMongoDB", "AddMongoDb"],
            Images =
            [
                "mongo", "mongodb/mongodb-community-server", "mongodb/mongodb-enterprise-server", "percona/percona-server-mongodb", "bitnami/mongodb", "bitnamilegacy/mongodb",
                "ferretdb/ferretdb",
            ],
            PortVariables = ["MONGODB_PORT_NUMBER"],
            ServerVariables = ["MONGO_INITDB_ROOT_USERNAME"],
            DatabaseVariables = ["MONGO_INITDB_DATABASE", "MONGODB_DATABASE"],
            UserVariables = ["MONGO_INITDB_ROOT_USERNAME", "MONGODB_USERNAME", "MONGODB_INITDB_ROOT_USERNAME"],
            PasswordVariables = ["MONGO_INITDB_ROOT_PASSWORD", "MONGODB_PASSWORD", "MONGODB_INITDB_ROOT_PASSWORD"],
            OwnDatabases = Names("admin", "local", "config"),
            DefaultUsers = Names("root", "admin"),
        },
        Http,
        new()
        {
            // Its emulators speak AMQP; their texts name the port behind the host.
            Name = "Azure Service Bus",
            Schemes = ["sb"],
            DefaultPort = 5672,
            Images = ["azure-messaging/servicebus-emulator", "azure-messaging/eventhubs-emulator"],
        },
        new()
        {
            Name = "another database",
            DriverNamespaces = ["Sap.Data", "AdoNetCore.AseClient", "Sybase.Data", "Vertica.Data", "Teradata.Client", "Snowflake.Data", "SingleStoreConnector", "InterSystems.Data", "IfxODBC", "TDengine", "Cassandra", "CUBRID", "NuoDb"],
            Sinks = ["AseConnection", "HanaConnection", "VerticaConnection", "SnowflakeDbConnection", "SingleStoreConnection", "UseSnowflake", "UseTDengine"],
            Assemblies =
            [
                "Sap.Data.Hana", "Sap.Data.Hana.Core.v2.1", "Sap.Data.Hana.Net.v8.0", "AdoNetCore.AseClient", "Vertica.Data", "Teradata.Client.Provider", "Snowflake.Data",
                "SingleStoreConnector", "InterSystems.Data.IRISClient", "Informix.Net.Core", "TDengine.Data", "TDengine", "CUBRID.Data", "NuoDb.Data.Client",
                "Npgsql.CrateDb", "Exasol.Data", "Apache.Ignite", "Dapper.Oracle",
            ],
            ReadsKeyValueTexts = true,
        },
    ];

    /// <summary>True for a port below 1024, or for one that another engine or a known server has and this engine has not.</summary>
    public static bool IsPortOfAnother(Engine engine, int port) => port != engine.DefaultPort && !engine.OtherPorts.Contains(port)
        && (IsPortOfNoRow(port) || All.Any(other => other != engine && (other.DefaultPort == port || other.OtherPorts.Contains(port))));

    /// <summary>True for a port of a server that is no engine of the table.</summary>
    public static bool IsPortOfNoRow(int port) => port < 1024 || s_foreignPorts.Contains(port);

    /// <summary>True for a key that some engine's drivers are known to read.</summary>
    public static bool IsReadBySome(string key) => Engine.Normalize(key) is var name && All.Any(engine => engine.OwnKeys.Contains(name) || engine.ReadKeys.Contains(name));

    /// <summary>The engine that is called by a word, in any case.</summary>
    public static Engine? OfWord(string word) => All.FirstOrDefault(engine => engine.Words.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The engine of a URI's scheme or of a native tool.</summary>
    public static Engine? OfScheme(string scheme) => All.FirstOrDefault(engine => engine.Schemes.Contains(scheme));

    /// <summary>Variables of MySQL's image and of MariaDB's.</summary>
    private static string[] ForBoth(params string[] names) => names.SelectMany(static name => new[] { "MYSQL_" + name, "MARIADB_" + name }).ToArray();

    /// <summary>3306 to 3310, 33060, 33061, and these with one digit in front as far as they are ports.</summary>
    private static List<int> MySqlPorts()
    {
        int[] usual = [3306, 3307, 3308, 3309, 3310, 33060, 33061];
        var ports = new List<int>();
        foreach (var port in usual)
        {
            var place = port < 10_000 ? 10_000 : 100_000;
            for (var digit = 0; (digit * place) + port <= 65535 && digit < 10; digit++)
            {
                ports.Add((digit * place) + port);
            }
        }

        return ports;
    }
}
