namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Names that Docker Desktop, Docker Engine and Podman give the host inside containers.</summary>
internal static class HostAliases
{
    /// <summary>The name that Docker Desktop knows, and Docker Engine where <c>extra_hosts</c> says <c>host-gateway</c>.</summary>
    public const string OfDocker = "host.docker.internal";

    private static readonly string[] s_names =
    [
        OfDocker, "gateway.docker.internal", "docker.for.mac.localhost", "docker.for.win.localhost", "docker.for.mac.host.internal",
        "docker.for.win.host.internal", "kubernetes.docker.internal", "host.containers.internal",
    ];

    public static bool Contains(string name) => s_names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
