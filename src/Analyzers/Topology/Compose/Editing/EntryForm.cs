using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>How the entries of a section of a service are written (Compose specification, "Services").</summary>
/// <param name="Section">The section's key.</param>
/// <param name="Separators">
/// What stands between key and value of an item where the section is a list, the one that is written first; null where a list holds
/// keys alone.
/// </param>
/// <param name="IsList">True where a section that is not there yet is written as a list, unless the file has another one.</param>
/// <param name="Bare">What a key alone means as an entry of a mapping; null where that is not a mapping.</param>
internal sealed record EntryForm(string Section, string? Separators, bool IsList, NewMap? Bare = null)
{
    private static readonly EntryForm[] s_forms =
    [
        new("environment", "=", IsList: false),
        new("extra_hosts", ":=", IsList: true),
        new("ports", null, IsList: true),
        new("depends_on", null, IsList: false, new NewMap(new NewEntry("condition", "service_started"))),
    ];

    /// <summary>The form of a section; null for one that is added as a whole.</summary>
    public static EntryForm? Of(string section) => Array.Find(s_forms, form => form.Section == section);

    /// <summary>An entry as an item of a list; null where it cannot be one.</summary>
    public NewScalar? AsItem(NewEntry entry) => entry switch
    {
        { Key: null, Value: NewScalar item } => item,
        { Key: { } key, Value: NewScalar value } when Separators is not null && KeyOf(key) == key =>
            new NewScalar((ValueText)key + Separators.Substring(0, 1) + value.Text),
        _ => null,
    };

    /// <summary>True for a list, whose items are keys, and an entry that says more than a key.</summary>
    public bool NeedsMapping(YamlNode collection, NewEntry entry) =>
        collection is YamlSequence && Bare is not null && entry is { Key: not null, Value: NewMap };

    /// <summary>The key of an item of a list.</summary>
    public string KeyOf(string item) =>
        Separators is not null && (item.IndexOfAny(Separators.ToCharArray()) is >= 0 and var end) ? item.Substring(0, end) : item;
}
