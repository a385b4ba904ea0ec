using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads a set of compose files as Docker would.</summary>
internal static class ComposeProject
{
    /// <summary>Reads the set.</summary>
    /// <param name="set">The files.</param>
    /// <param name="folder">The folder that holds them.</param>
    /// <param name="distance">How far from the project it is.</param>
    /// <param name="files">Every other file that came.</param>
    public static Composition Read(ComposeSet set, string folder, int distance, TopologyFiles files)
    {
        var project = set.Folder ?? folder;
        var variables = files.VariablesOf(folder + "/.env").Over(files.VariablesOf(project + "/.env"));
        variables = variables.With(ProjectName.Variable, ProjectName.Of(set, project, variables));
        if (new ComposeLoader(files.ComposeFileOf, path => files.EnvironmentOf(path)).Load(set.Files, project, variables) is not { } root)
        {
            return new Composition(folder, distance, set.IsPlain, set.Files, ImmutableArray<DockerService>.Empty, ImmutableArray<Subnet>.Empty, IsOpen: true);
        }

        // A file that did not come may change any service.
        root = root.With(root.Entries, root.IsOpen || set.IsOpen);
        var profiles = (variables["COMPOSE_PROFILES"] ?? "").Split(',').Select(static name => name.Trim()).ToImmutableHashSet(StringComparer.Ordinal);
        var reader = new ServiceReader(root, profiles, variables, files.EnvironmentOf, files.TextOf);
        var isOpen = root.IsOpen || set.IsOpen || MayHoldMore(root["services"]);
        return new Composition(folder, distance, set.IsPlain, set.Files, reader.Read(), reader.Subnets, isOpen) { Networks = reader.Networks };
    }

    private static bool MayHoldMore(ComposeNode? services) => services switch
    {
        null or ComposeScalar { IsNull: true } => false,
        ComposeMapping mapping => mapping.IsOpen || mapping.Entries.Any(static entry => entry.Value is ComposeUnknown),
        _ => true,
    };
}
