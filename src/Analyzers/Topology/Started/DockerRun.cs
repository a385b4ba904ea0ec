using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Shell;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Started;

/// <summary>Reads <c>docker run</c>, <c>docker create</c>, <c>docker container run</c> and Podman's same commands.</summary>
internal sealed class DockerRun
{
    /// <summary>Commands that a script may begin with; behind any other first word stands no script, but a sentence or another program's input.</summary>
    private static readonly string[] s_openings =
        ["docker", "podman", "docker-compose", "cd", "set", "export", "echo", "sleep", "mkdir", "rm", "test", "[", "[[", "if", "which", "systemctl", "service",
            "colima", "setlocal", "chmod", "source", "."];

    /// <summary>What the images of databases start their servers with.</summary>
    private const string EntryPoint = "docker-entrypoint.sh";

    /// <summary>A variable that <c>cmd</c> replaces.</summary>
    private static readonly Regex s_percentVariable = new("%[A-Za-z_]+%", RegexOptions.CultureInvariant);

    private readonly DecodedText _text;
    private readonly string _path;
    private readonly SourceText _source;
    private readonly ImmutableArray<int>.Builder _exposed = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<PortMapping>.Builder _ports = ImmutableArray.CreateBuilder<PortMapping>();
    private readonly ImmutableDictionary<string, EnvironmentValue>.Builder _environment =
        ImmutableDictionary.CreateBuilder<string, EnvironmentValue>(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<string> _networks = [];
    private readonly List<string> _addresses = [];
    private string? _name;
    private string? _mode;
    private ShellWord _modeWord;
    private ShellWord? _publishAll;
    private string? _entrypoint;
    private bool _isEnvironmentOpen;
    private bool _hasFixedPort;
    private bool _isNetworkUnknown;
    private bool _isOpen;

    private DockerRun(DecodedText text, string path, SourceText source)
    {
        _text = text;
        _path = path;
        _source = source;
    }

    /// <summary>Reads the containers that a command starts.</summary>
    /// <param name="command">The command; a script of several ones is read whole.</param>
    /// <param name="path">The path of its file.</param>
    /// <param name="source">The text of its file.</param>
    /// <returns>The containers in their order; what a hole or a variable decides is not known in them.</returns>
    public static ImmutableArray<DockerService> Read(WrittenCommand command, string path, SourceText source)
    {
        var text = command.Text;
        var words = command.Words.IsDefault
            ? ShellWords.Split(text, 0, text.Value.Length, hasComments: false)
            : command.Words.Select(word => new ShellWord(text.Value.Substring(word.Start, word.Length), word.Start, word.Length, word.End, false)).ToList();
        var commands = command.Program is { } program ? ShellCommands.OfProgram(text, program, words, ofEveryLine: true)
            : command.Words.IsDefault ? ShellCommands.Of(text, ofEveryLine: true)
            : words.Count > 0 ? ShellCommands.OfProgram(text, words[0].Value, words.GetRange(1, words.Count - 1), ofEveryLine: true)
            : [];
        if (commands.Count == 0 || !(IsOpening(commands[0].Program) || ShellCommands.BeginsWithComment(text)))
        {
            return ImmutableArray<DockerService>.Empty;
        }

        return commands
            .Where(static one => ShellCommands.BaseName(one.Program) is "docker" or "podman")
            .Select(one => OptionsOf(one.Arguments) is { } options ? new DockerRun(text, path, source).ReadOptions(options) : null)
            .OfType<DockerService>()
            .ToImmutableArray();
    }

    private static bool IsOpening(string program) => s_openings.Contains(ShellCommands.BaseName(program));

    /// <summary>
    /// What stands behind <c>run</c> or <c>create</c>; null for another command, and for a Docker that runs elsewhere (<c>-H</c>,
    /// <c>--context</c>).
    /// </summary>
    private static List<ShellWord>? OptionsOf(List<ShellWord> arguments)
    {
        var end = arguments.FindIndex(static word => word.IsOperator || word.Value.StartsWith("#", StringComparison.Ordinal));
        var words = end < 0 ? arguments : arguments.GetRange(0, end);
        var i = words.FindIndex(static word => word.Value is not ("-D" or "--debug"));
        if (i >= 0 && words[i].Value == "container")
        {
            i++;
        }

        return i >= 0 && i < words.Count && (words[i].Value is "run" or "create") ? words.GetRange(i + 1, words.Count - i - 1) : null;
    }

    private DockerService? ReadOptions(List<ShellWord> words)
    {
        var i = 0;
        ShellWord? image = null;
        while (i < words.Count && image is null)
        {
            var word = words[i++];
            var value = word.Value;
            if (IsHole(value) && i < words.Count && !IsImageBefore(words[i].Value))
            {
                // What is not known may be any options, or an option and its value.
                _isOpen = true;
            }
            else if (value.Length < 2 || value[0] != '-')
            {
                image = value.Length > 0 ? word : null;
            }
            else if (value == "--")
            {
                image = i < words.Count ? words[i++] : null;
            }
            else if (!(value[1] == '-' ? ReadLong(word, words, ref i) : ReadLetters(word, words, ref i)))
            {
                // Whether the next word is the value of an option that is not known, or the image, cannot be told.
                _isOpen = true;
                i = words.Count;
            }
        }

        return ToService(image, words.Skip(i).ToArray(), words.Count > 0 ? words[0] : default);
    }

    private static bool IsHole(string value) => value.Length == 1 && value[0] == DecodedText.HoleCharacter;

    /// <summary>True when an unknown word before this one is the image: options of a server, which Docker itself does not have.</summary>
    private static bool IsImageBefore(string word) =>
        IsServer(word) || (word.StartsWith("--", StringComparison.Ordinal) && word.TrimStart('-').Split('=')[0] is var name
            && !DockerRunOptions.IsFlag(name) && !DockerRunOptions.TakesValue(name));

    /// <summary><c>--name value</c> or <c>--name=value</c>.</summary>
    private bool ReadLong(ShellWord word, List<ShellWord> words, ref int i)
    {
        var equals = word.Value.IndexOf('=');
        var name = equals < 0 ? word.Value.Substring(2) : word.Value.Substring(2, equals - 2);
        if (DockerRunOptions.IsFlag(name))
        {
            SetFlag(name, equals < 0 ? "true" : word.Value.Substring(equals + 1), word);
            return true;
        }

        if (equals >= 0)
        {
            Set(name, word.Value.Substring(equals + 1), word);
            return true;
        }

        if (!DockerRunOptions.TakesValue(name))
        {
            return false;
        }

        return SetFromNext(name, words, ref i);
    }

    /// <summary><c>-dp 3307:3306</c>, <c>-p3307:3306</c>, <c>-p=3307:3306</c>: flags, and one that takes the rest or the next word.</summary>
    private bool ReadLetters(ShellWord word, List<ShellWord> words, ref int i)
    {
        for (var at = 1; at < word.Value.Length; at++)
        {
            var letter = word.Value[at].ToString();
            var rest = word.Value.Substring(at + 1);
            if (DockerRunOptions.IsFlag(letter))
            {
                var isSet = rest.StartsWith("=", StringComparison.Ordinal);
                SetFlag(letter, isSet ? rest.Substring(1) : "true", word);
                if (isSet)
                {
                    return true;
                }
            }
            else if (!DockerRunOptions.TakesValue(letter))
            {
                return false;
            }
            else if (rest.Length > 0)
            {
                Set(letter, rest[0] == '=' ? rest.Substring(1) : rest, word);
                return true;
            }
            else
            {
                return SetFromNext(letter, words, ref i);
            }
        }

        return true;
    }

    private bool SetFromNext(string name, List<ShellWord> words, ref int i)
    {
        if (i >= words.Count)
        {
            return false;
        }

        Set(name, words[i].Value, words[i]);
        i++;
        return true;
    }

    private void SetFlag(string name, string value, ShellWord word)
    {
        if ((name is "P" or "publish-all") && value is not ("false" or "0" or "f" or "F" or "FALSE" or "False"))
        {
            _publishAll = word;
        }
        else if (name == "env-host")
        {
            _isEnvironmentOpen = true;
        }
        else if (name == "rootfs")
        {
            _isOpen = true;
        }
    }

    private void Set(string name, string value, ShellWord word)
    {
        switch (name)
        {
            case "p" or "publish":
                if (PortSyntax.ReadShort(PlacedText.Computed(value, PlaceOf(word))) is { } port)
                {
                    // Without a host part Docker takes a random one.
                    _hasFixedPort |= !IsKnown(value) || value.IndexOf(':') >= 0 || port.FirstContainerPort is null;
                    _ports.Add(IsKnown(value) ? port : port with { Reason = HostPortReason.AtRunTime });
                }

                break;
            case "expose":
                if (PortNumber.Parse(value.Split('/')[0]) is { } exposed)
                {
                    _exposed.Add(exposed);
                }

                break;
            case "e" or "env":
                SetVariable(value, PlaceOf(word));
                break;
            case "env-file" or "env-merge" or "unsetenv":
                _isEnvironmentOpen = true;
                break;
            case "secret":
                _isEnvironmentOpen |= value.IndexOf("type=env", StringComparison.Ordinal) >= 0 || !IsKnown(value);
                break;
            case "name":
                _name = IsKnown(value) && value.Length > 0 ? value : null;
                break;
            case "h" or "hostname" or "network-alias" or "net-alias":
                AddKnown(_names, value);
                break;
            case "ip" or "ip6":
                AddAddress(value);
                break;
            case "network" or "net":
                SetNetwork(value, word);
                break;
            case "pod":
                // The pod publishes for its containers.
                _isNetworkUnknown = true;
                break;
            case "entrypoint":
                _entrypoint = value;
                break;
        }
    }

    private void SetVariable(string pair, Place place)
    {
        var equals = pair.IndexOf('=');
        var name = equals < 0 ? pair : pair.Substring(0, equals);
        if (!IsKnown(name) || name.EndsWith("*", StringComparison.Ordinal))
        {
            _isEnvironmentOpen = true;
        }
        else if (name.Length > 0)
        {
            _environment[name] = EnvironmentValue.Computed(name, equals >= 0 && IsKnown(pair.Substring(equals + 1)) ? pair.Substring(equals + 1) : null, place);
        }
    }

    /// <summary><c>host</c>, <c>none</c>, <c>container:name</c>, the name of a network, or <c>name=shop,alias=db,ip=172.20.0.5</c>.</summary>
    private void SetNetwork(string value, ShellWord word)
    {
        if (!IsKnown(value) || value.Length == 0)
        {
            _isNetworkUnknown = true;
            _mode = "";
        }
        else if ((value is "host" or "none") || value.StartsWith("container:", StringComparison.Ordinal) || value.StartsWith("ns:", StringComparison.Ordinal))
        {
            _mode = value;
            _modeWord = word;
        }
        else if (value.IndexOf('=') < 0)
        {
            _networks.Add(value);
        }
        else
        {
            // Podman writes `shop:alias=db,ip=...`.
            var colon = value.IndexOf(':');
            var isPodman = colon >= 0 && colon < value.IndexOf('=');
            if (isPodman)
            {
                _networks.Add(value.Substring(0, colon));
            }

            foreach (var option in (isPodman ? value.Substring(colon + 1) : value).Split(','))
            {
                var equals = option.IndexOf('=');
                var own = equals < 0 ? "" : option.Substring(equals + 1);
                switch (equals < 0 ? "" : option.Substring(0, equals))
                {
                    case "name":
                        AddKnown(_networks, own);
                        break;
                    case "alias":
                        AddKnown(_names, own);
                        break;
                    case "ip" or "ip6":
                        AddAddress(own);
                        break;
                }
            }
        }
    }

    private static void AddKnown(List<string> values, string value)
    {
        if (IsKnown(value) && value.Length > 0)
        {
            values.Add(value);
        }
    }

    private void AddAddress(string value)
    {
        if (IpAddress.TryParse(value, out _))
        {
            _addresses.Add(value);
        }
    }

    private DockerService? ToService(ShellWord? image, ShellWord[] command, ShellWord first)
    {
        var name = image is { } written && !IsHole(written.Value) ? written.Value : null;
        var ports = string.IsNullOrEmpty(_mode) ? PortMapping.Settle(_ports.ToImmutable()) : ImmutableArray<PortMapping>.Empty;
        var environment = _environment.ToImmutable();
        var isServer = IsServer(command);
        var isOpen = _isOpen || isServer is null;
        var engine = ServiceEngine.Of(name, isBuilt: false, baseImage: null, environment, ports, _exposed.ToImmutable(),
            isOpen || image is null || _isEnvironmentOpen);
        if (isServer == false && engine is not null && name is not null && ServiceEngine.OfImage(name) is not null)
        {
            // `docker run mysql mysqldump -h db` is a client. What it publishes says that something does listen.
            if (ports.IsEmpty)
            {
                return null;
            }

            isOpen = true;
        }

        var names = (_name is null ? [] : new[] { _name }).Concat(_names).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (engine is null && ports.IsEmpty && names.IsEmpty && _addresses.Count == 0)
        {
            return null;
        }

        var changedPort = engine is null ? null
            : ListeningPort.ChangedBy(engine, command.Select(static word => word.Value).ToArray(), environment) ?? ServiceEngine.PortOfImage(name);
        (ports, var isModeKnown) = UnderNetworkMode(ports, engine, changedPort);
        var arePortsKnown = !isOpen && !_isNetworkUnknown && isModeKnown;
        return new DockerService
        {
            Name = _name ?? (name is null ? engine?.Word ?? "docker run" : ServiceEngine.ShortName(name)),
            Place = PlaceOf(image ?? first),
            Engine = engine,
            IsOpen = isOpen,
            Ports = ports,
            ChangedPort = changedPort,
            ArePortsKnown = arePortsKnown,
            ExposedPorts = _exposed.ToImmutable(),
            IsOnRandomPorts = arePortsKnown && !_hasFixedPort && !ports.IsEmpty && _mode is null,
            Environment = environment,
            IsEnvironmentOpen = _isEnvironmentOpen || isOpen,
            Names = names,
            NetworkMode = _mode,
            Networks = _mode is not null ? ImmutableArray<string>.Empty : _networks.Count == 0 ? ImmutableArray.Create("bridge") : _networks.ToImmutableArray(),
            StaticAddresses = _addresses.ToImmutableArray(),
        };
    }

    /// <summary>The ports on the host as the network mode and <c>-P</c> have them, and whether that is known.</summary>
    private (ImmutableArray<PortMapping> Ports, bool IsKnown) UnderNetworkMode(ImmutableArray<PortMapping> ports, Engine? engine, int? changedPort)
    {
        switch (_mode)
        {
            // Docker leaves out what `-p` says: the server's own port is the host's.
            case "host" when (changedPort ?? engine?.DefaultPort ?? ListeningPort.Unknown) is > 0 and var port:
                return (ImmutableArray.Create(new PortMapping(null, port, port, 1, PlaceOf(_modeWord))), true);
            case "host":
                return (ImmutableArray<PortMapping>.Empty, false);
            case null or "" when _publishAll is { } all && !(engine is not null && ports.Any(port => port.Publishes(engine.DefaultPort))):
                return (ports.Add(new PortMapping(null, null, null, 0, PlaceOf(all)) { Reason = HostPortReason.LeftOut }), true);
            default:
                return (ports, string.IsNullOrEmpty(_mode) || _mode == "none");
        }
    }

    /// <summary>False for a command that runs another program of the image, a client for instance; null when a hole decides.</summary>
    private bool? IsServer(ShellWord[] command)
    {
        var program = _entrypoint is { Length: > 0 } ? _entrypoint : command.Length > 0 && !command[0].Value.StartsWith("-", StringComparison.Ordinal)
            ? command[0].Value : null;
        return program is null ? true : !IsKnown(program) ? null : IsServer(ShellCommands.BaseName(program));
    }

    private static bool IsServer(string program) => program == EntryPoint || EngineTable.IsServer(program);

    private Place PlaceOf(ShellWord word) => new(_path, _source, _text.ShownSpan(word.Start, Math.Max(1, word.Length)));

    /// <summary>False for what a hole or a variable of some shell decides.</summary>
    private static bool IsKnown(string value) => value.IndexOfAny([DecodedText.HoleCharacter, '$', '`']) < 0 && !s_percentVariable.IsMatch(value);
}
