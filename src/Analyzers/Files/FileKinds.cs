namespace DockerConnectionStrings.Analyzers.Files;

/// <summary>What a file is, by its name. The package's targets look for the same names.</summary>
internal static class FileKinds
{
    private const string ComposeWord = "compose";

    /// <summary>True for a compose file: by its own name, or by its folder's, where its content has to say so as well.</summary>
    public static bool IsCompose(string path) => IsNamedCompose(path)
        || (IsYaml(path) && Paths.FileName(Paths.Folder(path.Replace('\\', '/'))).IndexOf(ComposeWord, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary><c>docker-compose.dev.yml</c>, whatever it holds.</summary>
    public static bool IsNamedCompose(string path) => IsYaml(path) && Paths.FileName(path).IndexOf(ComposeWord, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsYaml(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    public static bool IsDevContainer(string path) => Paths.FileName(path).TrimStart('.').Equals("devcontainer.json", StringComparison.OrdinalIgnoreCase);

    public static bool IsDaemon(string path) => Paths.FileName(path).Equals("daemon.json", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>.env</c>, <c>.env.dev</c>, <c>db.env</c>.</summary>
    public static bool IsEnvironment(string path)
    {
        var name = Paths.FileName(path);
        return name.Equals(".env", StringComparison.OrdinalIgnoreCase) || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".env", StringComparison.OrdinalIgnoreCase);
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
