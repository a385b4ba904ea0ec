using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>The actions that bring host and port of a text to what Docker publishes.</summary>
internal static class HostPortRepairs
{
    /// <summary>
    /// One action for a certain service; for possible ones an action each, and one that keeps the port, which comes first where the
    /// port is no container's. Behind them what changes another file or serves another side: the port published, the service's name
    /// for the container.
    /// </summary>
    /// <param name="situation">The host.</param>
    /// <param name="ruleId">The rule, for the equivalence keys.</param>
    public static OfferedRepairs For(HostSituation situation, string ruleId)
    {
        // Without an engine the service is known by its name or address only: else an address is repaired, unasked where it names no port.
        var isUnproved = situation.Engine.IsUnknown && !situation.Ports.IsPortRight && situation.Ports.Destinations.IsEmpty;

        // `Server=tcp:localhost` is SQL Server's writing: with another host in it no driver of MySQL connects either.
        if ((isUnproved && situation.Endpoint.Shape != EndpointShape.Address)
            || (situation.Endpoint.IsNamedAsSqlServerDoes && situation.Engine.RefusesPortInHost))
        {
            return OfferedRepairs.None;
        }

        // Where it is not known from where the text is seen, nothing is written unasked; nor where no port is known that the name stands for.
        // Nor where the next build would be silent about a port that nobody publishes.
        var isOnRequest = (situation.Vantage.Kind == VantageKind.Unknown && situation.IsHostWrong) || IsUnreachable(situation) || situation.IsUndecided
            || (isUnproved && situation.Endpoint.Port.State != PortState.LeftOut);
        var own = OfText(situation, ruleId);
        var others = new[] { PortPublication.For(situation, ruleId), ToUseInside(situation, ruleId) }.OfType<Repair>();
        return new OfferedRepairs((isOnRequest ? own.OnRequest : own).Actions.AddRange(others));
    }

    /// <summary>True for a name whose container is not known to publish the port: another address would be as wrong.</summary>
    private static bool IsUnreachable(HostSituation situation) =>
        situation.Fault == HostFault.ServiceName && !situation.Ports.IsPortRight && situation.Ports.Certain?.Published is null
        && !(situation.Port is null && situation.Topology.Named(situation.Host.Name) is var named
            && (IsPortHole(situation.Endpoint) ? named.Any(static service => !service.Ports.IsEmpty) : named.Any(KeepsItsPort)));

    /// <summary>True for a port that code decides: it may be the one on the host already.</summary>
    private static bool IsPortHole(Endpoint endpoint) => endpoint is { Hosts.Length: 1, Port: { State: PortState.Unknown, Length: > 0 } };

    /// <summary>True for a service whose server has the same port on the host: whatever port the text means, it stays right.</summary>
    private static bool KeepsItsPort(DockerService service) => service.Ports.Any(entry => service.OwnPort is { } own
        ? entry.OfContainerPort(own) is { } published && published.HostPort == own
        : entry.FirstHostPort is { } first && first == entry.FirstContainerPort);

    private static OfferedRepairs OfText(HostSituation situation, string ruleId)
    {
        var (isPortRight, destinations, _) = situation.Ports;
        var writer = new EndpointWriter(situation);
        var actions = ImmutableArray.CreateBuilder<Repair>();

        // With a port in the host it is written anew, wherever it stood.
        int? ownPort = situation.Endpoint is { InnerPort: not null, Port: { State: PortState.Written, Number: var meant } } ? meant : null;
        var isWrong = situation.IsHostWrong || situation.IsPortWrong || situation.IsPortDoubtful;
        foreach (var destination in isWrong ? destinations : ImmutableArray<HostDestination>.Empty)
        {
            if (destination.Published is { } published && situation.HostFor(published) is var host
                && writer.TryWrite(host, isPortRight ? ownPort : published.HostPort) is { } edits
                && !actions.Any(action => action.Edits.SequenceEqual(edits)))
            {
                actions.Add(Named(destination.Service, Written(host, isPortRight ? null : published.HostPort, situation), published, edits, ruleId));
            }
        }

        var address = situation.HostFor(null);
        if (writer.TryWrite(address, null) is not { } hostOnly)
        {
            return OfferedRepairs.None;
        }

        // This machine with a port that may be a tunnel's: the service is certain, and that its port is meant is not.
        var isOfService = destinations.Length > 0 && destinations[0].Match == ServiceMatch.Certain
            && (situation.IsHostWrong || !situation.IsPortDoubtful);
        var isSettled = actions.Count > 0 && (isOfService || (isPortRight && actions[0].Edits.SequenceEqual(hostOnly)));
        if (!isSettled && !hostOnly.IsEmpty && !actions.Any(action => action.Edits.SequenceEqual(hostOnly)))
        {
            var title = situation.Endpoint.InnerPort is { Number: > 0 } inner && (actions.Count == 0 || writer.OtherPort is not null)
                ? $"Use {address} and port {inner.Number}"
                : actions.Count == 0 ? $"Use {address}"
                : $"Use {address}, keep the port";
            actions.Insert(IsNoContainerPort(situation) ? 0 : actions.Count, new Repair(title, $"{ruleId}|host", hostOnly));
        }

        // Two ports in one text: either may be meant, and nothing tells which.
        if (writer.OtherPort is { } other && writer.TryWrite(address, other) is { } otherEdits && !isSettled)
        {
            actions.Add(new Repair($"Use {address} and port {other}", $"{ruleId}|{other}", otherEdits));
            return new OfferedRepairs(actions.ToImmutable());
        }

        return new OfferedRepairs(actions.ToImmutable()).WithCertain(isSettled ? actions[0].Edits : hostOnly);
    }

    /// <summary>True for a port that no container here has and no server by itself: a tunnel's, or that of a server of one's own.</summary>
    private static bool IsNoContainerPort(HostSituation situation) =>
        !situation.Ports.IsPortRight && situation.Port is { } port && port != situation.Engine.DefaultPort
        && situation.Ports.Destinations.All(destination => destination.ContainerPort != port);

    /// <summary>The other side of a project that runs on the host and in a container.</summary>
    private static Repair? ToUseInside(HostSituation situation, string ruleId)
    {
        // What stands behind `??` counts where a setting is missing: inside, a service has its own.
        if (situation.Endpoint.Text.Has(RunKind.Fallback, situation.Host.Start, situation.Host.Length) || situation.Vantage.Kind != VantageKind.Both
            || situation.Vantage.Services.FirstOrDefault(service => ProjectBuilds.Starts(situation.Project, service, situation.Topology) == true) is not { } own
            || situation.Ports.Destinations is not [var destination] || !situation.Topology.AreOnOneNetwork(own, destination.Service))
        {
            return null;
        }

        var name = destination.Service.Name;
        return new EndpointWriter(situation).TryWrite(name, destination.ContainerPort) is { IsEmpty: false } edits
            ? new Repair(
                $"Use {Written(name, destination.ContainerPort, situation)} (this project runs in compose service {own.Name})", $"{ruleId}|inside|{name}",
                edits)
            : null;
    }

    /// <summary>Host and port as a title names them: the port where the text then has one.</summary>
    /// <param name="host">The host that is written.</param>
    /// <param name="port">The port that is written; null where the text's own stays.</param>
    /// <param name="situation">The host of the text.</param>
    public static string Written(string host, int? port, HostSituation situation)
    {
        var address = host.IndexOf(':') < 0 ? host : $"[{host}]";
        var isWritten = situation.Endpoint.Port.State == PortState.Written
            || (port is { } number && situation.Endpoint.Port.MeantWith(situation.Engine.DefaultPort) != number);
        return isWritten && (port ?? situation.Port) is { } shown ? $"{address}:{shown}" : address;
    }

    private static Repair Named(DockerService service, string address, PublishedPort published, ImmutableArray<Edit> edits, string ruleId)
    {
        var source = service.Place.Path is { } path ? Paths.FileName(path) : "options";
        return new Repair($"Use {address} ({service.Name}, {source})", $"{ruleId}|{published.HostPort}|{service.Name}|{service.Place.Path}", edits);
    }
}
