namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Why a host of a text does not connect from inside a container.</summary>
internal enum ContainerFault
{
    /// <summary>It connects, or nothing is known that speaks against it.</summary>
    None,

    /// <summary>The container itself, where nothing listens that the text could mean.</summary>
    Loopback,

    /// <summary>A container's name with the port that Docker publishes for it on the host.</summary>
    HostPort,

    /// <summary>An address that Docker gives to a container at its start.</summary>
    HandedOutAddress,

    /// <summary>A container that is on none of the networks.</summary>
    NoSharedNetwork,

    /// <summary>An address outside of Docker, where all networks are <c>internal</c>.</summary>
    InternalNetwork,

    /// <summary>A name for the host that Docker Engine knows where <c>extra_hosts</c> says so, and only there.</summary>
    HostAlias,

    /// <summary>No name of any container, and nearly one.</summary>
    NearName,
}
