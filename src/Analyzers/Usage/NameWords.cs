namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The words that a name is made of.</summary>
internal static class NameWords
{
    /// <summary>
    /// Letters of one case, or a capital and small ones, with digits behind them: of <c>isRunningInCI</c> is, Running, In and CI; of
    /// <c>GITHUB_ACTIONS</c> both.
    /// </summary>
    public static IEnumerable<string> Of(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetterOrDigit(name[i])
                || (i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (!isEnd)
            {
                continue;
            }

            if (i > start)
            {
                yield return name.Substring(start, i - start);
            }

            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }
    }
}
