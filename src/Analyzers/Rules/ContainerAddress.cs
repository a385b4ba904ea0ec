using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC002: an address inside Docker's networks, used from the host.</summary>
internal static class ContainerAddress
{
    public const string Id = "DKC002";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names a container's own address",
        "'{0}' is an address inside Docker, {1}; {2}",
        DiagnosticSeverity.Warning,
        "Docker hands its containers addresses at their start, and they change; Docker Desktop on macOS and Windows has no route to them from the host. "
        + "A program on the host reaches a container through the port that Docker publishes.");

    public static Finding? Apply(HostSituation situation)
    {
        var reason = situation.Fault switch
        {
            HostFault.ContainerAddress => "handed out afresh when a container starts and without a route from Docker Desktop's host",
            HostFault.FixedContainerAddress => "without a route from Docker Desktop's host",
            _ => null,
        };
        if (reason is null)
        {
            return null;
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, reason, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }
}
