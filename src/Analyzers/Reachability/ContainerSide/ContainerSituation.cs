using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>What a rule of the container's side is asked about.</summary>
/// <param name="Endpoint">The text.</param>
/// <param name="Host">The host.</param>
/// <param name="Engine">Whose text it is.</param>
/// <param name="SourceText">The characters of the file at a span of source positions.</param>
/// <param name="Service">The service whose container uses the text; null when it is not known which.</param>
/// <param name="Answer">Whether the host connects from there.</param>
internal sealed record ContainerSituation(
    Endpoint Endpoint, HostName Host, Engine Engine, Func<TextSpan, string> SourceText, DockerService? Service, ContainerAnswer Answer)
    : Situation(Endpoint, Host, Engine, SourceText)
{
    /// <summary>What to write instead, the best first.</summary>
    public ImmutableArray<ContainerDestination> Destinations => Service is null
        ? ImmutableArray<ContainerDestination>.Empty
        : ContainerDestinations.Find(Service, Engine, new TextAccount(Endpoint, Engine), Topology);
}
