namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>A module of Testcontainers for .NET: what its builder sets by itself.</summary>
/// <remarks>Source: the modules' builders.</remarks>
/// <param name="Type">The builder.</param>
/// <param name="Database">Variable and default of the database; null where the module has none.</param>
/// <param name="User">Variable and default of the account.</param>
/// <param name="Password">The default password; null where it is made at random or differs by version.</param>
/// <param name="PasswordVariables">Where the password goes.</param>
internal sealed record TestcontainersModule(
    string Type, (string Variable, string Value)? Database, (string Variable, string Value)? User, string? Password, params string[] PasswordVariables)
{
    /// <summary>An account that the server has anyway, so that the module does not make it.</summary>
    public string? ExistingUser { get; init; }

    /// <summary>The constant that holds the container's port: <c>MySqlBuilder.MySqlPort</c>.</summary>
    public string PortConstant => Type + "." + Type.Substring(0, Type.Length - "Builder".Length) + "Port";
}
