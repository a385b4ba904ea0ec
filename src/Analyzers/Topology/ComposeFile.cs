using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>One compose file, read by itself: nothing merged, extended, included or interpolated.</summary>
internal sealed class ComposeFile
{
    /// <summary>The path as it was given.</summary>
    public required string Path { get; init; }

    /// <summary>The text, for places: lines and columns.</summary>
    public required SourceText Text { get; init; }

    public ImmutableArray<ComposeService> Services { get; set; } = ImmutableArray<ComposeService>.Empty;

    /// <summary>Subnets of its networks that a program on the host does not share.</summary>
    public ImmutableArray<Subnet> Subnets { get; init; } = ImmutableArray<Subnet>.Empty;

    /// <summary>True when every network that a service is on, the default one included, has a subnet in <see cref="Subnets"/>.</summary>
    public bool AreSubnetsKnown { get; init; }

    /// <summary>True when a service is an alias of a node elsewhere in the file.</summary>
    public bool HasAliasedServices { get; init; }

    /// <summary>True when other files may add services or change these: <c>include</c>, several documents, a part that is no YAML.</summary>
    public bool IsOpen { get; init; }

    public ImmutableArray<YamlProblem> Problems { get; init; } = ImmutableArray<YamlProblem>.Empty;

    /// <summary>The line of a place, counted from one.</summary>
    public int LineOf(TextSpan span) => Text.Lines.GetLineFromPosition(span.Start).LineNumber + 1;
}
