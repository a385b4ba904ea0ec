using System.Collections.Immutable;
using System.Net;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Repairs;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC008: an IPv6 loopback with a port that Docker publishes on IPv4 only.</summary>
internal static class IPv6Loopback
{
    public const string Id = "DKC008";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A connection names ::1, and the port is published on IPv4 only",
        "'{0}' is this machine's IPv6 address, and '{1}' publishes the port on IPv4 only; write {2} ({3})",
        DiagnosticSeverity.Warning,
        "A port that Docker publishes on an IPv4 address, as with 127.0.0.1:3307:3306, is not on ::1.");

    public static Finding? Apply(HostSituation situation)
    {
        if (situation.Fault != HostFault.Loopback || situation.Options.Loopback == "::1" || !situation.Ports.IsPortRight
            || !IpAddress.TryParse(situation.Host.Name, out var address) || !address.Equals(IPAddress.IPv6Loopback)
            || situation.Ports.Destinations is not [{ Published: { Mapping.IsOnIPv6Loopback: false } published, Service: var service }])
        {
            return null;
        }

        var host = situation.HostFor(published);
        var repairs = new EndpointWriter(situation).TryWrite(host, null) is { } edits
            ? new OfferedRepairs(
                ImmutableArray.Create(new Repair($"Use {host}", $"{Id}|host", edits) { IsCertain = situation.Vantage.Kind != VantageKind.Unknown }))
            : OfferedRepairs.None;
        return new Finding(Descriptor, [situation.Address, service.Name, host, situation.Show(published.Place)], published.Place, repairs);
    }
}
