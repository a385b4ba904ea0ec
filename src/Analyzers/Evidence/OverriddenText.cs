using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Evidence;

/// <summary>What a text means once code has set options beside it.</summary>
internal static class OverriddenText
{
    /// <summary>The text as its sinks see it.</summary>
    /// <param name="endpoint">The text as it is written.</param>
    /// <param name="uses">What is done with it.</param>
    /// <returns>Null when every sink sees another host, or when code searches for what an edit would change.</returns>
    public static Endpoint? Of(Endpoint endpoint, TextUses uses)
    {
        if (uses.IsOfContainer || uses.Searches.Any(search => search.IsOfPart ? endpoint.IsFoundBy(search.Text) : endpoint.IsChangedWhere(search.Text)))
        {
            return null;
        }

        var connecting = uses.Sinks.Where(static sink => !InertSinks.IsInert(sink)).ToArray();
        if (connecting.Length == 0)
        {
            return endpoint;
        }

        var seen = connecting
            .Select(sink => endpoint.Under(sink.IsContinued, sink.Overrides.Select(static option => (option.Key, option.Value))))
            .OfType<Endpoint>()
            .OrderBy(static one => one.Port.State == PortState.Unknown ? 0 : 1)
            .ThenByDescending(static one => one.Overrides.Count)
            .ToArray();
        if (seen.Length == 0)
        {
            return null;
        }

        // The sink that leaves least certain speaks for all, and where two see different values neither is known.
        var overrides = seen[0].Overrides;
        foreach (var key in seen.SelectMany(static one => one.Overrides.Keys).Distinct())
        {
            if (seen.Any(one => one[key] != seen[0][key]))
            {
                overrides = overrides.SetItem(key, OptionValue.Unknown);
            }
        }

        // What code searches for it may replace.
        foreach (var key in new[] { ConnectionKey.Database, ConnectionKey.User, ConnectionKey.Password })
        {
            if (endpoint[key].Value is { } value
                && uses.Searches.Any(
                    search => search is { IsOfPart: false, Text.Length: > 0 } && value.IndexOf(search.Text, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                overrides = overrides.SetItem(key, OptionValue.Unknown);
            }
        }

        return seen[0] with { Overrides = overrides };
    }
}
