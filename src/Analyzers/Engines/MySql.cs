using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>MySQL.</summary>
internal static class MySql
{
    public static readonly Engine Row = new()
    {
        Name = "MySQL",
        Words = ["mysql", "mariadb"],
        Tools =
        [
            "mysql", "mysqldump", "mysqladmin", "mysqlimport", "mysqlsh", "mysqlcheck", "mysqlshow", "mysqlslap", "mysqlpump", "mysqlbinlog",
            "mariadb", "mariadb-dump", "mariadb-admin", "mariadb-import", "mariadb-check", "mariadb-show",
        ],
        SecondProtocol = new("mysqlx", "mysqlsh", 33060),
        HasAmbiguousLocalhost = true,
        RefusesPortInHost = true,
        IsNamedLoosely = true,
        Servers = ["mysqld", "mysqld_safe", "mariadbd", "mariadbd-safe", "tidb-server"],
        OdbcDrivers = ["MySQL", "MariaDB"],
        DefaultPort = 3306,
        OtherPorts = UsualPorts(),
        DriverNamespaces = ["MySqlConnector", "MySql.Data", "MySql.EntityFrameworkCore", "Pomelo.EntityFrameworkCore.MySql", "Devart.Data.MySql"],
        Sinks =
        [
            "UseMySql", "AddMySql", "MySql", "AddMySqlDataSource", "ServerVersion", "MySqlConnection", "MySqlConnectionStringBuilder",
            "MySqlDataSource", "MySqlDataSourceBuilder", "MySqlDataAdapter", "MySqlHelper",
        ],
        SharedSinks = ["ServerVersion"],
        TakersOfNames = ["AddMySqlDataSource", "AddKeyedMySqlDataSource", "AddMySqlDbContext"],
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
        ToolImages = ["phpmyadmin", "mysqld-exporter", "mysql-exporter", "mysql-backup", "mysql-cron-backup"],
        Testcontainers =
        [
            new("MySqlBuilder", ("MYSQL_DATABASE", "test"), ("MYSQL_USER", "mysql"), "mysql", "MYSQL_PASSWORD", "MYSQL_ROOT_PASSWORD")
            {
                ExistingUser = "root",
            },
            new("MariaDbBuilder", ("MARIADB_DATABASE", "mariadb"), ("MARIADB_USER", "mariadb"), "mariadb", "MARIADB_PASSWORD", "MARIADB_ROOT_PASSWORD")
            {
                ExistingUser = "root",
            },
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

    /// <summary>Variables of MySQL's image and of MariaDB's.</summary>
    private static string[] ForBoth(params string[] names) => names.SelectMany(static name => new[] { "MYSQL_" + name, "MARIADB_" + name }).ToArray();

    /// <summary>3306 to 3310, 33060, 33061, and these with one digit in front as far as they are ports.</summary>
    private static List<int> UsualPorts()
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
