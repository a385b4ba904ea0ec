namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What a Dockerfile takes from its build context (Dockerfile reference).</summary>
internal static class Dockerfile
{
    /// <summary>True for <c>COPY . .</c> and its like, but not for a copy out of another stage.</summary>
    public static bool CopiesWholeContext(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r', '"', '[', ']', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 3 && (words[0].Equals("COPY", StringComparison.OrdinalIgnoreCase) || words[0].Equals("ADD", StringComparison.OrdinalIgnoreCase)))
            {
                var first = 1;
                while (first < words.Length && words[first].StartsWith("--", StringComparison.Ordinal))
                {
                    first++;
                }

                var isFromStage = words.Skip(1).Take(first - 1).Any(static flag => flag.StartsWith("--from", StringComparison.OrdinalIgnoreCase));
                if (!isFromStage && words.Skip(first).Take(words.Length - first - 1).Any(static source => source is "." or "./" or "/" or "*" or "./*"))
                {
                    return true;
                }
            }
        }

        return false;
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
