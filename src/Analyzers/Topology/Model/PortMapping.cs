using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>An entry of a service's <c>ports</c>: neighbouring TCP ports of the container, published on neighbouring ports of the host.</summary>
/// <param name="HostAddress">The host's address that they are bound to; null for all of them.</param>
/// <param name="FirstHostPort">The first port on the host; null when it is not known.</param>
/// <param name="FirstContainerPort">The first port inside the container; null when it is not known.</param>
/// <param name="Count">How many ports.</param>
/// <param name="Place">The entry in its file.</param>
internal readonly record struct PortMapping(string? HostAddress, int? FirstHostPort, int? FirstContainerPort, int Count, Place Place)
{
    /// <summary>Why the host's port is not known, where it is not.</summary>
    public HostPortReason Reason { get; init; }

    /// <summary>The variables without a value that decide it, as a message names them; null where none is known by name.</summary>
    public string? Variables { get; init; }

    /// <summary>Its parts as they are written; null where it is no text.</summary>
    public PortText? Written { get; init; }

    /// <summary>True for the same ports of the same place: what is written there follows.</summary>
    public bool Equals(PortMapping other) =>
        (HostAddress, FirstHostPort, FirstContainerPort, Count) == (other.HostAddress, other.FirstHostPort, other.FirstContainerPort, other.Count)
        && (Reason, Variables, Place) == (other.Reason, other.Variables, other.Place);

    public override int GetHashCode() => (HostAddress, FirstHostPort, FirstContainerPort, Count, Reason, Variables, Place).GetHashCode();

    /// <summary>The address under which a program on the host reaches what is published on it.</summary>
    public const string Loopback = "127.0.0.1";

    /// <summary>
    /// The entries of a service without those that Docker gives a random host port while others publish the same port on a known one: of
    /// <c>"3306"</c> and <c>"3309:3306"</c> the second says where the port is. A variable may be any port.
    /// </summary>
    public static ImmutableArray<PortMapping> Settle(ImmutableArray<PortMapping> entries)
    {
        if (entries.All(static entry => entry.Reason != HostPortReason.LeftOut))
        {
            return entries;
        }

        var settled = entries.Where(static entry => entry is { FirstHostPort: not null, FirstContainerPort: not null, Count: 1, IsOnLoopback: true });
        var known = new HashSet<int>(settled.Select(static entry => entry.FirstContainerPort!.Value));
        return entries.RemoveAll(entry => entry is { Reason: HostPortReason.LeftOut, FirstContainerPort: { } port, Count: 1 } && known.Contains(port));
    }

    /// <summary>True when <see cref="Loopback"/> reaches the ports.</summary>
    public bool IsOnLoopback => HostAddress is null or "0.0.0.0" or Loopback;

    /// <summary>True when <c>::1</c> reaches the ports: without an address Docker publishes on IPv4 and IPv6.</summary>
    public bool IsOnIPv6Loopback => HostAddress is null or "::" or "::1" or "0:0:0:0:0:0:0:0" or "0:0:0:0:0:0:0:1";

    /// <summary>The address that reaches the ports, of the machine itself where one of its own does.</summary>
    public string Address => IsOnLoopback ? Loopback : IsOnIPv6Loopback ? "::1" : HostAddress!;

    /// <summary>True when the entry publishes this container port for sure.</summary>
    public bool Publishes(int containerPort) => FirstContainerPort is { } first && containerPort >= first && containerPort < first + Count;

    /// <summary>True when the entry may publish this container port on a host port that is not known.</summary>
    public bool MayPublishSomewhere(int containerPort) => FirstHostPort is null && (FirstContainerPort is null || Publishes(containerPort));
}
