using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC005: the name of a compose service or container, used from the host.</summary>
internal static class ServiceName
{
    public const string Id = "DKC005";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names a container, and the code runs on the host",
        "'{0}' names the container of service '{1}', and only containers on its network know that name; {2}",
        DiagnosticSeverity.Info,
        "The names of compose services and containers are known inside their networks only. A program on the host, such as 'dotnet run' or 'dotnet ef', "
        + "reaches a container through the port that Docker publishes.");

    public static Finding? Apply(HostSituation situation)
    {
        if (situation.Fault != HostFault.ServiceName)
        {
            return null;
        }

        var named = situation.Topology.Named(situation.Host.Name);
        var service = named.FirstOrDefault(one => one.Name.Equals(situation.Host.Name, StringComparison.OrdinalIgnoreCase)) ?? named[0];
        if (situation.IsNameChecked)
        {
            var kept = $"keep {situation.Host.Name} and add it to the hosts file, or write the name that the certificate has ({situation.Show(service.Place)})";
            return new Finding(Descriptor, [situation.Address, service.Name, $"a certificate is checked against the name, so {kept}"], service.Place,
                OfferedRepairs.None);
        }

        if (situation.Engine.DefaultPort > 0 && !situation.Engine.IsAnyProgram && service.Engine is { } other && other != situation.Engine)
        {
            // A host of a service that is named beside it may be anybody's.
            if (situation.Endpoint.HasServiceBehindHost)
            {
                return null;
            }

            return new Finding(Descriptor,
                [situation.Address, service.Name, $"it runs {other}, so name the container that you mean ({situation.Show(service.Place)})"], service.Place,
                OfferedRepairs.None);
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, service.Name, advice.Text], advice.Proof ?? service.Place, HostPortRepairs.For(situation, Id));
    }
}
