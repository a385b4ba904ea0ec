using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads the services of a loaded compose project.</summary>
internal sealed class ServiceReader
{
    private const string InlineKey = "dockerfile_inline";

    private static readonly string[] s_serverFiles = [".cnf", ".conf", ".ini", "conf.d", "/etc/my", "/etc/redis", "/etc/rabbitmq"];

    private readonly ComposeMapping _root;
    private readonly ImmutableHashSet<string> _profiles;
    private readonly Variables _variables;
    private readonly EnvironmentReader _environments;
    private readonly Func<string, string?> _textOf;
    private readonly NetworkReader _networks;

    /// <param name="root">What <see cref="ComposeLoader.Load"/> gave.</param>
    /// <param name="profiles">The profiles that are selected.</param>
    /// <param name="variables">The variables of the project.</param>
    /// <param name="environmentOf">An environment file, maybe of the format <c>raw</c>; null when it did not come.</param>
    /// <param name="textOf">The text of a Dockerfile; null when it did not come.</param>
    public ServiceReader(
        ComposeMapping root,
        ImmutableHashSet<string> profiles,
        Variables variables,
        Func<string, bool, EnvironmentFile?> environmentOf,
        Func<string, string?> textOf)
    {
        _root = root;
        _profiles = profiles;
        _variables = variables;
        _environments = new EnvironmentReader(variables, environmentOf);
        _textOf = textOf;
        _networks = new NetworkReader(root["networks"] as ComposeMapping);
    }

    public ImmutableArray<Subnet> Subnets => _networks.Subnets;

    public ImmutableDictionary<string, DockerNetwork> Networks => _networks.Networks;

    public ImmutableArray<DockerService> Read()
    {
        if (_root["services"] is not ComposeMapping services)
        {
            return ImmutableArray<DockerService>.Empty;
        }

        var read = services.Entries
            .Where(static entry => entry.Value is ComposeMapping)
            .Select(entry => Read(entry, (ComposeMapping)entry.Value))
            .ToImmutableArray();
        return SharedNetworks.Apply(read);
    }

    private DockerService Read(ComposeEntry entry, ComposeMapping body)
    {
        // What may be changed by something that is not known: a part that is no YAML, another document, what the service extends.
        var isOpen = _root.IsOpen || body.IsOpen
            || (body["networks"] is { } written && (ComposeMerger.AsNames(written) is ComposeUnknown or ComposeMapping { IsOpen: true }));
        var (environment, ownKeys, files, isEnvironmentOpen) = _environments.Read(body, entry.Origin);
        var image = (body["image"] as ComposeScalar)?.Value;
        var mode = IsMissing(body["network_mode"]) ? null : KnownOf(body["network_mode"]) ?? "";
        var (ports, arePortsKnown) = ReadPorts(body["ports"], entry.Origin | body.OriginOf("ports"));
        var build = ReadBuild(body["build"], entry.Origin | body.OriginOf("build"));
        var hasBuild = !IsMissing(body["build"]);
        var dockerfile = build is null ? null : build.InlineDockerfile ?? _textOf(build.Dockerfile);
        var baseImage = dockerfile is null ? null : Dockerfile.BaseImage(dockerfile, build!.Target, ReadArguments(body["build"]));
        var exposed = ReadExposedPorts(body["expose"]);
        var engine = ServiceEngine.Of(image, hasBuild, baseImage, environment, ports, exposed, isOpen);
        var (networks, staticAddresses, aliases) = _networks.Of(body["networks"], mode);
        var command = CommandWords.Of(body, entry.Origin);
        var words = command.Select(static word => word.Text!.Value).ToArray();
        return new DockerService
        {
            Name = entry.Key,
            Place = entry.KeyPlace,
            Body = body.Place,
            Engine = engine,
            Image = image,
            IsOpen = isOpen,
            Ports = ports,
            ChangedPort = engine is null ? null : ListeningPort.ChangedBy(engine, words, environment)
                ?? ServiceEngine.PortOfImage(hasBuild ? baseImage : image),
            IsConfiguredByFile = IsConfiguredByFile(body, words),
            ArePortsKnown = arePortsKnown && !isOpen,
            ExposedPorts = exposed,
            Environment = environment,
            Command = command,
            HealthCheck = ReadHealthCheck(body, entry.Origin),
            BuildArguments = _environments.ReadVariables((body["build"] as ComposeMapping)?["args"], entry.Origin | body.OriginOf("build")),
            OwnKeys = ownKeys,
            EnvironmentFiles = files,
            IsEnvironmentOpen = isEnvironmentOpen || isOpen,
            ContainerName = KnownOf(body["container_name"]),
            HostName = KnownOf(body["hostname"]),
            Aliases = aliases,
            AreNamesKnown = aliases.All(static alias => alias.Name.Length > 0)
                && IsMissingOrKnown(body["container_name"]) && IsMissingOrKnown(body["hostname"]),
            Names = NamesOf(entry, body, aliases),
            Networks = networks,
            NetworkMode = mode,
            StaticAddresses = staticAddresses,
            ExtraHosts = ReadExtraHosts(body),
            KnownSubnets = _networks.KnownSubnetsOf(networks),
            Build = build,

            // A build that is written but not readable, or one that may come from what the service extends.
            IsBuildUnknown = build is null && (hasBuild || (isOpen && engine is null && image is null)),
            IsStarted = _profiles.Contains("*") || body["profiles"] is not ComposeSequence { Items.Length: > 0 } profiles
                || Items(profiles).Any(_profiles.Contains),
        };
    }

    /// <summary>True when its command names a file for the server, or one is put into the container.</summary>
    private static bool IsConfiguredByFile(ComposeMapping body, string[] command) => command.Concat(Items(body["volumes"])).Any(IsServerFile)
        || (body["volumes"] as ComposeSequence)?.Items.OfType<ComposeMapping>()
            .Any(static volume => KnownOf(volume["target"]) is { } target && IsServerFile(target)) == true
        || !IsMissing(body["configs"]);

    private static ImmutableArray<string> NamesOf(ComposeEntry entry, ComposeMapping body, ImmutableArray<NetworkAlias> aliases) =>
        new[] { entry.Key, KnownOf(body["container_name"]) ?? "", KnownOf(body["hostname"]) ?? "" }
            .Concat(aliases.Select(static alias => alias.Name))
            .Where(static name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();

    private static (ImmutableArray<PortMapping> Ports, bool AreKnown) ReadPorts(ComposeNode? node, Origin origin) => node switch
    {
        null or ComposeScalar { IsNull: true } => (ImmutableArray<PortMapping>.Empty, true),
        ComposeSequence entries => (PortMapping.Settle(WithoutRepeated(PortsOf(entries, origin).OfType<PortMapping>())), !entries.IsOpen),
        _ => (ImmutableArray<PortMapping>.Empty, false),
    };

    private static IEnumerable<PortMapping?> PortsOf(ComposeSequence entries, Origin origin)
    {
        for (var i = 0; i < entries.Items.Length; i++)
        {
            if (entries.Items[i] is { Tag: not MergeTag.Reset } entry)
            {
                yield return PortSyntax.Read(entry, origin | entries.OriginOf(i));
            }
        }
    }

    /// <summary>Equal entries of two files are one.</summary>
    private static ImmutableArray<PortMapping> WithoutRepeated(IEnumerable<PortMapping> ports) =>
        ports.GroupBy(static port => port with { Place = default }).Select(static same => same.Last()).ToImmutableArray();

    private static ImmutableArray<int> ReadExposedPorts(ComposeNode? node) => Items(node)
        .Select(static item => PortNumber.ParseOrZero(item.Split('/')[0]))
        .Where(static port => port > 0)
        .ToImmutableArray();

    private static ComposeBuild? ReadBuild(ComposeNode? node, Origin origin)
    {
        if (node is null || ComposeMerger.AsBuild(node) is not ComposeMapping { IsOpen: false } build)
        {
            return null;
        }

        var context = KnownOf(build["context"]);
        var file = IsMissing(build["dockerfile"]) ? "" : KnownOf(build["dockerfile"]);
        if (context is null || file is null || ComposePaths.IsElsewhere(context) || build[InlineKey] is ComposeUnknown)
        {
            return null;
        }

        PlacedText? inline = build[InlineKey] is ComposeScalar { IsNull: false } text ? text.Placed(origin | build.OriginOf(InlineKey)) : null;
        return new ComposeBuild(context, Paths.Combine(context, file.Length == 0 ? "Dockerfile" : file), inline, KnownOf(build["target"]));
    }

    /// <summary>The arguments of a build; one without a value takes the project's, else the shell's, which is not known.</summary>
    private Variables ReadArguments(ComposeNode? build)
    {
        var own = (build as ComposeMapping)?["args"] is { } args ? ComposeMerger.AsVariables(args) as ComposeMapping : null;
        return (own?.Entries ?? ImmutableArray<ComposeEntry>.Empty).Aggregate(Variables.None, (all, entry) => all.With(entry.Key, ValueOf(entry)));

        string ValueOf(ComposeEntry entry) =>
            KnownOf(entry.Value) ?? (IsMissing(entry.Value) ? _variables[entry.Key] : null) ?? DecodedText.HoleCharacter.ToString();
    }

    private static ImmutableArray<PlacedText> ReadHealthCheck(ComposeMapping body, Origin origin)
    {
        if (body["healthcheck"] is not ComposeMapping check || check["test"] is not { } test || ComposeMerger.AsItems(test) is not ComposeSequence words)
        {
            return ImmutableArray<PlacedText>.Empty;
        }

        var way = origin | body.OriginOf("healthcheck") | check.OriginOf("test");
        return words.Items
            .Select((word, i) => word is ComposeScalar { IsNull: false } text ? text.Placed(way | words.OriginOf(i)) : PlacedText.Unknown(word.Place, way))
            .ToImmutableArray();
    }

    private static ImmutableDictionary<string, string> ReadExtraHosts(ComposeMapping body)
    {
        var hosts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var written = body["extra_hosts"] is { } node ? ComposeMerger.AsHosts(node) as ComposeMapping : null;
        foreach (var entry in written?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
        {
            hosts[entry.Key] = KnownOf(entry.Value) ?? "";
        }

        // `service:alias`
        foreach (var item in Items(body["links"]))
        {
            if (item.IndexOf(':') is > 0 and var sign)
            {
                hosts[item.Substring(sign + 1)] = item.Substring(0, sign);
            }
        }

        return hosts.ToImmutable();
    }

    /// <summary>True for a path of a server's configuration, which may name another port.</summary>
    private static bool IsServerFile(string path) => s_serverFiles.Any(part => path.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The known items of a list, or of a scalar alone.</summary>
    private static IEnumerable<string> Items(ComposeNode? node) => node is null
        ? []
        : (ComposeMerger.AsItems(node) as ComposeSequence)?.Items.Select(KnownOf).OfType<string>() ?? [];

    private static string? KnownOf(ComposeNode? node) => (node as ComposeScalar)?.Known;

    private static bool IsMissingOrKnown(ComposeNode? node) => IsMissing(node) || KnownOf(node) is not null;

    private static bool IsMissing(ComposeNode? node) => node is null or ComposeScalar { IsNull: true };
}
