using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>SQL Server.</summary>
internal static class SqlServer
{
    public static readonly Engine Row = new()
    {
        Name = "SQL Server",
        Words = ["sqlserver", "mssql", "azuresql", "localdb"],
        Schemes = ["sqlserver", "mssql"],
        HasInstances = true,
        WindowsAccountKeys = Names("Integrated Security", "Trusted_Connection"),
        PortInHost = ',',
        OdbcDrivers = ["SQL Server", "SQL Native Client", "FreeTDS"],
        DefaultPort = 1433,
        DriverNamespaces = ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Devart.Data.SqlServer"],
        Sinks =
        [
            "UseSqlServer", "SqlDatabase", "UseAzureSql", "AddSqlServer", "UseSqlServerStorage", "SqlConnection", "SqlConnectionStringBuilder",
            "SqlDataAdapter", "SqlBulkCopy",
        ],
        Assemblies = ["Microsoft.Data.SqlClient", "System.Data.SqlClient", "Devart.Data.SqlServer"],
        ReadsKeyValueTexts = true,
        TakersOfNames = ["AddSqlServerClient", "AddKeyedSqlServerClient", "AddSqlServerDbContext"],
        Clients = ["sqlcmd"],
        Servers = ["sqlservr"],
        ToolImages = ["sqlcmd", "mssql-tools"],
        Testcontainers = [new("MsSqlBuilder", null, null, null, "MSSQL_SA_PASSWORD")],
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
}
