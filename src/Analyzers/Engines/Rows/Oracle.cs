using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines.Rows;

/// <summary>Oracle.</summary>
internal static class Oracle
{
    public static readonly Engine Row = new()
    {
        Name = "Oracle",
        Words = ["oracle"],
        OdbcDrivers = ["Oracle"],
        DefaultPort = 1521,
        DriverNamespaces = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
        Sinks = ["UseOracle", "OracleConnection", "OracleConnectionStringBuilder"],
        Assemblies = ["Oracle.ManagedDataAccess", "Oracle.DataAccess", "System.Data.OracleClient", "Devart.Data.Oracle"],
        TakersOfNames = ["AddOracleDatabaseDbContext"],
        ReadsKeyValueTexts = true,
        OwnKeys = Names("DBA Privilege", "Statement Cache Size", "Self Tuning", "Metadata Pooling", "Service Name", "SID"),
    };
}
