namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What a file is, by its name. The package's targets look for the same names.</summary>
internal static class FileKinds
{
    public static bool IsCompose(string path)
    {
        var name = Paths.FileName(path);
        return name.IndexOf("compose", StringComparison.OrdinalIgnoreCase) >= 0
            && (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The override that a plain <c>docker compose up</c> reads, whatever the base is called.</summary>
    public static bool IsOverride(string name) =>
        name.ToLowerInvariant() is "compose.override.yml" or "compose.override.yaml" or "docker-compose.override.yml" or "docker-compose.override.yaml";

    public static bool IsDevContainer(string path) => Paths.FileName(path).TrimStart('.').Equals("devcontainer.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Another file that a topology is made of: Dockerfile, <c>.env</c>, <c>devcontainer.json</c>.</summary>
    public static bool IsOther(string path)
    {
        var name = Paths.FileName(path);
        return IsDevContainer(path)
            || name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase)
            || name.Equals(".env", StringComparison.OrdinalIgnoreCase);
    }
}
