using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reachability.HostSide;

/// <summary>What a rule of the host's side is asked about.</summary>
/// <param name="Endpoint">The text.</param>
/// <param name="Host">The host.</param>
/// <param name="Engine">Whose text it is.</param>
/// <param name="SourceText">The characters of the file at a span of source positions.</param>
/// <param name="Fault">What is wrong with the host.</param>
/// <param name="Ports">What the topology says of its port.</param>
internal sealed record HostSituation(
    Endpoint Endpoint, HostName Host, Engine Engine, Func<TextSpan, string> SourceText, HostFault Fault, HostPortAnswer Ports)
    : Situation(Endpoint, Host, Engine, SourceText)
{
    /// <summary>True for this machine, by an address or a name.</summary>
    public bool IsLoopback => Fault is HostFault.Loopback or HostFault.AmbiguousLoopback;

    /// <summary>True when another host is to be written; not where only the port stands in a wrong place.</summary>
    public bool IsHostWrong => Fault switch
    {
        HostFault.ContainerAddress or HostFault.FixedContainerAddress or HostFault.Gateway => true,
        HostFault.AmbiguousLoopback => Engine.HasAmbiguousLocalhost && Endpoint.Shape != EndpointShape.Address
            && Options.Loopback != "localhost" && !IsNameChecked && !IsLocal,
        HostFault.ServiceName or HostFault.HostAlias => !IsNameChecked,
        _ => false,
    };

    /// <summary>True for this machine with the container's port of the service that is certainly meant, which publishes it under another one.</summary>
    public bool IsPortWrong => IsLoopback && !IsLocal && !Ports.IsPortRight
        && Ports.Certain is { Published: not null, ContainerPort: var containerPort } && Port == containerPort;

    /// <summary>
    /// True for this machine with a port that nobody is known to publish on it and that is not proved wrong, where a service that is or
    /// may be meant publishes another one, or publishes it elsewhere.
    /// </summary>
    public bool IsPortDoubtful => IsLoopback && !IsLocal && !IsPortWrong && (Ports.IsPublishedElsewhere || IsOnAnotherAddress);

    /// <summary>True for a port that is published, but on an address that is not the one to write: on one of the host's others, or on IPv6.</summary>
    public bool IsOnAnotherAddress => Options.Loopback == OptionTable.Loopback.Default
        && Ports is { IsPortRight: true, Destinations: [{ Published: { Mapping: var mapping } }] } && !HostAddresses.Reaches(HostFor(null), mapping);

    /// <summary>True where no service is certain and what the text says is published nowhere: neither it nor another place is written unasked.</summary>
    public bool IsUndecided => Ports.IsUndecided || (IsOnAnotherAddress && Ports.Certain is null);

    /// <summary>The host to write: the text's own where it is right, else the one that reaches a published port.</summary>
    /// <param name="published">The port; null when it is not known.</param>
    public string HostFor(PublishedPort? published) => published is { Mapping: var mapping }
        ? (!IsHostWrong && HostAddresses.Reaches(Host.Name, mapping) ? Host.Name : HostAddresses.Of(mapping, Options))
        : IsHostWrong ? Options.OwnAddress : Host.Name;
}
