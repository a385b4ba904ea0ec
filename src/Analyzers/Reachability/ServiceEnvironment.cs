using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Dockerfiles;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>What the environment of a service says to an ASP.NET Core program in it (ASP.NET Core, "Configuration").</summary>
internal static class ServiceEnvironment
{
    private const string ConnectionSection = "ConnectionStrings__";

    /// <summary>The prefixes under which the environment holds connection strings besides their section.</summary>
    private static readonly string[] s_connectionPrefixes = ["CUSTOMCONNSTR_", "MYSQLCONNSTR_", "SQLCONNSTR_", "SQLAZURECONNSTR_", "POSTGRESQLCONNSTR_"];

    private static readonly string[] s_environmentKeys = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <summary>True when the environment sets a setting, so that the file's value does not count in the container.</summary>
    /// <param name="service">The service.</param>
    /// <param name="key">The key, its parts joined by <c>__</c>; in any case.</param>
    public static bool Overrides(DockerService service, string key)
    {
        var name = key.StartsWith(ConnectionSection, StringComparison.OrdinalIgnoreCase) ? key.Substring(ConnectionSection.Length) : null;
        return service.Environment.Keys.Any(own =>
            own.Equals(key, StringComparison.OrdinalIgnoreCase)
            || own.Replace(":", "__").Equals(key, StringComparison.OrdinalIgnoreCase)
            || (name is not null && s_connectionPrefixes.Any(prefix => own.Equals(prefix + name, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The environment that the program runs in; <c>Production</c> when nothing sets one, null when that is not known.</summary>
    public static string? EnvironmentOf(DockerService service, DockerTopology topology)
    {
        foreach (var key in s_environmentKeys)
        {
            if (service.Environment.TryGetValue(key, out var value))
            {
                return value.Known;
            }
        }

        if (service.IsEnvironmentOpen)
        {
            return null;
        }

        var dockerfile = service.Build is { } build ? build.InlineDockerfile ?? topology.TextOf(build.Dockerfile) : null;
        var built = s_environmentKeys.Select(key => dockerfile is null ? null : Dockerfile.Environment(dockerfile, key));
        return built.FirstOrDefault(static value => value is not null) ?? "Production";
    }
}
