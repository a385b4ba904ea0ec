using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>The parts of an entry of <c>ports</c> as its file writes them; null for each that it leaves out.</summary>
/// <param name="HostAddress">The address, without the brackets of IPv6.</param>
/// <param name="HostPort">The port or the range on the host.</param>
/// <param name="ContainerPort">The port or the range inside the container.</param>
/// <param name="Protocol">The protocol.</param>
internal sealed record PortText(PortPart? HostAddress, PortPart? HostPort, PortPart? ContainerPort, PortPart? Protocol)
{
    /// <summary>The parts that it has.</summary>
    public IEnumerable<PortPart> Parts => new[] { HostAddress, HostPort, ContainerPort, Protocol }.OfType<PortPart>();
}

/// <summary>A part of an entry of <c>ports</c>.</summary>
/// <param name="Value">The scalar that holds it: the whole entry in the short syntax, the part's own value in the long one.</param>
/// <param name="Start">Value index of its first character.</param>
/// <param name="Length">How many it has.</param>
internal readonly record struct PortPart(PlacedText Value, int Start, int Length)
{
    /// <summary>The characters; a hole for each part that is not known.</summary>
    public string Text => Value.Text!.Value.Substring(Start, Length);
}
