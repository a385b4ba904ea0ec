using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What is known of Docker around a project. The same for any order of the files.</summary>
internal sealed class DockerTopology
{
    /// <summary>The names that a plain <c>docker compose up</c> looks for, in this order (Compose specification, "Compose file").</summary>
    private static readonly string[] s_standardNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private readonly ImmutableArray<ComposeFolder> _folders;
    private readonly ImmutableDictionary<string, string> _otherFiles;

    private DockerTopology(ImmutableArray<ComposeFolder> folders, ImmutableArray<ComposeFile> files, ImmutableDictionary<string, string> otherFiles, bool hasDevContainer)
    {
        _folders = folders;
        Files = files;
        _otherFiles = otherFiles;
        HasDevContainer = hasDevContainer;
    }

    /// <summary>Every compose file, alternatives and overrides included.</summary>
    public ImmutableArray<ComposeFile> Files { get; }

    public bool HasDevContainer { get; }

    /// <summary>Puts the files together.</summary>
    /// <param name="projectFolder">The project's folder, normalised; empty when it is not known.</param>
    /// <param name="composeFiles">All compose files.</param>
    /// <param name="otherFiles">Paths and texts of the other Docker files: Dockerfiles, <c>.env</c>, <c>devcontainer.json</c>.</param>
    public static DockerTopology Build(string projectFolder, IEnumerable<ComposeFile> composeFiles, IEnumerable<KeyValuePair<string, string>> otherFiles)
    {
        var files = composeFiles.OrderBy(static file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        var others = otherFiles.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => new KeyValuePair<string, string>(Paths.Normalize(file.Key), file.Value)).ToImmutableArray();
        var foldersThatNameFiles = others
            .Where(static file => Paths.FileName(file.Key) == ".env" && NamesComposeFiles(file.Value))
            .Select(static file => Paths.Folder(file.Key))
            .ToImmutableHashSet(StringComparer.Ordinal);
        var folders = files
            .Where(static file => !IsInDevContainer(file.Path))
            .GroupBy(static file => Paths.Folder(Paths.Normalize(file.Path)), StringComparer.Ordinal)
            .Select(group => ToFolder(projectFolder, group.Key, group.ToImmutableArray(), foldersThatNameFiles.Contains(group.Key)))
            .OrderBy(static folder => folder.Distance)
            .ThenBy(static folder => folder.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        var byPath = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in others)
        {
            byPath[file.Key] = file.Value;
        }

        return new DockerTopology(folders, files, byPath.ToImmutable(), others.Any(static file => FileKinds.IsDevContainer(file.Key)) || files.Any(static file => IsInDevContainer(file.Path)));
    }

    /// <summary>The text of a Dockerfile or another file that came with the project, by normalised path; null when it did not come.</summary>
    public string? TextOf(string path) => _otherFiles.TryGetValue(path, out var text) ? text : null;

    /// <summary>The services of an engine at the nearest distance that has one.</summary>
    public EngineServices ServicesOf(Engine engine)
    {
        foreach (var distance in _folders.GroupBy(static folder => folder.Distance))
        {
            var services = distance.SelectMany(static folder => folder.Plain is { } plain ? plain.Services : ImmutableArray<ComposeService>.Empty)
                .Where(service => service.Engine == engine)
                .ToImmutableArray();
            if (services.IsEmpty)
            {
                continue;
            }

            var everywhere = distance.SelectMany(static folder => folder.Files)
                .SelectMany(static file => file.Services)
                .Where(service => service.Engine == engine)
                .ToImmutableArray();
            var openFiles = distance.Where(static folder => folder.IsOpen).Select(static folder => folder.Plain).OfType<ComposeFile>().ToImmutableHashSet();
            return new EngineServices(services, everywhere, openFiles);
        }

        return EngineServices.None;
    }

    private static ComposeFolder ToFolder(string projectFolder, string path, ImmutableArray<ComposeFile> files, bool namesFiles)
    {
        var plain = s_standardNames
            .Select(name => files.FirstOrDefault(file => Paths.FileName(file.Path).Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(static file => file is not null);
        var hasOverride = files.Any(static file => FileKinds.IsOverride(Paths.FileName(file.Path)));
        return new ComposeFolder(path, DistanceOf(projectFolder, path), files, plain, IsOpen: hasOverride || namesFiles || plain is { IsOpen: true });
    }

    /// <summary>The project's folder, its children, the parent, the parent's children, and so on.</summary>
    private static int DistanceOf(string projectFolder, string folder)
    {
        if (projectFolder.Length == 0)
        {
            return 0;
        }

        var up = 0;
        var ancestor = projectFolder;
        while (!Paths.IsIn(folder, ancestor) && ancestor.Length > 0)
        {
            ancestor = Paths.Folder(ancestor);
            up++;
        }

        return (2 * up) + (Paths.AreEqual(folder, ancestor) ? 0 : 1);
    }

    private static bool NamesComposeFiles(string environmentFile) =>
        environmentFile.Split('\n').Select(static line => line.Trim())
            .Any(static line => line.StartsWith("COMPOSE_FILE", StringComparison.Ordinal) || line.StartsWith("export COMPOSE_FILE", StringComparison.Ordinal));

    private static bool IsInDevContainer(string path) => Paths.Normalize(path).IndexOf("/.devcontainer/", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The compose files of one folder.</summary>
    /// <param name="Path">The folder, normalised.</param>
    /// <param name="Distance">How far from the project.</param>
    /// <param name="Files">All its compose files.</param>
    /// <param name="Plain">The one that a plain <c>docker compose up</c> reads.</param>
    /// <param name="IsOpen">True when another file can change what <paramref name="Plain"/> says.</param>
    private sealed record ComposeFolder(string Path, int Distance, ImmutableArray<ComposeFile> Files, ComposeFile? Plain, bool IsOpen);
}
