using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>Whether a text means a service.</summary>
internal enum Meaning
{
    /// <summary>Another server is meant: its port must not be taken.</summary>
    No,

    /// <summary>Nothing speaks against it.</summary>
    Possible,

    /// <summary>Proved: its port may be written without asking.</summary>
    Certain,
}

/// <summary>
/// Decides which service a text means. A wrong port rewritten without proof can send a test that drops tables to another
/// server: many people publish 3307 because a MySQL of their own listens on 3306.
/// </summary>
internal static class Means
{
    /// <summary>Passwords of examples, which prove nothing.</summary>
    private static readonly string[] s_commonPasswords = ["root", "password", "secret", "example", "123456"];

    private enum Likeness
    {
        Unknown,
        Equal,
        Different,
    }

    /// <summary>Decides for one service of the text's engine.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="host">The host that is judged.</param>
    /// <param name="service">A service of the text's engine.</param>
    /// <param name="isOnlyService">True when no other service can have that engine.</param>
    public static Meaning Of(Endpoint endpoint, HostName host, ComposeService service, bool isOnlyService)
    {
        if (IsAddressOf(host, service, isOnlyService))
        {
            return Meaning.Certain;
        }

        var database = CompareDatabase(endpoint, service);
        var user = CompareUser(endpoint, service);
        var password = ComparePassword(endpoint, service);
        var isAnyEqual = database == Likeness.Equal || user == Likeness.Equal || password == Likeness.Equal;
        if (database == Likeness.Different)
        {
            return isAnyEqual && user != Likeness.Different ? Meaning.Possible : Meaning.No;
        }

        return isAnyEqual ? Meaning.Certain : Meaning.Possible;
    }

    /// <summary>The container's own address, by a file that fixes it or because there is no other it could be.</summary>
    private static bool IsAddressOf(HostName host, ComposeService service, bool isOnlyService)
    {
        if (!IpAddress.TryParse(host.Name, out var address) || IPAddress.IsLoopback(address))
        {
            return false;
        }

        if (ContainerAddresses.HasStaticAddress(service, address))
        {
            return true;
        }

        var file = service.File;
        var isExcluded = file.AreSubnetsKnown && !file.Subnets.Any(subnet => subnet.CanBeContainer(address));
        return isOnlyService && service.StaticAddresses.IsEmpty && !isExcluded;
    }

    private static Likeness CompareDatabase(Endpoint endpoint, ComposeService service)
    {
        var own = endpoint[ConnectionKey.Database].Value;
        return own is null || service.Engine!.OwnDatabases.Contains(own) ? Likeness.Unknown : Compare(own, Setting(service, "DATABASE"));
    }

    private static Likeness CompareUser(Endpoint endpoint, ComposeService service)
    {
        var own = endpoint[ConnectionKey.User].Value;
        var theirs = Setting(service, "USER");
        return own is null || theirs is null || service.Engine!.DefaultUsers.Contains(own) || service.Engine.DefaultUsers.Contains(theirs)
            ? Likeness.Unknown
            : Compare(own, theirs);
    }

    /// <summary>A password counts only with its own account, and a difference proves nothing: servers have many accounts.</summary>
    private static Likeness ComparePassword(Endpoint endpoint, ComposeService service)
    {
        var user = endpoint[ConnectionKey.User].Value;
        var own = endpoint[ConnectionKey.Password].Value;
        if (user is null || string.IsNullOrEmpty(own) || own == user || s_commonPasswords.Contains(own, StringComparer.OrdinalIgnoreCase))
        {
            return Likeness.Unknown;
        }

        var theirs = service.Engine!.DefaultUsers.Contains(user) ? Setting(service, "ROOT_PASSWORD")
            : Setting(service, "USER") == user ? Setting(service, "PASSWORD")
            : null;
        return Compare(own!, theirs);
    }

    private static Likeness Compare(string own, string? theirs) =>
        theirs is null ? Likeness.Unknown : own == theirs ? Likeness.Equal : Likeness.Different;

    /// <summary>A variable of the service's image, under whichever prefix of the engine; null when not set or not known.</summary>
    private static string? Setting(ComposeService service, string name)
    {
        foreach (var prefix in service.Engine!.EnvironmentPrefixes)
        {
            if (service.Environment.TryGetValue(prefix + name, out var value) && !string.IsNullOrEmpty(value))
            {
                return value;
            }
        }

        return null;
    }
}
