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
    /// <summary>Characters that are written twice where the copy goes: a quote in single quotes.</summary>
    public string Doubled { get; init; } = "";

    /// <summary>Characters that get a backslash where the copy goes.</summary>
    public string Backslashed { get; init; } = "";

    /// <summary>
    /// A copy of a place, with the characters beside it by which a stale one is noticed. Letters and digits are none: they may be a
    /// password's.
    /// </summary>
    /// <param name="path">The file; null for the diagnostic's own.</param>
    /// <param name="text">Its text.</param>
    /// <param name="span">The place, from the file's start.</param>
    public static Copy Of(string? path, SourceText text, TextSpan span) =>
        new(span.Start, span.Length, SignAt(text, span.Start - 1), SignAt(text, span.End), path);

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
            ? Escape(text.ToString(new TextSpan(start, Length)))
            : null;

    /// <summary>Characters as they are written where the copy goes.</summary>
    public string Escape(string characters) => Doubled.Length + Backslashed.Length == 0
        ? characters
        : string.Concat(characters.Select(c => Doubled.IndexOf(c) >= 0 ? $"{c}{c}" : Backslashed.IndexOf(c) >= 0 ? $"\\{c}" : c.ToString()));

    /// <summary>The character at a place when it is no letter and no digit; else nothing.</summary>
    public static string SignAt(SourceText text, int at) => at >= 0 && at < text.Length && !char.IsLetterOrDigit(text[at]) ? text[at].ToString() : "";

    /// <summary>True when these characters stand at a place of a text, which may lie outside of it.</summary>
    public static bool StandsAt(SourceText text, int at, string expected) =>
        at >= 0 && at <= text.Length - expected.Length && text.ToString(new TextSpan(at, expected.Length)) == expected;
}
