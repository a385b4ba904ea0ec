namespace DockerConnectionStrings.Analyzers.Tests;

/// <summary>How many cases of a kind are drawn: all of them in CI, some while somebody works on the code.</summary>
internal static class LongRuns
{
    /// <summary>Set by <c>.ci/run</c>, as by most services.</summary>
    private static readonly bool s_isCI = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The number of cases to draw.</summary>
    /// <param name="inCI">The number in CI.</param>
    public static int Of(int inCI) => s_isCI ? inCI : Math.Max(1, inCI / 8);
}
