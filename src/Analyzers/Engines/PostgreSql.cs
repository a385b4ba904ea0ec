using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>PostgreSQL.</summary>
internal static class PostgreSql
{
    public static readonly Engine Row = new()
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
        Sinks =
        [
            "UseNpgsql", "AddMarten", "AddNpgsqlDataSource", "AddNpgSql", "UsePostgreSqlStorage", "NpgsqlConnection", "NpgsqlConnectionStringBuilder",
            "NpgsqlDataSource", "NpgsqlDataSourceBuilder",
        ],
        Assemblies = ["Npgsql", "Kdbndp", "Devart.Data.PostgreSql"],
        ReadsKeyValueTexts = true,
        OwnKeys = Names(
            "Search Path", "SearchPath", "Include Error Detail", "Include Error Details", "Root Certificate", "Timezone", "Client Encoding", "Multiplexing",
            "No Reset On Close", "Max Auto Prepare", "Auto Prepare Min Usages", "ArrayNullabilityMode", "Array Nullability Mode",
            "Target Session Attributes", "Server Compatibility Mode", "ServerCompatibilityMode", "Passfile", "Kerberos Service Name", "Channel Binding",
            "Load Balance Hosts", "Internal Command Timeout", "Tcp Keepalive", "Unprepared Execute", "UnpreparedExecute"),
        OwnPairs = Names("SslMode=Disable", "SslMode=Allow", "SslMode=Prefer", "SslMode=Require"),
        UsualPairs = Names("Username=postgres", "User ID=postgres", "Database=postgres"),
        TakersOfNames = ["AddNpgsqlDataSource", "AddKeyedNpgsqlDataSource", "AddNpgsqlDbContext"],
        Clients = ["psql", "pg_isready", "pg_dump"],
        Servers = ["postgres", "postmaster", "cockroach"],
        ToolImages = ["pgadmin4", "pgweb", "postgres-exporter"],
        Testcontainers = [new("PostgreSqlBuilder", ("POSTGRES_DB", "postgres"), ("POSTGRES_USER", "postgres"), "postgres", "POSTGRES_PASSWORD")],
        Images =
        [
            "postgres", "postgis/postgis", "pgvector/pgvector", "ankane/pgvector", "timescale/timescaledb", "timescale/timescaledb-ha",
            "citusdata/citus", "supabase/postgres",
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
    };
}
