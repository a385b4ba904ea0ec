using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Options;

/// <summary>All options. Adding one is a row here, a property of <see cref="DockerOptions"/>, and a line on the page of the options.</summary>
internal static class OptionTable
{
    public static readonly Option<string> Loopback = new("loopback", "127.0.0.1", "127.0.0.1, localhost or ::1", static (string text, out string value) =>
        (value = text.ToLowerInvariant()) is "127.0.0.1" or "localhost" or "::1");

    public static readonly Option<string?> DockerHost =
        new("docker_host", null, "the name or the address of a machine", static (string text, out string? value) =>
        IsHost(value = text));

    public static readonly Option<ImmutableArray<PublishedPortOption>> PublishedPorts = new(
        "published_ports", ImmutableArray<PublishedPortOption>.Empty, "a list of service:host port:container port, as in mysql:3307:3306",
        static (string text, out ImmutableArray<PublishedPortOption> value) => TryReadList(text, TryReadPort, out value));

    public static readonly Option<ImmutableArray<Subnet>> ContainerNetworks = new(
        "container_networks", ImmutableArray<Subnet>.Empty, "a list of subnets, as in 172.28.0.0/16",
        static (string text, out ImmutableArray<Subnet> value) =>
            TryReadList(text, static (string item, out Subnet subnet) => (subnet = Subnet.TryParse(item, null)!) is { PrefixLength: >= 8 }, out value));

    public static readonly Option<CodeLocation?> CodeRunsIn = new("code_runs_in", null, "host, container, container:service or both", TryReadLocation);

    public static readonly Option<ImmutableArray<string>> IgnoredHosts = new(
        "ignored_hosts", ImmutableArray<string>.Empty, "a list of hosts",
        static (string text, out ImmutableArray<string> value) => TryReadList(text, static (string item, out string host) => IsHost(host = item), out value));

    /// <summary>
    /// How a rule is reported in files that are no C#, where Roslyn's own keys do not reach: <c>DKC005.severity</c>. The values are
    /// Roslyn's.
    /// </summary>
    public static Option<DiagnosticSeverity?> SeverityOf(string ruleId) =>
        new($"{ruleId}.severity", null, "none, silent, suggestion, warning or error", TryReadSeverity);

    /// <summary>The severity that switches a rule off.</summary>
    public const DiagnosticSeverity None = (DiagnosticSeverity)(-1);

    /// <summary>The names of all options but the severities, for the docs and their tests.</summary>
    public static readonly ImmutableArray<string> Names =
        ImmutableArray.Create(Loopback.Name, DockerHost.Name, PublishedPorts.Name, ContainerNetworks.Name, CodeRunsIn.Name, IgnoredHosts.Name);

    private static bool IsHost(string text) =>
        text.Length > 0 && (IpAddress.TryParse(text, out _) || text.All(static c => char.IsLetterOrDigit(c) || (c is '.' or '-' or '_')));

    private static bool TryReadPort(string item, out PublishedPortOption port)
    {
        var parts = item.Split(':');
        port = new PublishedPortOption(
            parts[0].Trim(),
            parts.Length == 3 ? PortNumber.ParseOrZero(parts[1].Trim()) : 0,
            parts.Length == 3 ? PortNumber.ParseOrZero(parts[2].Trim()) : 0);
        return IsHost(port.Service) && port is { HostPort: > 0, ContainerPort: > 0 };
    }

    private static bool TryReadLocation(string text, out CodeLocation? value)
    {
        const string containerOf = "container:";
        value = text.ToLowerInvariant() switch
        {
            "host" => new CodeLocation(CodePlace.Host, null),
            "container" => new CodeLocation(CodePlace.Container, null),
            "both" => new CodeLocation(CodePlace.Both, null),
            _ when text.StartsWith(containerOf, StringComparison.OrdinalIgnoreCase) && text.Substring(containerOf.Length).Trim() is { Length: > 0 } service =>
                new CodeLocation(CodePlace.Container, service),
            _ => null,
        };
        return value is not null;
    }

    private static bool TryReadSeverity(string text, out DiagnosticSeverity? severity)
    {
        severity = text.ToLowerInvariant() switch
        {
            "none" => None,
            "silent" => DiagnosticSeverity.Hidden,
            "suggestion" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => null,
        };
        return severity is not null;
    }

    private static bool TryReadList<T>(string text, TryParse<T> tryParse, out ImmutableArray<T> value)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var item in text.Split(',').Select(static item => item.Trim()).Where(static item => item.Length > 0))
        {
            if (!tryParse(item, out var read))
            {
                value = default;
                return false;
            }

            items.Add(read);
        }

        value = items.ToImmutable();
        return true;
    }
}
