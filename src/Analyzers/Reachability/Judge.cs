using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Why a host of a text does not connect from where the text is seen, or may not.</summary>
internal enum Verdict
{
    /// <summary>Nothing speaks against it.</summary>
    Unknown,

    /// <summary>A name for <c>::1</c> or <c>127.0.0.1</c>, as driver and hosts file decide.</summary>
    AmbiguousLoopback,

    /// <summary>An address that Docker gives to a container at its start.</summary>
    ContainerAddress,

    /// <summary>A container's address that a compose file fixes.</summary>
    FixedContainerAddress,
}

/// <summary>Decides whether a host can be reached.</summary>
internal static class Judge
{
    /// <summary>A filter that needs neither vantage nor topology: false when no verdict but <see cref="Verdict.Unknown"/> can follow.</summary>
    public static bool MayFail(HostName host) => IsLocalhost(host) || (host.Name.Length > 1 && IpAddress.TryParse(host.Name, out _));

    /// <summary>Decides for one host of a text.</summary>
    public static Verdict Of(HostName host, Vantage vantage, DockerTopology topology)
    {
        if (vantage != Vantage.Host)
        {
            return Verdict.Unknown;
        }

        if (IsLocalhost(host))
        {
            return Verdict.AmbiguousLoopback;
        }

        return ContainerAddresses.IsFixed(host.Name, topology) ? Verdict.FixedContainerAddress
            : ContainerAddresses.IsHandedOut(host.Name) || ContainerAddresses.IsInSubnet(host.Name, topology) ? Verdict.ContainerAddress
            : Verdict.Unknown;
    }

    private static bool IsLocalhost(HostName host) => host.Name.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
