using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads a set of compose files as Docker would.</summary>
internal static class ComposeProject
{
    /// <summary>Reads the set.</summary>
    /// <param name="set">The files.</param>
    /// <param name="folder">The folder that holds them.</param>
    /// <param name="distance">How far from the project it is.</param>
    /// <param name="files">Every other file that came.</param>
    public static Composition Read(ComposeSet set, string folder, int distance, DockerFiles files)
    {
        var project = set.Folder ?? folder;
        var variables = VariablesOf(folder).Over(VariablesOf(project));
        if (new ComposeLoader(files.ComposeFileOf, files.VariablesOf).Load(set.Files, project, variables) is not { } root)
        {
            return new Composition(folder, distance, set.IsPlain, set.Files, ImmutableArray<DockerService>.Empty, ImmutableArray<Subnet>.Empty, IsOpen: true);
        }

        // A file that did not come may change any service.
        root = root.With(root.Entries, root.IsOpen || set.IsOpen);
        var profiles = (variables["COMPOSE_PROFILES"] ?? "").Split(',').Select(static name => name.Trim()).ToImmutableHashSet(StringComparer.Ordinal);
        var reader = new ServiceReader(root, profiles, path => files.VariablesOf(path, variables), files.TextOf);
        return new Composition(folder, distance, set.IsPlain, set.Files, reader.Read(), reader.Subnets, root.IsOpen || set.IsOpen || MayHoldMore(root["services"]));

        Variables VariablesOf(string path) => files.VariablesOf(path + "/.env") ?? Variables.None;
    }

    private static bool MayHoldMore(ComposeNode? services) => services switch
    {
        null or ComposeScalar { IsNull: true } => false,
        ComposeMapping mapping => mapping.IsOpen || mapping.Entries.Any(static entry => entry.Value is ComposeUnknown),
        _ => true,
    };
}
