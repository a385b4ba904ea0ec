namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Databases that are told from MySQL and from nothing else.</summary>
internal static class AnotherDatabase
{
    public static readonly Engine Row = new()
    {
        Name = "another database",
        DriverNamespaces =
        [
            "Sap.Data", "AdoNetCore.AseClient", "Sybase.Data", "Vertica.Data", "Teradata.Client", "Snowflake.Data", "SingleStoreConnector",
            "InterSystems.Data", "IfxODBC", "TDengine", "Cassandra", "CUBRID", "NuoDb",
        ],
        Sinks = ["AseConnection", "HanaConnection", "VerticaConnection", "SnowflakeDbConnection", "SingleStoreConnection", "UseSnowflake", "UseTDengine"],
        Assemblies =
        [
            "Sap.Data.Hana", "Sap.Data.Hana.Core.v2.1", "Sap.Data.Hana.Net.v8.0", "AdoNetCore.AseClient", "Vertica.Data", "Teradata.Client.Provider",
            "Snowflake.Data",
            "SingleStoreConnector", "InterSystems.Data.IRISClient", "Informix.Net.Core", "TDengine.Data", "TDengine", "CUBRID.Data", "NuoDb.Data.Client",
            "Npgsql.CrateDb", "Exasol.Data", "Apache.Ignite", "Dapper.Oracle",
        ],
        ReadsKeyValueTexts = true,
    };
}
