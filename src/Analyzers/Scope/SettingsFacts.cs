using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>The settings files of a project.</summary>
internal sealed class SettingsFacts(ImmutableArray<AdditionalText> additionalFiles, ProjectFacts project, TopologyFacts topology, TextCaches caches)
{
    /// <summary>All of them, in the order of their paths.</summary>
    public IEnumerable<AdditionalText> Files =>
        additionalFiles.Where(static file => SettingsKinds.Of(file.Path) is not null).OrderBy(static file => file.Path, StringComparer.Ordinal);

    /// <summary>What a file's settings say, read once per text; null when it holds none or has no text.</summary>
    public SettingsFile? Of(AdditionalText file) =>
        SettingsKinds.Of(file.Path) is { } kind && !IsBesideCompose(file) && file.GetText() is { } text ? caches.SettingsFileOf(text).As(kind) : null;

    /// <summary>An environment file of a folder above is seen by every project below: those speak of it that talk to some server.</summary>
    public bool Concerns(AdditionalText file) =>
        !FileKinds.IsEnvironment(file.Path) || Paths.IsIn(Paths.Normalize(file.Path), project.Project.Folder) || project.HasDriver;

    /// <summary>True where Compose puts a variable of its own <c>.env</c> into a compose file or into another variable.</summary>
    public bool IsInterpolated(string environmentFile, string variable) =>
        Paths.FileName(environmentFile).Equals(".env", StringComparison.OrdinalIgnoreCase)
        && additionalFiles.Any(file => (FileKinds.IsCompose(file.Path) || file.Path == environmentFile)
            && Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), Paths.Folder(Paths.Normalize(environmentFile)))
            && file.GetText()?.ToString() is { } text && Variables.AreNamedIn(text, variable));

    /// <summary>What lies in a folder of compose files is for the containers, unless it is the project's own.</summary>
    private bool IsBesideCompose(AdditionalText file) => FileKinds.IsCompose(file.Path)
        && (!Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), project.Project.Folder) || topology.ComposeFileOf(file) is not null);
}
