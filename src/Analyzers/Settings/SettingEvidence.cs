using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
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

    /// <summary>Longer values are no engine's word, whatever its version.</summary>
    private const int LongestWord = 24;

    /// <summary>The uses of a setting, as far as its file tells them and without what code does with it.</summary>
    public static TextUses UsesOf(SettingEndpoint endpoint)
    {
        var sinks = endpoint.Provider is { } provider
            ? ImmutableArray.Create(new Sink(SinkKind.Property, provider, null, "providerName") { IsDriverType = true }) : ImmutableArray<Sink>.Empty;
        return new TextUses(sinks, ImmutableArray<Search>.Empty, IsOfContainer: false, Nearest(endpoint).Names, ImmutableArray<string>.Empty);
    }

    public static Surroundings AroundOf(SettingEndpoint endpoint) => new(Nearest(endpoint).Kinds, static _ => false);

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

    /// <summary>Further names around the outermost section, the innermost first.</summary>
    public static IEnumerable<string> NamesAround(SettingsSection section)
    {
        while (section.Parent is { } parent)
        {
            section = parent;
        }

        return section.Around;
    }

    /// <summary>
    /// The nearest names, and values that tell the kind of database, that speak of an engine. They say more than those farther away:
    /// a provider at the root chooses between texts whose own names tell whose they are.
    /// </summary>
    private static (ImmutableArray<string> Names, ImmutableArray<string> Kinds) Nearest(SettingEndpoint endpoint)
    {
        var name = endpoint.Section.IsList ? "" : endpoint.Name;
        for (var around = endpoint.Section; around is not null; (name, around) = (around.Name, around.Parent))
        {
            var names = NamesOfServer(name, endpoint.Endpoint);
            var kinds = Evident(KindsFor(endpoint, around));
            if (!names.IsEmpty || !kinds.IsEmpty)
            {
                // What a text itself is called says more than what is said of all beside it.
                return (names, names.IsEmpty || endpoint.Endpoint.Shape == EndpointShape.HostAndPort ? kinds : ImmutableArray<string>.Empty);
            }
        }

        var common = endpoint.Section.Common is { } all && endpoint.Endpoint.Shape != EndpointShape.HostAndPort ? KindsIn(all, endpoint.Setting.Name) : [];
        return (NamesOfServer(name, endpoint.Endpoint), Evident(common));
    }

    /// <summary>True for an engine's name in a setting's own or in one around it.</summary>
    public static bool IsNamed(SettingEndpoint endpoint) => !Nearest(endpoint).Names.IsEmpty;

    /// <summary>
    /// A host is not the engine's because something is called after the engine: a port, a database or nothing but words of servers has to
    /// stand there as well.
    /// </summary>
    private static ImmutableArray<string> NamesOfServer(string name, Endpoint endpoint) => Evident([name])
        .RemoveAll(evident => endpoint.Shape == EndpointShape.HostAndPort && endpoint.Port.State != PortState.Written
            && !endpoint[ConnectionKey.Database].IsPresent
            && !SettingNames.IsOfServer(evident, EngineNames.In(evident).SelectMany(static engine => engine.Words)));

    /// <summary>What is said of all that stands in a file says nothing of a host in it: mail servers and caches have hosts as well.</summary>
    private static IEnumerable<string> KindsFor(SettingEndpoint endpoint, SettingsSection around) =>
        endpoint.Endpoint.Shape != EndpointShape.HostAndPort ? KindsIn(around, endpoint.Setting.Name).Concat(KindsBeside(around, endpoint.Setting.Name))
        : around != endpoint.Section ? []
        : !endpoint.Kinds.IsEmpty ? endpoint.Kinds
        : endpoint.Endpoint[ConnectionKey.Database].IsPresent ? KindsIn(around, endpoint.Setting.Name)
        : [];

    private static ImmutableArray<string> Evident(IEnumerable<string> names) => names.Where(static name => EngineNames.In(name).Any()).ToImmutableArray();

    /// <summary>What a section's settings say of the kind of database of one among them.</summary>
    private static IEnumerable<string> KindsIn(SettingsSection section, string of)
    {
        var kinds = section.Settings.Take(MostSiblings).Select(setting => KindSaidBy(setting, of)).OfType<string>();
        return section.Name == ArgumentsSection && section.Parent?[ArgumentsOwner] is { } owner ? kinds.Append(owner) : kinds;
    }

    /// <summary>What sections without a text of their own say: <c>"Database": { "Type": "MySql" }</c> beside <c>"ConnectionStrings"</c>.</summary>
    private static IEnumerable<string> KindsBeside(SettingsSection around, string of) => around.Sections
        .Take(MostSiblings)
        .Where(static section => !section.IsList && SettingNames.IsOfDatabase(section.Name) && !HoldsText(section) && !section.Sections.Any(HoldsText))
        .SelectMany(section => KindsIn(section, of));

    private static bool HoldsText(SettingsSection section) =>
        section.Settings.Take(MostSiblings).Any(static setting => EndpointReader.MayConnect(setting.Text.Value));

    /// <summary>The value of a setting that tells the kind of database; one that usually tells a database's name has to be an engine's word.</summary>
    private static string? KindSaidBy(Setting setting, string of)
    {
        // The name first: few are those of a kind.
        var isKind = SettingNames.IsKind(setting.Name, of);
        if (!isKind && !SettingNames.MayBeKindOfDatabase(setting.Name))
        {
            return null;
        }

        var value = setting.Text.Value;
        var plain = value.Length > LongestWord ? "" : SettingNames.Plain(value).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var word = EngineTable.OfWord(plain) is null ? null : plain;
        return isKind ? word ?? value : word;
    }
}
