using DockerConnectionStrings.Analyzers.Files;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>How a settings file is read.</summary>
internal enum SettingsKind
{
    Json,

    /// <summary><c>launchSettings.json</c>.</summary>
    LaunchProfiles,

    Xml,

    Yaml,

    /// <summary>Variables of the environment: <c>.env</c>.</summary>
    Environment,
}

/// <summary>Which files hold settings, by their names.</summary>
internal static class SettingsKinds
{
    private static readonly (string Ending, SettingsKind Kind)[] s_endings =
    [
        (".json", SettingsKind.Json),
        (".xml", SettingsKind.Xml),
        (".config", SettingsKind.Xml),
        (".runsettings", SettingsKind.Xml),
        (".settings", SettingsKind.Xml),
        (".yml", SettingsKind.Yaml),
        (".yaml", SettingsKind.Yaml),
    ];

    /// <summary>The kind of a file; null for one that holds no settings, such as a compose file.</summary>
    public static SettingsKind? Of(string path)
    {
        if (FileKinds.IsEnvironment(path))
        {
            return SettingsKind.Environment;
        }

        if (FileKinds.IsNamedCompose(path) || FileKinds.IsOther(path))
        {
            return null;
        }

        if (Paths.FileName(path).Equals("launchSettings.json", StringComparison.OrdinalIgnoreCase))
        {
            return SettingsKind.LaunchProfiles;
        }

        foreach (var (ending, kind) in s_endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>True for a file that .NET itself reads by this name, so that it has to be well-formed.</summary>
    public static bool IsOfDotNet(string path)
    {
        var name = Paths.FileName(path);
        return (name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            || (name.ToLowerInvariant() is "launchsettings.json" or "secrets.json" or "app.config" or "web.config")
            || IsOfTestRun(path);
    }

    /// <summary>True for the settings of an environment that is not the developer's: <c>appsettings.Production.json</c>.</summary>
    public static bool IsOfDeployment(string path) => (Paths.FileName(path).Split('.') is [_, .., var environment, _] and { Length: > 2 })
        && !s_ownEnvironments.Any(own => environment.StartsWith(own, StringComparison.OrdinalIgnoreCase));

    /// <summary>How environments of developers and their tests begin.</summary>
    private static readonly string[] s_ownEnvironments = ["dev", "local", "test", "debug"];

    /// <summary>True for <c>*.runsettings</c>, which only test runs read.</summary>
    public static bool IsOfTestRun(string path) => path.EndsWith(".runsettings", StringComparison.OrdinalIgnoreCase);
}
