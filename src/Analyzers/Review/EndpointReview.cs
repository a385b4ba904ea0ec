using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>What the rules say of an endpoint of some file. What costs work is asked for only once it can matter.</summary>
/// <param name="project">The project of the file.</param>
/// <param name="docker">What is known of Docker around it.</param>
internal sealed class EndpointReview(ProjectFacts project, TopologyFacts docker)
{
    /// <summary>What the rules say of each host, on the side from which the text is seen.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="text">What only its file can tell.</param>
    /// <param name="options">The options of its file.</param>
    /// <returns>The findings, each with the source positions where it is shown.</returns>
    public IEnumerable<(Finding Finding, TextSpan Span)> FindingsOf(Endpoint endpoint, IReviewedText text, DockerOptions options) =>
        text.Vantage.Kind == VantageKind.Container
            ? SeenFromContainer(endpoint, text, options, docker.Under(options))
            : SeenFromHost(endpoint, text, options, docker.Under(options));

    private IEnumerable<(Finding Finding, TextSpan Span)> SeenFromHost(Endpoint endpoint, IReviewedText text, DockerOptions options, DockerTopology topology)
    {
        var suspects = endpoint.Hosts
            .Select(host => (Host: host, Fault: HostReach.FaultOf(host, text.Vantage, topology, options)))
            .Where(suspect => !(HostReach.IsRightInside(suspect.Fault) && text.MayBeForContainer))
            .Where(suspect => suspect.Fault != HostFault.None || (endpoint.HoldsPortInHost && !options.Ignores(suspect.Host.Name)))
            .ToArray();
        if (suspects.Length == 0 || TryRead(endpoint, text, topology) is not { } reading)
        {
            yield break;
        }

        foreach (var (host, fault) in suspects.Take(reading.IsOneForAll ? 1 : suspects.Length))
        {
            var (read, engine) = reading.Of(host, topology);
            var ports = text.Vantage.SharesNetwork ? HostPortAnswer.Kept : HostDestinations.Find(read, host, fault, engine, topology);
            var situation = new HostSituation(read, host, engine, span => reading.Source.ToString(span), fault, ports)
            {
                Project = project.Project,
                Path = text.Path,
                Topology = topology,
                Vantage = text.Vantage,
                Options = options,
                GoesToMySqlConnector = reading.GoesToMySqlConnector,
                IsForMySqlDataOnly = () => EngineReading.IsForMySqlDataOnly(read, text.Uses, project.References),
                WrittenAt = text.WrittenAt(read, host),
            };

            // What one branch of a choice says of this machine may be right on another one.
            if (RuleTable.Apply(situation) is { } finding && !(finding.IsDoubt && text.MayBeForContainer))
            {
                yield return (finding, situation.ShownSpan);
            }
        }
    }

    private IEnumerable<(Finding Finding, TextSpan Span)> SeenFromContainer(
        Endpoint endpoint, IReviewedText text, DockerOptions options, DockerTopology topology)
    {
        var suspects = endpoint.HoldsPortInHost || RuleTable.HasContainerRules
            ? endpoint.Hosts.Where(host => !options.Ignores(host.Name)).ToArray()
            : [];
        if (suspects.Length == 0 || TryRead(endpoint, text, topology) is not { } reading)
        {
            yield break;
        }

        // Of a container that no service describes only the text itself tells.
        IEnumerable<DockerService?> services = text.Vantage.Services.IsEmpty ? new DockerService?[1] : text.Vantage.Services;
        foreach (var host in suspects.Take(reading.IsOneForAll ? 1 : suspects.Length))
        {
            var (read, engine) = reading.Of(host, topology);
            var found = services.Select(service => SituationIn(service, host)).Select(static one => (Situation: one, Finding: RuleTable.Apply(one)))
                .FirstOrDefault(static one => one.Finding is not null);
            if (found is { Finding: { } finding, Situation: var situation })
            {
                yield return (finding, situation.ShownSpan);
            }

            ContainerSituation SituationIn(DockerService? service, HostName host)
            {
                var port = read.Hosts.Length == 1 ? read.Port.MeantWith(EngineReading.DefaultPortOf(read, engine)) : null;
                var answer = service is null ? ContainerAnswer.Unknown : ContainerReach.AnswerFor(service, host.Name, port, engine, topology);
                return new ContainerSituation(read, host, engine, span => reading.Source.ToString(span), service, answer)
                {
                    Project = project.Project,
                    Path = text.Path,
                    Topology = topology,
                    Vantage = text.Vantage,
                    Options = options,
                    GoesToMySqlConnector = reading.GoesToMySqlConnector,
                    IsForMySqlDataOnly = () => EngineReading.IsForMySqlDataOnly(read, text.Uses, project.References),
                    WrittenAt = text.WrittenAt(read, host),
                };
            }
        }
    }

    /// <summary>The text as its code makes it, and whose it is; null for one that is not judged.</summary>
    private Reading? TryRead(Endpoint endpoint, IReviewedText text, DockerTopology topology) =>
        !text.IsMadeAtRunTime && !text.IsForAnotherMachine && OverriddenText.Of(endpoint, text.Uses) is { IsLookedUp: false } seen
        && EngineEvidence.Decide(seen, text.Uses, () => text.Around, () => project.References, topology.EngineOn) is { IsWithoutServer: false } engine
            ? new Reading(seen, engine, text.Source, EngineReading.ReachesMySqlConnector(text.Uses))
            : null;

    private sealed record Reading(Endpoint Seen, Engine Engine, SourceText Source, bool GoesToMySqlConnector)
    {
        /// <summary>What is said of a whole list of hosts is said once.</summary>
        public bool IsOneForAll => Seen.HasPortsInList && GoesToMySqlConnector;

        /// <summary>The text as the engine reads it. A service's name or address has that service's engine where nothing else tells it.</summary>
        public (Endpoint Read, Engine Engine) Of(HostName host, DockerTopology topology)
        {
            var engine = Engine.IsUnknown ? topology.EngineNamed(host.Name) ?? Engine : Engine;
            return (EngineReading.Of(Seen, engine), engine);
        }
    }
}
