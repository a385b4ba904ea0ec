namespace DockerConnectionStrings.Analyzers.Options;

/// <summary>Where an option says that code runs.</summary>
/// <param name="Place">The host, a container, or both.</param>
/// <param name="Service">The compose service, when it names one.</param>
internal sealed record CodeLocation(CodePlace Place, string? Service);

internal enum CodePlace
{
    Host,
    Container,
    Both,
}
