using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

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

    /// <summary>The image that a build ends on: that of its last stage, or of the one that is built, stages followed.</summary>
    /// <param name="text">The Dockerfile.</param>
    /// <param name="target">The stage that is built; null for the last one.</param>
    /// <param name="given">Arguments that the build is given, which count more than the Dockerfile's own defaults.</param>
    /// <returns>The image, with a hole for each argument that is not known; null when there is none.</returns>
    public static string? BaseImage(string text, string? target, Variables given)
    {
        var stages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var arguments = Variables.None;
        string? last = null;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2)
            {
                continue;
            }

            if (words[0].Equals("ARG", StringComparison.OrdinalIgnoreCase) && last is null && words[1].Split(['='], 2) is var argument
                && (given[argument[0]] ?? (argument.Length == 2 ? argument[1].Trim('"', '\'') : null)) is { } value)
            {
                arguments = arguments.With(argument[0], value);
            }

            if (!words[0].Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var image = words.Skip(1).SkipWhile(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
            if (image.Length == 0)
            {
                continue;
            }

            last = arguments.Expand(image[0]);
            last = stages.TryGetValue(last, out var stage) ? stage : last;
            if (image.Length > 2 && image[1].Equals("AS", StringComparison.OrdinalIgnoreCase))
            {
                stages[image[2]] = last;
            }
        }

        return target is null ? last : stages.TryGetValue(target, out var built) ? built : null;
    }

    /// <summary>The last value that an <c>ENV</c> gives a variable; null when none does, or when it is not known.</summary>
    public static string? Environment(string text, string key)
    {
        string? value = null;
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || !words[0].Equals("ENV", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // `ENV NAME value`, and `ENV NAME=value OTHER=value`.
            var written = words[1] == key && words.Length > 2 ? words[2] : words.Skip(1).Where(word => word.StartsWith(key + "=", StringComparison.Ordinal)).Select(word => word.Substring(key.Length + 1)).LastOrDefault();
            value = written?.Trim('"', '\'') ?? value;
        }

        return value is not null && value.IndexOf('$') >= 0 ? null : value;
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
