namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>A protocol that an engine's servers speak beside their own.</summary>
/// <param name="Scheme">The scheme of its URIs.</param>
/// <param name="Tool">The native tool that tries it before the other one.</param>
/// <param name="Port">The port inside the container.</param>
internal sealed record SecondProtocol(string Scheme, string Tool, int Port);
