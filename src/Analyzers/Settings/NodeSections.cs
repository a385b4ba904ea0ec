using System.Collections.Immutable;
using System.Globalization;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>The settings of a JSON or YAML file.</summary>
internal static class NodeSections
{
    /// <summary>.NET's configuration reads no deeper JSON (<c>JsonDocumentOptions.MaxDepth</c>).</summary>
    private const int MostDepth = 64;

    public static IReadOnlyList<SettingsSection> Of(ImmutableArray<YamlNode> documents)
    {
        var sections = new List<SettingsSection>();
        foreach (var document in documents)
        {
            if (!RunsElsewhere(document))
            {
                Add(document, null, "", MostDepth, sections);
            }
        }

        return sections;
    }

    /// <summary>
    /// Keys at the root of files that others read, in a cluster, a container or a browser: Kubernetes, workflows of GitHub, Prometheus,
    /// OpenTelemetry, Grafana, OpenAPI.
    /// </summary>
    private static readonly string[][] s_ofOthers =
        [["apiVersion", "kind"], ["jobs", "on"], ["scrape_configs"], ["receivers", "exporters"], ["apiVersion", "datasources"], ["swagger"], ["openapi"]];

    private static bool RunsElsewhere(YamlNode document) =>
        document is YamlMapping mapping && s_ofOthers.Any(keys => keys.All(key => mapping[key] is not null));

    private static void Add(YamlNode node, SettingsSection? parent, string name, int depth, List<SettingsSection> sections)
    {
        if (depth == 0)
        {
            return;
        }

        switch (node)
        {
            case YamlMapping mapping:
                var section = new SettingsSection(parent, name);
                sections.Add(section);
                parent?.Add(section);
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Key is YamlScalar key)
                    {
                        AddValue(entry.Value, section, key.Value, key.Span.Start, depth, sections);
                    }
                }

                break;
            case YamlSequence sequence:
                var list = new SettingsSection(parent, name) { IsList = true };
                sections.Add(list);
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    AddValue(sequence.Items[i], list, i.ToString(CultureInfo.InvariantCulture), sequence.Items[i].Span.Start, depth, sections);
                }

                break;
        }
    }

    private static void AddValue(YamlNode value, SettingsSection section, string name, int anchor, int depth, List<SettingsSection> sections)
    {
        if (value is YamlScalar scalar)
        {
            section.Add(new Setting(name, scalar.Text, anchor));
        }
        else
        {
            Add(value, section, name, depth - 1, sections);
        }
    }
}
