using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Reachability;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

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

    /// <summary>True when the text goes as it stands to MySqlConnector.</summary>
    public bool GoesToMySqlConnector { get; init; }

    /// <summary>Path and line of the constant that holds the host, when the text names it by a constant.</summary>
    public string? WrittenAt { get; init; }

    /// <summary>Host and port as a message names them; without the port where it is not known.</summary>
    public string Address => Endpoint.Hosts.Length == 1 && Endpoint.Port.MeantWith(Engine.DefaultPort) is { } port ? $"{Name}:{port}" : Host.Name;

    /// <summary>True when another host is to be written; not where only the port stands in a wrong place.</summary>
    public bool IsHostWrong => Verdict is Verdict.ContainerAddress or Verdict.FixedContainerAddress || (Verdict == Verdict.AmbiguousLoopback && !IsNameChecked);

    /// <summary>True when a certificate is checked against the name: an address in its place would be refused (measured, MySqlConnector).</summary>
    public bool IsNameChecked
    {
        get
        {
            var sslMode = Endpoint[ConnectionKey.SslMode];
            return (sslMode.IsPresent && sslMode.Value?.ToUpperInvariant() is null or "VERIFYFULL" or "VERIFY_IDENTITY" or "VERIFY-FULL") || Endpoint.Scheme is "https" or "amqps" or "rediss";
        }
    }

    private string Name => Host.Name.IndexOf(':') < 0 ? Host.Name : $"[{Host.Name}]";
}
