using System.Security;
using System.Text.Json;

namespace DockerConnectionStrings.EndToEnd.Tests.Running;

/// <summary>A tree of folders and empty files with one project in it, and what the package's search finds for that project.</summary>
internal sealed class DiscoveryTree : IDisposable
{
    /// <summary>The target that MSBuild runs before it compiles.</summary>
    private const string Target = "DockerConnectionStringsDiscoverFiles";

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
    public DiscoveryTree WriteProject(string properties = "", string items = "", string targetFramework = "<TargetFramework>net10.0</TargetFramework>")
    {
        _folder.Write(_project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {targetFramework}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="{SecurityElement.Escape(Repository.PathOf("src/Package/build/DockerConnectionStrings.Analyzers.targets"))}" />
            </Project>
            """);
        return this;
    }

    /// <summary>A file's full path in this tree.</summary>
    public string PathOf(string relativePath) => _folder.PathOf(relativePath);

    /// <summary>The AdditionalFiles of a build, relative to the tree, in ordinal order.</summary>
    public string[] Find(params string[] arguments) =>
        [.. Items("AdditionalFiles", ["-t:" + Target, .. arguments])
            .Select(item => Path.GetRelativePath(_folder.FullPath, item.GetProperty("FullPath").GetString()!).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The items of one type, with their metadata.</summary>
    public JsonElement[] Items(string type, params string[] arguments)
    {
        using var answer = JsonDocument.Parse(Query(["-getItem:" + type, .. arguments]).Output);
        return [.. answer.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray().Select(item => item.Clone())];
    }

    /// <summary>A property's value.</summary>
    public string Property(string name, params string[] arguments) => Query(["-getProperty:" + name, .. arguments]).Output.Trim();

    public void Dispose() => _folder.Dispose();

    private CommandResult Query(string[] arguments) =>
        Command.Dotnet(Path.GetDirectoryName(PathOf(_project))!, ["msbuild", Path.GetFileName(_project), "-nodeReuse:false", .. arguments]).Expect();
}
