namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>Why a host of a text does not connect from the host, or may not.</summary>
internal enum HostFault
{
    /// <summary>Nothing speaks against it.</summary>
    None,

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
