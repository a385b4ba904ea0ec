namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>A network of a compose project (Compose specification, "Networks").</summary>
/// <param name="Key">What the services call it.</param>
/// <param name="Name">What Docker calls it, where the file says so; null where Docker takes key and project, or where it is not known.</param>
internal sealed record DockerNetwork(string Key, string? Name)
{
    /// <summary>The network of every service that names none.</summary>
    public const string Default = "default";

    /// <summary>True when it is made elsewhere: containers of other projects may be on it.</summary>
    public bool IsExternal { get; init; }

    /// <summary>True when nothing of it reaches what is outside of Docker.</summary>
    public bool IsInternal { get; init; }

    /// <summary>False when a driver of another kind, an option of a driver or something that is not known may decide who reaches whom on it.</summary>
    public bool IsPlain { get; init; } = true;
}
