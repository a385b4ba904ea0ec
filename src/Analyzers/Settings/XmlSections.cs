using DockerConnectionStrings.Analyzers.Literals.Xml;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>
/// The settings of an XML file. Of every element: what its attributes say, under their names, and what its child elements say,
/// under theirs: by a text (<c>&lt;host&gt;db&lt;/host&gt;</c>), or by a value (<c>&lt;add key="Host" value="db"/&gt;</c>).
/// </summary>
internal static class XmlSections
{
    /// <summary>What gives an element its name; an element without one is named after its tag.</summary>
    private static readonly string[] s_names = ["key", "name", "Name"];

    /// <summary>The settings of a .NET Framework program.</summary>
    private const string CommonElement = "appSettings";

    public static IReadOnlyList<SettingsSection> Of(XmlSettings file)
    {
        var sections = new Dictionary<int, SettingsSection>();
        foreach (var element in file.Elements)
        {
            // `<setting name="Shop"><value>...</value></setting>`: the value is its parent's.
            var isValue = element.Name.Equals("value", StringComparison.OrdinalIgnoreCase) && element.Parent is not null;
            var owner = isValue ? element.Parent! : element;
            var value = element["value"] ?? (element.Name == "add" ? element["connectionString"] : null) ?? element.Text;
            var provider = element["providerName"]?.Value;
            if (value is not null && owner.Parent is { } around)
            {
                SectionOf(around, sections).Add(new Setting(NameOf(owner), value.Text, owner.Position) { Provider = provider });
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute != value && !s_names.Contains(attribute.Attribute))
                {
                    SectionOf(element, sections).Add(new Setting(attribute.Attribute!, attribute.Text, element.Position) { Provider = provider });
                }
            }
        }

        var common = file.Elements.FirstOrDefault(static element => element.Name == CommonElement);
        if (common is not null && sections.TryGetValue(common.Id, out var settings))
        {
            foreach (var section in sections.Values.Where(section => section != settings))
            {
                section.Common = settings;
            }
        }

        return sections.Values.ToArray();
    }

    private static SettingsSection SectionOf(XmlElement element, Dictionary<int, SettingsSection> sections)
    {
        if (!sections.TryGetValue(element.Id, out var section))
        {
            sections.Add(element.Id, section = new SettingsSection(null, KeyOf(element)) { Around = element.Parent?.Path.Reverse() ?? [] });
        }

        return section;
    }

    private static string NameOf(XmlElement element) =>
        s_names.Select(name => element[name]?.Value).FirstOrDefault(static name => name is not null) ?? element.Name;

    /// <summary>
    /// The key under which .NET's configuration has what stands in an element: that of the two sections that it knows, else the element's
    /// name.
    /// </summary>
    private static string KeyOf(XmlElement element) => element.Name switch
    {
        "connectionStrings" => "ConnectionStrings",
        CommonElement or "EnvironmentVariables" or "TestRunParameters" => "",
        _ => element.Name,
    };
}
