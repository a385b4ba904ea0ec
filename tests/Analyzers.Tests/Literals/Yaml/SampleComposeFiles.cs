namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>Compose files as repositories have them, made up for these tests: what a <c>.env</c> beside them holds is in <c>dot.env</c>.</summary>
internal static class SampleComposeFiles
{
    private static readonly string s_folder = Path.Combine(RepositoryFiles.Root, "tests", "Analyzers.Tests", "Topology", "Compose", "Files");

    /// <summary>The files by their paths, with forward slashes.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(s_folder, "*.y*ml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file, without the decoder's own way with a byte order mark: a reader has to cope with it.</summary>
    public static string Read(string name) => new System.Text.UTF8Encoding().GetString(File.ReadAllBytes(Path.Combine(s_folder, name)));

    /// <summary>What stands in the <c>.env</c> beside a file; null where there is none.</summary>
    public static string? ReadEnvironment(string name) =>
        Path.Combine(s_folder, Path.GetDirectoryName(name)!, "dot.env") is var path && File.Exists(path) ? File.ReadAllText(path) : null;
}
