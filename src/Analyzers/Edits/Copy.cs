using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>
/// Characters of a file that an edit writes elsewhere. They are looked up when the edit is applied: what may hold a password
/// travels as its place only.
/// </summary>
/// <param name="Start">Where they stand, as the start of an edit counts.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Before">What stands before them, so that a stale place is noticed.</param>
/// <param name="Behind">What stands behind them. Nothing is copied where both are empty.</param>
/// <param name="Path">Another file than the diagnostic's own; null for that.</param>
internal sealed record Copy(int Start, int Length, string Before, string Behind, string? Path = null)
{
    /// <summary>The same characters for a diagnostic in another file.</summary>
    /// <param name="path">The file that this one is in.</param>
    /// <param name="origin">From where it counts there.</param>
    public Copy InFile(string path, int origin) => Path is null ? this with { Start = origin + Start, Path = path } : this;

    /// <summary>The characters; null when what stands beside the place tells that it is another one.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">The place in it.</param>
    public string? ReadFrom(SourceText text, int start) =>
        Before.Length + Behind.Length > 0 && start >= 0 && Length >= 0 && start <= text.Length - Length
            && StandsAt(text, start - Before.Length, Before) && StandsAt(text, start + Length, Behind)
            ? text.ToString(new TextSpan(start, Length))
            : null;

    /// <summary>True when these characters stand at a place of a text, which may lie outside of it.</summary>
    public static bool StandsAt(SourceText text, int at, string expected) =>
        at >= 0 && at <= text.Length - expected.Length && text.ToString(new TextSpan(at, expected.Length)) == expected;
}
