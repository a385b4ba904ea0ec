using DockerConnectionStrings.EndToEnd.Tests.Running;

namespace DockerConnectionStrings.EndToEnd.Tests;

public sealed class DiscoveryTests
{
    private const string Repository = "repo/.git/HEAD";

    [Fact]
    public void Files_come_from_the_projects_folder_its_ancestors_and_the_children_of_each()
    {
        string[] expected =
        [
            "repo/compose.yaml",
            "repo/deploy/compose.yml",
            "repo/src/App/compose.yml",
            "repo/src/App/db/compose.yml",
            "repo/src/Other/compose.yml",
            "repo/src/compose.yml",
        ];
        using var tree = new DiscoveryTree("repo/src/App/App.csproj", [Repository, .. expected, "repo/deploy/deeper/compose.yml", "repo/src/App/db/deeper/compose.yml"]);
        Assert.Equal(expected, tree.Find());
    }

    [Fact]
    public void Compose_files_Dockerfiles_and_env_files_of_any_name_come_and_nothing_else()
    {
        string[] names =
        [
            ".env", ".env.local", "prod.env", "Dockerfile", "Dockerfile.dev", "web.Dockerfile", "compose.yml", "compose.override.yaml",
            "docker-compose.yml", "docker-compose.prod.yml", "my-compose-file.yaml",
        ];
        string[] others =
        [
            ".#compose.yml", ".#.env", ".environment", "env", "Dockerfiles", "MyDockerfile", "Dockerfile-dev", "compose.json", "compose.yml.bak", "compose.yaaml", "composer.lock",
            "docker.yml", "devcontainer.json", ".dockerignore", "compose.yml.cs",
        ];
        using var tree = new DiscoveryTree("repo/App/App.csproj",
            [Repository, .. Under("repo", [.. names, .. others]), .. Under("repo/App", [.. names, .. others]), .. Under("repo/child", [.. names, .. others])]);
        string[] expected = [.. Under("repo", names), .. Under("repo/App", names), .. Under("repo/child", names)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), tree.Find());
    }

    // Whether it is one, the analyzers tell by what it holds.
    [Fact]
    public void Any_yaml_file_comes_from_a_child_folder_that_is_called_after_compose()
    {
        string[] expected = ["repo/App/Compose/redis.YAML", "repo/compose/db.yaml", "repo/docker-compose/mysql.yml"];
        using var tree = new DiscoveryTree("repo/App/App.csproj",
            [Repository, .. expected, "repo/compose/.#db.yaml", "repo/compose/readme.md", "repo/compose/deeper/db.yml", "repo/deploy/db.yml", "repo/.compose/db.yml", "repo/db.yml"]);
        Assert.Equal(expected, tree.Find());
    }

    [Fact]
    public void Names_are_known_in_any_case()
    {
        string[] names = ["DOCKER-COMPOSE.YML", "Docker-Compose.Yaml", "dockerfile.Dev", "DOCKERFILE", "Web.DOCKERFILE", ".Env", ".ENV.Local", "Prod.Env"];
        string[] expected = [.. Under("repo", names), .. Under("repo/App", names), .. Under("repo/child", names)];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. expected]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), tree.Find());
    }

    [Theory]
    [InlineData("bin")]
    [InlineData("Obj")]
    [InlineData("node_modules")]
    [InlineData("wwwroot")]
    [InlineData("packages")]
    [InlineData("testresults")]
    [InlineData(".github")]
    [InlineData(".vs")]
    public void Output_and_dot_folders_are_passed_over(string folder)
    {
        string[] files = ["compose.yml", "Dockerfile", ".env", "devcontainer.json"];
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. Under("repo/" + folder, files), .. Under("repo/App/" + folder, files)]);
        Assert.Empty(tree.Find());
    }

    [Fact]
    public void Folders_that_are_only_named_like_output_folders_are_searched()
    {
        string[] expected = Under("repo", ["binaries/compose.yml", "object/compose.yml", "my.packages/compose.yml"]);
        using var tree = new DiscoveryTree("repo/App/App.csproj", [Repository, .. expected]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), tree.Find());
    }

    // `packages/api` is how many a monorepo is laid out: a folder that holds the project is nobody's output.
    [Fact]
    public void A_skipped_name_does_not_hide_the_folders_that_the_project_lies_in()
    {
        string[] expected = ["repo/packages/api/compose.yml", "repo/packages/compose.yml", "repo/packages/db/compose.yml"];
        using var tree = new DiscoveryTree("repo/packages/api/Api.csproj", [Repository, .. expected]);
        Assert.Equal(expected, tree.Find());
    }

    [Fact]
    public void A_dev_container_gives_its_description_and_its_compose_files_only()
    {
        string[] expected =
        [
            "repo/.devcontainer/devcontainer.json",
            "repo/.devcontainer/docker-compose.yml",
            "repo/.devcontainer/python/devcontainer.json",
            "repo/App/.devcontainer.json",
            "repo/App/.devcontainer/Compose.yaml",
            "repo/App/.devcontainer/devcontainer.json",
            "repo/App/.devcontainer/python/devcontainer.json",
        ];
        using var tree = new DiscoveryTree("repo/App/App.csproj",
            [Repository, .. expected, .. Under("repo/.devcontainer", ["Dockerfile", ".env", "deeper/deeper/devcontainer.json", "deeper/compose.yml"]), "repo/child/devcontainer.json"]);
        Assert.Equal(expected, tree.Find());
    }

    [Fact]
    public void Nothing_outside_the_repository_comes()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "compose.yml", "sibling/compose.yml", "Dockerfile", "repo/compose.yml");
        Assert.Equal(["repo/compose.yml"], tree.Find());
    }

    [Fact]
    public void The_nearest_of_two_nested_repositories_is_the_repository()
    {
        using var tree = new DiscoveryTree("repo/inner/App/App.csproj", Repository, "repo/compose.yml", "repo/inner/.git/HEAD", "repo/inner/compose.yml");
        Assert.Equal(["repo/inner/compose.yml"], tree.Find());
    }

    [Fact]
    public void A_worktree_or_submodule_whose_git_is_a_file_is_a_repository()
    {
        using var tree = new DiscoveryTree("repo/inner/App/App.csproj", Repository, "repo/compose.yml", "repo/inner/.git", "repo/inner/compose.yml", "repo/inner/db/compose.yml");
        Assert.Equal(["repo/inner/compose.yml", "repo/inner/db/compose.yml"], tree.Find());
    }

    [Fact]
    public void A_repository_inside_a_worktree_is_the_nearer_one()
    {
        using var tree = new DiscoveryTree("tree/inner/App/App.csproj", "tree/.git", "tree/compose.yml", "tree/inner/.git/HEAD", "tree/inner/compose.yml");
        Assert.Equal(["tree/inner/compose.yml"], tree.Find());
    }

    [Fact]
    public void A_git_folder_without_a_head_is_no_repository()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", "repo/.git/config", "repo/compose.yml", "repo/App/compose.yml");
        Assert.Equal(["repo/App/compose.yml"], tree.Find());
    }

    // A Docker build has no .git.
    [Fact]
    public void Without_a_repository_only_the_projects_folder_counts()
    {
        using var tree = new DiscoveryTree("src/App/App.csproj", "compose.yml", "src/compose.yml", "src/App/compose.yml", "src/App/Dockerfile", "src/App/db/compose.yml", "src/App/.devcontainer/devcontainer.json");
        Assert.Equal(["src/App/Dockerfile", "src/App/compose.yml"], tree.Find());
    }

    [Fact]
    public void Without_a_repository_the_folder_of_the_solution_is_the_root()
    {
        using var tree = new DiscoveryTree("all/src/App/App.csproj", "compose.yml", "all/compose.yml", "all/db/compose.yml", "all/src/compose.yml", "all/deploy/mysql/compose.yml");
        Assert.Equal(["all/compose.yml", "all/db/compose.yml", "all/src/compose.yml"], tree.Find($"SolutionDir={tree.PathOf("all")}/"));
        Assert.Equal(["all/src/compose.yml"], tree.Find($"SolutionDir={tree.PathOf("all/src")}/"));
    }

    [Fact]
    public void Without_a_repository_the_folder_of_the_nearest_directory_build_props_is_the_root()
    {
        using var tree = new DiscoveryTree("all/src/App/App.csproj", "compose.yml", "all/compose.yml", "all/db/compose.yml", "all/src/compose.yml");
        tree.Write("all/Directory.Build.props", "<Project />");
        Assert.Equal(["all/compose.yml", "all/db/compose.yml", "all/src/compose.yml"], tree.Find("SolutionDir=*Undefined*"));
    }

    [Fact]
    public void Neither_a_solution_elsewhere_nor_the_temporary_folder_is_a_root()
    {
        using var tree = new DiscoveryTree("all/App/App.csproj", "all/compose.yml", "all/App/Dockerfile", "other/compose.yml");
        Assert.Equal(["all/App/Dockerfile"], tree.Find($"SolutionDir={tree.PathOf("other")}/"));
        Assert.Equal(["all/App/Dockerfile"], tree.Find($"SolutionDir={Path.GetTempPath()}"));
    }

    [Fact]
    public void A_repository_counts_more_than_a_solution()
    {
        using var tree = new DiscoveryTree("all/repo/App/App.csproj", "all/compose.yml", "all/repo/.git/HEAD", "all/repo/compose.yml");
        Assert.Equal(["all/repo/compose.yml"], tree.Find($"SolutionDir={tree.PathOf("all")}/"));
    }

    [Fact]
    public void A_project_in_the_root_folder_is_searched_like_any_other()
    {
        using var tree = new DiscoveryTree("repo/App.csproj", Repository, "compose.yml", "repo/compose.yml", "repo/db/compose.yml", "sibling/compose.yml");
        Assert.Equal(["repo/compose.yml", "repo/db/compose.yml"], tree.Find());
    }

    [Fact]
    public void The_property_switches_the_search_off()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/compose.yml", "repo/App/compose.yml", "repo/App/appsettings.json");
        tree.WriteProject("<DockerConnectionStringsDiscovery>false</DockerConnectionStringsDiscovery>", """<AdditionalFiles Include="../compose.yml" />""");
        Assert.Equal(["repo/compose.yml"], tree.Find());
    }

    [Fact]
    public void A_file_that_the_project_removed_from_None_stays_away()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/compose.yml", "repo/App/compose.yml", "repo/App/Dockerfile", "repo/App/db/compose.yml", "repo/App/.env");
        tree.WriteProject(items: """<None Remove="compose.yml;db/**" />""");
        Assert.Equal(["repo/App/.env", "repo/App/Dockerfile", "repo/compose.yml"], tree.Find());
    }

    [Fact]
    public void A_file_that_the_project_moved_from_None_to_Content_comes()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/App/compose.yml", "repo/App/prod.env");
        tree.WriteProject(items: """
            <None Remove="compose.yml;prod.env" />
            <Content Include="compose.yml" />
            <EmbeddedResource Include="prod.env" />
            """);
        Assert.Equal(["repo/App/compose.yml", "repo/App/prod.env"], tree.Find());
    }

    [Theory]
    [InlineData("EnableDefaultItems")]
    [InlineData("EnableDefaultNoneItems")]
    public void A_project_without_default_items_has_removed_nothing(string property)
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/App/compose.yml", "repo/App/db/Dockerfile");
        tree.WriteProject($"<{property}>false</{property}>");
        Assert.Equal(["repo/App/compose.yml", "repo/App/db/Dockerfile"], tree.Find());
    }

    [Fact]
    public void A_file_that_the_project_already_lists_comes_once_and_as_listed()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/compose.yml", "repo/App/Dockerfile", "repo/App/prod.env");
        tree.WriteProject(items: """<AdditionalFiles Include="../compose.yml;Dockerfile" Mine="yes" />""");
        var items = tree.Items("AdditionalFiles", DiscoveryTree.Target);
        Assert.Equal(["../compose.yml yes", "Dockerfile yes", "prod.env "], items.Select(item =>
            $"{(item.HasMetadata("Mine") ? item.EvaluatedInclude : Path.GetFileName(item.EvaluatedInclude))} {item.GetMetadataValue("Mine")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_found_is_hidden_in_the_IDEs_tree_and_known_to_its_up_to_date_check()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/compose.yml");
        Assert.Equal("false", Assert.Single(tree.Items("AdditionalFiles", DiscoveryTree.Target)).GetMetadataValue("Visible"));
        Assert.Equal(tree.PathOf("repo/compose.yml"), Assert.Single(tree.Items("UpToDateCheckInput", DiscoveryTree.Target)).EvaluatedInclude);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("50%")]
    [InlineData("a;b")]
    [InlineData("a(1)")]
    [InlineData("it's")]
    [InlineData("a,b")]
    [InlineData("a|b")]
    [InlineData("a@b$c")]
    [InlineData("$(Configuration)")]
    [InlineData("@(Compile)")]
    [InlineData("%(Identity)")]
    [InlineData("a&b#c+[d]{e}")]
    [InlineData("Größe 日本")]
    public void A_folder_may_have_any_name(string name)
    {
        string[] expected =
        [
            $"re {name}/shared {name}/appsettings.{name}.json",
            $"re {name}/src {name}/App {name}/appsettings.{name}.json",
            $"re {name}/src {name}/App {name}/compose {name}.yml",
            $"re {name}/src {name}/App {name}/settings {name}/appsettings.json",
            $"re {name}/src {name}/App {name}/{name}.runsettings",
            $"re {name}/src {name}/compose.yml",
            $"re {name}/src {name}/db {name}/compose.yml",
            $"re {name}/{name}.env",
        ];
        using var tree = new DiscoveryTree($"re {name}/src {name}/App {name}/App.csproj", [$"re {name}/.git/HEAD", "compose.yml", "child/compose.yml", .. expected]);
        tree.WriteProject(items: """<None Include="../../shared*/*.json" />""");
        Assert.Equal(expected.Order(StringComparer.Ordinal), tree.Find());
    }

    // What `dotnet build` and an IDE's design-time build run: nobody calls the target by its name.
    [Fact]
    public void The_files_are_there_when_the_generated_editorconfig_is_written()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj", Repository, "repo/compose.yml", "repo/App/appsettings.json");
        Assert.Equal(2, tree.Items("AdditionalFiles", "GenerateMSBuildEditorConfigFile", "DesignTimeBuild=true").Count);
    }

    [Fact]
    public void The_analyzers_are_shown_the_properties_they_ask_for()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj");
        var visible = tree.Items("CompilerVisibleProperty").Select(item => item.EvaluatedInclude);
        Assert.Superset(
            new HashSet<string> { "DockerConnectionStringsProjectFile", "IsTestProject", "IsAspireHost", "DockerConnectionStringsReportFiles" },
            visible.ToHashSet());
    }

    [Theory]
    [InlineData("net10.0;net9.0", "net10.0", "")]
    [InlineData("net10.0;net9.0", "net9.0", "false")]
    [InlineData("\n  net10.0;\n  net9.0;\n", "net10.0", "")]
    [InlineData("\n  net10.0;\n  net9.0;\n", "net9.0", "false")]
    [InlineData(" ; net10.0 ; net9.0", "NET10.0", "")]
    [InlineData("net10.0", "net10.0", "")]
    public void The_first_of_several_target_frameworks_alone_reports_files(string frameworks, string framework, string expected)
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj");
        tree.WriteProject(targetFramework: $"<TargetFrameworks>{frameworks}</TargetFrameworks>");
        Assert.Equal(expected, tree.Property("DockerConnectionStringsReportFiles", "TargetFramework=" + framework));
    }

    [Theory]
    [InlineData("DockerConnectionStringsReportFiles")]
    [InlineData("DockerConnectionStringsReportDockerFiles")]
    public void What_the_user_says_about_reporting_files_stands_by_either_name(string name)
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj");
        tree.WriteProject($"<{name}>true</{name}>", targetFramework: "<TargetFrameworks>net10.0;net9.0</TargetFrameworks>");
        Assert.Equal("true", tree.Property("DockerConnectionStringsReportFiles", "TargetFramework=net9.0"));
    }

    [Fact]
    public void A_project_for_one_framework_reports_files()
    {
        using var tree = new DiscoveryTree("repo/App/App.csproj");
        Assert.Equal("", tree.Property("DockerConnectionStringsReportFiles"));
    }

    private static string[] Under(string folder, string[] names) => [.. names.Select(name => $"{folder}/{name}")];
}
