using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>The edits that bring host and port of a text to what Docker publishes.</summary>
internal static class HostPortRepairs
{
    /// <summary>One action for a certain service; for possible ones an action each, and one that keeps the port.</summary>
    /// <param name="situation">The host.</param>
    /// <param name="ruleId">The rule, for the equivalence keys.</param>
    public static Repairs For(Situation situation, string ruleId)
    {
        var (isPortRight, offers, _) = situation.Ports;
        var writer = new Writer(situation, ruleId);
        var actions = ImmutableArray.CreateBuilder<Repair>();
        foreach (var offer in offers)
        {
            if (offer.Published is { } published && writer.TryWrite(published, isPortRight) is { } edits && !actions.Any(action => action.Edits.SequenceEqual(edits)))
            {
                actions.Add(writer.Named(offer.Service, published, edits));
            }
        }

        if (writer.TryWriteHost(PortMapping.Loopback) is not { } hostOnly)
        {
            return Repairs.None;
        }

        var isSettled = actions.Count > 0 && (offers[0].Meaning == Meaning.Certain || (isPortRight && actions[0].Edits.SequenceEqual(hostOnly)));
        if (!isSettled && !actions.Any(action => action.Edits.SequenceEqual(hostOnly)))
        {
            actions.Add(new Repair(actions.Count == 0 ? $"Use {PortMapping.Loopback}" : $"Use {PortMapping.Loopback}, keep the port", $"{ruleId}|host", hostOnly));
        }

        return new Repairs(actions.ToImmutable(), isSettled ? actions[0].Edits : hostOnly);
    }

    private sealed class Writer(Situation situation, string ruleId)
    {
        private readonly Endpoint _endpoint = situation.Endpoint;

        /// <summary>Null when host or port cannot be written.</summary>
        public ImmutableArray<Edit>? TryWrite(PublishedPort published, bool keepPort)
        {
            if (TryWriteHost(published.Address) is not { } host)
            {
                return null;
            }

            if (keepPort || _endpoint.Port.MeantWith(situation.Engine.DefaultPort) == published.HostPort)
            {
                return host;
            }

            return TryWritePort(published.HostPort) is { } port ? host.Add(port).Sort(static (left, right) => left.Start.CompareTo(right.Start)) : null;
        }

        public ImmutableArray<Edit>? TryWriteHost(string address) =>
            _endpoint.Text.EditableSpan(situation.Host.Start, situation.Host.Length) is { } span ? ImmutableArray.Create(ToEdit(span, address)) : null;

        public Repair Named(ComposeService service, PublishedPort published, ImmutableArray<Edit> edits)
        {
            var address = published.Address.IndexOf(':') < 0 ? published.Address : $"[{published.Address}]";
            var file = Paths.FileName(service.File.Path);
            return new Repair($"Use {address}:{published.HostPort} ({service.Name}, {file})", $"{ruleId}|{published.HostPort}|{service.Name}|{service.File.Path}", edits);
        }

        private Edit? TryWritePort(int port)
        {
            var number = port.ToString(CultureInfo.InvariantCulture);
            if (_endpoint.Port.State == PortState.Written)
            {
                return _endpoint.Text.EditableSpan(_endpoint.Port.Start, _endpoint.Port.Length) is { } written ? ToEdit(written, number) : null;
            }

            return _endpoint.Text.EditableSpan(_endpoint.HostPair.End, 0) is { } behindHost ? ToEdit(behindHost, $";{PortKey()}={number}") : null;
        }

        /// <summary>In the case of the host's key.</summary>
        private string PortKey()
        {
            var key = _endpoint.HostPair.Key;
            return !key.Any(char.IsUpper) ? "port" : !key.Any(char.IsLower) ? "PORT" : "Port";
        }

        private Edit ToEdit(TextSpan span, string newText) => new(span.Start - situation.ShownSpan.Start, situation.SourceText(span), newText);
    }
}
