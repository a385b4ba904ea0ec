using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC004: this machine, and the service that is certainly meant publishes no port.</summary>
internal static class UnpublishedPort
{
    public const string Id = "DKC004";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names a service that publishes no port",
        "'{0}' means '{1}', which {2} ({3}); publish {4} with the entry \"{5}\" under its ports",
        DiagnosticSeverity.Info,
        "A program on the host reaches a container through a port that Docker publishes, and no compose file publishes the port "
        + "of the service that the text means.");

    public static Finding? Apply(HostSituation situation)
    {
        if (!situation.IsLoopback || situation.IsHostWrong || situation.IsLocal || situation.Ports.IsPortRight
            || situation.Ports.Certain is not { IsUnpublished: true, Service: var service, ContainerPort: var port } destination)
        {
            return null;
        }

        var actions = PortPublication.For(situation, Id) is { } publish ? ImmutableArray.Create(publish) : ImmutableArray<Repair>.Empty;
        var entry = $"{PortMapping.Loopback}:{situation.Topology.FreeHostPort(port)}:{port}";
        var (text, place) = service.Ports.IsEmpty ? ("publishes no port on the host", service.Place) : UnsettledPort.WhyOf(destination);
        return new Finding(
            Descriptor, [situation.Address, service.Name, text, situation.Show(place), service.Ports.IsEmpty ? "it" : $"{port}", entry], place,
            new OfferedRepairs(actions));
    }
}
