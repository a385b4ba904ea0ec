using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>From where the C# texts of a project are seen. The first line that applies answers.</summary>
internal static class Vantages
{
    public static Vantage OfCode(Project project, DockerTopology topology)
    {
        if (project.IsTest)
        {
            return Vantage.Host;
        }

        if (topology.HasDevContainer)
        {
            return Vantage.Both;
        }

        var builds = topology.Files.SelectMany(file => OfBuilds(project, file, topology)).ToArray();
        return builds.Contains(Vantage.Both) ? Vantage.Both : builds.Contains(Vantage.Unknown) ? Vantage.Unknown : Vantage.Host;
    }

    private static IEnumerable<Vantage> OfBuilds(Project project, ComposeFile file, DockerTopology topology)
    {
        if (file.HasAliasedServices)
        {
            yield return Vantage.Unknown;
        }

        foreach (var service in file.Services)
        {
            if (service.IsBuildUnknown)
            {
                yield return Vantage.Unknown;
            }
            else if (service.Build is { } build)
            {
                yield return project.Folder.Length > 0 ? OfBuild(project, build, topology) : Vantage.Unknown;
            }
        }
    }

    /// <summary>Whether one build puts the project into a container.</summary>
    private static Vantage OfBuild(Project project, ComposeBuild build, DockerTopology topology)
    {
        if (!Paths.IsIn(project.Folder, build.Context))
        {
            return Vantage.Host;
        }

        if (Paths.AreEqual(Paths.Folder(build.Dockerfile), project.Folder))
        {
            return Vantage.Both;
        }

        if ((build.InlineDockerfile ?? topology.TextOf(build.Dockerfile)) is not { } dockerfile)
        {
            return Vantage.Unknown;
        }

        var folderInContext = project.Folder.Length > build.Context.Length ? project.Folder.Substring(build.Context.Length).TrimStart('/') : "";
        return Dockerfile.Copies(dockerfile, folderInContext)
            || Dockerfile.Names(dockerfile, project.Name + ".csproj")
            || (folderInContext.Length > 0 && Dockerfile.Names(dockerfile, folderInContext))
                ? Vantage.Both
                : Vantage.Host;
    }
}
