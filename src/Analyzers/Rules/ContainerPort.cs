using DockerConnectionStrings.Analyzers.Reachability;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC003: this machine with the port that a container has inside Docker.</summary>
internal static class ContainerPort
{
    public const string Id = "DKC003";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names the container's port instead of the published one",
        "'{0}' has the port that '{1}' listens on inside its container; {2}",
        DiagnosticSeverity.Warning,
        "With ports: \"3307:3306\" a container listens on 3306, and the host on 3307. Another server may listen on the host's 3306, or none.");

    public static Finding? Apply(Situation situation)
    {
        if (!situation.IsPortWrong)
        {
            return null;
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, situation.Ports.Certain!.Service.Name, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }
}
