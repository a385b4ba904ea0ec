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

        var folderInContext = project.Folder.Length > build.Context.Length ? project.Folder.Substring(build.Context.Length).TrimStart('/') : "";
        return Dockerfile.Copies(dockerfile, folderInContext)
            || Dockerfile.Names(dockerfile, project.Name + ".csproj")
            || (folderInContext.Length > 0 && Dockerfile.Names(dockerfile, folderInContext));
    }
}
