using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;
using DockerConnectionStrings.Analyzers.Topology.Model;

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

        var folderInContext = Within(build.Context, project.Folder);
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
            ? DockerfileCommands.Read(dockerfile, build.Target).Starts(project.Name, project.Assembly, Within(build.Context, project.Folder))
            : null;
    }

    /// <summary>
    /// Whether a Dockerfile that no service is built from puts the project into an image: who has only the image in a compose file builds
    /// it by hand. Its context is its own folder, or one further up of which nothing but names tell.
    /// </summary>
    public static bool IsBuiltByHand(Project project, DockerTopology topology)
    {
        if (project.Folder.Length == 0)
        {
            return false;
        }

        var built = topology.Services.Select(static service => service.Build?.Dockerfile).ToArray();
        bool IsBuilt(string path) => built.Any(other => other is not null && Paths.AreEqual(other, path));
        return topology.Dockerfiles.Any(path => Paths.AreEqual(Paths.Folder(path), project.Folder)
            || (!IsBuilt(path) && topology.TextOf(path) is { } text && IsBuiltBy(text, Paths.Folder(path), project)));
    }

    private static bool IsBuiltBy(string dockerfile, string folder, Project project) =>
        Dockerfile.Names(dockerfile, project.Name + ".csproj") || Dockerfile.Names(dockerfile, project.Name + ".dll")
        || (Dockerfile.Names(dockerfile, "dotnet")
            && (Paths.IsIn(project.Folder, folder)
                ? Dockerfile.Copies(dockerfile, Within(folder, project.Folder))
                : NamesFolder(dockerfile, folder, project.Folder)));

    /// <summary>True when a Dockerfile beside the project's folders names the project's from a folder above both; one word alone may be anything.</summary>
    private static bool NamesFolder(string dockerfile, string folder, string projectFolder)
    {
        for (var context = Paths.Folder(folder); context.Length > 0; context = Paths.Folder(context))
        {
            if (Paths.IsIn(projectFolder, context) && Within(context, projectFolder) is var inContext)
            {
                return inContext.IndexOf('/') > 0 ? Dockerfile.Names(dockerfile, inContext)
                    : inContext.Length > 0 && Dockerfile.Names(dockerfile, inContext + "/");
            }
        }

        return false;
    }

    private static string Within(string context, string folder) => folder.Length > context.Length ? folder.Substring(context.Length).TrimStart('/') : "";
}
