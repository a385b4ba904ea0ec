using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>The end of a message: what to write instead, and the place that proves it.</summary>
/// <param name="Text">A part of a sentence.</param>
/// <param name="Proof">The place in a compose file, or null.</param>
internal sealed record HostPortAdvice(string Text, (ComposeFile File, TextSpan Span)? Proof)
{
    public static HostPortAdvice For(Situation situation)
    {
        if (!situation.IsHostWrong)
        {
            return new($"write {situation.Host.Name} alone, and {(situation.Endpoint.Port.State == PortState.Written ? $"port {situation.Endpoint.Port.Number}" : "its port")} in an option of its own", null);
        }

        var advice = Of(situation);
        return situation.WrittenAt is { } place ? advice with { Text = $"{advice.Text}; the host is written in {place}" } : advice;
    }

    private static HostPortAdvice Of(Situation situation)
    {
        var (isPortRight, offers, _) = situation.Ports;
        if (offers.IsEmpty)
        {
            return WithoutService(situation);
        }

        var first = offers[0];
        var proof = (first.Service.File, first.Published?.Span ?? first.Service.Span);
        var name = $"'{first.Service.Name}'";
        if (first.Published is { } port && (first.Meaning == Meaning.Certain || (isPortRight && port.Address == PortMapping.Loopback)))
        {
            // Where the fix cannot write the port, the reader has to.
            var isLeft = !isPortRight && new EndpointWriter(situation) is var writer && writer.TryWrite(port.Address, port.HostPort) is null && writer.TryWrite(port.Address, null) is not null;
            if (isLeft)
            {
                return new($"write {port.Address} and, where it belongs, port {port.HostPort}, where {name} publishes its container port {port.ContainerPort} ({Place(proof, situation)}); the fix leaves the port to you", proof);
            }

            return isPortRight
                ? new($"write {port.Address} and keep the port, which {name} publishes ({Place(proof, situation)})", proof)
                : new($"write {port.Address} and port {port.HostPort}, where {name} publishes its container port {port.ContainerPort} ({Place(proof, situation)})", proof);
        }

        if (offers.All(static offer => offer.IsUnpublished))
        {
            var entry = $"{PortMapping.Loopback}:{first.ContainerPort}:{first.ContainerPort}";
            return new($"write {PortMapping.Loopback}, and publish the port of {name} ({Place(proof, situation)}) with the entry \"{entry}\" under its ports", proof);
        }

        return new($"write {PortMapping.Loopback}; {string.Join(" and ", offers.Select(offer => Published(offer, situation)))}", proof);
    }

    /// <summary>What a service that may be meant publishes.</summary>
    private static string Published(Offer offer, Situation situation)
    {
        var place = Place((offer.Service.File, offer.Published?.Span ?? offer.Service.Span), situation);
        var what = offer.Published is { } port ? (port.Address == PortMapping.Loopback ? $"{port.HostPort}" : $"{port.Address}:{port.HostPort}")
            : offer.IsUnpublished ? "no port"
            : "a port that its own entry does not settle";
        return $"'{offer.Service.Name}' publishes {what} ({place})";
    }

    private static HostPortAdvice WithoutService(Situation situation)
    {
        if (situation.Ports.Rejected is { } rejected)
        {
            var proof = (rejected.File, rejected.Span);
            return new($"write {PortMapping.Loopback} and keep the port, since '{rejected.Name}' holds another database ({Place(proof, situation)})", proof);
        }

        // Whether a service of another engine publishes the port is not looked up.
        if (situation.Endpoint.Hosts.Length > 1 || situation.Engine.Images.Count == 0 || situation.Endpoint.Port.MeantWith(situation.Engine.DefaultPort) is not { } port)
        {
            return new($"write {PortMapping.Loopback} with the host port that Docker publishes", null);
        }

        // A container's address stands with the container's own port.
        var containerPort = situation.Verdict == Verdict.AmbiguousLoopback && situation.Engine.DefaultPort > 0 ? situation.Engine.DefaultPort : port;
        var entry = $"{PortMapping.Loopback}:{port}:{containerPort}";
        return new($"write {PortMapping.Loopback}, and publish the container's port with \"{entry}\" under ports in a compose file or behind -p of docker run", null);
    }

    private static string Place((ComposeFile File, TextSpan Span) proof, Situation situation) =>
        $"{Paths.Relative(situation.Project.Folder, Paths.Normalize(proof.File.Path))}:{proof.File.LineOf(proof.Span)}";
}
