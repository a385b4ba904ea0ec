using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>
/// Decides whose a connection text is. The first step that has evidence answers; evidence for two engines in one step, or
/// none at all, is no answer.
/// </summary>
internal static class EngineEvidence
{
    /// <summary>Decides.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="sinks">The places that the text reaches; asked for first.</param>
    /// <param name="references">Simple names of the assemblies that the project references, compared without case; asked for last.</param>
    /// <returns>The engine, or null when nothing tells it.</returns>
    public static Engine? Decide(Endpoint endpoint, ImmutableArray<Sink> sinks, Func<HashSet<string>> references)
    {
        if (endpoint.IsFormatTemplate)
        {
            return null;
        }

        var answer = Single(FromSinks(sinks));
        if (answer is null && !Bystanders.AreAll(sinks))
        {
            answer = Single(FromText(endpoint)) ?? FromProject(endpoint, references);
        }

        return answer?.Engine;
    }

    /// <summary>Step 1: who takes the text.</summary>
    private static IEnumerable<Engine> FromSinks(ImmutableArray<Sink> sinks)
    {
        foreach (var sink in sinks)
        {
            var takers = EngineTable.All.Where(engine => Takes(engine, sink)).ToArray();

            // A driver that no row names: another engine's, whichever it is.
            if (takers.Length == 0 && sink.IsDriverType)
            {
                yield return EngineTable.Unknown;
            }

            foreach (var engine in takers)
            {
                yield return engine;
            }
        }
    }

    private static bool Takes(Engine engine, Sink sink)
    {
        if (sink.Kind is SinkKind.Inert or SinkKind.Elsewhere)
        {
            return false;
        }

        foreach (var name in engine.Sinks)
        {
            // A constructor is known by its type, a method by its own name or its type's.
            if (string.Equals(name, sink.Member, StringComparison.OrdinalIgnoreCase)
                || (string.Equals(name, sink.Type, StringComparison.OrdinalIgnoreCase) && !sink.IsIn("System", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return !Bystanders.IsOne(sink) && engine.DriverNamespaces.Any(driver => sink.IsIn(driver, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Step 2: keys and ports of the text itself.</summary>
    private static IEnumerable<Engine> FromText(Endpoint endpoint)
    {
        foreach (var engine in EngineTable.All)
        {
            if (endpoint.Options.Pairs.Any(pair => IsOwn(engine, pair)) || HasPortOf(engine, endpoint))
            {
                yield return engine;
            }
        }
    }

    private static bool IsOwn(Engine engine, KeyValue pair)
    {
        var key = Engine.Normalize(pair.Key);
        return engine.OwnKeys.Contains(key) || (!engine.OwnPairs.IsEmpty && engine.OwnPairs.Contains(key + "=" + pair.Value));
    }

    private static bool HasPortOf(Engine engine, Endpoint endpoint) =>
        endpoint.Port.State == PortState.Written
        && (endpoint.Port.Number == engine.DefaultPort || engine.OtherPorts.Contains(endpoint.Port.Number))
        && (engine.ReadKeys.IsEmpty || endpoint.Options.Pairs.All(pair => engine.ReadKeys.Contains(Engine.Normalize(pair.Key))));

    /// <summary>Step 4: the project's drivers, for a text that names a database.</summary>
    private static Answer? FromProject(Endpoint endpoint, Func<HashSet<string>> references)
    {
        if (!endpoint[ConnectionKey.Database].IsPresent)
        {
            return null;
        }

        return Single(EngineTable.All.Where(engine => engine.ReadsKeyValueTexts && references().Overlaps(engine.Assemblies)));
    }

    /// <summary>Null when there is no evidence; an answer without an engine when it contradicts itself.</summary>
    private static Answer? Single(IEnumerable<Engine> evidence)
    {
        Engine? only = null;
        foreach (var engine in evidence)
        {
            if (only is not null && only != engine)
            {
                return new Answer(null);
            }

            only = engine;
        }

        return only is null ? null : new Answer(only);
    }

    private sealed record Answer(Engine? Engine);
}
