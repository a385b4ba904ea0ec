namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// Keys of .NET's configuration: <c>ConnectionStrings:Shop</c>, which the environment writes <c>ConnectionStrings__Shop</c>. Compared
/// without case.
/// </summary>
internal static class SettingKey
{
    /// <summary>What stands between the parts of a key.</summary>
    public const string Delimiter = ":";

    /// <summary>Where settings hold connection strings.</summary>
    public const string ConnectionSection = "ConnectionStrings" + Delimiter;

    private const string EnvironmentDelimiter = "__";

    private static readonly string[] s_connectionSections = [ConnectionSection, InEnvironment(ConnectionSection)];

    /// <summary>The key as configuration has it, whoever writes it.</summary>
    public static string Normalize(string key) => key.Replace(EnvironmentDelimiter, Delimiter);

    /// <summary>The key as the environment writes it.</summary>
    public static string InEnvironment(string key) => key.Replace(Delimiter, EnvironmentDelimiter);

    /// <summary>The parts of a key; none of the empty key, which stands for a whole configuration.</summary>
    public static string[] Parts(string key) => key.Length == 0 ? [] : Normalize(key).Split(Delimiter[0]);

    /// <summary>The section of a key that is written as configuration has it: empty for a whole configuration, which itself has none.</summary>
    public static string? ParentOf(string key) => key.Length == 0 ? null : key.Substring(0, Math.Max(0, key.LastIndexOf(Delimiter[0])));

    /// <summary>The name in a key of a connection string, <c>ConnectionStrings:Shop</c> or <c>ConnectionStrings__Shop</c>; null for any other key.</summary>
    public static string? ConnectionNameIn(string key) =>
        s_connectionSections.FirstOrDefault(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && key.Length > section.Length) is { } found
            ? key.Substring(found.Length) : null;
}
