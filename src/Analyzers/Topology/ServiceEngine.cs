using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology;

/// <summary>Tells which engine a service runs.</summary>
internal static class ServiceEngine
{
    /// <summary>Clients and tools that carry an engine's environment keys or port and are none.</summary>
    private static readonly string[] s_clients =
        ["phpmyadmin", "adminer", "mysqld-exporter", "mysql-exporter", "mysql-backup", "mysql-cron-backup", "cloudbeaver", "sqlpad", "wordpress", "dbgate", "flyway", "liquibase"];

    /// <summary>The endings of keys that only the server's own image reads.</summary>
    private static readonly string[] s_serverKeys = ["ROOT_PASSWORD", "ROOT_PASSWORD_FILE", "ALLOW_EMPTY_PASSWORD", "ALLOW_EMPTY_ROOT_PASSWORD", "RANDOM_ROOT_PASSWORD"];

    /// <summary>Decides by the image's name, and where that says nothing, by environment and ports.</summary>
    /// <param name="image">The image as the file writes it, or null.</param>
    /// <param name="isBuilt">True when the service is built, so that its image's name proves nothing.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="ports">What it publishes.</param>
    /// <param name="isOpen">True when keys may come from elsewhere.</param>
    public static Engine? Of(string? image, bool isBuilt, ImmutableDictionary<string, string?> environment, ImmutableArray<PortMapping> ports, bool isOpen)
    {
        var name = image is null ? null : ImageName(image);
        if (name is not null && !isBuilt)
        {
            foreach (var engine in EngineTable.All)
            {
                if (engine.Images.Any(known => IsImage(name, known)))
                {
                    return engine;
                }
            }
        }

        if (name is not null && s_clients.Any(client => name.EndsWith(client, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        foreach (var engine in EngineTable.All)
        {
            if (engine.EnvironmentPrefixes.Count == 0)
            {
                continue;
            }

            var listens = ports.Any(port => port.Publishes(engine.DefaultPort));
            if (listens || (ports.IsEmpty && !isOpen && engine.EnvironmentPrefixes.Any(prefix => s_serverKeys.Any(key => environment.ContainsKey(prefix + key)))))
            {
                return engine;
            }
        }

        return null;
    }

    /// <summary><c>registry:5000/owner/name:tag@digest</c> without registry, tag and digest; a variable in the tag does no harm.</summary>
    private static string ImageName(string image)
    {
        var digest = image.IndexOf('@');
        var name = digest < 0 ? image : image.Substring(0, digest);
        var lastSlash = name.LastIndexOf('/', Math.Max(0, TagStart(name) - 1));
        var tag = name.IndexOf(':', lastSlash + 1);
        return tag < 0 ? name : name.Substring(0, tag);
    }

    /// <summary>Where a variable in the tag begins (its default may hold slashes), else the end.</summary>
    private static int TagStart(string name)
    {
        var variable = name.IndexOf(":$", StringComparison.Ordinal);
        return variable < 0 ? name.Length : variable;
    }

    /// <summary>True when the image is the known one, below whatever registry or mirror.</summary>
    private static bool IsImage(string image, string known)
    {
        if (image.Equals(known, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!image.EndsWith("/" + known, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // `owner/mysql` may be anything; `registry/mysql`, `library/mysql` and `mirror.example/library/mysql` are the image.
        var before = image.Substring(0, image.Length - known.Length - 1);
        var last = before.Substring(before.LastIndexOf('/') + 1);
        return known.IndexOf('/') >= 0 || last is "library" or "amd64" or "arm64v8" or "arm32v7" || last.IndexOfAny(['.', ':', '$', '}']) >= 0 || last == "localhost";
    }
}
