using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Which services are built from a project.</summary>
internal static class ProjectBuilds
{
    /// <summary>Whether a service's build puts the project into its container.</summary>
    /// <returns>Null when a file that decides it did not come.</returns>
    public static bool? Builds(Project project, DockerService service, DockerTopology topology)
    {
        if (service.IsBuildUnknown)
        {
            return null;
        }

        if (service.Build is not { } build || project.Folder.Length == 0 || !Paths.IsIn(project.Folder, build.Context))
        {
            return false;
        }

        if (Paths.AreEqual(Paths.Folder(build.Dockerfile), project.Folder))
        {
            return true;
        }

        if ((build.InlineDockerfile ?? topology.TextOf(build.Dockerfile)) is not { } dockerfile)
        {
            return null;
        }

        var folderInContext = FolderInContext(project, build);
        return Dockerfile.Copies(dockerfile, folderInContext)
            || Dockerfile.Names(dockerfile, project.Name + ".csproj")
            || (folderInContext.Length > 0 && Dockerfile.Names(dockerfile, folderInContext));
    }

    /// <summary>
    /// Whether a service's container starts the project: its folder is the build's context or holds the Dockerfile, or what the Dockerfile
    /// starts or builds names it, by its project file, assembly or folder. What is only copied is not started.
    /// </summary>
    /// <returns>Null when a file that decides it did not come.</returns>
    public static bool? Starts(Project project, DockerService service, DockerTopology topology)
    {
        if (service.IsBuildUnknown)
        {
            return null;
        }

        if (service.Build is not { } build || project.Folder.Length == 0 || !Paths.IsIn(project.Folder, build.Context))
        {
            return false;
        }

        if (Paths.AreEqual(build.Context, project.Folder) || Paths.AreEqual(Paths.Folder(build.Dockerfile), project.Folder))
        {
            return true;
        }

        return (build.InlineDockerfile ?? topology.TextOf(build.Dockerfile)) is { } dockerfile
            ? DockerfileCommands.Read(dockerfile, build.Target).Starts(project.Name, project.Assembly, FolderInContext(project, build))
            : null;
    }

    private static string FolderInContext(Project project, ComposeBuild build) => project.Folder.Length > build.Context.Length ? project.Folder.Substring(build.Context.Length).TrimStart('/') : "";
}
