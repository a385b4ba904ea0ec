using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>What to write in a text that is seen from the host.</summary>
internal static class HostPortAdvice
{
    public static Advice For(HostSituation situation)
    {
        if (!situation.IsHostWrong && !situation.IsPortWrong && !situation.IsPortDoubtful)
        {
            return MovedPort.AdviceFor(situation);
        }

        return WithName(WithOrigin(Of(situation), situation), situation);
    }

    private static Advice Of(HostSituation situation)
    {
        var (isPortRight, destinations, _) = situation.Ports;
        if (destinations.IsEmpty)
        {
            return HostPortAdviceWithoutService.For(situation);
        }

        var first = destinations[0];
        var proof = PlaceOf(first);
        var name = $"'{first.Service.Name}'";
        var own = situation.Options.OwnAddress;
        if (first.Published is { } port && situation.HostFor(port) is var address
            && (first.Match == ServiceMatch.Certain || (isPortRight && address == own)))
        {
            // Where the fix cannot write the port, the reader has to.
            if (isPortRight)
            {
                return new($"write {address} and keep the port, which {name} publishes ({situation.Show(proof)})", proof);
            }

            var where = $"port {port.HostPort}, where {name} publishes its container port {port.ContainerPort} ({situation.Show(proof)})";
            var writer = new EndpointWriter(situation);
            return writer.TryWrite(address, port.HostPort) is null && writer.TryWrite(address, null) is { IsEmpty: false }
                ? new($"write {address} and, where it belongs, {where}; the fix leaves the port to you", proof)
                : new($"write {address} and {where}", proof);
        }

        if (destinations.All(static destination => destination.IsUnpublished))
        {
            var entry = $"{PortMapping.Loopback}:{situation.Topology.FreeHostPort(first.ContainerPort)}:{first.ContainerPort}";
            var what = first.Service.Ports.IsEmpty
                ? $"publish the port of {name} ({situation.Show(proof)}) with the entry \"{entry}\" under its ports"
                : $"add the entry \"{entry}\" to the ports of {name}, which {UnsettledPort.WhyOf(first).Text} ({situation.Show(proof)})";
            return new($"write {own}, and {what}", proof);
        }

        var isOnOwn = destinations.All(destination => destination.Published is not { } published || situation.HostFor(published) == own);
        var place = !situation.IsUndecided ? own : $"{(isOnOwn ? $"{own} and a published port" : "a published address")}: {NotPublished(situation)}";
        return new($"write {place}; {PublishedBy(destinations, situation)}{OfOtherHosts(situation)}", proof);
    }

    /// <summary>What speaks against the port of a text that names this machine, and for others.</summary>
    public static Advice OfDoubt(HostSituation situation)
    {
        var destinations = situation.Ports.Destinations.OrderBy(static destination => destination.Published is null).ToImmutableArray();
        var choice = destinations.Length == 1 ? "that if you mean its server" : "the one that you mean";
        var text = $"{NotPublished(situation)}; {PublishedBy(destinations, situation)}, so write {choice}{OfOtherHosts(situation)}";
        return WithName(WithOrigin(new(text, destinations[0].Published?.Place), situation), situation);
    }

    /// <summary>Why a service that has the text's database is not certain all the same.</summary>
    private static string OfOtherHosts(HostSituation situation) =>
        situation.IsUndecided && situation.Ports.IsPortOfOtherHosts ? "; the port is also that of other hosts that the text may have" : "";

    private static Advice WithOrigin(Advice advice, HostSituation situation) =>
        situation.WrittenAt is { } place ? advice with { Text = $"{advice.Text}; the host is written in {place}" } : advice;

    /// <summary>A certificate is checked against a name that is not to be changed with the port.</summary>
    private static Advice WithName(Advice advice, HostSituation situation) =>
        situation.IsNameChecked && !situation.IsHostWrong && !IpAddress.TryParse(situation.Host.Name, out _)
            ? advice with { Text = $"{advice.Text}; keep the name {situation.Host.Name}, against which the certificate is checked" }
            : advice;

    private static Place PlaceOf(HostDestination destination) => destination.Published?.Place ?? UnsettledPort.WhyOf(destination).Place;

    private static string NotPublished(HostSituation situation)
    {
        if (situation.IsOnAnotherAddress)
        {
            return $"nothing here publishes {situation.Port} on {situation.HostFor(null)}";
        }

        // A server of another engine may have the number.
        var services = situation.Topology.ServicesOf(situation.Engine);
        var other = situation.Port is not { } port ? null
            : services.OtherPorts.OnHost(port).Select(static entry => entry.Service).FirstOrDefault(static service => service.Engine is not null);
        return other is not null ? $"{situation.Port} is published by '{other.Name}', which runs {other.Engine}"
            : $"nothing here {(services.AreAllPortsKnown ? "publishes" : "is known to publish")} {situation.Port}";
    }

    private static string PublishedBy(ImmutableArray<HostDestination> destinations, HostSituation situation) =>
        string.Join(" and ", destinations.Select(destination => Published(destination, situation)));

    /// <summary>What a service that may be meant publishes.</summary>
    private static string Published(HostDestination destination, HostSituation situation)
    {
        var what = destination.Published is { } port ? $"publishes {AddressOf(port, situation)}" : UnsettledPort.WhyOf(destination).Text;
        return $"'{destination.Service.Name}' {what} ({situation.Show(PlaceOf(destination))})";
    }

    /// <summary>A published port, with its address where that is another one than the text's or the one to write.</summary>
    private static string AddressOf(PublishedPort port, HostSituation situation)
    {
        var address = situation.HostFor(port);
        return address == situation.HostFor(null) ? $"{port.HostPort}"
            : address.IndexOf(':') < 0 ? $"{address}:{port.HostPort}"
            : $"[{address}]:{port.HostPort}";
    }
}
