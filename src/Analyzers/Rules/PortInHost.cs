using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
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

    public static Finding? Apply(HostSituation situation)
    {
        var endpoint = situation.Endpoint;
        if (situation.Engine != EngineTable.MySql || endpoint.Shape is EndpointShape.Uri or EndpointShape.CommandLine)
        {
            return null;
        }

        if (endpoint.HasPortsInList)
        {
            // MySql.Data reads a list of these.
            return situation.GoesToMySqlConnector
                ? new Finding(Descriptor, [endpoint.HostPair.Value, "lists ports that MySqlConnector does not read there", "write the hosts alone, and the port that they share in the option Port"], null, OfferedRepairs.None)
                : null;
        }

        if (endpoint.InnerPort is not { } inner)
        {
            return null;
        }

        var port = inner.Number == 0 ? $"{{{situation.SourceText(endpoint.Text.ShownSpan(inner.Start, inner.End - inner.Start))}}}" : $"{inner.Number}";
        var what = inner.Separator == ',' ? "is two hosts to a MySQL driver, not a host and a port" : "is no address to a MySQL driver, which reads the port from the option Port";
        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [$"{situation.Host.Name}{inner.Separator}{port}", what, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }
}
