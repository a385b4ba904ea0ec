namespace DockerConnectionStrings.Analyzers.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Real compose files and labelled texts, which lie beside the repository where it is developed.</summary>
    public static string Real { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "real"));

    /// <summary>Skips the test, with the reason, where the real cases are not at hand.</summary>
    public static void NeedReal() => Assert.SkipUnless(Directory.Exists(Real), "the real cases (../shared/real) are not at hand on this machine");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
