using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Topology.Started;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>The dev container of a repository (Development Containers specification, "devcontainer.json").</summary>
/// <param name="SharesNetwork">True when its loopback is, or may be, another container's or the host's.</param>
internal sealed record DevContainer(bool SharesNetwork)
{
    private const string Folder = "/.devcontainer/";

    public static bool IsIn(string path) => Paths.Normalize(path).IndexOf(Folder, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Reads it; null when the repository has none.</summary>
    public static DevContainer? Read(TopologyFiles files)
    {
        var configurations = files.Others.Where(FileKinds.IsDevContainer).OrderBy(static path => path, StringComparer.Ordinal).ToArray();
        var own = files.Compose.Where(static file => IsIn(file.Path)).ToImmutableArray();
        if (configurations.Length == 0)
        {
            return own.IsEmpty ? null : new DevContainer(SharesAny(own, null, Paths.Folder(Paths.Normalize(own[0].Path)), files));
        }

        return new DevContainer(configurations.Any(path => Shares(path, files)));
    }

    private static bool Shares(string path, TopologyFiles files)
    {
        if (JsonReader.Read(files.TextOf(path) ?? "").Documents is not [YamlMapping root])
        {
            return false;
        }

        if (Items(root["dockerComposeFile"]) is { Length: > 0 } named)
        {
            var folder = Paths.Folder(path);
            var found = named.Select(name => files.ComposeFileOf(Paths.Combine(folder, name))).ToArray();

            // A file that did not come may say anything.
            return found.Contains(null) || SharesAny(
                found.OfType<ComposeFile>().ToImmutableArray(), (root["service"] as YamlScalar)?.Value, Paths.Folder(Paths.Normalize(found[0]!.Path)), files);
        }

        return ContainerArguments.NetworkOf(Items(root["runArgs"])) is { } network && IsShared(network);
    }

    private static bool SharesAny(ImmutableArray<ComposeFile> set, string? service, string folder, TopologyFiles files) =>
        ComposeProject.Read(new ComposeSet(set, IsPlain: true, IsOpen: false), folder, 0, files).Services
            .Any(one => (service is null || one.Name == service) && one.NetworkMode is { } mode && IsShared(mode));

    private static bool IsShared(string mode) =>
        mode == "host" || mode.StartsWith("service:", StringComparison.Ordinal) || mode.StartsWith("container:", StringComparison.Ordinal);

    private static string[] Items(YamlNode? node) => node switch
    {
        YamlScalar { Value.Length: > 0 } one => [one.Value],
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(static item => item.Value).ToArray(),
        _ => [],
    };
}
