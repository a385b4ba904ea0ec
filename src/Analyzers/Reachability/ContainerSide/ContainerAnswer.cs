using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Whether a host and a port connect from inside a container, and why not.</summary>
/// <param name="Outcome">Whether they do.</param>
/// <param name="Fault">Why not, where they fail.</param>
/// <param name="Services">The containers that the host stands for, nearly names, or could mean.</param>
internal sealed record ContainerAnswer(ContainerOutcome Outcome, ContainerFault Fault, ImmutableArray<DockerService> Services)
{
    public static readonly ContainerAnswer Unknown = new(ContainerOutcome.Unknown, ContainerFault.None, ImmutableArray<DockerService>.Empty);

    public static ContainerAnswer Connects(IEnumerable<DockerService> services) =>
        new(ContainerOutcome.Connects, ContainerFault.None, services.ToImmutableArray());

    public static ContainerAnswer Fails(ContainerFault fault, IEnumerable<DockerService> services) =>
        new(ContainerOutcome.Fails, fault, services.ToImmutableArray());

    /// <summary>One answer for several descriptions of a container: what connects in one is right, and what they do not agree on is not known.</summary>
    public static ContainerAnswer Of(IReadOnlyList<ContainerAnswer> answers) => answers.Count == 0 ? Unknown
        : answers.FirstOrDefault(static answer => answer.Outcome == ContainerOutcome.Connects)
            ?? (answers.All(answer => answer.Fault == answers[0].Fault) ? answers[0] : Unknown);
}
