namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>Why the host port of an entry is not known.</summary>
internal enum HostPortReason
{
    /// <summary>It is known, or the entry cannot be read.</summary>
    None,

    /// <summary>None is written, or 0: Docker takes a random one.</summary>
    LeftOut,

    /// <summary>A variable decides, of which no value is known.</summary>
    Variable,

    /// <summary>Docker takes a free one of a range.</summary>
    Range,

    /// <summary>The code that starts the container chooses it, or lets Docker choose.</summary>
    AtRunTime,
}
