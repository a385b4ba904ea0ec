using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC009: a port inside a MySQL host.</summary>
internal static class PortInHost
{
    public const string Id = "DKC009";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A MySQL host holds a port",
        "'{0}' {1}; {2}",
        DiagnosticSeverity.Warning,
        "MySQL drivers take the port from an option of its own. 'host:port' is no address to them, and 'host,port' is two hosts, "
        + "the second of which is an address that nobody has.");

    public static Finding? Apply(HostSituation situation) =>
        Apply(situation, () => HostPortAdvice.For(situation), () => HostPortRepairs.For(situation, Id));

    /// <summary>In a container it is the same mistake; where the text leads from there is said by another rule.</summary>
    public static Finding? Apply(ContainerSituation situation) =>
        Apply(situation, () => MovedPort.AdviceFor(situation), () => MovedPort.RepairsFor(situation, Id));

    private static Finding? Apply(Situation situation, Func<Advice> advised, Func<OfferedRepairs> repaired)
    {
        var endpoint = situation.Endpoint;
        if (!situation.Engine.RefusesPortInHost || (endpoint.Shape is EndpointShape.Uri or EndpointShape.CommandLine))
        {
            return null;
        }

        if (endpoint.HasPortsInList)
        {
            // MySql.Data reads a list of these.
            const string advice = "write the hosts alone, and the port that they share in the option Port";
            return situation.GoesToMySqlConnector
                ? new Finding(Descriptor, [endpoint.HostPair.Value, "lists ports that MySqlConnector does not read there", advice], null, OfferedRepairs.None)
                : null;
        }

        return endpoint.InnerPort is { } inner && advised() is var own
            ? new Finding(Descriptor, [Shown(inner, situation), What(inner), own.Text], own.Proof, repaired())
            : null;
    }

    private static string Shown(InnerPort inner, Situation situation)
    {
        var span = situation.Endpoint.Text.ShownSpan(inner.Start, inner.End - inner.Start);
        return $"{situation.Host.Name}{inner.Separator}{(inner.Number == 0 ? $"{{{situation.SourceText(span)}}}" : $"{inner.Number}")}";
    }

    private static string What(InnerPort inner) => inner.Separator == ','
        ? "is two hosts to a MySQL driver, not a host and a port"
        : "is no address to a MySQL driver, which reads the port from the option Port";
}
