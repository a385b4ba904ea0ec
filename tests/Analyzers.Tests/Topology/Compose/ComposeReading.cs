using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>What is read out of compose files that are written in a test, as short texts.</summary>
internal static class ComposeReading
{
    /// <summary>What a plain <c>docker compose up</c> in <c>/repo</c> starts.</summary>
    public static Composition Plain(params (string Path, string Text)[] files) => Topologies.Of(files).Compositions.Single(composition => composition.IsPlain && composition.Folder == "/repo");

    /// <summary>The service <c>db</c> of <c>/repo/compose.yml</c>.</summary>
    public static DockerService Db(string compose, params (string Path, string Text)[] others) => Plain([("/repo/compose.yml", compose), .. others]).Named("db");

    /// <summary>The service <c>db</c> of a file and an override.</summary>
    public static DockerService Overridden(string compose, string over) => Db(compose, ("/repo/compose.override.yml", over));

    public static DockerService Named(this Composition composition, string name) => composition.Services.Single(service => service.Name == name);

    /// <summary><c>127.0.0.1:3307:3306</c>, and <c>?</c> for what is not known.</summary>
    public static string Ports(this DockerService service) => string.Join(" ", service.Ports.Select(port =>
        $"{(port.HostAddress is null ? "" : port.HostAddress + ":")}{Show(port.FirstHostPort)}:{Show(port.FirstContainerPort)}{(port.Count > 1 ? "*" + port.Count : "")}"));

    /// <summary><c>KEY=value</c>, and <c>?</c> for what is not known.</summary>
    public static string Variables(this DockerService service) =>
        string.Join(" ", service.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value.Known ?? "?"}"));

    /// <summary>The services, those that are not started in brackets.</summary>
    public static string Names(this Composition composition) => string.Join(" ", composition.Services.Select(service => service.IsStarted ? service.Name : $"[{service.Name}]"));

    private static string Show(int? port) => port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?";
}
