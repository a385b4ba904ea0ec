using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>What a text means once code has set options beside it.</summary>
internal static class OverriddenText
{
    /// <summary>The text as its sinks see it.</summary>
    /// <param name="endpoint">The text as it is written.</param>
    /// <param name="uses">What is done with it.</param>
    /// <returns>Null when every sink sees another host, or when code searches for what an edit would change.</returns>
    public static Endpoint? Of(Endpoint endpoint, TextUses uses)
    {
        if (uses.IsOfContainer || uses.Searches.Any(endpoint.IsChangedWhere))
        {
            return null;
        }

        var connecting = uses.Sinks.Where(static sink => !Bystanders.IsOne(sink)).ToArray();
        if (connecting.Length == 0)
        {
            return endpoint;
        }

        // The sink that leaves least certain speaks for all.
        return connecting
            .Select(sink => endpoint.Under(sink.IsContinued, sink.Overrides.Select(static option => (option.Key, option.Value))))
            .OfType<Endpoint>()
            .OrderBy(static seen => seen.Port.State == PortState.Unknown ? 0 : 1)
            .ThenByDescending(static seen => seen.Overrides.Count)
            .FirstOrDefault();
    }
}
