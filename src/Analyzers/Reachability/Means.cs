using System.Net;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology.Model;

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
    /// <summary>Passwords of examples.</summary>
    private static readonly string[] s_commonPasswords = ["root", "password", "secret", "example", "123456"];

    public TextAccount(Endpoint endpoint, Engine engine)
    {
        Database = endpoint[ConnectionKey.Database].Value is { } database && !engine.OwnDatabases.Contains(database) ? database : null;
        User = endpoint[ConnectionKey.User].Value;
        IsDefaultUser = User is not null && engine.DefaultUsers.Contains(User);
        Password = endpoint[ConnectionKey.Password].Value is { Length: > 0 } password && User is not null ? password : null;
        IsUsualPassword = Password is not null && (Password == User || s_commonPasswords.Contains(Password, StringComparer.OrdinalIgnoreCase));
    }

    public string? Database { get; }

    public string? User { get; }

    /// <summary>True for an account that every server has.</summary>
    public bool IsDefaultUser { get; }

    /// <summary>Null where none is written, or no account: an empty one may be filled in elsewhere.</summary>
    public string? Password { get; }

    /// <summary>True for one that many servers have, the account's name or one out of an example: that it is equal proves nothing.</summary>
    public bool IsUsualPassword { get; }
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

        // A password counts only with its own account. Where the service refuses it, another server may have a database of this name.
        var password = text.User is not null && text.User == service.User ? Compare(text.Password, service.Password)
            : text.IsDefaultUser ? Compare(text.Password, service.AdminPassword)
            : Likeness.Unknown;
        var isAnyEqual = database == Likeness.Equal || user == Likeness.Equal || (password == Likeness.Equal && !text.IsUsualPassword);
        return database == Likeness.Different
            ? (isAnyEqual && user != Likeness.Different ? Meaning.Possible : Meaning.No)
            : isAnyEqual && !(database == Likeness.Equal && password == Likeness.Different) ? Meaning.Certain : Meaning.Possible;
    }

    /// <summary>False when the networks of the service are known to hold no such address, or when it has one of its own.</summary>
    public static bool CanHave(DockerService service, IPAddress address) =>
        service.StaticAddresses.IsEmpty && (service.KnownSubnets.IsDefault || service.KnownSubnets.Any(subnet => subnet.CanBeContainer(address)));

    private static Likeness Compare(string? own, string? theirs) => own is null || theirs is null ? Likeness.Unknown : own == theirs ? Likeness.Equal : Likeness.Different;
}
