using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>The database and the account that a text names, as far as they tell one server from another.</summary>
internal sealed class TextAccount
{
    /// <summary>Passwords of examples.</summary>
    private static readonly string[] s_commonPasswords = ["root", "password", "secret", "example", "123456"];

    private readonly Engine _engine;
    private readonly string? _database;
    private readonly string? _user;
    private readonly bool _isDefaultUser;
    private readonly string? _password;
    private readonly bool _isUsualPassword;

    /// <param name="endpoint">The text.</param>
    /// <param name="engine">Whose text it is.</param>
    public TextAccount(Endpoint endpoint, Engine engine)
    {
        _engine = engine;
        _database = endpoint[ConnectionKey.Database].Value is { } database && !engine.OwnDatabases.Contains(database) ? database : null;
        _user = endpoint[ConnectionKey.User].Value;

        // An account that every server has.
        _isDefaultUser = _user is not null && engine.DefaultUsers.Contains(_user);

        // Without an account it is nobody's, and an empty one may be filled in elsewhere.
        _password = endpoint[ConnectionKey.Password].Value is { Length: > 0 } password && _user is not null ? password : null;

        // Many servers have the account's name, or a word out of an example: that it is equal proves nothing.
        _isUsualPassword = _password is not null && (_password == _user || s_commonPasswords.Contains(_password, StringComparer.OrdinalIgnoreCase));
    }

    private enum Likeness
    {
        Unknown,
        Equal,
        Different,
    }

    /// <summary>
    /// Whether the text means a service of its engine that may be meant. A wrong port rewritten without proof can send a test that drops
    /// tables to another server: many people publish 3307 because a MySQL of their own listens on 3306.
    /// </summary>
    /// <param name="service">What the service has.</param>
    public ServiceMatch MatchOf(ServiceAccount service)
    {
        var database = service.Database is { } theirs && _engine.OwnDatabases.Contains(theirs) ? Likeness.Unknown : Compare(_database, service.Database);
        var isDefaultUser = _isDefaultUser || (service.User is { } account && _engine.DefaultUsers.Contains(account));
        var user = isDefaultUser ? Likeness.Unknown : Compare(_user, service.User);

        // A password counts only with its own account. Where the service refuses it, another server may have a database of this name.
        var password = _user is not null && _user == service.User ? Compare(_password, service.Password)
            : _isDefaultUser ? Compare(_password, service.AdminPassword)
            : Likeness.Unknown;
        var isAnyEqual = database == Likeness.Equal || user == Likeness.Equal || (password == Likeness.Equal && !_isUsualPassword);
        return database == Likeness.Different ? (isAnyEqual ? ServiceMatch.Possible : ServiceMatch.No)
            : isAnyEqual && !(database == Likeness.Equal && password == Likeness.Different) ? ServiceMatch.Certain
            : ServiceMatch.Possible;
    }

    private static Likeness Compare(string? own, string? theirs) => own is null || theirs is null ? Likeness.Unknown
        : own == theirs ? Likeness.Equal
        : Likeness.Different;
}
