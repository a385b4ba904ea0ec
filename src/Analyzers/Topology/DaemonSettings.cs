using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What <c>daemon.json</c> says of the addresses that Docker hands out (dockerd reference).</summary>
/// <param name="Subnets">The default bridge and the pools, as far as it sets them.</param>
/// <param name="HasOwnBridge">True when the default bridge is not 172.17.0.0/16.</param>
/// <param name="HasOwnPools">True when networks are not made out of 172.18.0.0/16 and those after it.</param>
/// <param name="Settings">Every setting that is a text, a number or a word, by its name: <c>fixed-cidr-v6</c>.</param>
internal sealed record DaemonSettings(
    ImmutableArray<Subnet> Subnets, bool HasOwnBridge, bool HasOwnPools, ImmutableDictionary<string, PlacedText> Settings)
{
    private static readonly string[] s_parts = ["fixed-cidr", "fixed-cidr-v6"];

    /// <summary>Reads the file that the project lists; null when it lists none.</summary>
    public static DaemonSettings? Read(TopologyFiles files)
    {
        var path = files.Others.Where(FileKinds.IsDaemon).OrderBy(static path => path, StringComparer.Ordinal).FirstOrDefault();
        if (path is null || files.SourceOf(path) is not { } file || JsonReader.Read(file.Text.ToString()).Documents is not [YamlMapping root])
        {
            return null;
        }

        // The bridge's own address is its gateway; `fixed-cidr` is the part of it that containers get.
        var bridge = ValueOf(root["bip"]) is { } bip ? Subnet.TryParse(bip, bip.Split('/')[0]) : null;
        var parts = s_parts.Select(key => ValueOf(root[key]) is { } part ? Subnet.TryParsePart(part) : null).OfType<Subnet>();
        var pools = ((root["default-address-pools"] as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
            .OfType<YamlMapping>()
            .Select(PoolOf)
            .OfType<Subnet>()
            .ToArray();
        return new DaemonSettings(
            new[] { bridge }.OfType<Subnet>().Concat(parts).Concat(pools).ToImmutableArray(), bridge is not null, pools.Length > 0, SettingsOf(root, file));
    }

    private static Subnet? PoolOf(YamlMapping pool) =>
        ValueOf(pool["base"]) is { } subnet && int.TryParse(ValueOf(pool["size"]), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Subnet.TryParsePool(subnet, size)
            : null;

    /// <summary>Of a name that is there twice the last value counts.</summary>
    private static ImmutableDictionary<string, PlacedText> SettingsOf(YamlMapping root, Place file)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, PlacedText>(StringComparer.Ordinal);
        foreach (var entry in root.Entries)
        {
            if (entry is { Key: YamlScalar key, Value: YamlScalar value })
            {
                settings[key.Value] = new PlacedText(value.Text, file with { Span = value.Span }, Origin.Own, ImmutableArray<VariableUse>.Empty);
            }
        }

        return settings.ToImmutable();
    }

    private static string? ValueOf(YamlNode? node) => (node as YamlScalar)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
