using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Firebird.</summary>
internal static class Firebird
{
    public static readonly Engine Row = new()
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
        OwnKeys = Names(
            "Dialect", "Server Type", "ServerType", "Role", "Role Name", "Wire Crypt", "WireCrypt", "Isolation Level", "Records Affected",
            "DB Cache Pages"),
    };
}
