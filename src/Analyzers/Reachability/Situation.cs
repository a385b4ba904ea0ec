using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>What a rule is asked about: one host of a connection text. Each side knows more of it.</summary>
/// <param name="Endpoint">The text.</param>
/// <param name="Host">The host.</param>
/// <param name="Engine">Whose text it is.</param>
/// <param name="SourceText">The characters of the file at a span of source positions.</param>
internal abstract record Situation(Endpoint Endpoint, HostName Host, Engine Engine, Func<TextSpan, string> SourceText)
{
    /// <summary>Where the finding is shown: the host, with a port that is written in it, in source positions. Edits count from its start.</summary>
    public TextSpan ShownSpan { get; } = Endpoint.InnerPort is { } inner && Endpoint.Text.EditableSpan(Host.Start, inner.End - Host.Start) is { } withPort
        ? withPort
        : Endpoint.Text.ShownSpan(Host.Start, Host.Length);

    /// <summary>The project that holds the text.</summary>
    public required Project Project { get; init; }

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
    public string Address => Port is { } port ? $"{(Host.Name.IndexOf(':') < 0 ? Host.Name : $"[{Host.Name}]")}:{port}" : Host.Name;

    /// <summary>True when a certificate is checked against the name: an address in its place would be refused (measured, MySqlConnector).</summary>
    public bool IsNameChecked
    {
        get
        {
            var sslMode = Endpoint[ConnectionKey.SslMode];
            return (sslMode.IsPresent && sslMode.Value?.ToUpperInvariant() is null or "VERIFYFULL" or "VERIFY_IDENTITY" or "VERIFY-FULL")
                || EngineTable.IsNameChecked(Endpoint.Scheme);
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

    /// <summary>A place as messages name it: <c>docker-compose.yml:7</c>, seen from the file that is reported.</summary>
    public string Show(Place place) => place.Text is null ? "options" : $"{Paths.RelativeToFile(Path, place.Path)}:{place.Line}";
}
