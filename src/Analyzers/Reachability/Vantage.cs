using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>From where a text is seen.</summary>
/// <param name="Kind">The host, a container, both, or unknown.</param>
/// <param name="Services">The services whose container it is, where that is known.</param>
internal sealed record Vantage(VantageKind Kind, ImmutableArray<DockerService> Services)
{
    public static readonly Vantage Host = new(VantageKind.Host, ImmutableArray<DockerService>.Empty);

    public static readonly Vantage Unknown = new(VantageKind.Unknown, ImmutableArray<DockerService>.Empty);

    /// <summary>True when something shows it, not only that nothing speaks against it.</summary>
    public bool IsEvident { get; init; } = true;

    /// <summary>True when a container port is right on its loopback: the container shares its network with the host, or with a database.</summary>
    public bool SharesNetwork { get; init; }

    public static Vantage Container(params DockerService[] services) => new(VantageKind.Container, services.ToImmutableArray());

    public static Vantage Both(params DockerService[] services) => new(VantageKind.Both, services.ToImmutableArray());
}

/// <summary>Where the code that uses a text runs.</summary>
internal enum VantageKind
{
    /// <summary>On the machine that runs Docker: <c>dotnet run</c>, the IDE, a test run.</summary>
    Host,

    /// <summary>In a container only.</summary>
    Container,

    /// <summary>On the host and in a container.</summary>
    Both,

    /// <summary>Not to be told: a file that decides it did not come.</summary>
    Unknown,
}
