namespace DockerConnectionStrings.Analyzers.Topology.Started;

/// <summary>Options of <c>docker run</c>, as a list of words.</summary>
internal static class ContainerArguments
{
    /// <summary>What <c>--network</c> or <c>--net</c> says; null when neither stands there.</summary>
    public static string? NetworkOf(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var option in new[] { "--network", "--net" })
            {
                if (words[i].StartsWith(option + "=", StringComparison.Ordinal))
                {
                    return words[i].Substring(option.Length + 1);
                }

                if (words[i] == option && i + 1 < words.Count)
                {
                    return words[i + 1];
                }
            }
        }

        return null;
    }
}
