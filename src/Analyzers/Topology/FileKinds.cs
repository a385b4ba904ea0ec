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

    public static bool IsDevContainer(string path) => Paths.FileName(path).TrimStart('.').Equals("devcontainer.json", StringComparison.OrdinalIgnoreCase);

    public static bool IsDaemon(string path) => Paths.FileName(path).Equals("daemon.json", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>.env</c>, <c>.env.dev</c>, <c>db.env</c>.</summary>
    public static bool IsEnvironment(string path)
    {
        var name = Paths.FileName(path);
        return name.Equals(".env", StringComparison.OrdinalIgnoreCase) || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Another file that a topology is made of: Dockerfile, environment files, <c>devcontainer.json</c>, <c>daemon.json</c>.</summary>
    public static bool IsOther(string path) => IsDevContainer(path) || IsDockerfile(path) || IsEnvironment(path) || IsDaemon(path);

    /// <summary><c>Dockerfile</c>, <c>Dockerfile.dev</c>, <c>api.Dockerfile</c>.</summary>
    public static bool IsDockerfile(string path)
    {
        var name = Paths.FileName(path);
        return name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);
    }
}
