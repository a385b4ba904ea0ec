namespace DockerConnectionStrings.Analyzers.Files;

/// <summary>Paths as texts: nothing here looks at a disk. Folders carry no separator at their end.</summary>
internal static class Paths
{
    /// <summary>Forward slashes, no <c>.</c> and <c>..</c> parts, no slash at the end.</summary>
    public static string Normalize(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var kept = new List<string>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part == ".." && kept.Count > 0 && kept[kept.Count - 1] is not ("" or ".."))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || i == 0))
            {
                kept.Add(part);
            }
        }

        return string.Join("/", kept);
    }

    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    public static string Folder(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path.Substring(0, slash);

    /// <summary>A path of a file that is written in a file of <paramref name="folder"/>.</summary>
    public static string Combine(string folder, string relative) =>
        Normalize(relative.StartsWith("/", StringComparison.Ordinal) || (relative.Length > 1 && relative[1] == ':') ? relative : folder + "/" + relative);

    /// <summary>True when the path is the folder itself or lies in it.</summary>
    public static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, Comparison) && (path.Length == folder.Length || path[folder.Length] == '/' || folder.Length == 0);

    public static bool AreEqual(string left, string right) => string.Equals(left, right, Comparison);

    /// <summary>The way to a file from another one, as a reader of that one takes it; both as they are given.</summary>
    public static string RelativeToFile(string fromFile, string path) =>
        Folder(Normalize(fromFile)) is { Length: > 0 } folder ? Relative(folder, Normalize(path)) : Normalize(path);

    /// <summary>The way from a folder to a path (<c>../deploy/docker-compose.yml</c>).</summary>
    public static string Relative(string fromFolder, string path)
    {
        var from = fromFolder.Split('/');
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && AreEqual(from[common], to[common]))
        {
            common++;
        }

        return common == 0
            ? path
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    // A path comes from one build, which spells a folder in one way; drive letters and hand-written project paths may differ in case.
    private const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;
}
