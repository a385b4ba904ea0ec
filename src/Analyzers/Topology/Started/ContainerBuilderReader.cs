using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Started;

/// <summary>Reads the builders of Testcontainers for .NET: <c>new MySqlBuilder().WithPortBinding(3307, 3306).Build()</c>.</summary>
/// <remarks>Source: the library's own <c>ContainerBuilder</c> and its modules' builders, which set their defaults by the same calls.</remarks>
internal sealed class ContainerBuilderReader
{
    /// <summary>The modules, each with its engine.</summary>
    private static readonly (TestcontainersModule Module, Engine Engine)[] s_modules =
        EngineTable.All.SelectMany(static engine => engine.Testcontainers.Select(module => (module, engine))).ToArray();

    /// <summary>Builders of any image; the second is the name that they had before version 2.3.</summary>
    private static readonly string[] s_general = ["ContainerBuilder", "TestcontainersBuilder"];

    /// <summary>Calls that change nothing of what is read here. Any other one may change all.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "WithVolumeMount", "WithBindMount", "WithMount", "WithTmpfsMount", "WithResourceMapping", "WithWaitStrategy", "WithCommand", "WithEntrypoint",
        "WithCleanUp", "WithAutoRemove", "WithReuse", "WithLabel", "WithLogger", "WithOutputConsumer", "WithStartupCallback", "WithImagePullPolicy",
        "WithPrivileged", "WithWorkingDirectory", "WithMacAddress", "WithExtraHost", "DependsOn", "WithResourceReaperSessionId",
        "WithAcceptLicenseAgreement", "WithReplicaSet", "WithSsl", "WithConnectionStringProvider", "WithPlatform",
    };

    private readonly TestcontainersModule? _module;
    private readonly Engine? _engine;
    private readonly Place _place;
    private readonly Func<TextSpan, Place> _placeOf;

    /// <summary>By the container's port, as the library keeps them: a later binding of a port takes the earlier one's place.</summary>
    private readonly List<(string Key, PortMapping Mapping, bool IsRandom)> _ports = [];
    private readonly ImmutableDictionary<string, EnvironmentValue>.Builder _environment =
        ImmutableDictionary.CreateBuilder<string, EnvironmentValue>(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<string> _networks = [];
    private string? _name;
    private readonly List<int> _exposed = [];
    private string? _image;
    private Place? _imagePlace;
    private bool _isOpen;
    private bool _isEnvironmentOpen;

    private ContainerBuilderReader(TestcontainersModule? module, Engine? engine, Place place, Func<TextSpan, Place> placeOf)
    {
        _module = module;
        _engine = engine;
        _place = place;
        _placeOf = placeOf;
        if (module is not null)
        {
            var port = engine!.DefaultPort;
            _ports.Add((Key(port), new PortMapping(null, null, port, 1, place) { Reason = HostPortReason.AtRunTime }, true));
            if (module.Database is { } database)
            {
                Set(database.Variable, database.Value, place);
            }

            if (module.User is { } user)
            {
                Set(user.Variable, user.Value, place);
            }

            SetPassword(module.Password, place);
        }
    }

    /// <summary>True for the name of a type that <see cref="Read"/> knows.</summary>
    public static bool IsBuilder(string type) => s_general.Contains(type) || s_modules.Any(known => known.Module.Type == type);

    /// <summary>Reads a builder and the calls behind it.</summary>
    /// <param name="chain">The calls.</param>
    /// <param name="path">The path of their file.</param>
    /// <param name="source">The text of their file.</param>
    /// <returns>Null for what is no such builder.</returns>
    public static DockerService? ReadService(WrittenChain chain, string path, SourceText source)
    {
        var (module, engine) = s_modules.FirstOrDefault(known => known.Module.Type == chain.Type);
        if (module is null && !s_general.Contains(chain.Type))
        {
            return null;
        }

        var builder = new ContainerBuilderReader(module, engine, new Place(path, source, chain.Span), span => new Place(path, source, span));
        if (chain.Arguments is [{ Value: var image }])
        {
            builder._image = image;
        }

        // What is not built here is built elsewhere, perhaps after further calls.
        var build = chain.Calls.Select(static call => call.Name).ToList().IndexOf("Build");
        builder._isOpen = build < 0;
        foreach (var call in build < 0 ? chain.Calls : chain.Calls.Take(build))
        {
            builder.Apply(call);
        }

        // A container of Autofac has that name, too.
        return module is null && builder._image is null && builder._imagePlace is null && builder._ports.Count == 0 ? null : builder.ToService();
    }

    private static string Key(int port) => port.ToString(CultureInfo.InvariantCulture);

    private void Apply(WrittenCall call)
    {
        var arguments = call.Arguments;
        switch (call.Name)
        {
            case "WithImage":
                _image = arguments is [{ Value: var image }] ? image : null;
                _imagePlace = _placeOf(call.Span);
                break;
            case "WithPortBinding":
                Bind(call);
                break;
            case "WithExposedPort":
                if (arguments is [var exposed] && PortOf(exposed) is { } port)
                {
                    _exposed.Add(port);
                }

                break;
            case "WithEnvironment" when arguments is [{ Value: { } variable, Parameter: not "value" }, { Value: var value }]:
                Set(variable, value, _placeOf(call.Span));
                break;
            case "WithEnvironment":
                _isEnvironmentOpen = true;
                break;
            case "WithName":
                _name = arguments is [{ Value: { Length: > 0 } name }] ? name : null;
                break;
            case "WithHostname" or "WithNetworkAliases":
                _names.AddRange(arguments.Select(static argument => argument.Value).OfType<string>().Where(static name => name.Length > 0));
                break;
            case "WithNetwork":
                _networks.Add((arguments is [var network] ? network.Value ?? network.Written : null) ?? "");
                break;
            case "WithDatabase" when _module?.Database is { Variable: var variable } && arguments.Length == 1:
                Set(variable, arguments[0].Value, _placeOf(call.Span));
                break;
            case "WithUsername" when _module?.User is { Variable: var variable } && arguments.Length == 1:
                // An account of that name is there already, so that the modules do not make it.
                var isThere = _module.ExistingUser is { } existing && existing.Equals(arguments[0].Value, StringComparison.OrdinalIgnoreCase);
                Set(variable, isThere ? "" : arguments[0].Value, _placeOf(call.Span));
                break;
            case "WithPassword" when _module is not null && arguments.Length == 1:
                SetPassword(arguments[0].Value, _placeOf(call.Span));
                break;
            default:
                _isOpen |= !s_harmless.Contains(call.Name);
                break;
        }
    }

    private void SetPassword(string? password, Place place)
    {
        foreach (var variable in _module!.PasswordVariables)
        {
            Set(variable, password, place);
        }
    }

    private void Set(string variable, string? value, Place place) => _environment[variable] = EnvironmentValue.Computed(variable, value, place);

    /// <summary><c>(3306)</c>: the same on both sides; <c>(3306, true)</c>: a random one on the host; <c>(3307, 3306)</c>: host and container.</summary>
    private void Bind(WrittenCall call)
    {
        var arguments = call.Arguments is [{ Parameter: "containerPort" } inner, var outer] ? ImmutableArray.Create(outer, inner) : call.Arguments;
        if (arguments.Length is not (1 or 2))
        {
            _isOpen = true;
            return;
        }

        var isRandom = arguments.Length == 2 && arguments[1].Value is "true";
        var isOne = arguments.Length == 1 || isRandom || arguments[1].Value is "false";
        var isUnknownForm = arguments.Length == 2 && arguments[1].Value is null && PortOf(arguments[1]) is null;
        var container = isUnknownForm ? null : PortOf(arguments[isOne ? 0 : 1]);
        var host = isRandom || isUnknownForm ? null : PortOf(arguments[0]);
        var place = _placeOf(call.Span);

        // 0 is Docker's word for a random port.
        var known = container is null ? new PortMapping(null, null, null, 0, place) : new PortMapping(null, host is > 0 ? host : null, container, 1, place);
        var mapping = known with { Reason = HostPortReason.AtRunTime };
        if (container is { } inside)
        {
            _ports.RemoveAll(one => one.Key == Key(inside));
            _ports.Add((Key(inside), mapping, isRandom || host == 0));
        }
        else if (arguments[isOne ? 0 : 1].Value is not { } written || !written.EndsWith("/udp", StringComparison.OrdinalIgnoreCase))
        {
            _ports.Add(("", mapping, false));
        }
    }

    private int? PortOf(WrittenArgument argument)
    {
        if (_module is not null && argument.Written == _module.PortConstant)
        {
            return _engine!.DefaultPort;
        }

        var text = argument.Value is { } value && value.EndsWith("/tcp", StringComparison.OrdinalIgnoreCase) ? value.Substring(0, value.Length - 4)
            : argument.Value;
        return PortNumber.Parse(text);
    }

    private DockerService ToService()
    {
        var environment = _environment.ToImmutable();
        var ports = _ports.Select(static port => port.Mapping).ToImmutableArray();
        var isEnvironmentOpen = _isEnvironmentOpen || _isOpen;
        var exposed = _exposed.ToImmutableArray();
        var engine = _module is null
            ? ServiceEngine.Of(_image, isBuilt: false, baseImage: null, environment, ports, exposed, isEnvironmentOpen || _image is null)
            : _engine;
        return new DockerService
        {
            Name = _name ?? (_image is null ? engine?.Word ?? "container" : ServiceEngine.ShortName(_image)),
            Place = _imagePlace ?? _place,
            Engine = engine,
            IsOpen = _isOpen,
            Ports = ports,
            ChangedPort = _image is null ? null : ServiceEngine.PortOfImage(_image),
            ExposedPorts = _exposed.ToImmutableArray(),
            ArePortsKnown = !_isOpen,
            IsOnRandomPorts = !_isOpen && _ports.Count > 0 && _ports.All(static port => port.IsRandom),
            Environment = environment,
            IsEnvironmentOpen = isEnvironmentOpen,
            Names = (_name is null ? [] : new[] { _name }).Concat(_names).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray(),
            Networks = _networks.Count == 0 ? ImmutableArray.Create("bridge") : _networks.Where(static name => name.Length > 0).ToImmutableArray(),
        };
    }
}
