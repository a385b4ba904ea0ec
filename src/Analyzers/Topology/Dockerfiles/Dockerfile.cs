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
        foreach (var instruction in DockerfileReader.Read(text).Where(static instruction => instruction.Keyword is "COPY" or "ADD"))
        {
            var words = instruction.Split(' ', '\t', '\r', '"', '[', ']', ',');
            var flags = words.TakeWhile(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
            var sources = words.Skip(flags.Length).Take(words.Length - flags.Length - 1);
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
        foreach (var instruction in DockerfileReader.Read(text).Where(static instruction => instruction.Keyword is "ARG" or "FROM"))
        {
            var words = instruction.Split(' ', '\t', '\r');
            if (words.Length == 0)
            {
                continue;
            }

            if (instruction.Keyword == "ARG")
            {
                if (last is null && words[0].Split(['='], 2) is var argument
                    && (given[argument[0]] ?? (argument.Length == 2 ? argument[1].Trim('"', '\'') : null)) is { } value)
                {
                    arguments = arguments.With(argument[0], value);
                }

                continue;
            }

            var image = words.SkipWhile(static word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
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
        foreach (var instruction in DockerfileReader.Read(text).Where(static instruction => instruction is { Keyword: "ENV", Arguments.Value.Length: > 0 }))
        {
            // `ENV NAME value`, and `ENV NAME=value OTHER=value`.
            var words = instruction.Split(' ', '\t', '\r');
            var written = words[0] == key && words.Length > 1
                ? words[1]
                : words.Where(word => word.StartsWith(key + "=", StringComparison.Ordinal)).Select(word => word.Substring(key.Length + 1)).LastOrDefault();
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
        for (var at = IndexFrom(0); at >= 0; at = IndexFrom(at + 1))
        {
            var end = at + path.Length;
            if ((at == 0 || !IsNamePart(forwardSlashes[at - 1])) && (end == forwardSlashes.Length || !IsNamePart(forwardSlashes[end])))
            {
                return true;
            }
        }

        return false;

        int IndexFrom(int start) => forwardSlashes.IndexOf(path, start, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || (c is '_' or '-' or '.');
}
