using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>Containers that are started together.</summary>
/// <param name="Folder">The folder that describes them, normalised.</param>
/// <param name="Distance">How far from the project: 0 for its own folder, 1 for a child, 2 for the parent, 3 for its children, and so on.</param>
/// <param name="IsPlain">False for an alternative, which answers only where no plain one does.</param>
/// <param name="Files">The compose files.</param>
/// <param name="Services">The containers.</param>
/// <param name="Subnets">Subnets of its networks that a program on the host does not share.</param>
/// <param name="IsOpen">True when there may be more services: a file that is named did not come, or a part of one is not known.</param>
internal sealed record Composition(
    string Folder,
    int Distance,
    bool IsPlain,
    ImmutableArray<ComposeFile> Files,
    ImmutableArray<DockerService> Services,
    ImmutableArray<Subnet> Subnets,
    bool IsOpen)
{
    /// <summary>The networks that it describes, by their keys.</summary>
    public ImmutableDictionary<string, DockerNetwork> Networks { get; init; } = ImmutableDictionary<string, DockerNetwork>.Empty;

    /// <summary>The distance of what answers only where nothing else does.</summary>
    public const int Farthest = 1 << 20;

    /// <summary>A container that is started by itself.</summary>
    public static Composition Of(DockerService service, string folder, int distance) =>
        new(folder, distance, IsPlain: true, ImmutableArray<ComposeFile>.Empty, ImmutableArray.Create(service), ImmutableArray<Subnet>.Empty, IsOpen: false);

    /// <summary>True when a service is one of these, whatever options lay over it.</summary>
    public bool Holds(DockerService service) => Services.Any(own => own.Place == service.Place);
}
