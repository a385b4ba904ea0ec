using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC001: a MySQL connection names <c>localhost</c>.</summary>
internal static class LocalhostInMySql
{
    public const string Id = "DKC001";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A MySQL connection names localhost",
        "'{0}' can mean ::1 or 127.0.0.1, as the MySQL driver and the hosts file decide; {1}",
        DiagnosticSeverity.Warning,
        "localhost is a name for ::1 and for 127.0.0.1; the driver and the hosts file decide which of them is used, a port that Docker "
        + "publishes on IPv4 is not on ::1, and MySQL's native tools take localhost for a Unix socket.");

    public static Finding? Apply(Situation situation)
    {
        if (situation.Verdict != Verdict.AmbiguousLoopback || situation.Engine != EngineTable.MySql || IsLocalhostMeant(situation.Endpoint))
        {
            return null;
        }

        var advice = HostPortAdvice.For(situation);
        return new Finding(Descriptor, [situation.Address, advice.Text], advice.Proof, HostPortRepairs.For(situation, Id));
    }

    /// <summary>Where the name itself matters: a certificate that names it, a pipe, a socket or shared memory of this machine.</summary>
    private static bool IsLocalhostMeant(Endpoint endpoint)
    {
        var sslMode = endpoint[ConnectionKey.SslMode];
        var protocol = endpoint[ConnectionKey.Protocol];
        return (sslMode.IsPresent && sslMode.Value?.Equals("VerifyFull", StringComparison.OrdinalIgnoreCase) != false)
            || (protocol.IsPresent && protocol.Value?.ToLowerInvariant() is not ("tcp" or "socket" or "sockets" or "tcpip"));
    }
}
