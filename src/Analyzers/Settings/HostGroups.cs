using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>
/// Hosts of a section whose ports, databases and accounts are settings of their own: <c>{ "Host": ..., "Port": ... }</c>, <c>DB_HOST</c>
/// and <c>DB_PORT</c>, a list of hosts.
/// </summary>
internal sealed class HostGroups(SettingsSection section)
{
    /// <summary>Beside more settings none is looked for: it would be data.</summary>
    private const int MostSettings = 1_000;

    /// <summary>The longest name that DNS knows.</summary>
    private const int LongestHost = 253;

    /// <summary>Stands for what is no list of hosts.</summary>
    private const string NoList = "-";

    private string[]? _names;
    private string? _prefix;

    /// <summary>The endpoint of a setting that is a host by itself.</summary>
    /// <returns>Null when it is none.</returns>
    public SettingEndpoint? OfHost(Setting setting)
    {
        if (!IsHost(setting.Text.Value))
        {
            return null;
        }

        if (section.IsList)
        {
            return OfListed(setting);
        }

        if (SettingNames.ListOf(setting.Name) is { } list)
        {
            return SettingNames.HostListPrefix(list) is null ? null : OfOneOfMany(setting);
        }

        var isOfCache = IsOfCache(setting);
        return (PrefixOf(setting) ?? (isOfCache ? SettingNames.Plain(setting.Name) : null)) is { } prefix && Of(setting, prefix, section) is { } found
            ? found with { IsOfCache = isOfCache }
            : null;
    }

    /// <summary>A host of a list. Of several none is known to have the port that stands beside their list.</summary>
    private SettingEndpoint? OfListed(Setting setting) =>
        (_prefix ??= SettingNames.HostListPrefix(section.Name) ?? NoList) == NoList ? null
        : section is { Settings.Count: 1, Parent: { IsList: false } around } ? new HostGroups(around).Of(setting, _prefix, section)
        : OfOneOfMany(setting);

    private SettingEndpoint? OfOneOfMany(Setting setting) =>
        Read([("Host", setting.Text)], isOpen: true) is { } one ? new SettingEndpoint(one, section, setting) : null;

    /// <summary>The host with what stands beside it here.</summary>
    private SettingEndpoint? Of(Setting setting, string prefix, SettingsSection own)
    {
        // Of two ports, either may be the one that code reads.
        var isLarge = section.Settings.Count > MostSettings;
        var options = isLarge ? [] : Beside(setting)
            .Select(other => (Key: SettingNames.OptionOf(other.Name, prefix), other.Setting))
            .Where(static option => option.Key is not null)
            .GroupBy(static option => option.Key!)
            .ToArray();
        var single = options.Where(static option => option.Count() == 1).Select(static option => (option.Key, option.First().Setting)).ToArray();

        // `"Scheme": "mongodb+srv"`: DNS tells the hosts of the name.
        if (!isLarge && Beside(setting).Any(static other => other.Setting.Text.Value.TrimEnd(':', '/').EndsWith("+srv", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // Where nothing stands beside the host, its port may be anywhere.
        if (Read(single.Select(static option => (option.Key, option.Setting.Text)).Prepend(("Host", setting.Text)),
            isLarge || options.Length == 0 || options.Any(static option => option.Count() > 1)) is not { } host)
        {
            return null;
        }

        var kinds = isLarge ? [] : Beside(setting).Where(other => SettingNames.IsKindOf(other.Name, prefix)).Select(static other => other.Setting.Text.Value);
        return new SettingEndpoint(host, own, setting)
        {
            Kinds = kinds.ToImmutableArray(),
            Port = single.FirstOrDefault(static option => option.Key == "Port").Setting,
        };
    }

    /// <summary>
    /// What the setting has in common with those beside it. Under a name of an engine (<c>"Redis": "172.17.0.2"</c>) only an address is
    /// surely a host.
    /// </summary>
    private static string? PrefixOf(Setting setting) => SettingNames.HostPrefix(setting.Name) ?? SettingNames.HostListPrefix(setting.Name)
        ?? (IpAddress.TryParse(setting.Text.Value, out _) && EngineNames.In(setting.Name).Any() ? SettingNames.Plain(setting.Name) : null);

    /// <summary>True for one word under nothing but an engine's name, where a name alone may be a text of the engine's.</summary>
    private static bool IsOfCache(Setting setting) => AddressReader.IsLabel(setting.Text.Value) && SettingNames.HostPrefix(setting.Name) is null
        && EngineNames.OfHostAlone(setting.Name) is { } engine && SettingNames.IsOfServer(setting.Name, engine.Words);

    /// <summary>The other settings with their plain names.</summary>
    private IEnumerable<(string Name, Setting Setting)> Beside(Setting host)
    {
        _names ??= section.Settings.Select(static setting => SettingNames.Plain(setting.Name)).ToArray();
        for (var i = 0; i < _names.Length; i++)
        {
            if (!ReferenceEquals(section.Settings[i], host) && section.Settings[i].Text.Value.Length > 0)
            {
                yield return (_names[i], section.Settings[i]);
            }
        }
    }

    private static Endpoint? Read(IEnumerable<(string Key, DecodedText Text)> parts, bool isOpen)
    {
        var text = new DecodedText.Builder();
        var named = ImmutableArray.CreateBuilder<NamedPart>();
        foreach (var (key, part) in parts)
        {
            named.Add(new NamedPart(key, text.Length, part.Value.Length));
            text.AddRange(part, 0, part.Value.Length);
        }

        return OptionsReader.Read(new JoinedText(text.ToDecodedText(), named.ToImmutable()), EndpointShape.HostAndPort, portSlot: null, isOpen);
    }

    private static bool IsHost(string value) => (value.Length is > 1 and <= LongestHost)
        && (IpAddress.TryParse(value, out _) || (AddressReader.IsName(value) && value.Any(static c => c is not (>= '0' and <= '9' or '.'))));
}
