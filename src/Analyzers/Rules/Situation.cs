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
    /// <summary>Where the finding is shown: the host, in source positions. Edits count from its start.</summary>
    public TextSpan ShownSpan { get; } = Endpoint.Text.ShownSpan(Host.Start, Host.Length);

    /// <summary>Host and port as a message names them; without the port where it is not known.</summary>
    public string Address => Endpoint.Hosts.Length == 1 && Endpoint.Port.MeantWith(Engine.DefaultPort) is { } port ? $"{Host.Name}:{port}" : Host.Name;
}
