namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The type whose member takes a text, or what is known of it. Only names, no symbols.</summary>
/// <param name="Namespace">Its namespace, or the invariant name of a provider, which is one; null when the code does not compile that far.</param>
/// <param name="Name">Its name without the namespace, or null.</param>
internal readonly record struct Owner(string? Namespace, string? Name)
{
    /// <summary>True for a connection, a builder or a data source of whatever driver, but not for those of the platform, which serve every engine.</summary>
    public bool IsDriver { get; init; }

    /// <summary>True for a connection-string builder, the platform's included.</summary>
    public bool IsBuilder { get; init; }

    /// <summary>True for what takes a text as data: SQL, a parameter's value, a message.</summary>
    public bool CarriesData { get; init; }

    /// <summary>True for a type of the platform that serves every driver.</summary>
    public bool IsAnyDriver => !IsDriver && Namespace is { } name && name.StartsWith("System.Data", StringComparison.Ordinal);
}
