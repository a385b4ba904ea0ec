using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC007: a container's name for the host, used on the host itself.</summary>
internal static class HostAlias
{
    public const string Id = "DKC007";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names the host as containers do, and the code runs on the host",
        "'{0}' is the host's name inside containers, and this code runs on the host itself; {1}",
        DiagnosticSeverity.Info,
        "host.docker.internal and its relatives are names that containers have for the host. On the host itself they are known "
        + "on Windows only, where Docker Desktop writes "
        + "them into the hosts file.");

    public static Finding? Apply(HostSituation situation)
    {
        if (situation.Fault != HostFault.HostAlias)
        {
            return null;
        }

        if (situation.IsNameChecked)
        {
            var advised = $"a certificate is checked against the name, so write the name that it has, or keep {situation.Host.Name} and add it "
                + "to the hosts file";
            return new Finding(Descriptor, [situation.Address, advised], null, OfferedRepairs.None);
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }
}
