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

/// <summary>The database and the account that a text names, as far as they tell one server from another.</summary>
internal sealed class TextAccount
{
    /// <summary>Passwords of examples, which prove nothing.</summary>
    private static readonly string[] s_commonPasswords = ["root", "password", "secret", "example", "123456"];

    public TextAccount(Endpoint endpoint, Engine engine)
    {
        Database = endpoint[ConnectionKey.Database].Value is { } database && !engine.OwnDatabases.Contains(database) ? database : null;
        User = endpoint[ConnectionKey.User].Value;
        IsDefaultUser = User is not null && engine.DefaultUsers.Contains(User);
        Password = endpoint[ConnectionKey.Password].Value is { Length: > 0 } password && User is not null && password != User && !s_commonPasswords.Contains(password, StringComparer.OrdinalIgnoreCase) ? password : null;
    }

    public string? Database { get; }

    public string? User { get; }

    /// <summary>True for an account that every server has.</summary>
    public bool IsDefaultUser { get; }

    /// <summary>Null for one that proves nothing: empty, the account's name, or out of an example.</summary>
    public string? Password { get; }
}

/// <summary>
/// Decides which service a text means. A wrong port rewritten without proof can send a test that drops tables to another
/// server: many people publish 3307 because a MySQL of their own listens on 3306.
/// </summary>
internal static class Means
{
    private enum Likeness
    {
        Unknown,
        Equal,
        Different,
    }

    /// <summary>Decides for one service that may be meant.</summary>
    /// <param name="text">What the text names.</param>
    /// <param name="service">What the service has.</param>
    /// <param name="engine">The engine of both.</param>
    public static Meaning Of(TextAccount text, ServiceAccount service, Engine engine)
    {
        var database = service.Database is { } theirs && engine.OwnDatabases.Contains(theirs) ? Likeness.Unknown : Compare(text.Database, service.Database);
        var user = text.IsDefaultUser || (service.User is { } account && engine.DefaultUsers.Contains(account)) ? Likeness.Unknown : Compare(text.User, service.User);

        // A password counts only with its own account, and a difference proves nothing: servers have many accounts.
        var isPasswordEqual = text.Password is { } password
            && (text.User == service.User ? password == service.Password : text.IsDefaultUser && password == service.AdminPassword);
        var isAnyEqual = database == Likeness.Equal || user == Likeness.Equal || isPasswordEqual;
        return database == Likeness.Different
            ? (isAnyEqual && user != Likeness.Different ? Meaning.Possible : Meaning.No)
            : isAnyEqual ? Meaning.Certain : Meaning.Possible;
    }

    /// <summary>False when the networks of the service are known to hold no such address, or when it has one of its own.</summary>
    public static bool CanHave(DockerService service, IPAddress address) =>
        service.StaticAddresses.IsEmpty && (service.KnownSubnets.IsDefault || service.KnownSubnets.Any(subnet => subnet.CanBeContainer(address)));

    private static Likeness Compare(string? own, string? theirs) => own is null || theirs is null ? Likeness.Unknown : own == theirs ? Likeness.Equal : Likeness.Different;
}
