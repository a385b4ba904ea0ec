using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Files;

/// <summary>Where something is written: the proof of what the topology says.</summary>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Text">The file's text.</param>
/// <param name="Span">Source positions.</param>
internal readonly record struct Place(string Path, SourceText Text, TextSpan Span)
{
    /// <summary>The line, counted from one.</summary>
    public int Line => Text.Lines.GetLineFromPosition(Math.Min(Span.Start, Text.Length)).LineNumber + 1;
}
