using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>A container that something in the repository describes: a service of a compose project, <c>docker run</c>, Testcontainers, an option.</summary>
internal sealed record DockerService
{
    public required string Name { get; init; }

    /// <summary>Where it is described: the service's key, the command's image.</summary>
    public required Place Place { get; init; }

    /// <summary>The engine that it runs, or null when it is none of the table or not known.</summary>
    public Engine? Engine { get; init; }

    /// <summary>The image as its file writes it; a hole stands for what is not known. Null when none is written.</summary>
    public string? Image { get; init; }

    /// <summary>True when something that is not known may change what is read here.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What it publishes, entries of unknown ports included.</summary>
    public ImmutableArray<PortMapping> Ports { get; init; } = ImmutableArray<PortMapping>.Empty;

    /// <summary>
    /// The port that its server listens on when something changes it from its engine's; <see cref="ListeningPort.Unknown"/> when that is not known.
    /// </summary>
    public int? ChangedPort { get; init; }

    /// <summary>The port that its server listens on; null where that is not known.</summary>
    public int? OwnPort => (ChangedPort ?? Engine?.DefaultPort) is > 0 and var port ? port : null;

    /// <summary>True when a file that is put into the container may change the port that its server listens on.</summary>
    public bool IsConfiguredByFile { get; init; }

    /// <summary>False when it may publish more than <see cref="Ports"/> says.</summary>
    public bool ArePortsKnown { get; init; }

    /// <summary>True when Docker takes new host ports for it at each start: no text that is written down can mean one of them.</summary>
    public bool IsOnRandomPorts { get; init; }

    /// <summary>Container ports that it says it listens on without publishing them (<c>expose</c>).</summary>
    public ImmutableArray<int> ExposedPorts { get; init; } = ImmutableArray<int>.Empty;

    /// <summary>The container's environment; a value may be not known (a variable, a secret).</summary>
    public ImmutableDictionary<string, EnvironmentValue> Environment { get; init; } = ImmutableDictionary<string, EnvironmentValue>.Empty;

    /// <summary>The words of its entry point and of what it is given to start, as far as its file writes them.</summary>
    public ImmutableArray<PlacedText> Command { get; init; } = ImmutableArray<PlacedText>.Empty;

    /// <summary>What <c>healthcheck.test</c> says, word by word; a text alone is one word, for a shell.</summary>
    public ImmutableArray<PlacedText> HealthCheck { get; init; } = ImmutableArray<PlacedText>.Empty;

    /// <summary>The arguments of its build.</summary>
    public ImmutableDictionary<string, EnvironmentValue> BuildArguments { get; init; } = ImmutableDictionary<string, EnvironmentValue>.Empty;

    /// <summary>True when there may be more of the environment: an <c>env_file</c> that did not come.</summary>
    public bool IsEnvironmentOpen { get; init; }

    /// <summary>The names under which other containers find it: its own, <c>container_name</c>, <c>hostname</c>, aliases.</summary>
    public ImmutableArray<string> Names { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What <c>container_name</c> says; null when it is left out or not known.</summary>
    public string? ContainerName { get; init; }

    /// <summary>What <c>hostname</c> says; null when it is left out or not known. Other containers find it by that name since Docker Engine 25.</summary>
    public string? HostName { get; init; }

    /// <summary>Its names on single networks.</summary>
    public ImmutableArray<NetworkAlias> Aliases { get; init; } = ImmutableArray<NetworkAlias>.Empty;

    /// <summary>False when a variable decides one of its names.</summary>
    public bool AreNamesKnown { get; init; } = true;

    /// <summary>The keys of the networks that it is on.</summary>
    public ImmutableArray<string> Networks { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What <c>network_mode</c> says: <c>host</c>, <c>none</c>, <c>service:db</c>; null when it is left out.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>Addresses inside Docker that the file fixes (<c>ipv4_address</c>, <c>ipv6_address</c>).</summary>
    public ImmutableArray<string> StaticAddresses { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Names that it can look up besides the other services (<c>extra_hosts</c>, <c>links</c>), and what they stand for.</summary>
    public ImmutableDictionary<string, string> ExtraHosts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What it is built from; null when it is not built or <see cref="IsBuildUnknown"/>.</summary>
    public ComposeBuild? Build { get; init; }

    /// <summary>True when it is or may be built from something that the file does not tell.</summary>
    public bool IsBuildUnknown { get; init; }

    /// <summary>Environment files that it names, as normalised paths.</summary>
    public ImmutableArray<string> EnvironmentFiles { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The environment's keys that <c>environment</c> itself sets, over every file.</summary>
    public ImmutableHashSet<string> OwnKeys { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>False for a service whose profile a plain <c>docker compose up</c> does not start.</summary>
    public bool IsStarted { get; init; } = true;

    /// <summary>Subnets of its networks when all of them are known, else default.</summary>
    public ImmutableArray<Subnet> KnownSubnets { get; init; }

    /// <summary>Where a <c>ports</c> entry can be added; null for what is no service of a compose file.</summary>
    public Place? Body { get; init; }

    /// <summary>A service is itself, whatever another one says.</summary>
    public bool Equals(DockerService? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Name;
}

/// <summary>What a service is built from. Paths are full, with <c>/</c>.</summary>
/// <param name="Context">The folder that the build sees.</param>
/// <param name="Dockerfile">The Dockerfile's path.</param>
/// <param name="Inline">Its text, when the compose file itself holds it.</param>
/// <param name="Target">The stage that is built; null for the last one.</param>
internal sealed record ComposeBuild(string Context, string Dockerfile, PlacedText? Inline, string? Target = null)
{
    /// <summary>The characters of <see cref="Inline"/>, with a hole for each variable that is not known.</summary>
    public string? InlineDockerfile => Inline?.Text?.Value;
}
