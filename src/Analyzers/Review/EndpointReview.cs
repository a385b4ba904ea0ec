using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>What the rules say of an endpoint of some file. What costs work is asked for only once it can matter.</summary>
/// <param name="project">The project of the file.</param>
/// <param name="docker">What is known of Docker around it.</param>
internal sealed class EndpointReview(ProjectFacts project, TopologyFacts docker)
{
    /// <summary>What the rules say of each host.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="text">What only its file can tell.</param>
    /// <param name="options">The options of its file.</param>
    /// <returns>The findings, each with the source positions where it is shown.</returns>
    public IEnumerable<(Finding Finding, TextSpan Span)> FindingsOf(Endpoint endpoint, IReviewedText text, DockerOptions options)
    {
        var topology = docker.Under(options);
        var suspects = endpoint.Hosts
            .Select(host => (Host: host, Fault: HostReach.FaultOf(host, text.Vantage, topology, options)))
            .Where(suspect => !(HostReach.IsRightInside(suspect.Fault) && text.MayBeForContainer))
            .Where(suspect => suspect.Fault != HostFault.None || (endpoint.HoldsPortInHost && !options.Ignores(suspect.Host.Name)))
            .ToArray();
        if (suspects.Length == 0 || text.IsMadeAtRunTime || text.IsForAnotherMachine)
        {
            yield break;
        }

        var uses = text.Uses;
        if (OverriddenText.Of(endpoint, uses) is not { IsLookedUp: false } seen
            || EngineEvidence.Decide(seen, uses, () => text.Around, () => project.References, topology.EngineOn) is not { IsWithoutServer: false } engine)
        {
            yield break;
        }

        var source = text.Source;
        var goesToMySqlConnector = EngineReading.ReachesMySqlConnector(uses);

        // What is said of the whole list is said once.
        foreach (var (host, fault) in suspects.Take(endpoint.HasPortsInList && goesToMySqlConnector ? 1 : suspects.Length))
        {
            // A service's name or address has that service's engine where nothing else tells it.
            var own = engine == EngineTable.Unknown ? HostDestinations.EngineOf(host, topology) ?? engine : engine;
            var read = EngineReading.Of(seen, own);
            var ports = text.Vantage.SharesNetwork ? HostPortAnswer.Kept : HostDestinations.Find(read, host, fault, own, topology);
            var situation = new HostSituation(read, host, own, span => source.ToString(span), fault, ports)
            {
                Project = project.Project,
                Path = text.Path,
                Topology = topology,
                Vantage = text.Vantage,
                Options = options,
                GoesToMySqlConnector = goesToMySqlConnector,
                IsForMySqlDataOnly = () => EngineReading.IsForMySqlDataOnly(read, uses, project.References),
                WrittenAt = text.WrittenAt(read, host),
            };
            // What one branch of a choice says of this machine may be right on another one.
            if (RuleTable.Apply(situation) is { } finding && !(finding.IsDoubt && text.MayBeForContainer))
            {
                yield return (finding, situation.ShownSpan);
            }
        }
    }
}
