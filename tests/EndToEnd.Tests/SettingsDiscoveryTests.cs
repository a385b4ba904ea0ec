using DockerConnectionStrings.EndToEnd.Tests.Running;
using Microsoft.Build.Framework;

namespace DockerConnectionStrings.EndToEnd.Tests;

public sealed class SettingsDiscoveryTests
{
    private const string Repository = "repo/.git/HEAD";

    private const string Web = "Microsoft.NET.Sdk.Web";

    // Web and Worker projects have these files as Content, all others as None.
    [Theory]
    [InlineData("Microsoft.NET.Sdk")]
    [InlineData(Web)]
    [InlineData("Microsoft.NET.Sdk.Worker")]
    public void Settings_of_a_project_come_and_nothing_that_is_only_named_like_them(string sdk)
    {
        string[] expected =
        [
            "appsettings.json", "appsettings.Development.json", "appsettings.a.b.json", "appsettings-local.json", "App.config", "Web.config", "ci.runsettings",
            ".runsettings", "Properties/launchSettings.json", "config/appsettings.json", "config/deeper/appsettings.Test.json", "binaries/appsettings.json", "packages/appsettings.json",
        ];
        string[] others =
        [
            "settings.json", "myappsettings.json", "appsettings.json.bak", "appsettings.jsonc", "appsettings.xml", ".#appsettings.json", ".#ci.runsettings", "App.config.bak",
            "Web.Release.config", "App.Debug.config", "MyApp.config", "packages.config", "ci.runsettings.xml", "launchSettings.json", "package.json",
            "Properties/launchSettings.Development.json", "Properties/serviceDependencies.json", "Views/Web.config", "config/App.config", "config/launchSettings.json",
            "config/ci.runsettings", "config/settings.json", "config/appsettings.json/settings.json",
        ];
        using var tree = new DiscoveryTree("repo/src/App/App.csproj",
            [Repository, .. Under("repo/src/App", [.. expected, .. others.Where(other => !other.StartsWith("config/appsettings", StringComparison.Ordinal))])]);
        tree.WriteProject(sdk: sdk);
        Assert.Equal(Ordered("repo/src/App", expected), tree.Find());
    }

    [Fact]
    public void Settings_of_other_folders_stay_out()
    {
        string[] names = ["appsettings.json", "App.config", "Web.config", "ci.runsettings", "Properties/launchSettings.json"];
        using var tree = new DiscoveryTree("repo/src/App/App.csproj",
            [Repository, .. Under("repo", names), .. Under("repo/src", names), .. Under("repo/src/Other", names), .. Under("repo/docker", names), .. names]);
        Assert.Empty(tree.Find());
    }

    [Fact]
    public void Settings_are_known_in_any_case()
    {
        string[] expected = ["APPSETTINGS.JSON", "AppSettings.Production.Json", "app.Config", "WEB.CONFIG", "CI.RunSettings", "Properties/LaunchSettings.JSON", "sub/AppSettings.JSON"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. Under("repo/App", expected)]);
        Assert.Equal(Ordered("repo/App", expected), tree.Find());
    }

    // The project may list them: they are still what a build makes or a tool keeps.
    [Fact]
    public void Output_and_dot_folders_are_passed_over_even_if_the_project_lists_them()
    {
        string[] folders = ["bin/Debug", "Obj", "node_modules/x", "wwwroot", "sub/wwwroot", "sub/bin", ".config", "sub/.hidden/deeper"];
        using var tree = new DiscoveryTree("repo/.templates/App/App.csproj",
            [Repository, "repo/.templates/App/sub/appsettings.json", "repo/obj/appsettings.json", .. folders.Select(folder => $"repo/.templates/App/{folder}/appsettings.json")]);
        tree.WriteProject(items: """
            <None Include="bin/**;Obj/**;sub/bin/**;.config/**;sub/.hidden/**;../../obj/appsettings.json" />
            <Content Include="wwwroot/**;sub/wwwroot/**;node_modules/**" />
            """);
        Assert.Equal(["repo/.templates/App/sub/appsettings.json"], tree.Find());
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk", "None")]
    [InlineData(Web, "Content")]
    public void Settings_that_the_project_removed_stay_away(string sdk, string type)
    {
        string[] files =
        [
            "appsettings.json", "appsettings.Old.json", "Web.config", "ci.runsettings", "Properties/launchSettings.json", "samples/appsettings.json", "templates/appsettings.json",
        ];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. Under("repo/App", files)]);
        tree.WriteProject("<DefaultItemExcludes>$(DefaultItemExcludes);templates/**</DefaultItemExcludes>",
            $"""
            <{type} Remove="appsettings.Old.json;Web.config;samples/**" />
            <None Remove="ci.runsettings;Properties/launchSettings.json" />
            """,
            sdk: sdk);
        Assert.Equal(["repo/App/appsettings.json"], tree.Find());
    }

    [Fact]
    public void The_metadata_leaves_one_file_out()
    {
        string[] files = ["appsettings.json", "appsettings.Secret.json", "Properties/launchSettings.json", "sub/appsettings.json", "embedded/appsettings.json", "App.config", "compose.yml", "prod.env"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, "repo/compose.yml", .. Under("repo/App", files)]);
        tree.WriteProject(sdk: Web, items: """
            <Content Update="appsettings.Secret.json;sub/*.json" DockerConnectionStrings="false" />
            <Content Update="App.config" DockerConnectionStrings="true" />
            <Content Remove="embedded/**" />
            <EmbeddedResource Include="embedded/appsettings.json" DockerConnectionStrings="False" />
            <None Update="compose.yml;Properties/launchSettings.json" DockerConnectionStrings="false" />
            <None Include="../compose.yml" DockerConnectionStrings="false" />
            """);
        Assert.Equal(["repo/App/App.config", "repo/App/appsettings.json", "repo/App/prod.env"], tree.Find());
    }

    [Theory]
    [InlineData("EnableDefaultItems")]
    [InlineData("EnableDefaultNoneItems")]
    public void Without_default_items_the_projects_folder_counts_and_what_it_lists(string property)
    {
        string[] expected = ["appsettings.json", "App.config", "Properties/launchSettings.json", "content/appsettings.json", "embedded/appsettings.json", "none/appsettings.json"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, "repo/App/other/appsettings.json", .. Under("repo/App", expected)]);
        tree.WriteProject($"<{property}>false</{property}>", """
            <Content Include="content/*.json" />
            <EmbeddedResource Include="embedded/*.json" />
            <None Include="none/*.json" />
            """);
        Assert.Equal(Ordered("repo/App", expected), tree.Find());
    }

    // As Visual Studio wrote them for .NET Framework: no SDK, each file listed.
    [Fact]
    public void A_project_without_an_SDK_gives_the_same_settings()
    {
        string[] expected = ["App.config", "Properties/launchSettings.json", "Web.config", "appsettings.json", "sub/appsettings.json"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, "repo/compose.yml", "repo/App/other/appsettings.json", "repo/App/bin/appsettings.json", .. Under("repo/App", expected)]);
        tree.Write("repo/App/App.csproj", $"""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
              <PropertyGroup>
                <AppDesignerFolder>Properties</AppDesignerFolder>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
              </PropertyGroup>
              <ItemGroup>
                <Content Include="Web.config" />
                <None Include="App.config;sub/appsettings.json" />
              </ItemGroup>
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
              <Import Project="{DockerConnectionStrings.EndToEnd.Tests.Running.Repository.PathOf("src/Package/build/DockerConnectionStrings.Analyzers.targets")}" />
            </Project>
            """);
        Assert.Equal([.. Ordered("repo/App", expected), "repo/compose.yml"], tree.Find());
    }

    [Fact]
    public void Linked_settings_come_from_the_repository_only_and_never_from_a_package()
    {
        string[] files = ["repo/shared/appsettings.json", "repo/shared/appsettings.Test.json", "repo/shared/other.json", "repo/shared/Web.config", "repo/feed/appsettings.json", "outside/appsettings.json"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. files]);
        tree.WriteProject(items: """
            <Content Include="../shared/appsettings.json;../shared/other.json" Link="appsettings.json" CopyToOutputDirectory="PreserveNewest" />
            <None Include="../shared/appsettings.Test.json;../shared/Web.config;../../outside/appsettings.json" />
            <Content Include="../feed/appsettings.json" NuGetPackageId="Some.Package" />
            """);
        Assert.Equal(["repo/shared/appsettings.Test.json", "repo/shared/appsettings.json"], tree.Find());
    }

    // The compiler fails on an additional file that is not there; a None item may be somebody's own, which git ignores.
    [Fact]
    public void Settings_that_the_project_lists_and_nobody_wrote_stay_out()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/App/appsettings.json");
        tree.WriteProject(items: """<None Include="appsettings.Mine.json;../appsettings.Mine.json" />""");
        Assert.Equal(["repo/App/appsettings.json"], tree.Find());
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a #c (x)")]
    public void A_listed_file_is_found_whatever_its_folders_are_called(string folder)
    {
        using var tree = new DiscoveryTree($"repo/{folder}/App.csproj", Repository, $"repo/{folder}/{folder}/appsettings.json", $"repo/{folder}/{folder}/other.json");
        Assert.Equal([$"repo/{folder}/{folder}/appsettings.json"], tree.Find());
    }

    [Fact]
    public void Without_a_repository_settings_come_from_the_projects_folders_only()
    {
        using var tree = new DiscoveryTree("src/App/App.csproj", "src/shared/appsettings.json", "src/App/appsettings.json", "src/App/sub/appsettings.json");
        tree.WriteProject(items: """<Content Include="../shared/appsettings.json" />""");
        Assert.Equal(["src/App/appsettings.json", "src/App/sub/appsettings.json"], tree.Find());
    }

    [Theory]
    [InlineData("<RunSettingsFilePath>$(MSBuildProjectDirectory)/../tests.runsettings</RunSettingsFilePath>", "tests.runsettings")]
    [InlineData("<RunSettingsFilePath>../config/run.xml</RunSettingsFilePath>", "config/run.xml")]
    [InlineData("<RunSettingsFilePath>App.Tests/ci.runsettings</RunSettingsFilePath><VSTestSetting>../tests.runsettings</VSTestSetting>", "tests.runsettings")]
    [InlineData("<RunSettingsFilePath>*Undefined*/tests.runsettings</RunSettingsFilePath>", null)]
    [InlineData("<RunSettingsFilePath>../missing.runsettings</RunSettingsFilePath><VSTestSetting>ci.runsettings</VSTestSetting>", null)]
    public void Run_settings_come_from_where_the_project_names_them(string properties, string? expected)
    {
        using var tree = new DiscoveryTree("repo/App.Tests/App.Tests.csproj", Repository, "repo/tests.runsettings", "repo/config/run.xml", "repo/App.Tests/ci.runsettings");
        tree.WriteProject(properties);
        string[] all = ["repo/App.Tests/ci.runsettings", .. expected is null ? Array.Empty<string>() : ["repo/" + expected]];
        Assert.Equal(all, tree.Find());
    }

    [Fact]
    public void What_the_project_lists_itself_comes_once_and_as_listed_for_each_framework()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "secrets/secrets.json", "repo/App/appsettings.json", "repo/App/sub/appsettings.json");
        tree.WriteProject(sdk: Web, targetFramework: "<TargetFrameworks>net10.0;net9.0</TargetFrameworks>", items: """<AdditionalFiles Include="appsettings.json;../../secrets/secrets.json" Mine="yes" />""");
        foreach (var framework in new[] { "net10.0", "net9.0" })
        {
            var items = tree.Items("AdditionalFiles", DiscoveryTree.Target, "TargetFramework=" + framework);
            Assert.Equal(["../../secrets/secrets.json yes", tree.PathOf("repo/App/sub/appsettings.json") + " ", "appsettings.json yes"], items.Select(item =>
                $"{item.EvaluatedInclude} {item.GetMetadataValue("Mine")}").Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("Content")]
    [InlineData("None")]
    public void The_projects_own_items_stay_as_they_are(string type)
    {
        string[] files = ["appsettings.json", "appsettings.Development.json", "sub/appsettings.json", "Web.config", "ci.runsettings", "Properties/launchSettings.json", "compose.yml"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. Under("repo/App", files)]);
        tree.WriteProject(sdk: Web, items: """<Content Update="appsettings.Development.json" CopyToPublishDirectory="Never" DependentUpon="appsettings.json" />""");
        var before = Items();
        Assert.NotEmpty(before);
        Assert.Equal(before, Items(DiscoveryTree.Target));

        string[] Items(string? target = null) =>
            [.. tree.Items(type, target).Select(item => string.Join(' ', ((ITaskItem)item).MetadataNames.Cast<string>().Order(StringComparer.Ordinal)
                .Select(name => $"{name}={item.GetMetadataValue(name)}").Prepend(item.EvaluatedInclude)))];
    }

    [Fact]
    public void A_web_project_publishes_the_same_with_the_package_and_without()
    {
        string[] files =
        [
            "appsettings.json", "appsettings.Development.json", "appsettings.Secret.json", "sub/appsettings.json", "embedded/appsettings.json", "wwwroot/appsettings.json",
            "ci.runsettings", "Properties/launchSettings.json", "compose.yml", ".env", "Dockerfile",
        ];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [.. Under("repo/App", files)]);
        foreach (var json in files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
            tree.Write("repo/App/" + json, "{}");
        tree.Write("repo/App/Program.cs", "System.Console.WriteLine();");
        tree.Write("repo/App/Web.config", "<configuration />");
        tree.Write("repo/App/Web.Release.config", "<configuration />");
        tree.Write("repo/shared/appsettings.Shared.json", "{}");
        tree.WriteProject("<NuGetAudit>false</NuGetAudit>", sdk: Web, items: """
            <Content Update="appsettings.Secret.json" CopyToPublishDirectory="Never" DockerConnectionStrings="false" />
            <Content Remove="embedded/**" />
            <EmbeddedResource Include="embedded/appsettings.json" />
            <Content Include="../shared/appsettings.Shared.json" Link="config/appsettings.Shared.json" CopyToOutputDirectory="PreserveNewest" />
            """);
        tree.Dotnet("publish", "-p:WithoutPackage=true", "-o", tree.PathOf("without"));
        Directory.Move(tree.PathOf("repo/App/bin"), tree.PathOf("built-without"));
        tree.Dotnet("publish", "--no-restore", "-o", tree.PathOf("with"));

        var without = Contents(tree.PathOf("without"));
        Assert.Contains(without, file => file.StartsWith("config/appsettings.Shared.json ", StringComparison.Ordinal));
        Assert.DoesNotContain(without, file => file.StartsWith("appsettings.Secret.json ", StringComparison.Ordinal));
        Assert.Equal(without, Contents(tree.PathOf("with")));
        Assert.Equal(Contents(tree.PathOf("built-without")), Contents(tree.PathOf("repo/App/bin")));
    }

    [Fact]
    public void An_incremental_build_notices_settings_that_were_changed_added_or_deleted()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/App/appsettings.json", "repo/App/sub/appsettings.json");
        tree.Write("repo/App/Class.cs", "class C;");
        // An empty .git/HEAD is enough for the search; source link would ask for more.
        tree.WriteProject("<EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries><NuGetAudit>false</NuGetAudit>");
        tree.Run("Restore");
        Assert.True(Compiles());
        Assert.False(Compiles());

        tree.Write("repo/App/sub/appsettings.json", "{}");
        Assert.True(Compiles());

        // As a branch switch or an unpacked archive leaves it: older than the output.
        tree.Write("repo/App/sub/appsettings.Test.json", "{}");
        File.SetLastWriteTimeUtc(tree.PathOf("repo/App/sub/appsettings.Test.json"), DateTime.UtcNow.AddDays(-1));
        Assert.True(Compiles());

        File.Delete(tree.PathOf("repo/App/appsettings.json"));
        Assert.True(Compiles());

        bool Compiles() => !tree.Run("Build").Contains("Skipping target \"CoreCompile\"", StringComparison.Ordinal);
    }

    private static string[] Contents(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(folder, file).Replace('\\', '/')} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Ordered(string folder, string[] names) => Under(folder, names).Order(StringComparer.Ordinal);

    private static string[] Under(string folder, string[] names) => [.. names.Select(name => $"{folder}/{name}")];
}
