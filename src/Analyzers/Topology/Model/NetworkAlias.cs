namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>A name that a container has on one of its networks (<c>aliases</c>).</summary>
/// <param name="Network">The network's key.</param>
/// <param name="Name">The name; empty when it is not known.</param>
internal readonly record struct NetworkAlias(string Network, string Name);
