using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>A value that a settings file writes.</summary>
/// <param name="Name">Its name in its section.</param>
/// <param name="Text">The value and the place of each of its characters.</param>
/// <param name="Anchor">Source position where the setting begins: a comment in the line above it speaks of it.</param>
internal sealed record Setting(string Name, DecodedText Text, int Anchor)
{
    /// <summary>The ADO.NET provider that the file names for this very value (<c>providerName</c>), or null.</summary>
    public string? Provider { get; init; }
}
