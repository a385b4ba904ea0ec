using System.Globalization;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>The package, packed once for all tests under a version that no cache can hold.</summary>
public sealed class PackedPackage : IDisposable
{
    public const string Id = "DockerConnectionStrings.Analyzers";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _path;

    public PackedPackage() => _path = new Lazy<string>(Pack);

    public string Version { get; } = "0.1.0-e2e." + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The full path of the .nupkg; the first to ask packs it.</summary>
    public string FullPath => _path.Value;

    /// <summary>
    /// MSBuild properties for a project that takes the package from here: an own packages folder, so that nothing stale is used,
    /// over the user's one, so that nothing that is there is downloaded.
    /// </summary>
    public string RestoreProperties => $"""
        <RestoreAdditionalProjectSources>{Path.GetDirectoryName(FullPath)}</RestoreAdditionalProjectSources>
        <RestorePackagesPath>{_folder.PathOf("packages")}</RestorePackagesPath>
        <RestoreFallbackFolders>{TestBuild.GlobalPackages}</RestoreFallbackFolders>
        <NuGetAudit>false</NuGetAudit>
        """;

    public void Dispose()
    {
        Compiler.Stop();
        _folder.Dispose();
    }

    private string Pack()
    {
        var feed = _folder.PathOf("feed");
        // Artifacts of its own: the repository's bin and obj must not be left with this version. Its sources are analyzed by the repository's own build.
        Command.Dotnet(
            Repository.Root, "pack", "src/Package", "-p:Version=" + Version, "-p:RunAnalyzers=false", "-p:NuGetAudit=false", "-o", feed, "--artifacts-path", _folder.PathOf("artifacts")).Expect();
        return Path.Combine(feed, $"{Id}.{Version}.nupkg");
    }
}
