using DockerConnectionStrings.Analyzers.Files;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>The end of a message: what to write instead, and the place that proves it.</summary>
/// <param name="Text">A part of a sentence.</param>
/// <param name="Proof">The place in a compose file, or null.</param>
internal sealed record Advice(string Text, Place? Proof);
