namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>The engines that names in code speak of.</summary>
internal static class EngineNames
{
    /// <summary>Names of the table that other types bear as well.</summary>
    private static readonly string[] s_common = ["ServerVersion", "CreateBus"];

    /// <summary>Parts of namespaces that say nothing of an engine.</summary>
    private static readonly string[] s_commonParts = ["Data", "EntityFrameworkCore"];

    /// <summary>
    /// The engines that a name speaks of: by a type or the name of their drivers, or by their words, as <c>mySqlConnection</c> and
    /// <c>DB_MARIADB</c>. Of overlapping words the left-most counts: <c>MySqlServer</c> is MySQL's.
    /// </summary>
    public static IEnumerable<Engine> In(string name)
    {
        if (EngineTable.All.FirstOrDefault(engine => (engine.Sinks.Contains(name, StringComparer.Ordinal) && !s_common.Contains(name)) || engine.DriverNamespaces.Contains(name)) is { } owner)
        {
            yield return owner;
            yield break;
        }

        var found = EngineTable.All
            .SelectMany(engine => engine.Words.Select(word => (Engine: engine, Start: name.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length)))
            .Where(static word => word.Start >= 0)
            .OrderBy(static word => word.Start)
            .ThenByDescending(static word => word.Length);
        var end = 0;
        foreach (var (engine, start, length) in found)
        {
            if (start >= end)
            {
                end = start + length;
                yield return engine;
            }
        }
    }

    /// <summary>The types, methods and namespaces that a file names when it uses an engine's driver.</summary>
    public static IEnumerable<string> OfTypes(Engine engine) =>
        engine.Sinks.Except(s_common).Concat(engine.DriverNamespaces.Select(static name => name.Split('.').Last(static part => !s_commonParts.Contains(part))));
}
