using System.Security;
using Microsoft.Build.Execution;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A tree of folders and empty files with one project in it, and what the package's search finds for that project.</summary>
internal sealed class DiscoveryTree : IDisposable
{
    /// <summary>The target that MSBuild runs before it compiles.</summary>
    public const string Target = "DockerConnectionStringsDiscoverFiles";

    private readonly TemporaryFolder _folder = new();
    private readonly string _project;

    /// <param name="project">The project's file, relative to the tree, with forward slashes.</param>
    /// <param name="files">The other files, likewise. <c>repo/.git/HEAD</c> makes a repository.</param>
    public DiscoveryTree(string project, params string[] files)
    {
        _project = project;
        foreach (var file in files)
            _folder.Write(file, "");
        WriteProject();
    }

    /// <summary>Writes the project's file with more properties and items in it; NuGet would import the targets in the same place.</summary>
    public DiscoveryTree WriteProject(string properties = "", string items = "", string targetFramework = "<TargetFramework>net10.0</TargetFramework>", string sdk = "Microsoft.NET.Sdk")
    {
        _folder.Write(_project, $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {targetFramework}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="{SecurityElement.Escape(Repository.PathOf("src/Package/build/DockerConnectionStrings.Analyzers.targets"))}" Condition="'$(WithoutPackage)' == ''" />
            </Project>
            """);
        return this;
    }

    /// <summary>Writes a file given relative to the tree, with forward slashes.</summary>
    public void Write(string relativePath, string content) => _folder.Write(relativePath, content);

    /// <summary>A file's full path in this tree.</summary>
    public string PathOf(string relativePath) => _folder.PathOf(relativePath);

    /// <summary>The AdditionalFiles of a build, relative to the tree, in ordinal order.</summary>
    /// <param name="properties">Global properties, as <c>Name=value</c>.</param>
    public string[] Find(params string[] properties) =>
        [.. Items("AdditionalFiles", Target, properties)
            .Select(item => Path.GetRelativePath(_folder.FullPath, item.GetMetadataValue("FullPath")).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The items of one type, with their metadata, after a target or as the project has them.</summary>
    public ICollection<ProjectItemInstance> Items(string type, string? target = null, params string[] properties) =>
        MSBuild.Build(PathOf(_project), target, properties).Project.GetItems(type);

    /// <summary>A property's value.</summary>
    public string Property(string name, params string[] properties) => MSBuild.Build(PathOf(_project), null, properties).Project.GetPropertyValue(name);

    /// <summary>Runs a target; what <c>-v:detailed</c> prints.</summary>
    public string Run(string target) => MSBuild.Build(PathOf(_project), target).Output;

    /// <summary>Runs a command of <c>dotnet</c> on the project, as if it had no package when an argument is <c>-p:WithoutPackage=true</c>.</summary>
    public CommandResult Dotnet(string command, params string[] arguments) =>
        Command.Dotnet(Path.GetDirectoryName(PathOf(_project))!, [command, Path.GetFileName(_project), "-nodeReuse:false", .. arguments]).Expect();

    public void Dispose() => _folder.Dispose();
}
