using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Literals.Json;
using DockerConnectionStrings.Analyzers.Literals.Xml;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Settings;

/// <summary>What a settings file says.</summary>
/// <param name="Kind">Which kind of file it is.</param>
/// <param name="Endpoints">Where its values point at, in the order of the file.</param>
/// <param name="Problems">What cannot be read, in the order of the file; what could be read is in the endpoints all the same.</param>
internal sealed record SettingsFile(SettingsKind Kind, ImmutableArray<SettingEndpoint> Endpoints, ImmutableArray<YamlProblem> Problems)
{
    /// <summary>A longer file holds data.</summary>
    public const int MostCharacters = 4_000_000;

    /// <summary>What is said of a longer file, which is not read.</summary>
    public static SettingsFile TooLong(SettingsKind kind) =>
        new(kind, ImmutableArray<SettingEndpoint>.Empty, ImmutableArray.Create(new YamlProblem(0, $"it is longer than {MostCharacters} characters")));

    /// <summary>Reads a file. Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="kind">Which kind of file it is.</param>
    /// <param name="text">The file as it is: source positions count its characters.</param>
    public static SettingsFile Read(SettingsKind kind, string text)
    {
        var (sections, problems) = Sections(kind, text);
        return new(kind, sections.SelectMany(SettingEndpoints.In).OrderBy(static endpoint => endpoint.Anchor).ToImmutableArray(), problems);
    }

    private static (IReadOnlyList<SettingsSection> Sections, ImmutableArray<YamlProblem> Problems) Sections(SettingsKind kind, string text)
    {
        switch (kind)
        {
            case SettingsKind.Xml:
                var xml = XmlSettingsReader.Read(text);
                return (XmlSections.Of(xml), xml.Problems);
            case SettingsKind.Environment:
                var variables = EnvFileReader.Read(text);
                return ([EnvSections.Of(variables)], variables.Problems);
            case SettingsKind.Yaml:
                var yaml = YamlReader.Read(text);
                return (NodeSections.Of(yaml.Documents), yaml.Problems);
            default:
                var json = JsonReader.Read(text);
                return (kind == SettingsKind.LaunchProfiles ? LaunchProfiles.Of(json.Documents) : NodeSections.Of(json.Documents), json.Problems);
        }
    }
}
