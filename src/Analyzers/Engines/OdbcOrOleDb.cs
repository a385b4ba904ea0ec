using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>ODBC or OLE DB.</summary>
internal static class OdbcOrOleDb
{
    public static readonly Engine Row = new()
    {
        Name = "ODBC or OLE DB",
        OwnKeys = Names("Provider", "DSN", "FileDSN", "DBQ"),
        Sinks = ["OleDbConnection", "OleDbConnectionStringBuilder"],
    };
}
