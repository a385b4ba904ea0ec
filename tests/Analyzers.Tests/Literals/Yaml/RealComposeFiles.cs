namespace DockerConnectionStrings.Analyzers.Tests.Literals.Yaml;

/// <summary>Compose files of public repositories, which lie beside this repository where it is developed and nowhere else.</summary>
internal static class RealComposeFiles
{
    private const string None = "(there are none here)";

    private static readonly string? Folder = Find();

    /// <summary>The files by their paths; one name to skip when there are none, as a theory needs a case.</summary>
    public static IReadOnlyList<string> Names { get; } = Folder is null
        ? [None]
        : [.. Directory.EnumerateFiles(Folder, "*.y*ml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file. Skips the test that asks when there are no files.</summary>
    public static string Read(string name)
    {
        Assert.SkipWhen(Folder is null, "The folder ../shared/real/compose is not there.");

        // Without the decoder's own way with a byte order mark: a reader has to cope with it.
        return new System.Text.UTF8Encoding().GetString(File.ReadAllBytes(Path.Combine(Folder!, name)));
    }

    private static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Analyzers.sln")))
        {
            root = root.Parent;
        }

        var folder = root is null ? null : Path.Combine(root.FullName, "..", "shared", "real", "compose");
        return Directory.Exists(folder) ? folder : null;
    }
}
