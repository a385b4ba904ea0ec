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

    public CommandResult Build(string project, params string[] arguments) =>
        Command.Dotnet(Folder.FullPath, ["build", project, "--disable-build-servers", .. arguments]);

    public CommandResult Format(string project) =>
        Command.Dotnet(Folder.FullPath, "format", "analyzers", project, "--severity", "warn", "--no-restore", "--verbosity", "normal");

    public void Dispose() => Folder.Dispose();
}
