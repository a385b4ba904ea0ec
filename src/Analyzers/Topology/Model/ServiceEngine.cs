using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>Tells which engine a service runs.</summary>
internal static class ServiceEngine
{
    /// <summary>Clients and tools of many engines that carry their environment keys or ports and are none.</summary>
    private static readonly string[] s_clientsOfMany = ["adminer", "cloudbeaver", "sqlpad", "wordpress", "dbgate", "flyway", "liquibase"];

    /// <summary>These, and those of a single engine.</summary>
    private static readonly string[] s_clients = [.. s_clientsOfMany, .. EngineTable.All.SelectMany(static engine => engine.ToolImages)];

    /// <summary>Decides by the image's name, and where that says nothing, by environment and ports.</summary>
    /// <param name="image">The image as the file writes it, or null.</param>
    /// <param name="isBuilt">True when the service is built, so that its image's name proves nothing.</param>
    /// <param name="baseImage">What its Dockerfile builds on; null when that is not known.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="ports">What it publishes.</param>
    /// <param name="exposed">The ports that it says it listens on without publishing them.</param>
    /// <param name="isOpen">True when keys may come from elsewhere.</param>
    public static Engine? Of(string? image, bool isBuilt, string? baseImage, ImmutableDictionary<string, EnvironmentValue> environment,
        ImmutableArray<PortMapping> ports, ImmutableArray<int> exposed, bool isOpen)
    {
        // The image of a built service is what it is tagged with.
        if ((isBuilt ? baseImage : image) is { } origin && OfImage(origin) is { } known)
        {
            return known;
        }

        var name = image is null ? null : ImageName(image);

        if (name is not null && s_clients.Any(client => name.EndsWith(client, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        foreach (var engine in EngineTable.All)
        {
            if (engine.Images.Count == 0)
            {
                continue;
            }

            // The environment of a program that is built on something else is its own.
            var listens = ports.Any(port => port.Publishes(engine.DefaultPort)) || exposed.Contains(engine.DefaultPort);
            if (listens || (ports.IsEmpty && !isOpen && baseImage is null && engine.ServerVariables.Any(environment.ContainsKey)))
            {
                return engine;
            }
        }

        return null;
    }

    /// <summary>The engine of an image; null for one of another name.</summary>
    /// <param name="image">The image, with registry, tag and digest as it is written; a hole stands for what is not known.</param>
    public static Engine? OfImage(string image)
    {
        var name = ImageName(image);
        return EngineTable.All.FirstOrDefault(engine => engine.Images.Any(known => IsImage(name, known))
            || engine.ImagesOnOtherPorts.Any(known => IsImage(name, known.Image)));
    }

    /// <summary>The port that an image's server listens on where that is not its engine's; null for any other image.</summary>
    /// <param name="image">The image as it is written; null when it is not known.</param>
    public static int? PortOfImage(string? image)
    {
        if (image is null)
        {
            return null;
        }

        var name = ImageName(image);
        return EngineTable.All.SelectMany(static engine => engine.ImagesOnOtherPorts)
            .Where(known => IsImage(name, known.Image)).Select(static known => (int?)known.Port).FirstOrDefault();
    }

    /// <summary>The last part of an image's name: <c>mysql</c> for <c>registry:5000/library/mysql:8</c>.</summary>
    public static string ShortName(string image)
    {
        var name = ImageName(image);
        return name.Substring(name.LastIndexOf('/') + 1);
    }

    /// <summary><c>registry:5000/owner/name:tag@digest</c> without registry, tag and digest; a variable in the tag does no harm.</summary>
    private static string ImageName(string image)
    {
        var digest = image.IndexOf('@');
        var name = digest < 0 ? image : image.Substring(0, digest);
        var tag = name.IndexOf(':', name.LastIndexOf('/') + 1);
        return tag < 0 ? name : name.Substring(0, tag);
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
        return known.IndexOf('/') >= 0 || (last is "library" or "amd64" or "arm64v8" or "arm32v7")
            || last.IndexOfAny(['.', ':', DecodedText.HoleCharacter]) >= 0 || last == "localhost";
    }
}
