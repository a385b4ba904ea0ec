using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Oracle.</summary>
internal static class Oracle
{
    public static readonly Engine Row = new()
    {
        Name = "Oracle",
        Words = ["oracle"],
        OdbcDrivers = ["Oracle"],
        DefaultPort = 1521,
        PortInHost = ':',
        TakesServiceBehindHost = true,
        DriverNamespaces = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
        Sinks = ["UseOracle", "OracleConnection", "OracleConnectionStringBuilder"],
        Assemblies = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
        TakersOfNames = ["AddOracleDatabaseDbContext"],
        ReadsKeyValueTexts = true,
        Images =
        [
            "gvenzl/oracle-xe", "gvenzl/oracle-free", "database/free", "database/express", "database/enterprise", "oracleinanutshell/oracle-xe-11g",
            "wnameless/oracle-xe-11g-r2", "wnameless/oracle-xe-11g",
        ],
        ToolImages = ["oracledb_exporter", "oracledb-exporter", "database/ords", "database/sqlcl", "oscarfonts/h2"],
        Testcontainers = [new("OracleBuilder", null, ("APP_USER", "oracle"), "oracle", "APP_USER_PASSWORD", "ORACLE_PASSWORD")],
        ServerVariables = ["ORACLE_PWD", "ORACLE_RANDOM_PASSWORD"],
        UserVariables = ["APP_USER"],
        PasswordVariables = ["APP_USER_PASSWORD"],
        AdminPasswordVariables = ["ORACLE_PASSWORD", "ORACLE_PWD"],
        DefaultUsers = Names("system", "sys", "pdbadmin"),
        OwnKeys = Names("DBA Privilege", "Statement Cache Size", "Self Tuning", "Metadata Pooling", "Service Name", "SID"),
    };
}
