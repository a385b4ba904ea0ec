using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// The name of a compose project (Compose, "Specify a project name"), which the files may name as a variable: <c>COMPOSE_PROJECT_NAME</c>,
/// else <c>name</c> of the last file that has one, else the folder's. What <c>-p</c> says is not known here.
/// </summary>
internal static class ProjectName
{
    public const string Variable = "COMPOSE_PROJECT_NAME";

    private static readonly string s_unknown = DecodedText.HoleCharacter.ToString();

    /// <summary>Finds the name.</summary>
    /// <param name="set">The files.</param>
    /// <param name="folder">The project's folder, normalised.</param>
    /// <param name="variables">The project's variables.</param>
    /// <returns>The name; a hole where it is not known, or none that Compose takes.</returns>
    public static string Of(ComposeSet set, string folder, Variables variables)
    {
        if (variables[Variable] is { Length: > 0 } given)
        {
            return Normalize(given) == given ? given : s_unknown;
        }

        if (variables.IsOpen || set.IsOpen)
        {
            return s_unknown;
        }

        var written = set.Files.SelectMany(static file => file.Documents).Select(static root => ((root as YamlMapping)?["name"] as YamlScalar)?.Value)
            .LastOrDefault(static name => !string.IsNullOrEmpty(name));
        var name = written is null ? Paths.FileName(folder) : variables.Expand(written);
        return name.IndexOf(DecodedText.HoleCharacter) < 0 && Normalize(name) is { Length: > 0 } normalized ? normalized : s_unknown;
    }

    /// <summary>Lower case; nothing but letters, digits, <c>_</c> and <c>-</c> (compose-go, <c>NormalizeProjectName</c>).</summary>
    private static string Normalize(string name) =>
        string.Concat(name.ToLowerInvariant().Where(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-')).TrimStart('_', '-');
}
