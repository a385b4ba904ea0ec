using DockerConnectionStrings.Analyzers.Literals.EnvFile;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>The variables of a <c>.env</c> file.</summary>
internal static class EnvSections
{
    public static SettingsSection Of(EnvStream variables)
    {
        var section = new SettingsSection(null, "");
        foreach (var variable in variables.Entries)
        {
            if (variable.Value is { } value)
            {
                section.Add(new Setting(variable.Key.Value, value.Text, variable.Key.Span.Start));
            }
        }

        return section;
    }
}
