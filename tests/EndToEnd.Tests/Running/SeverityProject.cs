namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>How a project says what is to be reported, and what a build of it then prints.</summary>
internal sealed record SeverityProject(string Case, params string[] Expected)
{
    /// <summary>The property DockerConnectionStringsSeverity.</summary>
    public string Set { get; init; } = "";

    public string Properties { get; init; } = "";

    public string Items { get; init; } = "";

    /// <summary>A line of its .globalconfig.</summary>
    public string? GlobalConfig { get; init; }

    /// <summary>One more file of its folder.</summary>
    public (string Name, string Content)? File { get; init; }
}
