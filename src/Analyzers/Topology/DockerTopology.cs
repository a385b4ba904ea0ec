using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What is known of Docker around a project. The same for any order of the files.</summary>
internal sealed class DockerTopology
{
    /// <summary>The names that a plain <c>docker compose up</c> looks for, in this order (Compose specification, "Compose file").</summary>
    private static readonly string[] s_standardNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private readonly ImmutableArray<ComposeFolder> _folders;
    private readonly ImmutableDictionary<string, Func<string>> _otherFiles;
    private readonly ConcurrentDictionary<Engine, EngineServices> _services = new();

    private DockerTopology(ImmutableArray<ComposeFolder> folders, ImmutableArray<ComposeFile> files, ImmutableDictionary<string, Func<string>> otherFiles)
    {
        _folders = folders;
        Files = files;
        _otherFiles = otherFiles;
        HasDevContainer = otherFiles.Keys.Any(FileKinds.IsDevContainer) || files.Any(static file => IsInDevContainer(file.Path));
    }

    /// <summary>Every compose file, alternatives and overrides included.</summary>
    public ImmutableArray<ComposeFile> Files { get; }

    public bool HasDevContainer { get; }

    /// <summary>Puts the files together.</summary>
    /// <param name="projectFolder">The project's folder, normalised; empty when it is not known.</param>
    /// <param name="composeFiles">All compose files.</param>
    /// <param name="otherFiles">Paths of the other Docker files (Dockerfiles, <c>.env</c>, <c>devcontainer.json</c>), and their texts, read only when they matter.</param>
    public static DockerTopology Build(string projectFolder, IEnumerable<ComposeFile> composeFiles, IEnumerable<KeyValuePair<string, Func<string>>> otherFiles)
    {
        var files = composeFiles.OrderBy(static file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        var folders = files
            .Where(static file => !IsInDevContainer(file.Path))
            .GroupBy(static file => Paths.Folder(Paths.Normalize(file.Path)), StringComparer.Ordinal)
            .Select(group => ToFolder(projectFolder, group.Key, group.ToImmutableArray()))
            .OrderBy(static folder => folder.Distance)
            .ThenBy(static folder => folder.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        var byPath = ImmutableDictionary.CreateBuilder<string, Func<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in otherFiles.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            byPath[Paths.Normalize(file.Key)] = file.Value;
        }

        return new DockerTopology(folders, files, byPath.ToImmutable());
    }

    /// <summary>The text of a Dockerfile or another file that came with the project, by normalised path; null when it did not come.</summary>
    public string? TextOf(string path) => _otherFiles.TryGetValue(path, out var read) ? read() : null;

    /// <summary>The services of an engine at the nearest distance that has one.</summary>
    public EngineServices ServicesOf(Engine engine) => _services.GetOrAdd(engine, FindServices);

    /// <summary>The engine of the services that listen on a container port, when it is one engine.</summary>
    public Engine? EngineOn(int port)
    {
        var engines = Files
            .SelectMany(static file => file.Services)
            .Where(service => service.Engine is not null && (service.Engine.DefaultPort == port || service.Ports.Any(entry => entry.Publishes(port))))
            .Select(static service => service.Engine)
            .Distinct()
            .ToArray();
        return engines.Length == 1 ? engines[0] : null;
    }

    private EngineServices FindServices(Engine engine)
    {
        foreach (var distance in _folders.GroupBy(static folder => folder.Distance))
        {
            var plain = distance.Select(static folder => folder.Plain).OfType<ComposeFile>().SelectMany(static file => file.Services).ToLookup(service => service.Engine == engine);
            if (plain[true].Any())
            {
                var everywhere = distance.SelectMany(static folder => folder.Files).SelectMany(static file => file.Services).Where(service => service.Engine == engine);
                var openFiles = distance.Where(IsOpen).Select(static folder => folder.Plain).OfType<ComposeFile>();
                return new EngineServices(plain[true].ToImmutableArray(), plain[false].ToImmutableArray(), everywhere.ToImmutableArray(), openFiles.ToImmutableHashSet());
            }
        }

        return EngineServices.None;
    }

    private static ComposeFolder ToFolder(string projectFolder, string path, ImmutableArray<ComposeFile> files)
    {
        var plain = s_standardNames
            .Select(name => files.FirstOrDefault(file => Paths.FileName(file.Path).Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(static file => file is not null);
        return new ComposeFolder(path, DistanceOf(projectFolder, path), files, plain);
    }

    /// <summary>True when another file can change what the folder's plain one says.</summary>
    private bool IsOpen(ComposeFolder folder) =>
        folder.Plain is { IsOpen: true }
        || folder.Files.Any(static file => FileKinds.IsOverride(Paths.FileName(file.Path)))
        || (TextOf(folder.Path + "/.env") is { } environment && NamesComposeFiles(environment));

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
    private sealed record ComposeFolder(string Path, int Distance, ImmutableArray<ComposeFile> Files, ComposeFile? Plain);
}
