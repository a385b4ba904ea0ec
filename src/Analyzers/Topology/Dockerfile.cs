namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What a Dockerfile takes from its build context (Dockerfile reference).</summary>
internal static class Dockerfile
{
    /// <summary>True when a <c>COPY</c> or <c>ADD</c>, but not out of another stage, takes a folder with all that is in it.</summary>
    /// <param name="text">The Dockerfile.</param>
    /// <param name="folder">The folder, from the build context; empty for the context itself.</param>
    public static bool Copies(string text, string folder)
    {
        foreach (var line in text.Replace("\\\r\n", " ").Replace("\\\n", " ").Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r', '"', '[', ']', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 3 || !(words[0].Equals("COPY", StringComparison.OrdinalIgnoreCase) || words[0].Equals("ADD", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var flags = words.Skip(1).TakeWhile(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
            var sources = words.Skip(1 + flags.Length).Take(words.Length - flags.Length - 2);
            if (!flags.Any(static flag => flag.StartsWith("--from", StringComparison.OrdinalIgnoreCase)) && sources.Any(source => Holds(source, folder)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(string source, string folder)
    {
        var path = Paths.Normalize(source.TrimEnd('*')).TrimStart('/');
        return path.Length == 0 || Paths.IsIn(folder, path);
    }

    /// <summary>True when the text names a file or folder of the context, not only as a part of a longer name.</summary>
    public static bool Names(string text, string path)
    {
        var forwardSlashes = text.Replace('\\', '/');
        for (var at = forwardSlashes.IndexOf(path, StringComparison.OrdinalIgnoreCase); at >= 0; at = forwardSlashes.IndexOf(path, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + path.Length;
            if ((at == 0 || !IsNamePart(forwardSlashes[at - 1])) && (end == forwardSlashes.Length || !IsNamePart(forwardSlashes[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
