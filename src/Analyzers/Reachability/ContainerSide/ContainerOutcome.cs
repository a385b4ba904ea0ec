namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Whether something connects.</summary>
internal enum ContainerOutcome
{
    /// <summary>Something that decides it is not known.</summary>
    Unknown,

    Connects,

    Fails,
}
