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

    /// <summary>Decides for one service that may be meant.</summary>
    /// <param name="endpoint">The text.</param>
    /// <param name="verdict">What is wrong with the host.</param>
    /// <param name="isOnlyService">True when no other service can have the text's engine.</param>
    /// <param name="host">The host that is judged.</param>
    /// <param name="service">The service.</param>
    /// <param name="engine">Whose text it is.</param>
    public static Meaning Of(Endpoint endpoint, Verdict verdict, bool isOnlyService, HostName host, DockerService service, Engine engine)
    {
        if (IsNamedBy(host, verdict, isOnlyService, service))
        {
            return Meaning.Certain;
        }

        var database = CompareDatabase(endpoint, service, engine);
        var user = CompareUser(endpoint, service, engine);
        var password = ComparePassword(endpoint, service, engine);
        var isAnyEqual = database == Likeness.Equal || user == Likeness.Equal || password == Likeness.Equal;
        if (database == Likeness.Different)
        {
            return isAnyEqual && user != Likeness.Different ? Meaning.Possible : Meaning.No;
        }

        return isAnyEqual ? Meaning.Certain : Meaning.Possible;
    }

    /// <summary>The container's own name or fixed address, or an address that no other container could have.</summary>
    private static bool IsNamedBy(HostName host, Verdict verdict, bool isOnlyService, DockerService service) => verdict switch
    {
        Verdict.ServiceName => true,
        Verdict.FixedContainerAddress => IpAddress.TryParse(host.Name, out var address) && service.StaticAddresses.Any(text => IpAddress.TryParse(text, out var own) && own.Equals(address)),
        Verdict.ContainerAddress => isOnlyService && service.StaticAddresses.IsEmpty && IpAddress.TryParse(host.Name, out var address)
            && (service.KnownSubnets.IsDefault || service.KnownSubnets.Any(subnet => subnet.CanBeContainer(address))),
        _ => false,
    };

    private static Likeness CompareDatabase(Endpoint endpoint, DockerService service, Engine engine)
    {
        var own = endpoint[ConnectionKey.Database].Value;
        return own is null || engine.OwnDatabases.Contains(own) ? Likeness.Unknown : Compare(own, Setting(service, engine.DatabaseVariables));
    }

    private static Likeness CompareUser(Endpoint endpoint, DockerService service, Engine engine)
    {
        var own = endpoint[ConnectionKey.User].Value;
        var theirs = Setting(service, engine.UserVariables);
        return own is null || theirs is null || engine.DefaultUsers.Contains(own) || engine.DefaultUsers.Contains(theirs)
            ? Likeness.Unknown
            : Compare(own, theirs);
    }

    /// <summary>A password counts only with its own account, and a difference proves nothing: servers have many accounts.</summary>
    private static Likeness ComparePassword(Endpoint endpoint, DockerService service, Engine engine)
    {
        var user = endpoint[ConnectionKey.User].Value;
        var own = endpoint[ConnectionKey.Password].Value;
        if (user is null || string.IsNullOrEmpty(own) || own == user || s_commonPasswords.Contains(own, StringComparer.OrdinalIgnoreCase))
        {
            return Likeness.Unknown;
        }

        var theirs = Setting(service, engine.UserVariables) == user ? Setting(service, engine.PasswordVariables)
            : engine.DefaultUsers.Contains(user) ? Setting(service, engine.AdminPasswordVariables)
            : null;
        return Compare(own!, theirs);
    }

    private static Likeness Compare(string own, string? theirs) =>
        theirs is null ? Likeness.Unknown : own == theirs ? Likeness.Equal : Likeness.Different;

    /// <summary>The first of some variables of the service's image that is set; null when none is, or when it is not known.</summary>
    private static string? Setting(DockerService service, IReadOnlyList<string> variables)
    {
        foreach (var name in variables)
        {
            if (service.Environment.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value))
            {
                return value;
            }
        }

        return null;
    }
}
