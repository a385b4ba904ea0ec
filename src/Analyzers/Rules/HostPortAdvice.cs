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
        var (isPortRight, offers) = situation.Ports;
        var published = offers.Where(static offer => offer.Mapping is not null).ToArray();
        if (published.Length > 0)
        {
            return Published(situation, isPortRight, published);
        }

        if (offers.IsEmpty)
        {
            return new(Unproved(situation), null);
        }

        var service = offers[0].Service;
        var place = Place(service.File, service.Span, situation.Project);
        var text = offers[0].IsUnpublished
            ? $"write 127.0.0.1, and publish the port of '{service.Name}' ({place}) with the entry \"127.0.0.1:{offers[0].ContainerPort}:{offers[0].ContainerPort}\" under its ports"
            : $"write 127.0.0.1, and see which host port '{service.Name}' gets, since more than its own entry decides ({place})";
        return new(text, (service.File, service.Span));
    }

    private static HostPortAdvice Published(Situation situation, bool isPortRight, Offer[] published)
    {
        var first = published[0];
        var mapping = first.Mapping!.Value;
        var proof = (first.Service.File, mapping.Span);
        var place = Place(first.Service.File, mapping.Span, situation.Project);
        if (isPortRight)
        {
            return new($"write {mapping.ReachableAddress} and keep the port, which '{first.Service.Name}' publishes ({place})", proof);
        }

        if (first.Meaning == Meaning.Certain)
        {
            return new($"write {mapping.ReachableAddress} and port {mapping.HostPort}, where '{first.Service.Name}' publishes its port {mapping.ContainerPort} ({place})", proof);
        }

        var all = published.Select(offer => $"'{offer.Service.Name}' publishes {offer.Mapping!.Value.HostPort} ({Place(offer.Service.File, offer.Mapping.Value.Span, situation.Project)})");
        return new($"write 127.0.0.1; {string.Join(" and ", all)}", proof);
    }

    /// <summary>No compose file says anything: the container's port has to be published somewhere.</summary>
    private static string Unproved(Situation situation)
    {
        if (situation.Endpoint.Hosts.Length > 1 || situation.Endpoint.Port.MeantWith(situation.Engine.DefaultPort) is not { } port)
        {
            return "write 127.0.0.1 with the host port that Docker publishes";
        }

        return $"write 127.0.0.1, and publish the container's port with \"127.0.0.1:{port}:{situation.Engine.DefaultPort}\" "
            + $"under ports in a compose file or behind -p of docker run";
    }

    private static string Place(ComposeFile file, TextSpan span, Project project) =>
        $"{Paths.Relative(project.Folder, Paths.Normalize(file.Path))}:{file.LineOf(span)}";
}
