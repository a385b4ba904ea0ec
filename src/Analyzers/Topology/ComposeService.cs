using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>A service of one compose file, as far as that file alone tells it.</summary>
internal sealed class ComposeService
{
    public required string Name { get; init; }

    /// <summary>The service's key in the file.</summary>
    public required TextSpan Span { get; init; }

    public required ComposeFile File { get; init; }

    /// <summary>The engine that it runs, or null when it is none of the table or not known.</summary>
    public Engine? Engine { get; init; }

    /// <summary>True when another file, or another part of this one, may change what is read here.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What it publishes, entries of unknown ports included.</summary>
    public ImmutableArray<PortMapping> Ports { get; init; } = ImmutableArray<PortMapping>.Empty;

    /// <summary>False when it may publish more than <see cref="Ports"/> says.</summary>
    public bool ArePortsKnown { get; init; }

    /// <summary>The image's environment; a value that is not known (a variable, a secret) is null.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Addresses that the file fixes (<c>ipv4_address</c>, <c>ipv6_address</c>).</summary>
    public ImmutableArray<string> StaticAddresses { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What it is built from; null when it is not built or <see cref="IsBuildUnknown"/>.</summary>
    public ComposeBuild? Build { get; init; }

    /// <summary>True when it is or may be built from something that this file does not tell.</summary>
    public bool IsBuildUnknown { get; init; }
}

/// <summary>What a service is built from. Paths are full, with <c>/</c>.</summary>
/// <param name="Context">The folder that the build sees.</param>
/// <param name="Dockerfile">The Dockerfile's path.</param>
/// <param name="InlineDockerfile">Its text, when the compose file itself holds it.</param>
internal sealed record ComposeBuild(string Context, string Dockerfile, string? InlineDockerfile);
