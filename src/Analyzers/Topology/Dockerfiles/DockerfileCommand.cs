using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>What a <c>CMD</c> or <c>ENTRYPOINT</c> says.</summary>
/// <param name="IsShell">True for a text that a shell runs, which is the only word then; false for <c>["dotnet", "Web.dll"]</c>.</param>
/// <param name="Words">The words, each with a text.</param>
internal sealed record DockerfileCommand(bool IsShell, ImmutableArray<PlacedText> Words)
{
    public static DockerfileCommand None { get; } = new(IsShell: false, ImmutableArray<PlacedText>.Empty);
}
