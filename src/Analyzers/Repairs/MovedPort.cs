using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Reachability;

namespace DockerConnectionStrings.Analyzers.Repairs;

/// <summary>Of a port that is written inside the host: what to write where nothing but that is wrong, from wherever the text is seen.</summary>
internal static class MovedPort
{
    public static Advice AdviceFor(Situation situation)
    {
        var port = situation.Endpoint.Port.State == PortState.Written ? $"port {situation.Endpoint.Port.Number}" : "its port";
        return new($"write {situation.Host.Name} alone, and {port} in an option of its own", null);
    }

    /// <summary>The port moves into its option. Where that says another number either may be meant: an action each, and none unasked.</summary>
    /// <param name="situation">The host.</param>
    /// <param name="ruleId">The rule, for the equivalence keys.</param>
    public static OfferedRepairs RepairsFor(Situation situation, string ruleId)
    {
        // `Server=tcp:localhost` is SQL Server's writing: with another host in it no driver of MySQL connects either.
        var writer = new EndpointWriter(situation);
        var host = situation.Host.Name;
        if (situation.Endpoint.IsNamedAsSqlServerDoes || writer.TryWrite(host, null) is not { } edits)
        {
            return OfferedRepairs.None;
        }

        var title = situation.Endpoint.InnerPort is { Number: > 0 and var port } ? $"Use {host} and port {port}" : $"Use {host}";
        var own = new Repair(title, $"{ruleId}|host", edits);
        return writer.OtherPort is { } other && writer.TryWrite(host, other) is { } otherEdits
            ? new OfferedRepairs(ImmutableArray.Create(own, new Repair($"Use {host} and port {other}", $"{ruleId}|{other}", otherEdits)))
            : new OfferedRepairs(ImmutableArray.Create(own with { IsCertain = true }));
    }
}
