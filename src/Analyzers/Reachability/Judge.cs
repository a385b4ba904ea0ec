using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Why a host of a text does not connect from where the text is seen, or may not.</summary>
internal enum Verdict
{
    /// <summary>Nothing speaks against it.</summary>
    Unknown,

    /// <summary>This machine, by an address or a name: the port may be wrong.</summary>
    Loopback,

    /// <summary>A name for <c>::1</c> or <c>127.0.0.1</c>, as driver and hosts file decide.</summary>
    AmbiguousLoopback,

    /// <summary>An address that Docker gives to a container at its start.</summary>
    ContainerAddress,

    /// <summary>A container's address that a compose file fixes.</summary>
    FixedContainerAddress,

    /// <summary>A name that stands for a container inside Docker only.</summary>
    ServiceName,

    /// <summary>The host's own address in a network of Docker's.</summary>
    Gateway,

    /// <summary>A name that containers have for the host.</summary>
    HostAlias,
}

/// <summary>Decides whether a host can be reached.</summary>
internal static class Judge
{
    /// <summary>Names that Docker Desktop, Docker Engine and Podman give the host inside containers.</summary>
    private static readonly string[] s_hostAliases =
    [
        "host.docker.internal", "gateway.docker.internal", "docker.for.mac.localhost", "docker.for.win.localhost", "docker.for.mac.host.internal", "docker.for.win.host.internal",
        "kubernetes.docker.internal", "host.containers.internal",
    ];

    /// <summary>A filter: false when no host of the text can be said anything about. A name that is no single word is looked up in the files only.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="files">What the files say.</param>
    public static bool MayFail(Endpoint endpoint, Func<DockerTopology> files)
    {
        if (endpoint.HoldsPortInHost)
        {
            return true;
        }

        foreach (var host in endpoint.Hosts)
        {
            var name = host.Name;
            if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IpAddress.TryParse(name, out _) || s_hostAliases.Contains(name, StringComparer.OrdinalIgnoreCase)
                || ((endpoint.Shape != EndpointShape.Pairs || endpoint.Pairs.Length > 1 || ConnectionKeys.IsOfBroker(endpoint.HostPair.Key))
                    && (AddressReader.IsLabel(name) || !files().Named(name).IsEmpty)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decides for one host of a text.</summary>
    /// <param name="host">The host.</param>
    /// <param name="vantage">From where the text is seen; asked for only once the host may fail.</param>
    /// <param name="topology">What is known of Docker.</param>
    /// <param name="options">The options of the file.</param>
    public static Verdict Of(HostName host, Func<Vantage> vantage, DockerTopology topology, DockerOptions options)
    {
        var verdict = options.Ignores(host.Name) ? Verdict.Unknown : Of(host.Name, topology, options);
        return verdict == Verdict.Unknown || !CanFail(verdict, vantage()) ? Verdict.Unknown : verdict;
    }

    /// <summary>True for what is wrong on the host and right in a container.</summary>
    public static bool IsRightInside(Verdict verdict) => verdict is Verdict.ServiceName or Verdict.HostAlias or Verdict.Gateway;

    /// <summary>From both sides only what fails on both is wrong; a loopback is judged as from the host, where alone it can be right.</summary>
    private static bool CanFail(Verdict verdict, Vantage vantage) => vantage.Kind switch
    {
        // Who writes a name that only containers have for the host has a container: something has to show that this is not it.
        VantageKind.Host => verdict != Verdict.HostAlias || vantage.IsEvident,
        VantageKind.Both => verdict is Verdict.ContainerAddress or Verdict.AmbiguousLoopback or Verdict.Loopback,
        VantageKind.Unknown => verdict == Verdict.ContainerAddress,
        _ => false,
    };

    private static Verdict Of(string host, DockerTopology topology, DockerOptions options)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            // Where Docker runs elsewhere, this machine is meant as it is.
            return options.DockerHost is null ? Verdict.AmbiguousLoopback : Verdict.Unknown;
        }

        if (!IpAddress.TryParse(host, out var address))
        {
            return s_hostAliases.Contains(host, StringComparer.OrdinalIgnoreCase) ? Verdict.HostAlias
                : !topology.Named(host).IsEmpty ? Verdict.ServiceName
                : Verdict.Unknown;
        }

        return IPAddress.IsLoopback(address) ? (options.DockerHost is null && topology.HasServices ? Verdict.Loopback : Verdict.Unknown)
            : !topology.At(address).IsEmpty ? Verdict.FixedContainerAddress
            : ContainerAddresses.IsGateway(address, topology) ? Verdict.Gateway
            : ContainerAddresses.IsHandedOut(address, topology) || ContainerAddresses.IsInSubnet(address, topology) ? Verdict.ContainerAddress
            : Verdict.Unknown;
    }
}
