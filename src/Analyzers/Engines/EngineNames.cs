namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>The engines that names in code speak of.</summary>
internal static class EngineNames
{
    private static readonly List<string> s_ofHostAlone = [];

    /// <summary>The words, and at the same place in the other list each one's engine.</summary>
    private static readonly List<string> s_words = [];
    private static readonly List<Engine> s_enginesOfWords = [];

    private static readonly Dictionary<string, Engine> s_wordsAlone = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The types and methods of drivers, and their namespaces, each with the first engine of the table that has it.</summary>
    private static readonly Dictionary<string, Engine> s_owners = new(StringComparer.Ordinal);

    /// <summary>Parts of namespaces that say nothing of an engine.</summary>
    private static readonly string[] s_commonParts = ["Data", "EntityFrameworkCore"];

    static EngineNames()
    {
        // Plain loops: these are filled in every process that reads a text.
        foreach (var engine in EngineTable.All)
        {
            foreach (var word in engine.Words)
            {
                s_words.Add(word);
                s_enginesOfWords.Add(engine);
                if (engine.TakesHostAlone)
                {
                    s_ofHostAlone.Add(word);
                }
            }

            foreach (var word in engine.WordsAlone)
            {
                s_wordsAlone[word] = engine;
            }

            foreach (var name in engine.Sinks.Except(engine.SharedSinks).Concat(engine.DriverNamespaces))
            {
                if (!s_owners.ContainsKey(name))
                {
                    s_owners.Add(name, engine);
                }
            }
        }
    }

    /// <summary>
    /// The engines that a name speaks of: by a type or the name of their drivers, or by their words, as <c>mySqlConnection</c> and
    /// <c>DB_MARIADB</c>. Overlapping words say nothing: <c>MySqlServer</c> may be
    /// one's MySQL server or one's SQL Server.
    /// </summary>
    public static IEnumerable<Engine> In(string name)
    {
        if (s_owners.TryGetValue(name, out var owner))
        {
            yield return owner;
            yield break;
        }

        if (s_wordsAlone.TryGetValue(name, out var called))
        {
            yield return called;
            yield break;
        }

        foreach (var engine in ByWord(name))
        {
            yield return engine;
        }
    }

    /// <summary>The engines whose words a name holds; <c>SqlConnection</c> holds none, since people call any database's so.</summary>
    public static IEnumerable<Engine> ByWord(string name)
    {
        // Most names speak of none.
        List<(Engine Engine, int Start, int Length)>? found = null;
        for (var i = 0; i < s_words.Count; i++)
        {
            if (name.IndexOf(s_words[i], StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !IsDenied(name, at))
            {
                (found ??= []).Add((s_enginesOfWords[i], at, s_words[i].Length));
            }
        }

        if (found is null)
        {
            yield break;
        }

        foreach (var (engine, start, length) in found)
        {
            if (!found.Any(other => other.Engine != engine && other.Start < start + length && start < other.Start + other.Length))
            {
                yield return engine;
            }
        }
    }

    /// <summary>The only engine that a name speaks of, where a host by itself is a whole text of that engine; else null.</summary>
    public static Engine? OfHostAlone(string name)
    {
        foreach (var word in s_ofHostAlone)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return In(name).ToArray() is [{ TakesHostAlone: true } engine] ? engine : null;
            }
        }

        return null;
    }

    /// <summary><c>NotMySql</c>, <c>non_mysql</c>.</summary>
    private static bool IsDenied(string name, int start)
    {
        var before = name.Substring(0, start).TrimEnd('_', '-');
        return before.EndsWith("not", StringComparison.OrdinalIgnoreCase) || before.EndsWith("non", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The types, methods and namespaces that a file names when it uses an engine's driver.</summary>
    public static IEnumerable<string> OfTypes(Engine engine) =>
        engine.Sinks.Except(engine.SharedSinks).Concat(
            engine.DriverNamespaces.Select(static name => name.Split('.').Last(static part => !s_commonParts.Contains(part))));
}
