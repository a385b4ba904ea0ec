namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>Web servers: whatever is no other engine.</summary>
internal static class Http
{
    public static readonly Engine Row = new()
    {
        Name = "HTTP",
        DefaultPort = 80,
        IsAnyProgram = true,
        Schemes = ["http"],
        SecureSchemes = ["https"],
    };
}
