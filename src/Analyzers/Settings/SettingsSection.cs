using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>Settings that stand together: an object, a list, an element, a file of variables.</summary>
/// <param name="parent">The section around it; null for one whose names are the keys themselves.</param>
/// <param name="name">Its name in the section around it; empty where it has none.</param>
internal sealed class SettingsSection(SettingsSection? parent, string name)
{
    private readonly List<Setting> _settings = [];
    private readonly List<SettingsSection> _sections = [];
    private Dictionary<string, Setting>? _byName;

    public SettingsSection? Parent => parent;

    public string Name => name;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>The sections in it, in the order of the file.</summary>
    public IReadOnlyList<SettingsSection> Sections => _sections;

    /// <summary>In a file whose sections do not nest, the one whose settings speak of all.</summary>
    public SettingsSection? Common { get; set; }

    /// <summary>True for a list: its values have no names of their own.</summary>
    public bool IsList { get; init; }

    /// <summary>For the variables of a launch profile, its <c>commandName</c>.</summary>
    public string? CommandName { get; init; }

    /// <summary>The names around one that has no section around it, the innermost first.</summary>
    public IEnumerable<string> Around { get; init; } = [];

    public void Add(Setting setting) => _settings.Add(setting);

    public void Add(SettingsSection section) => _sections.Add(section);

    /// <summary>The value of the last setting of this name, in any case, or null.</summary>
    public string? this[string setting]
    {
        get
        {
            if (_byName is null)
            {
                var byName = new Dictionary<string, Setting>(StringComparer.OrdinalIgnoreCase);
                foreach (var one in _settings)
                {
                    byName[one.Name] = one;
                }

                _byName = byName;
            }

            return _byName.TryGetValue(setting, out var found) ? found.Text.Value : null;
        }
    }

    /// <summary>The key that .NET's configuration gives a setting of this section: <c>ConnectionStrings:Shop</c>.</summary>
    public string KeyOf(string setting) => string.Join(SettingKey.Delimiter, Path().Append(setting));

    /// <summary>The names from the outermost section to this one.</summary>
    public IEnumerable<string> Path() => (parent?.Path() ?? []).Concat(name.Length == 0 ? [] : [name]);
}
