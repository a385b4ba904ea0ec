using static DockerConnectionStrings.Analyzers.Engines.Engine;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>SQLite.</summary>
internal static class Sqlite
{
    public static readonly Engine Row = new()
    {
        Name = "SQLite",
        IsWithoutServer = true,
        Words = ["sqlite"],
        OdbcDrivers = ["SQLite"],
        DriverNamespaces = ["Microsoft.Data.Sqlite", "System.Data.SQLite"],
        Sinks = ["UseSqlite", "SqliteConnection", "SQLiteConnection", "SqliteConnectionStringBuilder"],
        OwnKeys = Names("Foreign Keys", "Recursive Triggers", "Journal Mode", "BinaryGUID"),
    };
}
