using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Some compose files that are read together.</summary>
/// <param name="Files">The files, each laid over those before it.</param>
/// <param name="IsPlain">True for what a plain <c>docker compose up</c> reads; false for an alternative.</param>
/// <param name="IsOpen">True when a file is named that did not come.</param>
internal sealed record ComposeSet(ImmutableArray<ComposeFile> Files, bool IsPlain, bool IsOpen)
{
    /// <summary>The folder from which its paths count; null when it is the one that the set was looked for in.</summary>
    public string? Folder { get; init; }
}

/// <summary>Which compose files of a folder are read together (Compose, "Working with Compose files").</summary>
internal static class ComposeSets
{
    /// <summary>The names that a plain <c>docker compose up</c> looks for, in this order.</summary>
    private static readonly string[] s_standardNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>Those of what it lays over it, whatever the base is called.</summary>
    private static readonly string[] s_overrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>The plain set of a folder, if it has one, and its alternatives.</summary>
    /// <param name="folder">The folder, normalised.</param>
    /// <param name="files">Its compose files.</param>
    /// <param name="environment">The variables of its <c>.env</c>.</param>
    /// <param name="composeFileOf">A compose file by its normalised path, of whichever folder; null when it did not come.</param>
    public static IEnumerable<ComposeSet> Of(string folder, ImmutableArray<ComposeFile> files, Variables environment, Func<string, ComposeFile?> composeFileOf)
    {
        var standard = FirstOf(files, s_standardNames);
        var over = FirstOf(files, s_overrideNames);
        var plain = environment["COMPOSE_FILE"] is { Length: > 0 } named ? Named(named, folder, environment, composeFileOf)
            : standard is null ? null
            : new ComposeSet(over is null ? ImmutableArray.Create(standard) : ImmutableArray.Create(standard, over), IsPlain: true, IsOpen: false);
        if (plain is not null)
        {
            yield return plain;
        }

        foreach (var file in files.Where(file => plain?.Files.Contains(file) != true))
        {
            // A file that only changes services of the standard one is no project by itself.
            var isChange = standard is not null && file != standard && NamesOf(file) is { Count: > 0 } changed && NamesOf(standard).IsSupersetOf(changed);
            yield return new ComposeSet(isChange ? ImmutableArray.Create(standard!, file) : ImmutableArray.Create(file), IsPlain: false, IsOpen: false);
        }
    }

    /// <summary>What <c>COMPOSE_FILE</c> names; Windows separates paths by semicolons.</summary>
    private static ComposeSet Named(string value, string folder, Variables environment, Func<string, ComposeFile?> composeFileOf)
    {
        var separator = environment["COMPOSE_PATH_SEPARATOR"] is { Length: > 0 } own ? own : value.IndexOf(';') >= 0 ? ";" : ":";
        var paths = value.Split([separator], StringSplitOptions.RemoveEmptyEntries).Select(path => Paths.Combine(folder, path.Trim())).ToArray();
        var found = paths.Select(composeFileOf).ToArray();
        return new ComposeSet(found.OfType<ComposeFile>().ToImmutableArray(), IsPlain: true, IsOpen: paths.Length == 0 || found.Contains(null))
        {
            Folder = paths.Length == 0 ? null : Paths.Folder(paths[0]),
        };
    }

    private static ComposeFile? FirstOf(ImmutableArray<ComposeFile> files, string[] names) => names
        .Select(name => files.FirstOrDefault(file => Paths.FileName(file.Path).Equals(name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(static file => file is not null);

    private static HashSet<string> NamesOf(ComposeFile file) => new(
        file.Documents.OfType<YamlMapping>().Select(static root => root["services"]).OfType<YamlMapping>()
            .SelectMany(static services => services.Entries).Select(static entry => entry.Key).OfType<YamlScalar>().Select(static key => key.Value),
        StringComparer.Ordinal);
}
