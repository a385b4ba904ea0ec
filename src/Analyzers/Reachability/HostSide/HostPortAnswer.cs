using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>What the topology says of a text's port.</summary>
/// <param name="IsPortRight">True when some service publishes the port that the text means already: it is kept.</param>
/// <param name="Destinations">The services that may be meant: one certain one, or some possible ones. With a right port, the one that publishes it.</param>
/// <param name="Rejected">When no service may be meant: one of the engine that holds another database.</param>
internal sealed record HostPortAnswer(bool IsPortRight, ImmutableArray<HostDestination> Destinations, DockerService? Rejected)
{
    /// <summary>True when nobody is known to publish the text's port, and a service that is or may be meant publishes another one.</summary>
    public bool IsPublishedElsewhere { get; init; }

    /// <summary>True for <c>host ?? "localhost"</c> beside a port that does not stand behind <c>??</c> as well: with another host it is that one's.</summary>
    public bool IsPortOfOtherHosts { get; init; }

    /// <summary>True when in that case no service is certain: to keep the port may be as wrong as to take the other, so neither is done unasked.</summary>
    public bool IsUndecided => IsPublishedElsewhere && Certain is null;

    /// <summary>Nothing is known: the port stays.</summary>
    public static readonly HostPortAnswer None = new(false, ImmutableArray<HostDestination>.Empty, null);

    /// <summary>The text's port is one of the host's already.</summary>
    public static readonly HostPortAnswer Kept = new(true, ImmutableArray<HostDestination>.Empty, null);

    /// <summary>The one service that is certainly meant; null when there is none.</summary>
    public HostDestination? Certain => Destinations is [{ Match: ServiceMatch.Certain } only] ? only : null;
}
