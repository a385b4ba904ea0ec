using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>DB2.</summary>
internal static class Db2
{
    public static readonly Engine Row = new()
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
    };
}
