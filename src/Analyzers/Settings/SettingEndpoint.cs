using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>Where a setting points at.</summary>
/// <param name="Endpoint">The endpoint; of a host and a port that are settings of their own, both.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Setting">The setting that holds the host.</param>
internal sealed record SettingEndpoint(Endpoint Endpoint, SettingsSection Section, Setting Setting)
{
    /// <summary>What it is called: of a list's value, as the list is.</summary>
    public string Name => Section.IsList ? Section.Name : SettingNames.ListOf(Setting.Name) ?? Setting.Name;

    /// <summary>True for a value of a list.</summary>
    public bool IsListed => Section.IsList || SettingNames.ListOf(Setting.Name) is not null;

    /// <summary>True for a name alone under the name of an engine to which it may be a whole text: <c>"Redis": "cache"</c>.</summary>
    public bool IsOfCache { get; init; }

    /// <summary>The key that .NET's configuration gives it: <c>ConnectionStrings:Shop</c>.</summary>
    public string Key => Section.KeyOf(Setting.Name);

    /// <summary>Source position where the setting begins.</summary>
    public int Anchor => Setting.Anchor;

    /// <summary>The ADO.NET provider that is named for it, or null.</summary>
    public string? Provider { get; init; }

    /// <summary>The setting that holds the port, when it is one of its own.</summary>
    public Setting? Port { get; init; }

    /// <summary>True for a host with nothing beside it: it may be anything.</summary>
    public bool IsHostAlone => Endpoint is { Shape: EndpointShape.HostAndPort, Pairs.Length: <= 1, Port.State: not PortState.Written };

    /// <summary>What stands beside a host says of the kind of its database.</summary>
    public ImmutableArray<string> Kinds { get; init; } = ImmutableArray<string>.Empty;
}
