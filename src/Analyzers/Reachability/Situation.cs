using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>What a rule is asked about: one host of a connection text.</summary>
/// <param name="Endpoint">The text.</param>
/// <param name="Host">The host.</param>
/// <param name="Engine">Whose text it is.</param>
/// <param name="Verdict">Whether the host can be reached.</param>
/// <param name="Ports">What the topology says of its port.</param>
/// <param name="Project">The project that holds the text.</param>
/// <param name="SourceText">The characters of the file at a span of source positions.</param>
internal sealed record Situation(
    Endpoint Endpoint, HostName Host, Engine Engine, Verdict Verdict, HostPortAnswer Ports, Project Project, Func<TextSpan, string> SourceText)
{
    /// <summary>Where the finding is shown: the host, with a port that is written in it, in source positions. Edits count from its start.</summary>
    public TextSpan ShownSpan { get; } = Endpoint.InnerPort is { } inner && Endpoint.Text.EditableSpan(Host.Start, inner.End - Host.Start) is { } withPort
        ? withPort
        : Endpoint.Text.ShownSpan(Host.Start, Host.Length);

    /// <summary>The path of the file that holds the text.</summary>
    public required string Path { get; init; }

    /// <summary>What is known of Docker.</summary>
    public required DockerTopology Topology { get; init; }

    /// <summary>From where the text is seen.</summary>
    public required Vantage Vantage { get; init; }

    /// <summary>The options of its file.</summary>
    public required DockerOptions Options { get; init; }

    /// <summary>True when the text goes as it stands to MySqlConnector.</summary>
    public bool GoesToMySqlConnector { get; init; }

    /// <summary>True when only Oracle's driver reads the text.</summary>
    public Func<bool> IsForMySqlDataOnly { get; init; } = static () => false;

    /// <summary>Path and line of the constant that holds the host, when the text names it by a constant.</summary>
    public string? WrittenAt { get; init; }

    /// <summary>The port that the text means; null when it cannot be told, or when each of several hosts may have its own.</summary>
    public int? Port => Endpoint.Hosts.Length == 1 ? Endpoint.Port.MeantWith(EngineReading.DefaultPortOf(Endpoint, Engine)) : null;

    /// <summary>Host and port as a message names them; without the port where it is not known.</summary>
    public string Address => Port is { } port ? $"{Name}:{port}" : Host.Name;

    /// <summary>True when another host is to be written; not where only the port stands in a wrong place.</summary>
    public bool IsHostWrong => Verdict switch
    {
        Verdict.ContainerAddress or Verdict.FixedContainerAddress or Verdict.Gateway => true,
        Verdict.AmbiguousLoopback => Engine == EngineTable.MySql && Endpoint.Shape != EndpointShape.Address
            && Options.Loopback != "localhost" && !IsNameChecked && !IsLocal,
        Verdict.ServiceName or Verdict.HostAlias => !IsNameChecked,
        _ => false,
    };

    /// <summary>True for this machine with the container's port of the service that is certainly meant, which publishes it under another one.</summary>
    public bool IsPortWrong => Verdict is Verdict.Loopback or Verdict.AmbiguousLoopback && !IsLocal && !Ports.IsPortRight
        && Ports.Certain is { Published: { } published, ContainerPort: var containerPort } && Port == containerPort && published.HostPort != containerPort;

    /// <summary>
    /// True for this machine with a port that nobody is known to publish on it and that is not proved wrong, where a service that is or
    /// may be meant publishes another one, or publishes it elsewhere.
    /// </summary>
    public bool IsPortDoubtful => Verdict is Verdict.Loopback or Verdict.AmbiguousLoopback && !IsLocal && !IsPortWrong
        && (Ports.IsPublishedElsewhere || IsOnAnotherAddress);

    /// <summary>True for a port that is published, but on an address that is not the one to write: on one of the host's others, or on IPv6.</summary>
    public bool IsOnAnotherAddress => Options.Loopback == OptionTable.Loopback.Default
        && Ports is { IsPortRight: true, Offers: [{ Published: { Mapping: var mapping } }] } && !HostAddresses.Reaches(HostFor(null), mapping);

    /// <summary>True where no service is certain and what the text says is published nowhere: neither it nor another place is written unasked.</summary>
    public bool IsUndecided => Ports.IsUndecided || (IsOnAnotherAddress && Ports.Certain is null);

    /// <summary>True when a certificate is checked against the name: an address in its place would be refused (measured, MySqlConnector).</summary>
    public bool IsNameChecked
    {
        get
        {
            var sslMode = Endpoint[ConnectionKey.SslMode];
            return (sslMode.IsPresent && sslMode.Value?.ToUpperInvariant() is null or "VERIFYFULL" or "VERIFY_IDENTITY" or "VERIFY-FULL")
                || Endpoint.Scheme is "https" or "amqps" or "rabbitmqs" or "rediss";
        }
    }

    /// <summary>True for a pipe, a socket or shared memory of this machine.</summary>
    public bool IsLocal
    {
        get
        {
            var protocol = Endpoint[ConnectionKey.Protocol];
            var isTcp = Endpoint.Shape == EndpointShape.CommandLine
                ? protocol.Value?.ToLowerInvariant() is "tcp"
                : protocol.Value?.ToLowerInvariant() is "tcp" or "socket" or "sockets" or "tcpip";
            return protocol.IsPresent && !isTcp;
        }
    }

    /// <summary>The host to write: the text's own where it is right, else the one that reaches a published port.</summary>
    /// <param name="published">The port; null when it is not known.</param>
    public string HostFor(PublishedPort? published) => published is { Mapping: var mapping }
        ? (!IsHostWrong && HostAddresses.Reaches(Host.Name, mapping) ? Host.Name : HostAddresses.Of(mapping, Options))
        : IsHostWrong ? Options.OwnAddress : Host.Name;

    /// <summary>A place as messages name it: <c>docker-compose.yml:7</c>, seen from the file that is reported.</summary>
    public string Show(Place place) => place.Text is null ? "options" : $"{Paths.RelativeToFile(Path, place.Path)}:{place.Line}";

    private string Name => Host.Name.IndexOf(':') < 0 ? Host.Name : $"[{Host.Name}]";
}
