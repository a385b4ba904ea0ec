namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>One host of a text.</summary>
/// <param name="Name">The name or address.</param>
/// <param name="Start">Value index.</param>
/// <param name="Length">Number of value characters.</param>
internal readonly record struct HostName(string Name, int Start, int Length);
