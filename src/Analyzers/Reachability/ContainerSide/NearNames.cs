using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Names of hosts that are nearly those of services.</summary>
internal static class NearNames
{
    /// <summary>Shorter words that differ in one character are words of their own: <c>api</c> and <c>app</c>.</summary>
    private const int ShortestWord = 4;

    /// <summary>A file of more services is not written by hand.</summary>
    private const int MostServices = 500;

    /// <summary>How people call a database server of whatever engine.</summary>
    private static readonly string[] s_databaseWords = ["db", "database", "sql", "rdbms", "dbserver", "databaseserver"];

    /// <summary>The services of which a name is nearly one, in their order.</summary>
    /// <param name="name">The name, which no service has.</param>
    /// <param name="engine">Whose text it stands in.</param>
    /// <param name="services">The services.</param>
    public static ImmutableArray<DockerService> Of(string name, Engine engine, ImmutableArray<DockerService> services) => services.Length > MostServices
        ? ImmutableArray<DockerService>.Empty
        : services.Where(service => service.Names.Any(own => AreNear(name, own, engine)) || (IsCalledAfter(name, engine) && service.Engine == engine))
            .ToImmutableArray();

    /// <summary>True for names that differ by a slip of the finger, in number, in their separators, or in the word for the engine's server.</summary>
    /// <param name="one">A name.</param>
    /// <param name="other">Another one.</param>
    /// <param name="engine">The engine whose words count as one.</param>
    public static bool AreNear(string one, string other, Engine engine)
    {
        var words = Words(one);
        var others = Words(other);
        if (string.Concat(words) == string.Concat(others))
        {
            return true;
        }

        if (words.Length != others.Length)
        {
            return AreOneSlipApart(string.Concat(words), string.Concat(others));
        }

        var different = Enumerable.Range(0, words.Length).Where(i => words[i] != others[i]).ToArray();
        return different is [var at] && (AreOneSlipApart(words[at], others[at]) || (IsCalledAfter(words[at], engine) && IsCalledAfter(others[at], engine)));
    }

    /// <summary>True for a word that means a server of the engine: its own, or that for any database.</summary>
    private static bool IsCalledAfter(string name, Engine engine)
    {
        var word = string.Concat(Words(name));
        return engine.Images.Count > 0
            && (engine.Words.Any(own => word == own || word == own + "db" || word == own + "server")
                || (!engine.NamesNoDatabase && s_databaseWords.Contains(word)));
    }

    private static string[] Words(string name) => name.ToLowerInvariant().Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One character more, less or another, two neighbours exchanged, or <c>es</c> for several. Numbers tell one from another.</summary>
    private static bool AreOneSlipApart(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length < ShortestWord || WithoutDigits(one) == WithoutDigits(other))
        {
            return false;
        }

        if (longer == shorter + "es")
        {
            return true;
        }

        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start])
        {
            start++;
        }

        string RestOf(string text, int from) => from <= text.Length ? text.Substring(from) : "";
        return longer.Length == shorter.Length
            ? RestOf(shorter, start + 1) == RestOf(longer, start + 1)
                || (start + 1 < shorter.Length && shorter[start] == longer[start + 1] && shorter[start + 1] == longer[start]
                    && RestOf(shorter, start + 2) == RestOf(longer, start + 2))
            : longer.Length == shorter.Length + 1 && RestOf(shorter, start) == RestOf(longer, start + 1);
    }

    private static string WithoutDigits(string word) => new(word.Where(static c => !char.IsDigit(c)).ToArray());
}
