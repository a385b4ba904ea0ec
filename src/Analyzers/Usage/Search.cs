namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What code looks for in a text.</summary>
/// <param name="Text">What it looks for; null when that is not known.</param>
/// <param name="IsOfPart">True when code takes the part that it finds out of the text, so that the name of what stands there counts.</param>
internal readonly record struct Search(string? Text, bool IsOfPart = false);
