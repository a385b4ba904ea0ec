using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Where the code that uses a text runs.</summary>
internal enum Vantage
{
    /// <summary>On the machine that runs Docker: <c>dotnet run</c>, the IDE, a test run.</summary>
    Host,

    /// <summary>On the host and in a container.</summary>
    Both,

    /// <summary>Not to be told: a file that decides it did not come.</summary>
    Unknown,
}

/// <summary>What a project says of itself.</summary>
/// <param name="Folder">Its folder, normalised; empty when it is not known.</param>
/// <param name="Name">The name of its project file, without the ending.</param>
/// <param name="IsTest">True for a project that a test framework runs.</param>
internal sealed record Project(string Folder, string Name, bool IsTest);

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

        var vantage = Vantage.Host;
        foreach (var service in topology.Files.SelectMany(static file => file.Services))
        {
            if (service.Build is { } build && project.Folder.Length > 0)
            {
                vantage = (Vantage)Math.Max((int)vantage, (int)OfBuild(project, build, topology));
            }
        }

        return vantage;
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

        var folderInContext = project.Folder.Length > build.Context.Length ? project.Folder.Substring(build.Context.Length + 1) : "";
        return Dockerfile.CopiesWholeContext(dockerfile)
            || Dockerfile.Names(dockerfile, project.Name + ".csproj")
            || (folderInContext.Length > 0 && Dockerfile.Names(dockerfile, folderInContext))
                ? Vantage.Both
                : Vantage.Host;
    }
}
