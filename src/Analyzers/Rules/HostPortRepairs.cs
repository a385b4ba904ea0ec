using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>The actions that bring host and port of a text to what Docker publishes.</summary>
internal static class HostPortRepairs
{
    /// <summary>One action for a certain service; for possible ones an action each, and one that keeps the port.</summary>
    /// <param name="situation">The host.</param>
    /// <param name="ruleId">The rule, for the equivalence keys.</param>
    public static Repairs For(Situation situation, string ruleId)
    {
        // Without an engine the service is not known: only an address that names no port is repaired.
        if (situation.Engine == EngineTable.Unknown && !(situation.Endpoint is { Shape: EndpointShape.Address, Port.State: PortState.LeftOut }))
        {
            return Repairs.None;
        }

        var (isPortRight, offers, _) = situation.Ports;
        var writer = new EndpointWriter(situation);
        var actions = ImmutableArray.CreateBuilder<Repair>();

        // With a port in the host it is written anew, wherever it stood.
        int? own = situation.Endpoint is { InnerPort: not null, Port: { State: PortState.Written, Number: var meant } } ? meant : null;
        foreach (var offer in situation.IsHostWrong ? offers : ImmutableArray<Offer>.Empty)
        {
            if (offer.Published is { } published && writer.TryWrite(published.Address, isPortRight ? own : published.HostPort) is { } edits && !actions.Any(action => action.Edits.SequenceEqual(edits)))
            {
                actions.Add(Named(offer.Service, published, edits, ruleId));
            }
        }

        var address = situation.IsHostWrong ? PortMapping.Loopback : situation.Host.Name;
        if (writer.TryWrite(address, null) is not { } hostOnly)
        {
            return Repairs.None;
        }

        var isSettled = actions.Count > 0 && (offers[0].Meaning == Meaning.Certain || (isPortRight && actions[0].Edits.SequenceEqual(hostOnly)));
        if (!isSettled && !actions.Any(action => action.Edits.SequenceEqual(hostOnly)))
        {
            var title = situation.Endpoint.InnerPort is { Number: > 0 } inner ? $"Use {address} and port {inner.Number}" : $"Use {address}";
            actions.Add(new Repair(actions.Count == 0 ? title : $"Use {address}, keep the port", $"{ruleId}|host", hostOnly));
        }

        // Two ports in one text: either may be meant, and nothing tells which.
        if (writer.OtherPort is { } other && writer.TryWrite(address, other) is { } otherEdits && !isSettled)
        {
            actions.Add(new Repair($"Use {address} and port {other}", $"{ruleId}|{other}", otherEdits));
            return new Repairs(actions.ToImmutable(), ImmutableArray<Edit>.Empty);
        }

        return new Repairs(actions.ToImmutable(), isSettled ? actions[0].Edits : hostOnly);
    }

    private static Repair Named(ComposeService service, PublishedPort published, ImmutableArray<Edit> edits, string ruleId)
    {
        var address = published.Address.IndexOf(':') < 0 ? published.Address : $"[{published.Address}]";
        var file = Paths.FileName(service.File.Path);
        return new Repair($"Use {address}:{published.HostPort} ({service.Name}, {file})", $"{ruleId}|{published.HostPort}|{service.Name}|{service.File.Path}", edits);
    }
}
