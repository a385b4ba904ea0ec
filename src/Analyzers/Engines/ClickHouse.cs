using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>ClickHouse.</summary>
internal static class ClickHouse
{
    public static readonly Engine Row = new()
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
    };
}
