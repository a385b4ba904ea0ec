using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>An environment file that came with a project.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Text">Its text, for places.</param>
/// <param name="Stream">Its entries.</param>
internal sealed record EnvironmentFile(string Path, SourceText Text, EnvStream Stream)
{
    public Place PlaceOf(TextSpan span) => new(Path, Text, span);
}
