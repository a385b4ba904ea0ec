using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Dameng.</summary>
internal static class Dameng
{
    public static readonly Engine Row = new()
    {
        Name = "Dameng",
        Words = ["dameng"],
        PortInHost = ':',
        DefaultPort = 5236,
        DriverNamespaces = ["Dm"],
        Sinks = ["UseDm", "DmConnection", "DmConnectionStringBuilder"],
        Assemblies = ["DmProvider", "DM.DmProvider"],
        ReadsKeyValueTexts = true,
        OwnKeys = Names("Schema"),
    };
}
