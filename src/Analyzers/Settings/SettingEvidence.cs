using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>What a settings file says of whose a text is, besides the text itself.</summary>
internal static class SettingEvidence
{
    /// <summary>What Serilog's configuration gives a sink: its <c>Name</c> says which one it is.</summary>
    private const string ArgumentsSection = "Args", ArgumentsOwner = "Name";

    /// <summary>Among more settings none is looked for: it would be data.</summary>
    private const int MostSiblings = 256;

    /// <summary>The uses of a setting, as far as its file tells them and without what code does with it.</summary>
    public static TextUses UsesOf(SettingEndpoint endpoint)
    {
        var sinks = endpoint.Provider is { } provider ? ImmutableArray.Create(new Sink(SinkKind.Property, provider, null, "providerName") { IsDriverType = true }) : ImmutableArray<Sink>.Empty;
        return new TextUses(sinks, ImmutableArray<string?>.Empty, IsOfContainer: false, EvidentNames(endpoint).ToImmutableArray(), ImmutableArray<string>.Empty);
    }

    public static Surroundings AroundOf(SettingEndpoint endpoint) => new(endpoint.Kinds.IsEmpty ? KindsAround(endpoint.Section).ToImmutableArray() : endpoint.Kinds, static _ => false);

    /// <summary>The names that a setting stands under, its own first.</summary>
    public static IEnumerable<string> NamesOf(Setting setting, SettingsSection section)
    {
        if (!section.IsList)
        {
            yield return setting.Name;
        }

        for (var around = section; around is not null; around = around.Parent)
        {
            if (around.Name.Length > 0)
            {
                yield return around.Name;
            }
        }
    }

    /// <summary>The nearest name that speaks of an engine: it says more than one farther away.</summary>
    private static IEnumerable<string> EvidentNames(SettingEndpoint endpoint) => NamesOf(endpoint.Setting, endpoint.Section).Where(static name => EngineNames.In(name).Any()).Take(1);

    /// <summary>What the nearest section that says it says of the kind of database.</summary>
    private static IEnumerable<string> KindsAround(SettingsSection section)
    {
        for (var around = section; around is not null; around = around.Parent)
        {
            var kinds = around.Settings.Take(MostSiblings).Where(static setting => SettingNames.IsKind(setting.Name)).Select(static setting => setting.Text.Value).ToArray();
            var owner = around.Name == ArgumentsSection ? around.Parent?[ArgumentsOwner] : null;
            if (kinds.Length > 0 || owner is not null)
            {
                return owner is null ? kinds : kinds.Append(owner);
            }
        }

        return [];
    }
}
