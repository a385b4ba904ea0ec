using DockerConnectionStrings.Analyzers.Engines;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>
/// What a service's environment says of its database and accounts, in the words of its engine's images; null for what is not set or not known.
/// </summary>
/// <param name="Database">The database that it creates.</param>
/// <param name="User">The account that it creates.</param>
/// <param name="Password">That account's password.</param>
/// <param name="AdminPassword">The password of the engine's own account.</param>
internal sealed record ServiceAccount(string? Database, string? User, string? Password, string? AdminPassword)
{
    public static ServiceAccount Of(DockerService service, Engine engine)
    {
        var user = Setting(service, engine.UserVariables);
        return new ServiceAccount(
            Setting(service, engine.DatabaseVariables),
            user,
            Setting(service, engine.PasswordVariables),

            // PostgreSQL's image has one account: with a name of its own there is no `postgres`.
            engine.IsAdminRenamed && engine.UserVariables.Any(service.Environment.ContainsKey) ? null : Setting(service, engine.AdminPasswordVariables));
    }

    /// <summary>The first of some variables that is set; one that is set to something that is not known hides those behind it.</summary>
    private static string? Setting(DockerService service, IReadOnlyList<string> variables)
    {
        foreach (var name in variables)
        {
            if (service.Environment.TryGetValue(name, out var value) && value.Known != "")
            {
                return value.Known;
            }
        }

        return null;
    }
}
