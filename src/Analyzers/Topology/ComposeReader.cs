using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>Reads a compose file (Compose specification). What depends on a variable, an alias or another file is unknown.</summary>
internal static class ComposeReader
{
    /// <summary>Reads a file. Never throws; what is no YAML is left out and noted.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">Its text.</param>
    public static ComposeFile Read(string path, SourceText text)
    {
        var stream = YamlReader.Read(text.ToString());
        var root = stream.Documents.IsEmpty ? null : stream.Documents[0] as YamlMapping;
        var networks = root?["networks"] as YamlMapping;
        var bodies = (root?["services"] as YamlMapping)?.Entries.Select(static entry => entry.Value).OfType<YamlMapping>().ToArray() ?? [];
        var usesDefault = bodies.Any(static body => body["networks"] is null && body["network_mode"] is null);
        var (subnets, areKnown) = ReadNetworks(networks, usesDefault);
        var hasAliasedServices = root?["services"] is YamlAlias || (root?["services"] as YamlMapping)?.Entries.Any(static entry => entry.Value is YamlAlias) == true;
        var file = new ComposeFile
        {
            Path = path,
            Text = text,
            Subnets = subnets,
            AreSubnetsKnown = areKnown,
            IsOpen = stream.Documents.Length > 1 || !stream.Problems.IsEmpty || root?["include"] is not null || HasMerge(root) || HasMerge(root?["services"] as YamlMapping) || hasAliasedServices,
            HasAliasedServices = hasAliasedServices,
            Problems = stream.Problems,
        };
        if (root?["services"] is YamlMapping services)
        {
            file.Services = services.Entries
                .Where(static entry => entry is { Key: YamlScalar, Value: YamlMapping })
                .Select(entry => ReadService(file, (YamlScalar)entry.Key, (YamlMapping)entry.Value, networks))
                .ToImmutableArray();
        }

        return file;
    }

    private static ComposeService ReadService(ComposeFile file, YamlScalar key, YamlMapping body, YamlMapping? networks)
    {
        // `extends` and `<<` bring keys from elsewhere; a tag (`!reset`, `!override`) speaks of another file.
        var isOpen = file.IsOpen || HasMerge(body) || body["extends"] is not null;
        var environment = ReadEnvironment(body["environment"]);

        // On the host's network, or on another container's, `ports` publishes nothing.
        var (ports, arePortsKnown) = body["network_mode"] is null ? ReadPorts(body["ports"]) : (ImmutableArray<PortMapping>.Empty, false);
        var engine = ServiceEngine.Of((body["image"] as YamlScalar)?.Value, body["build"] is not null, environment, ports, isOpen);
        var build = ReadBuild(body["build"], Paths.Folder(Paths.Normalize(file.Path)));
        return new ComposeService
        {
            Name = key.Value,
            Span = key.Span,
            File = file,
            Engine = engine,
            Ports = ports,
            IsOpen = isOpen,
            ArePortsKnown = arePortsKnown && !isOpen,
            Environment = environment,
            StaticAddresses = ReadStaticAddresses(body["networks"] as YamlMapping, networks),
            Build = build,

            // A build that is written but not readable, or one that may come from what the service extends.
            IsBuildUnknown = build is null && (body["build"] is not null || (isOpen && !file.IsOpen && engine is null)),
        };
    }

    private static (ImmutableArray<PortMapping> Ports, bool AreKnown) ReadPorts(YamlNode? node)
    {
        if (node is null or YamlScalar { Value: "" })
        {
            return (ImmutableArray<PortMapping>.Empty, true);
        }

        if (node is not YamlSequence { Tag: null } entries)
        {
            return (ImmutableArray<PortMapping>.Empty, false);
        }

        return (entries.Items.Select(PortSyntax.Read).OfType<PortMapping>().ToImmutableArray(), true);
    }

    /// <summary>A mapping, or a list of <c>KEY=VALUE</c> whose value may hold further <c>=</c>.</summary>
    private static ImmutableDictionary<string, string?> ReadEnvironment(YamlNode? node)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key is YamlScalar key)
            {
                values[key.Value] = entry.Value is YamlScalar { Value: not "" } value ? KnownValue(value.Value) : null;
            }
        }

        foreach (var item in (node as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
        {
            if (item is YamlScalar { Value: var text })
            {
                var equals = text.IndexOf('=');
                values[equals < 0 ? text : text.Substring(0, equals)] = equals < 0 ? null : KnownValue(text.Substring(equals + 1));
            }
        }

        return values.ToImmutable();
    }

    private static string? KnownValue(string value) => value.IndexOf('$') < 0 ? value : null;

    private static ImmutableArray<string> ReadStaticAddresses(YamlMapping? own, YamlMapping? networks)
    {
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in own?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key is YamlScalar name && IsOnTheLan(networks?[name.Value] as YamlMapping))
            {
                continue;
            }

            foreach (var key in new[] { "ipv4_address", "ipv6_address" })
            {
                if (entry.Value is YamlMapping network && network[key] is YamlScalar { Value: not "" } address)
                {
                    addresses.Add(address.Value.Trim());
                }
            }
        }

        return addresses.ToImmutable();
    }

    private static ComposeBuild? ReadBuild(YamlNode? node, string folder)
    {
        var mapping = node as YamlMapping;
        var context = (node as YamlScalar)?.Value ?? (mapping?["context"] as YamlScalar)?.Value ?? (mapping is null || mapping["context"] is not null ? null : ".");
        if (context is null || context.IndexOf('$') >= 0 || context.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var contextFolder = Paths.Combine(folder, context.Length == 0 ? "." : context);
        if (HasMerge(mapping) || (mapping?["dockerfile"] as YamlScalar)?.Value.IndexOf('$') >= 0)
        {
            return null;
        }

        var dockerfile = (mapping?["dockerfile"] as YamlScalar)?.Value is { Length: > 0 } named ? named : "Dockerfile";
        return new ComposeBuild(contextFolder, Paths.Combine(contextFolder, dockerfile), (mapping?["dockerfile_inline"] as YamlScalar)?.Value);
    }

    /// <summary>The addresses of these drivers are the LAN's, and the host's are its own: a program may use them.</summary>
    private static bool IsOnTheLan(YamlMapping? network) => (network?["driver"] as YamlScalar)?.Value is "macvlan" or "ipvlan" or "host";

    private static (ImmutableArray<Subnet> Subnets, bool AreKnown) ReadNetworks(YamlMapping? networks, bool usesDefault)
    {
        if (networks is null)
        {
            return (ImmutableArray<Subnet>.Empty, false);
        }

        var subnets = ImmutableArray.CreateBuilder<Subnet>();
        var areKnown = !usesDefault || networks["default"] is not null;
        foreach (var entry in networks.Entries)
        {
            var network = entry.Value as YamlMapping;
            if (IsOnTheLan(network))
            {
                continue;
            }

            var configurations = (network?["ipam"] as YamlMapping)?["config"] as YamlSequence;
            var found = configurations?.Items.OfType<YamlMapping>()
                .Select(static item => item["subnet"] is YamlScalar subnet ? Subnet.TryParse(subnet.Value.Trim(), (item["gateway"] as YamlScalar)?.Value.Trim()) : null)
                .OfType<Subnet>()
                .ToArray() ?? [];
            subnets.AddRange(found);
            areKnown &= found.Length > 0;
        }

        return (subnets.ToImmutable(), areKnown);
    }

    private static bool HasMerge(YamlMapping? mapping) =>
        mapping is not null && (mapping["<<"] is not null || mapping.Entries.Any(static entry => entry.Value.Tag is not null));
}
