using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>An endpoint of some file, with what only that file can tell. What costs work is asked for only once it can matter.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="options">The options of its file.</param>
internal sealed class EndpointReview(Endpoint endpoint, DockerOptions options)
{
    /// <summary>The path of its file, from which a message names other files.</summary>
    public required string Path { get; init; }

    /// <summary>From where the text is seen.</summary>
    public required Func<Vantage> Vantage { get; init; }

    /// <summary>What is done with the text.</summary>
    public required Func<TextUses> Uses { get; init; }

    /// <summary>What stands around it.</summary>
    public required Func<Surroundings> Around { get; init; }

    /// <summary>The file.</summary>
    public required Func<SourceText> Source { get; init; }

    /// <summary>True for a text that may be meant for a container, though its file is seen from the host.</summary>
    public Func<bool> MayBeForContainer { get; init; } = static () => false;

    /// <summary>True for a text of a branch that is taken on another machine: what is right there is not known here.</summary>
    public Func<bool> IsForAnotherMachine { get; init; } = static () => false;

    /// <summary>True when a part of the text is decided at run time by what starts the container.</summary>
    public Func<bool> IsMadeAtRunTime { get; init; } = static () => false;

    /// <summary>Path and line of the constant that holds a host, when the text names it by one.</summary>
    public Func<Endpoint, HostName, string?> WrittenAt { get; init; } = static (_, _) => null;

    /// <summary>What the rules say of each host.</summary>
    /// <param name="scope">The compilation.</param>
    /// <returns>The findings, each with the source positions where it is shown.</returns>
    public IEnumerable<(Finding Finding, TextSpan Span)> Findings(CompilationScope scope)
    {
        var topology = scope.TopologyUnder(options);
        var vantage = new Lazy<Vantage>(Vantage, LazyThreadSafetyMode.None);
        var suspects = endpoint.Hosts
            .Select(host => (Host: host, Verdict: Judge.Of(host, () => vantage.Value, topology, options)))
            .Where(suspect => !(Judge.IsRightInside(suspect.Verdict) && MayBeForContainer()))
            .Where(suspect => suspect.Verdict != Verdict.Unknown || (endpoint.HoldsPortInHost && !options.Ignores(suspect.Host.Name)))
            .ToArray();
        if (suspects.Length == 0 || IsMadeAtRunTime() || IsForAnotherMachine())
        {
            yield break;
        }

        var uses = Uses();
        if (OverriddenText.Of(endpoint, uses) is not { IsLookedUp: false } seen
            || EngineEvidence.Decide(seen, uses, Around, () => scope.References, topology.EngineOn) is not { IsWithoutServer: false } engine)
        {
            yield break;
        }

        var source = Source();
        var goesToMySqlConnector = EngineReading.ReachesMySqlConnector(uses);

        // What is said of the whole list is said once.
        foreach (var (host, verdict) in suspects.Take(endpoint.HasPortsInList && goesToMySqlConnector ? 1 : suspects.Length))
        {
            // A service's name or address has that service's engine where nothing else tells it.
            var own = engine == EngineTable.Unknown ? HostPorts.EngineOf(host, topology) ?? engine : engine;
            var read = EngineReading.Of(seen, own);
            var ports = vantage.Value.SharesNetwork ? HostPortAnswer.Kept : HostPorts.Find(read, host, verdict, own, topology);
            var situation = new Situation(read, host, own, verdict, ports, scope.Project, span => source.ToString(span))
            {
                Path = Path,
                Topology = topology,
                Vantage = vantage.Value,
                Options = options,
                GoesToMySqlConnector = goesToMySqlConnector,
                IsForMySqlDataOnly = () => EngineReading.IsForMySqlDataOnly(read, uses, scope.References),
                WrittenAt = WrittenAt(read, host),
            };
            // What one branch of a choice says of this machine may be right on another one.
            if (RuleTable.Apply(situation) is { } finding && !(finding.IsDoubt && MayBeForContainer()))
            {
                yield return (finding, situation.ShownSpan);
            }
        }
    }
}
