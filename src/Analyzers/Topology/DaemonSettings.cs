using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Compose;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>What <c>daemon.json</c> says of the addresses that Docker hands out (dockerd reference).</summary>
/// <param name="Subnets">The default bridge and the pools, as far as it sets them.</param>
/// <param name="HasOwnBridge">True when the default bridge is not 172.17.0.0/16.</param>
/// <param name="HasOwnPools">True when networks are not made out of 172.18.0.0/16 and those after it.</param>
internal sealed record DaemonSettings(ImmutableArray<Subnet> Subnets, bool HasOwnBridge, bool HasOwnPools)
{
    private static readonly string[] s_parts = ["fixed-cidr", "fixed-cidr-v6"];

    /// <summary>Reads the file that the project lists; null when it lists none.</summary>
    public static DaemonSettings? Read(DockerFiles files)
    {
        var path = files.Others.Where(FileKinds.IsDaemon).OrderBy(static path => path, StringComparer.Ordinal).FirstOrDefault();
        if (path is null || files.TextOf(path) is not { } text || JsonReader.Read(text).Documents is not [YamlMapping root])
        {
            return null;
        }

        // The bridge's own address is its gateway; `fixed-cidr` is the part of it that containers get.
        var bridge = ValueOf(root["bip"]) is { } bip ? Subnet.TryParse(bip, bip.Split('/')[0]) : null;
        var parts = s_parts.Select(key => ValueOf(root[key]) is { } part ? Subnet.TryParsePart(part) : null).OfType<Subnet>();
        var pools = ((root["default-address-pools"] as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
            .OfType<YamlMapping>()
            .Select(static pool => ValueOf(pool["base"]) is { } subnet && int.TryParse(ValueOf(pool["size"]), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Subnet.TryParsePool(subnet, size) : null)
            .OfType<Subnet>()
            .ToArray();
        return new DaemonSettings(new[] { bridge }.OfType<Subnet>().Concat(parts).Concat(pools).ToImmutableArray(), bridge is not null, pools.Length > 0);
    }

    private static string? ValueOf(YamlNode? node) => (node as YamlScalar)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
