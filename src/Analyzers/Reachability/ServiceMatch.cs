namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Whether a text means a service.</summary>
internal enum ServiceMatch
{
    /// <summary>Another server is meant: its port must not be taken.</summary>
    No,

    /// <summary>Nothing speaks against it.</summary>
    Possible,

    /// <summary>Proved: its port may be written without asking.</summary>
    Certain,
}
