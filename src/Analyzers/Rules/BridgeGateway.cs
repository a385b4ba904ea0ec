using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC006: the host's own address in a network of Docker's, used from the host.</summary>
internal static class BridgeGateway
{
    public const string Id = "DKC006";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names the gateway of a Docker network, and the code runs on the host",
        "'{0}' is the host's own address in a Docker network, which Docker Desktop on macOS and Windows does not have; {1}",
        DiagnosticSeverity.Warning,
        "The gateway of a Docker network, such as 172.17.0.1, is an address of the host where Docker runs on Linux. With Docker "
        + "Desktop the network lies in a virtual "
        + "machine, and the host has no such address. From the host, this machine is 127.0.0.1.");

    public static Finding? Apply(HostSituation situation)
    {
        if (situation.Fault != HostFault.Gateway)
        {
            return null;
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }
}
