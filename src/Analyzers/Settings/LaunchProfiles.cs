using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>
/// The variables that the profiles of <c>launchSettings.json</c> set. Nothing else in the file is read: addresses there are what the
/// program itself listens on.
/// </summary>
internal static class LaunchProfiles
{
    public static IReadOnlyList<SettingsSection> Of(ImmutableArray<YamlNode> documents)
    {
        var sections = new List<SettingsSection>();
        foreach (var profile in documents.OfType<YamlMapping>().Select(static root => root["profiles"]).OfType<YamlMapping>()
            .SelectMany(static profiles => profiles.Entries))
        {
            if (profile.Value is not YamlMapping body || body["environmentVariables"] is not YamlMapping variables)
            {
                continue;
            }

            var section = new SettingsSection(null, "") { CommandName = (body["commandName"] as YamlScalar)?.Value };
            foreach (var variable in variables.Entries)
            {
                if (variable is { Key: YamlScalar key, Value: YamlScalar value })
                {
                    section.Add(new Setting(key.Value, value.Text, key.Span.Start));
                }
            }

            sections.Add(section);
        }

        return sections;
    }
}
