using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>The end of a message: what to write instead, and the place that proves it.</summary>
/// <param name="Text">A part of a sentence.</param>
/// <param name="Proof">The place in a compose file, or null.</param>
internal sealed record HostPortAdvice(string Text, Place? Proof)
{
    public static HostPortAdvice For(Situation situation)
    {
        if (!situation.IsHostWrong && !situation.IsPortWrong && !situation.IsPortDoubtful)
        {
            return new($"write {situation.Host.Name} alone, and {(situation.Endpoint.Port.State == PortState.Written ? $"port {situation.Endpoint.Port.Number}" : "its port")} in an option of its own", null);
        }

        return WithName(WithOrigin(Of(situation), situation), situation);
    }

    private static HostPortAdvice Of(Situation situation)
    {
        var (isPortRight, offers, _) = situation.Ports;
        if (offers.IsEmpty)
        {
            return AdviceWithoutService.For(situation);
        }

        var first = offers[0];
        var proof = PlaceOf(first);
        var name = $"'{first.Service.Name}'";
        var own = situation.Options.OwnAddress;
        if (first.Published is { } port && situation.HostFor(port) is var address && (first.Meaning == Meaning.Certain || (isPortRight && address == own)))
        {
            // Where the fix cannot write the port, the reader has to.
            var isLeft = !isPortRight && new EndpointWriter(situation) is var writer && writer.TryWrite(address, port.HostPort) is null && writer.TryWrite(address, null) is { IsEmpty: false };
            if (isLeft)
            {
                return new($"write {address} and, where it belongs, port {port.HostPort}, where {name} publishes its container port {port.ContainerPort} ({situation.Show(proof)}); the fix leaves the port to you", proof);
            }

            return isPortRight
                ? new($"write {address} and keep the port, which {name} publishes ({situation.Show(proof)})", proof)
                : new($"write {address} and port {port.HostPort}, where {name} publishes its container port {port.ContainerPort} ({situation.Show(proof)})", proof);
        }

        if (offers.All(static offer => offer.IsUnpublished))
        {
            var entry = $"{PortMapping.Loopback}:{situation.Topology.FreeHostPort(first.ContainerPort)}:{first.ContainerPort}";
            return first.Service.Ports.IsEmpty
                ? new($"write {own}, and publish the port of {name} ({situation.Show(proof)}) with the entry \"{entry}\" under its ports", proof)
                : new($"write {own}, and add the entry \"{entry}\" to the ports of {name}, which {UnsettledPort.Of(first).Text} ({situation.Show(proof)})", proof);
        }

        var isOnOwn = offers.All(offer => offer.Published is not { } published || situation.HostFor(published) == own);
        var what = !situation.IsUndecided ? own : $"{(isOnOwn ? $"{own} and a published port" : "a published address")}: {NotPublished(situation)}";
        return new($"write {what}; {PublishedBy(offers, situation)}{OfOtherHosts(situation)}", proof);
    }

    /// <summary>What speaks against the port of a text that names this machine, and for others.</summary>
    public static HostPortAdvice OfDoubt(Situation situation)
    {
        var offers = situation.Ports.Offers.OrderBy(static offer => offer.Published is null).ToImmutableArray();
        var choice = offers.Length == 1 ? "that if you mean its server" : "the one that you mean";
        var text = $"{NotPublished(situation)}; {PublishedBy(offers, situation)}, so write {choice}{OfOtherHosts(situation)}";
        return WithName(WithOrigin(new(text, offers[0].Published?.Place), situation), situation);
    }

    /// <summary>Why a service that has the text's database is not certain all the same.</summary>
    private static string OfOtherHosts(Situation situation) =>
        situation.IsUndecided && situation.Ports.IsPortOfOtherHosts ? "; the port is also that of other hosts that the text may have" : "";

    private static HostPortAdvice WithOrigin(HostPortAdvice advice, Situation situation) =>
        situation.WrittenAt is { } place ? advice with { Text = $"{advice.Text}; the host is written in {place}" } : advice;

    /// <summary>A certificate is checked against a name that is not to be changed with the port.</summary>
    private static HostPortAdvice WithName(HostPortAdvice advice, Situation situation) =>
        situation.IsNameChecked && !situation.IsHostWrong && !IpAddress.TryParse(situation.Host.Name, out _)
            ? advice with { Text = $"{advice.Text}; keep the name {situation.Host.Name}, against which the certificate is checked" }
            : advice;

    private static Place PlaceOf(Offer offer) => offer.Published?.Place ?? UnsettledPort.Of(offer).Place;

    private static string NotPublished(Situation situation)
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

    private static string PublishedBy(ImmutableArray<Offer> offers, Situation situation) =>
        string.Join(" and ", offers.Select(offer => Published(offer, situation)));

    /// <summary>What a service that may be meant publishes.</summary>
    private static string Published(Offer offer, Situation situation)
    {
        var what = offer.Published is { } port ? $"publishes {AddressOf(port, situation)}" : UnsettledPort.Of(offer).Text;
        return $"'{offer.Service.Name}' {what} ({situation.Show(PlaceOf(offer))})";
    }

    /// <summary>A published port, with its address where that is another one than the text's or the one to write.</summary>
    private static string AddressOf(PublishedPort port, Situation situation)
    {
        var address = situation.HostFor(port);
        return address == situation.HostFor(null) ? $"{port.HostPort}"
            : address.IndexOf(':') < 0 ? $"{address}:{port.HostPort}"
            : $"[{address}]:{port.HostPort}";
    }
}
