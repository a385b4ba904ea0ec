using System.Collections.Immutable;
using System.Net;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability.ContainerSide;

/// <summary>Whether a host and a port connect from inside a container, and why not. What is not known is not said to fail.</summary>
internal sealed class ContainerReach
{
    private readonly DockerService _from;
    private readonly int? _port;
    private readonly Engine _engine;
    private readonly DockerTopology _topology;
    private readonly ContainerNetworks _networks;
    private readonly DockerService? _owner;

    private ContainerReach(DockerService from, int? port, Engine engine, ContainerNetworks networks, DockerTopology topology)
    {
        _from = from;
        _port = port;
        _engine = engine;
        _topology = topology;
        _networks = networks;
        _owner = networks.OwnerOf(from);
    }

    /// <summary>Decides for one host of a text.</summary>
    /// <param name="from">The container that uses the text.</param>
    /// <param name="host">The host.</param>
    /// <param name="port">The port that the text means; null when it is not known.</param>
    /// <param name="engine">Whose text it is.</param>
    /// <param name="topology">What is known of Docker.</param>
    public static ContainerAnswer AnswerFor(DockerService from, string host, int? port, Engine engine, DockerTopology topology) =>
        ContainerAnswer.Of(ContainerNetworks.Describing(from, topology)
            .Select(one => new ContainerReach(one.Service, port, engine, one.Networks, topology).AnswerFor(host))
            .ToArray());

    private ContainerAnswer AnswerFor(string host)
    {
        var isAddress = IpAddress.TryParse(host, out var address);
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (isAddress && IPAddress.IsLoopback(address)))
        {
            return OfLoopback();
        }

        if (_owner is null)
        {
            return ContainerAnswer.Unknown;
        }

        if (_owner is { NetworkMode: "none", IsOpen: false })
        {
            return ContainerAnswer.Fails(ContainerFault.NoSharedNetwork, _networks.Named(host));
        }

        return isAddress ? OfAddress(address)
            : _owner.ExtraHosts.TryGetValue(host, out var target) ? OfExtraHost(target)
            : HostAliases.Contains(host) ? OfAlias(host)
            : OfName(host);
    }

    /// <summary>What listens on the container's own loopback, or for one on the host's network, on the host's.</summary>
    private ContainerAnswer OfLoopback()
    {
        if (_owner is null || _port is not { } port)
        {
            return ContainerAnswer.Unknown;
        }

        var own = _networks.OnLoopbackOf(_owner).ToArray();
        if (own.Where(service => ContainerPorts.Listens(service, port) == true).ToArray() is { Length: > 0 } listening)
        {
            return ContainerAnswer.Connects(listening);
        }

        if (_owner.NetworkMode == "host")
        {
            return OfHost(static mapping => mapping.IsOnLoopback);
        }

        // Of what no image is known any container may be a server: of the web, for one.
        return Composition.IsOpen || _owner.NetworkMode is not (null or "none" or "bridge") || _engine.Images.Count == 0 || own.Any(MayRunEngine)
            ? ContainerAnswer.Unknown
            : ContainerAnswer.Fails(ContainerFault.Loopback, Servers.Where(service => !own.Contains(service)));
    }

    private Composition Composition => _networks.Composition;

    private IEnumerable<DockerService> Servers => Composition.Services.Where(service => service.Engine == _engine);

    /// <summary>True for a container that runs the engine, or may do so: nothing shows what its image holds.</summary>
    private bool MayRunEngine(DockerService service)
    {
        if (service.IsOpen || service.IsBuildUnknown || service.Engine == _engine)
        {
            return true;
        }

        if (service.Engine is not null)
        {
            return false;
        }

        // What a Dockerfile installs is named in it. An image may hold any server, but who has one in it seldom starts another beside it.
        return service.Build is { } build
            ? (build.InlineDockerfile ?? _topology.TextOf(build.Dockerfile)) is not { } dockerfile
                || _engine.Words.Any(word => dockerfile.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            : service.Image is not { } image || ServiceEngine.ShortName(image).IndexOf(DecodedText.HoleCharacter) >= 0 || !Servers.Any();
    }

    /// <summary>What is published on the host may be reached; any other program of the host may be meant as well.</summary>
    private ContainerAnswer OfHost(Func<PortMapping, bool> reaches)
    {
        bool Publishes(DockerService service) => _port is { } port && service.Ports.Any(entry => reaches(entry) && entry.OfHostPort(port) is not null);
        var publishing = _topology.Services.Where(service => service.IsStarted && Publishes(service)).ToArray();
        return publishing.Length > 0 ? ContainerAnswer.Connects(publishing) : ContainerAnswer.Unknown;
    }

    /// <summary>A port that is bound to the host's loopback is not on its gateway.</summary>
    private ContainerAnswer OfGateway() => OfHost(static mapping => mapping.HostAddress is null or "0.0.0.0");

    /// <summary>What <c>extra_hosts</c> or <c>links</c> say a name stands for.</summary>
    private ContainerAnswer OfExtraHost(string target) => target.Length == 0 ? ContainerAnswer.Unknown
        : target == "host-gateway" ? OfGateway()
        : !IpAddress.TryParse(target, out var address) ? OfName(target)
        : IPAddress.IsLoopback(address) ? OfLoopback()
        : OfAddress(address);

    private ContainerAnswer OfAlias(string host) =>
        _owner is { NetworkMode: null, IsOpen: false } && host.Equals(HostAliases.OfDocker, StringComparison.OrdinalIgnoreCase)
            ? ContainerAnswer.Fails(ContainerFault.HostAlias, [])
            : ContainerAnswer.Unknown;

    private ContainerAnswer OfAddress(IPAddress address)
    {
        var having = Composition.Services
            .Where(service => service.StaticAddresses.Any(text => IpAddress.TryParse(text, out var own) && own.Equals(address)))
            .ToArray();
        if (having.Length > 0)
        {
            return OfServices(having, service => _networks.Reaches(_from, service));
        }

        if (!_topology.At(address).IsEmpty)
        {
            return ContainerAnswer.Unknown;
        }

        if (ContainerAddresses.IsGateway(address, _topology))
        {
            return OfGateway();
        }

        // Another service, or a container of another project, may have it for good.
        var networks = _owner!.Networks.Select(_networks.NetworkOf).ToArray();
        if (Composition.IsOpen || _owner.IsOpen || networks.Any(static network => network is not { IsPlain: true, IsExternal: false }))
        {
            return ContainerAnswer.Unknown;
        }

        return ContainerAddresses.IsHandedOut(address, _topology) || ContainerAddresses.IsInSubnet(address, _topology)
            ? ContainerAnswer.Fails(ContainerFault.HandedOutAddress, Servers.Where(service => ContainerAddresses.CanBeOf(service, address)))
            : networks.Length > 0 && networks.All(static network => network!.IsInternal)
                ? ContainerAnswer.Fails(ContainerFault.InternalNetwork, [])
                : ContainerAnswer.Unknown;
    }

    private ContainerAnswer OfName(string name)
    {
        var having = _networks.Named(name).ToArray();
        if (having.Length > 0)
        {
            return OfServices(having, service => _networks.Finds(_from, service, name));
        }

        // A container of another project, a machine of the network: only a name that is nearly one of this project's is one by mistake.
        var mayBeAnother = !_networks.AreNamesKnown || _owner is not { NetworkMode: null } || !_topology.Named(name).IsEmpty || name.IndexOf('.') >= 0
            || _owner.Networks.Any(key => _networks.NetworkOf(key) is not { IsPlain: true, IsExternal: false });
        var near = mayBeAnother ? ImmutableArray<DockerService>.Empty : NearNames.Of(name, _engine, Composition.Services.Remove(_from));
        return near.IsEmpty ? ContainerAnswer.Unknown : ContainerAnswer.Fails(ContainerFault.NearName, near);
    }

    /// <summary>Any of several containers of one name or address may answer.</summary>
    private ContainerAnswer OfServices(IReadOnlyList<DockerService> services, Func<DockerService, bool?> reaches)
    {
        var reached = services
            .Select(service => (Service: service, IsReached: service.IsStarted ? reaches(service) : null))
            .Where(static one => one.IsReached != false)
            .ToArray();
        if (reached.Length == 0)
        {
            return ContainerAnswer.Fails(ContainerFault.NoSharedNetwork, services);
        }

        var listens = reached.Select(one => one.IsReached == true ? Listens(one.Service) : null).ToArray();
        return listens.All(static one => one == true) ? ContainerAnswer.Connects(reached.Select(static one => one.Service))
            : listens.All(static one => one == false) ? ContainerAnswer.Fails(ContainerFault.HostPort, reached.Select(static one => one.Service))
            : ContainerAnswer.Unknown;
    }

    /// <summary>Whatever is on a container's network listens on its addresses.</summary>
    private bool? Listens(DockerService service)
    {
        var all = _networks.OwnerOf(service) is { } owner
            ? _networks.OnLoopbackOf(owner).Select(own => ContainerPorts.Listens(own, _port)).ToArray()
            : [null];
        return all.Contains(true) ? true : all.All(static one => one == false) ? false : null;
    }
}
