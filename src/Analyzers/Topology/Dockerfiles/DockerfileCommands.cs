using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>What a Dockerfile starts and what it builds with <c>dotnet</c> (Dockerfile reference; "dotnet publish", "dotnet build", "dotnet run").</summary>
internal sealed class DockerfileCommands
{
    private static readonly string[] s_verbs = ["publish", "build", "run", "watch"];
    private static readonly string[] s_projectEndings = [".csproj", ".fsproj", ".vbproj", ".sln", ".slnx"];
    private static readonly string[] s_programEndings = ["", ".dll", ".exe"];

    /// <summary>The words of the entry point and of its arguments, of the stage that is built.</summary>
    private readonly ImmutableArray<string> _entry;

    /// <summary>The projects that <c>dotnet</c> is told of, as paths; a folder where no project is named.</summary>
    private readonly ImmutableArray<string> _projects;

    private DockerfileCommands(ImmutableArray<string> entry, ImmutableArray<string> projects)
    {
        _entry = entry;
        _projects = projects;
    }

    /// <summary>Reads a Dockerfile.</summary>
    /// <param name="text">The file.</param>
    /// <param name="target">The stage that is built; null for the last one.</param>
    public static DockerfileCommands Read(string text, string? target)
    {
        var stages = new Dictionary<string, Stage>(StringComparer.OrdinalIgnoreCase);
        var projects = ImmutableArray.CreateBuilder<string>();
        var stage = new Stage();
        foreach (var instruction in DockerfileReader.Read(text))
        {
            var words = instruction.Split(' ', '\t', '\r', '"', '\'', '[', ']', ',');
            if (words.Length == 0)
            {
                continue;
            }

            switch (instruction.Keyword)
            {
                case "FROM":
                    var image = words.SkipWhile(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
                    stage = image.Length > 0 && stages.TryGetValue(image[0], out var below) ? below.Copy() : new Stage();
                    if (image.Length > 2 && image[1].Equals("AS", StringComparison.OrdinalIgnoreCase))
                    {
                        stages[image[2]] = stage;
                    }

                    break;
                case "WORKDIR":
                    stage.Folder = Under(stage.Folder, words[0]);
                    break;
                case "ENTRYPOINT":
                    stage.Entry = words.ToImmutableArray();
                    projects.AddRange(ProjectsIn(words, stage.Folder));
                    break;
                case "CMD":
                    stage.Arguments = words.ToImmutableArray();
                    projects.AddRange(ProjectsIn(words, stage.Folder));
                    break;
                case "RUN":
                    projects.AddRange(ProjectsIn(words, stage.Folder));
                    break;
            }
        }

        var built = target is null ? stage : stages.TryGetValue(target, out var named) ? named : new Stage();
        return new DockerfileCommands(built.Entry.AddRange(built.Arguments), projects.ToImmutable());
    }

    /// <summary>True when a project is what is started, or what is built while nothing tells of another one that is started.</summary>
    /// <param name="name">The name of its project file, without the ending.</param>
    /// <param name="assembly">The name of its assembly; null when it is not known.</param>
    /// <param name="folder">Its folder in the build's context; empty for the context itself.</param>
    public bool Starts(string name, string? assembly, string folder)
    {
        var own = new[] { name, assembly, Paths.FileName(folder) }.OfType<string>().Where(static one => one.Length > 0).ToArray();
        if (_entry.Any(word => own.Any(one => IsProgram(word, one))))
        {
            return true;
        }

        // `ENTRYPOINT ["dotnet", "Web.dll"]` in a file that publishes Web and Worker.
        var isOther = _projects.Any(project => !IsNamed(project, name, folder) && _entry.Any(word => IsProgram(word, NameOf(project))));
        return !isOther && _projects.Any(project => IsNamed(project, name, folder));
    }

    private static bool IsNamed(string project, string name, string folder) => IsProject(project)
        ? Paths.FileName(project).Equals(name + ".csproj", StringComparison.OrdinalIgnoreCase)
        : folder.Length > 0 && (EndsWith(project, folder) || Paths.FileName(project).Equals(Paths.FileName(folder), StringComparison.OrdinalIgnoreCase));

    /// <summary><c>Web</c> for <c>src/Web/Web.csproj</c> and for <c>src/Web</c>.</summary>
    private static string NameOf(string project)
    {
        var name = Paths.FileName(project);
        return IsProject(name) ? name.Substring(0, name.LastIndexOf('.')) : name;
    }

    private static bool EndsWith(string path, string folder) =>
        path.EndsWith(folder, StringComparison.OrdinalIgnoreCase) && (path.Length == folder.Length || path[path.Length - folder.Length - 1] == '/');

    private static bool IsProject(string word) => s_projectEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsProgram(string word, string name) => name.Length > 0
        && s_programEndings.Any(ending => Paths.FileName(word).Equals(name + ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>What each <c>dotnet publish</c> and its like of a command names, or the folder that it is called in.</summary>
    private static IEnumerable<string> ProjectsIn(string[] words, string folder)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "cd" && i + 1 < words.Length)
            {
                folder = Under(folder, words[i + 1].TrimEnd(';'));
            }

            if (words[i] != "dotnet" || i + 1 == words.Length || !s_verbs.Contains(words[i + 1]))
            {
                continue;
            }

            var rest = words.Skip(i + 2).SkipWhile(static word => s_verbs.Contains(word))
                .TakeWhile(static word => word is not ("&&" or "||" or "|" or ";")).ToArray();
            var option = Array.FindIndex(rest, static word => word is "--project" or "-p");
            yield return rest.Select(static word => word.TrimEnd(';')).FirstOrDefault(IsProject)
                ?? rest.FirstOrDefault(static word => word.StartsWith("--project=", StringComparison.Ordinal))?.Substring("--project=".Length)
                ?? (option >= 0 && option + 1 < rest.Length ? rest[option + 1] : null)
                ?? (rest.Length > 0 && !rest[0].StartsWith("-", StringComparison.Ordinal) ? Under(folder, rest[0].TrimEnd(';')) : folder);
        }
    }

    private static string Under(string folder, string path) => Paths.Combine(folder, path.Replace('\\', '/'));

    private sealed class Stage
    {
        public string Folder { get; set; } = "";

        public ImmutableArray<string> Entry { get; set; } = ImmutableArray<string>.Empty;

        public ImmutableArray<string> Arguments { get; set; } = ImmutableArray<string>.Empty;

        public Stage Copy() => new() { Folder = Folder, Entry = Entry, Arguments = Arguments };
    }
}
