using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Model;

/// <summary>One compose file, read by itself: nothing merged, extended, included or interpolated.</summary>
internal sealed class ComposeFile
{
    private readonly Lazy<SharedAnchors> _sharedAnchors;

    private ComposeFile(string path, SourceText text, YamlStream stream)
    {
        Path = path;
        Text = text;
        Documents = stream.Documents;
        Problems = stream.Problems;
        _sharedAnchors = new(() => SharedAnchors.Of(Documents), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The text, for places: lines and columns.</summary>
    public SourceText Text { get; }

    /// <summary>The roots of its documents.</summary>
    public ImmutableArray<YamlNode> Documents { get; }

    /// <summary>What is no YAML. What could be read of the file is in <see cref="Documents"/> all the same.</summary>
    public ImmutableArray<YamlProblem> Problems { get; }

    /// <summary>Its anchors that are used more than once.</summary>
    public SharedAnchors SharedAnchors => _sharedAnchors.Value;

    /// <summary>Reads a file. Never throws; what is no YAML is left out and noted.</summary>
    public static ComposeFile Read(string path, SourceText text) => new(path, text, YamlReader.Read(text.ToString()));

    /// <summary>False for a file that only lies in a folder of compose files: none of its services has an image or a build.</summary>
    public bool IsCompose => FileKinds.IsNamedCompose(Path)
        || Documents.OfType<YamlMapping>().Select(static root => root["services"]).OfType<YamlMapping>()
            .SelectMany(static services => services.Entries)
            .Any(static service => service.Value is YamlMapping body && (body["image"] ?? body["build"]) is not null);

    public Place PlaceOf(TextSpan span) => new(Path, Text, span);
}
