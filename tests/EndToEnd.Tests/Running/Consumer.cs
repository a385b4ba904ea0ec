namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A repository elsewhere, whose projects take the package from the local feed and nothing from this repository.</summary>
internal sealed class Consumer : IDisposable
{
    /// <param name="package">The package to take.</param>
    /// <param name="properties">More MSBuild properties for its projects.</param>
    public Consumer(PackedPackage package, string properties = "")
    {
        Command.Run(Folder.FullPath, "git", ["init", "--quiet"]).Expect();
        Folder.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {package.RestoreProperties}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{PackedPackage.Id}" VersionOverride="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        // The driver's version is this repository's.
        File.Copy(Repository.PathOf("Directory.Packages.props"), Folder.PathOf("Directory.Packages.props"));
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Copies a sample as it lies in the repository, byte by byte, without what a build makes.</summary>
    /// <param name="name">The sample.</param>
    /// <param name="to">Where it goes.</param>
    public void CopySample(string name, string to)
    {
        var sample = Repository.PathOf("samples/" + name);
        foreach (var path in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sample, path);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            var copy = Folder.PathOf($"{to}/{relative}");
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public CommandResult Build(string project, params string[] arguments) =>
        Command.Dotnet(Folder.FullPath, ["build", project, .. arguments]);

    public CommandResult Format(string project) =>
        Command.Dotnet(Folder.FullPath, "format", "analyzers", project, "--severity", "warn", "--no-restore", "--verbosity", "normal");

    /// <summary>The documented command that repairs settings files.</summary>
    public CommandResult FormatSettings(string project, params string[] arguments) =>
        Command.Dotnet(Folder.FullPath, ["format", "analyzers", project, "--severity", "hidden", "--diagnostics", "DKC990", "--no-restore", .. arguments]);

    public void Dispose() => Folder.Dispose();
}
