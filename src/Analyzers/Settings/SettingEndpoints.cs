using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>From the settings of a section to where they point at.</summary>
internal static class SettingEndpoints
{
    /// <summary>The provider of Entity Framework's models, whose text holds another one.</summary>
    private const string ModelProvider = "System.Data.EntityClient";

    /// <summary>Where that other one stands, and whose it is.</summary>
    private const string InnerTextKey = "provider connection string", InnerProviderKey = "provider";

    /// <summary>Providers that take the texts of any engine: the text tells it.</summary>
    private static readonly string[] s_anyProviders = ["System.Data.Odbc", "System.Data.OleDb"];

    /// <summary>The endpoints of a section's own settings.</summary>
    public static IEnumerable<SettingEndpoint> In(SettingsSection section)
    {
        var groups = new HostGroups(section);
        foreach (var setting in section.Settings)
        {
            if ((OfText(setting, section) ?? groups.OfHost(setting)) is not { } found
                || SettingEvidence.NamesOf(setting, section)
                    .Any(name => SettingNames.IsDescribed(name) || (IsBare(found.Endpoint) && SettingNames.IsNotConnected(name)))
                || (IsBare(found.Endpoint) && IsTold(found)))
            {
                continue;
            }

            yield return found;
            foreach (var further in found.Endpoint.Further)
            {
                yield return found with { Endpoint = further };
            }
        }
    }

    /// <summary>A value that is a whole text.</summary>
    private static SettingEndpoint? OfText(Setting setting, SettingsSection section)
    {
        if (OfCache(setting, section) is { } cache)
        {
            return cache;
        }

        if (!EndpointReader.MayConnect(setting.Text.Value) || EndpointReader.Read(setting.Text) is not { } endpoint)
        {
            return OfModel(setting, section);
        }

        var found = new SettingEndpoint(endpoint, section, setting) { Provider = ProviderOf(setting, section) };
        return endpoint switch
        {
            { IsHostLeftOut: true } => OfModel(setting, section),
            { Shape: EndpointShape.Address, Scheme: null } =>
                IsAddress(endpoint, setting, section) ? found with { Endpoint = OfList(endpoint, section) with { Shape = EndpointShape.HostAndPort } } : null,
            _ => found,
        };
    }

    /// <summary>The longest text of an engine to which a name alone is one: longer ones name a port or an option that tells them.</summary>
    private const int LongestOfCache = 400;

    /// <summary>
    /// A text whose name alone says that it is one of an engine to which a host is a whole text:
    /// <c>"Redis": { "Configuration": "cache" }</c>, <c>"ConnectionStrings": { "Redis": "cache" }</c>. With an option behind it the name of the
    /// engine alone is enough: <c>"Redis": "cache,password=x"</c>.
    /// </summary>
    private static SettingEndpoint? OfCache(Setting setting, SettingsSection section) =>
        !section.IsList && (setting.Text.Value.Length is > 1 and <= LongestOfCache)
        && SettingEvidence.NamesOf(setting, section).FirstOrDefault(static name => EngineNames.In(name).Any()) is { } name
        && EngineNames.OfHostAlone(name) is { } engine
        && (SettingNames.IsText(setting.Name) || SettingNames.IsText(section.Name)
            || (setting.Text.Value.IndexOf('=') > 0 && SettingNames.IsOfServer(setting.Name, engine.Words)))
        && AddressReader.Read(setting.Text, takesNames: true) is { } endpoint
            ? new SettingEndpoint(endpoint, section, setting)
            : null;

    /// <summary>Of several hosts in a list none's port is touched.</summary>
    private static Endpoint OfList(Endpoint endpoint, SettingsSection section) =>
        section.IsList && section.Settings.Count > 1 ? endpoint with { Port = endpoint.Port with { State = PortState.Unknown } } : endpoint;

    /// <summary>An address that may be one to listen on, to let in, or to tell others.</summary>
    private static bool IsBare(Endpoint endpoint) =>
        endpoint is { Shape: EndpointShape.HostAndPort } or { Shape: EndpointShape.Uri, Scheme: "http" or "https", IsOption: false };

    /// <summary>
    /// True for an address that others are told, by its own name or by one around it; not where an account or a database beside it, or
    /// an engine's name nearer to it, shows that it is dialled.
    /// </summary>
    private static bool IsTold(SettingEndpoint found)
    {
        var names = SettingEvidence.NamesOf(found.Setting, found.Section)
            .SelectMany(static name => Enumerable.Reverse(name.Split([":", "__"], StringSplitOptions.RemoveEmptyEntries)))
            .Concat(SettingEvidence.NamesAround(found.Section))
            .ToArray();
        var place = ToldNames.PlaceIn(names);

        // Beside `ServiceHost` stands a `ServiceName`.
        var isOfAccount = found.Endpoint.Shape == EndpointShape.HostAndPort
            && (found.Endpoint[ConnectionKey.User].IsPresent || found.Endpoint[ConnectionKey.Password].IsPresent
                || (place > 0 && found.Endpoint[ConnectionKey.Database].IsPresent));
        return place >= 0 && !isOfAccount && !names.Take(place).Any(static name => EngineNames.In(name).Any());
    }

    /// <summary>An address with a port under a name of addresses or of an engine. A host alone is read together with its port.</summary>
    private static bool IsAddress(Endpoint endpoint, Setting setting, SettingsSection section) =>
        (endpoint.Port.State == PortState.Written || (endpoint.Hosts.Length > 1 && endpoint.Hosts.All(host => HasPort(host, endpoint))))
        && SettingEvidence.NamesOf(setting, section).Any(static name => SettingNames.ListOf(name) is { } list
            ? SettingNames.IsAddress(list) || SettingNames.IsOfServer(list, EngineNames.In(list).SelectMany(static engine => engine.Words))
            : SettingNames.IsAddress(name) || EngineNames.In(name).Any());

    private static bool HasPort(HostName host, Endpoint endpoint) =>
        host.Start + host.Length is var end && end < endpoint.Text.Value.Length && endpoint.Text.Value[end] == ':';

    /// <summary>A text of Entity Framework's models: <c>metadata=...;provider=...;provider connection string="Server=...;..."</c>.</summary>
    private static SettingEndpoint? OfModel(Setting setting, SettingsSection section)
    {
        if (setting.Text.Value.IndexOf(InnerTextKey, StringComparison.OrdinalIgnoreCase) < 0 || KeyValueReader.Read(setting.Text) is not { } options)
        {
            return null;
        }

        var inner = options.Pairs.LastOrDefault(static pair => pair.Key.Equals(InnerTextKey, StringComparison.OrdinalIgnoreCase));
        if (inner.Key is null || !inner.IsWrittenAsItReads)
        {
            return null;
        }

        var text = new DecodedText.Builder();
        text.AddRange(setting.Text, inner.ValueStart, inner.ValueLength);
        // Without quotes around it, what is written behind a `;` would be the outer text's.
        var isQuoted = inner.ValueStart > 0 && (setting.Text.Value[inner.ValueStart - 1] is '"' or '\'');
        return PairReader.Read(text.ToDecodedText()) is { IsHostLeftOut: false } endpoint
            ? new SettingEndpoint(isQuoted ? endpoint : endpoint with { PortSlot = null }, section, setting)
            {
                Provider = options.Pairs.LastOrDefault(static pair => pair.Key.Equals(InnerProviderKey, StringComparison.OrdinalIgnoreCase)).Value,
            }
            : null;
    }

    /// <summary><c>providerName</c> in XML, <c>Shop_ProviderName</c> beside <c>Shop</c> in JSON.</summary>
    private static string? ProviderOf(Setting setting, SettingsSection section) =>
        (setting.Provider ?? section[setting.Name + "_ProviderName"]) is { } provider && provider != ModelProvider && !s_anyProviders.Contains(provider)
            ? provider : null;
}
