using System.Collections.Immutable;
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

    /// <summary>The rules on the host of a text. The first that applies speaks.</summary>
    private static readonly ImmutableArray<Func<HostSituation, Finding?>> s_hostRules =
        ImmutableArray.Create<Func<HostSituation, Finding?>>(
        PortInHost.Apply, BridgeGateway.Apply, ContainerAddress.Apply, ServiceName.Apply, HostAlias.Apply, LocalhostInMySql.Apply, IPv6Loopback.Apply,
        ContainerPort.Apply, UnpublishedPort.Apply);

    public static Finding? Apply(HostSituation situation)
    {
        // A list of hosts with ports of their own is some driver's: where it is not the engine's form, no rule but the one on such ports speaks.
        if (situation.Endpoint.HasPortsInList && situation.Engine.PortInHost != ':')
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
}
