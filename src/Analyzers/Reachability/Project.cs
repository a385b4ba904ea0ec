namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>What a project says of itself.</summary>
/// <param name="Folder">Its folder, normalised; empty when it is not known.</param>
/// <param name="Name">The name of its project file, without the ending.</param>
/// <param name="IsTest">True for a project that a test framework runs.</param>
internal sealed record Project(string Folder, string Name, bool IsTest)
{
    /// <summary>The name of the assembly that it makes; null when it is not known.</summary>
    public string? Assembly { get; init; }
}
