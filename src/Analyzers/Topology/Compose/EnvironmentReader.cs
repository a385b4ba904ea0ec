using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Literals.EnvFile;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads the environment of a service: its <c>env_file</c>s, each over the one before, and <c>environment</c> over all.</summary>
/// <param name="project">The variables of the project, which give a key alone its value.</param>
/// <param name="entriesOf">The entries of an environment file, and whether it is read as it is written (<c>format: raw</c>); null when it did not come.</param>
internal sealed class EnvironmentReader(Variables project, Func<string, bool, EnvStream?> entriesOf)
{
    /// <returns>The values, null for those that are not known; the keys of <c>environment</c> itself; the files; whether there may be more.</returns>
    public (ImmutableDictionary<string, string?> Values, ImmutableHashSet<string> OwnKeys, ImmutableArray<string> Files, bool IsOpen) Read(ComposeMapping body)
    {
        var own = body["environment"] is { } environment ? ComposeMerger.AsVariables(environment) as ComposeMapping : null;
        var files = FilesOf(body["env_file"]);
        var (values, isOpen) = ReadFiles(files, own);
        foreach (var entry in own?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
        {
            values[entry.Key] = ValueOf(entry) is { } value && value.IndexOf(DecodedText.HoleCharacter) < 0 ? value : null;
        }

        var ownKeys = own is null ? ImmutableHashSet<string>.Empty : own.Entries.Select(static entry => entry.Key).ToImmutableHashSet(StringComparer.Ordinal);
        return (values.ToImmutable(), ownKeys, files.Select(static file => file.Path).OfType<string>().ToImmutableArray(), isOpen || own?.IsOpen == true || body["environment"] is ComposeUnknown);
    }

    /// <summary>A value with a hole for what is not known: where no file gives a key alone its value, the shell may.</summary>
    private string? ValueOf(ComposeEntry entry) => entry.Value is ComposeScalar { IsNull: false } scalar ? scalar.Text : entry.Value is ComposeScalar ? project[entry.Key] : null;

    private (ImmutableDictionary<string, string?>.Builder Values, bool IsOpen) ReadFiles(List<EnvironmentFile> files, ComposeMapping? own)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (files.Count == 0)
        {
            return (values, false);
        }

        // What the values of a file may name: the project's variables, the service's own, and those of the files before it.
        var outer = project.Over((own?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
            .Aggregate(Variables.None, (all, entry) => all.With(entry.Key, ValueOf(entry) ?? DecodedText.HoleCharacter.ToString())));
        var isOpen = false;
        var read = Variables.None;
        foreach (var file in files)
        {
            if (file.Path is { } path && file.IsRaw is { } isRaw && entriesOf(path, isRaw) is { } entries)
            {
                read = Variables.Of(entries, outer, read);
            }
            else
            {
                isOpen = true;
            }
        }

        foreach (var (name, value) in read.All)
        {
            values[name] = value;
        }

        return (values, isOpen || read.IsOpen);
    }

    /// <summary>The files in their order; one that is named again keeps its first place and takes what is said last (compose-go, <c>override</c>).</summary>
    private static List<EnvironmentFile> FilesOf(ComposeNode? node)
    {
        var files = new List<EnvironmentFile>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in node is not null && ComposeMerger.AsItems(node) is ComposeSequence list ? list.Items : ImmutableArray<ComposeNode>.Empty)
        {
            var options = item as ComposeMapping;
            var scalar = options?["path"] as ComposeScalar ?? item as ComposeScalar;
            bool? isRaw = options?["format"] switch
            {
                null or ComposeScalar { IsNull: true } or ComposeScalar { Known: "" } => false,
                ComposeScalar { Known: "raw" } => true,
                _ => null,
            };
            var file = new EnvironmentFile(scalar?.Known, isRaw);
            if (file.Path is null || !places.TryGetValue(scalar!.Written ?? file.Path, out var place))
            {
                places[scalar?.Written ?? file.Path ?? ""] = files.Count;
                files.Add(file);
            }
            else
            {
                files[place] = file;
            }
        }

        return files;
    }

    /// <param name="Path">Its path; null when that is not known.</param>
    /// <param name="IsRaw">True where quotes, <c>$</c> and <c>#</c> are characters like any; null for a format that is not known.</param>
    private readonly record struct EnvironmentFile(string? Path, bool? IsRaw);
}
