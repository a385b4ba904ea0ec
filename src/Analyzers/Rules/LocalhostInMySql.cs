using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC001: a MySQL connection names <c>localhost</c>, or leaves the host out where that means it.</summary>
internal static class LocalhostInMySql
{
    public const string Id = "DKC001";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A MySQL connection names localhost",
        "'{0}'{1}; {2}",
        DiagnosticSeverity.Warning,
        "localhost is a name for ::1 and for 127.0.0.1; the driver and the hosts file decide which of them is used, a port that Docker "
        + "publishes on IPv4 is not on ::1, and MySQL's native tools take localhost for a Unix socket.");

    public static Finding? Apply(HostSituation situation)
    {
        var endpoint = situation.Endpoint;
        if (situation.Fault != HostFault.AmbiguousLoopback || !situation.IsHostWrong || endpoint.Shape == EndpointShape.Address
            || (endpoint.IsHostLeftOut && !situation.GoesToMySqlConnector))
        {
            return null;
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, Reason(situation), advice.Text], advice.Proof, HostPortRepairs.For(situation, Id))
        {
            // A tool that goes to a port tries every address of the name, ::1 first (measured, mariadb 10.11): only another server on ::1 is in its way.
            DefaultSeverity = endpoint.Shape == EndpointShape.CommandLine && !GoesToSocket(endpoint) && !situation.IsPortWrong && !situation.IsPortDoubtful
                ? DiagnosticSeverity.Info
                : Descriptor.DefaultSeverity,
        };
    }

    private static string Reason(HostSituation situation) => situation.Endpoint switch
    {
        var endpoint when GoesToSocket(endpoint) => $" makes {endpoint.Scheme} connect to a Unix socket on Linux and macOS, where it ignores the port",
        { Shape: EndpointShape.CommandLine } => " can mean ::1 or 127.0.0.1, as the tool and the hosts file decide",
        { IsHostLeftOut: true } =>
            ", which MySqlConnector takes when no host is named, can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide",

        // Measured with 26.10.0: a server on ::1 alone was never reached.
        _ when situation.IsForMySqlDataOnly() => " is in effect 127.0.0.1 to MySql.Data, and can be ::1 or a Unix socket to other MySQL clients",
        _ => " can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide",
    };

    /// <summary>The tools of MySQL always, those of MariaDB unless a port stands on the command line (measured, mariadb 10.11).</summary>
    private static bool GoesToSocket(Endpoint endpoint) =>
        endpoint is { Shape: EndpointShape.CommandLine, Scheme: { } tool } && !endpoint[ConnectionKey.Protocol].IsPresent
        && tool != "mysqlsh" && !(tool.StartsWith("mariadb", StringComparison.Ordinal) && endpoint.Port.State != PortState.LeftOut);
}
