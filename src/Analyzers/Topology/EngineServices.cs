using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>The services of one engine at the distance that answers.</summary>
/// <param name="Services">Those of the plain topologies.</param>
/// <param name="Others">The other services of the plain topologies.</param>
/// <param name="Everywhere">Those of every file, alternatives included.</param>
/// <param name="OpenFiles">Files that another file beside them can change.</param>
internal sealed record EngineServices(
    ImmutableArray<ComposeService> Services, ImmutableArray<ComposeService> Others, ImmutableArray<ComposeService> Everywhere, ImmutableHashSet<ComposeFile> OpenFiles)
{
    public static readonly EngineServices None = new(
        ImmutableArray<ComposeService>.Empty, ImmutableArray<ComposeService>.Empty, ImmutableArray<ComposeService>.Empty, ImmutableHashSet<ComposeFile>.Empty);

    /// <summary>True when another file may change the service.</summary>
    public bool IsOpen(ComposeService service) => service.IsOpen || OpenFiles.Contains(service.File);
}
