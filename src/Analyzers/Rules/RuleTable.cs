using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reachability.ContainerSide;
using DockerConnectionStrings.Analyzers.Reachability.HostSide;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>All rules. Adding one is a line here, beside its file and its page.</summary>
internal static class RuleTable
{
    /// <summary>Every rule, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ImmutableArray.Create(
        LocalhostInMySql.Descriptor, ContainerAddress.Descriptor, ContainerPort.Descriptor, UnpublishedPort.Descriptor, ServiceName.Descriptor,
        BridgeGateway.Descriptor, HostAlias.Descriptor, IPv6Loopback.Descriptor, PortInHost.Descriptor, UnreadableFile.Descriptor, SettingRepair.Descriptor);

    /// <summary>The rules on a text that is seen from the host. The first that applies speaks.</summary>
    private static readonly ImmutableArray<Func<HostSituation, Finding?>> s_hostRules =
        ImmutableArray.Create<Func<HostSituation, Finding?>>(
        PortInHost.Apply, BridgeGateway.Apply, ContainerAddress.Apply, ServiceName.Apply, HostAlias.Apply, LocalhostInMySql.Apply, IPv6Loopback.Apply,
        ContainerPort.Apply, UnpublishedPort.Apply);

    /// <summary>The rules on a text that is seen from inside a container, each with the fault that it speaks of. The first that applies speaks.</summary>
    private static readonly ImmutableArray<(ContainerFault Fault, Func<ContainerSituation, Finding?> Apply)> s_containerRules =
        ImmutableArray<(ContainerFault, Func<ContainerSituation, Finding?>)>.Empty;

    /// <summary>What the rules of the host's side say.</summary>
    public static Finding? Apply(HostSituation situation)
    {
        if (IsForeignList(situation))
        {
            return PortInHost.Apply(situation);
        }

        // What a driver takes where no host is named is said of one driver only.
        if (situation.Endpoint.IsHostLeftOut)
        {
            return LocalhostInMySql.Apply(situation);
        }

        foreach (var rule in s_hostRules)
        {
            if (rule(situation) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>What the rules of the container's side say.</summary>
    public static Finding? Apply(ContainerSituation situation)
    {
        var ofForm = PortInHost.Apply(situation);
        if (ofForm is not null || IsForeignList(situation))
        {
            return ofForm;
        }

        foreach (var (fault, apply) in s_containerRules)
        {
            if (fault == situation.Answer.Fault && apply(situation) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>False while nothing but the form of a text is judged on the container's side.</summary>
    public static bool HasContainerRules => !s_containerRules.IsEmpty;

    /// <summary>A list of hosts with ports of their own is some driver's: where it is not the engine's form, only the rule on such ports speaks.</summary>
    private static bool IsForeignList(Situation situation) => situation.Endpoint.HasPortsInList && situation.Engine.PortInHost != ':';
}
