using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>
/// DKC003: this machine with another port than the one that Docker publishes. A warning for the container's port of the service that
/// is certainly meant; a suggestion for any other port that nobody publishes, where a service that may be meant publishes another one.
/// </summary>
internal static class ContainerPort
{
    public const string Id = "DKC003";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names another port than the one that Docker publishes",
        "'{0}' {1}; {2}",
        DiagnosticSeverity.Warning,
        "With ports: \"3307:3306\" a container listens on 3306, and the host on 3307. Another server may listen on the host's 3306, or none. "
        + "Where it is not certain that the text means the service, this is a suggestion about any port that nobody publishes.");

    public static Finding? Apply(HostSituation situation) => situation.IsPortWrong ? OfCertain(situation)
        : situation.IsPortDoubtful ? OfDoubtful(situation)
        : null;

    private static Finding OfCertain(HostSituation situation)
    {
        var advice = HostPortAdvice.For(situation);
        return new Finding(
            Descriptor, [situation.Address, $"has the port that '{situation.Ports.Certain!.Service.Name}' listens on inside its container", advice.Text],
            advice.Proof, HostPortRepairs.For(situation, Id));
    }

    private static Finding OfDoubtful(HostSituation situation)
    {
        var advice = HostPortAdvice.OfDoubt(situation);
        return new Finding(
            Descriptor, [situation.Address, "is right only if a server of your own listens there", advice.Text], advice.Proof,
            HostPortRepairs.For(situation, Id))
        {
            DefaultSeverity = DiagnosticSeverity.Info,
        };
    }
}
