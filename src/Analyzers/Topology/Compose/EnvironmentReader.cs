using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads the environment of a service: its <c>env_file</c>s, each over the one before, and <c>environment</c> over all.</summary>
/// <param name="project">The variables of the project, which give a key alone its value.</param>
/// <param name="fileOf">An environment file by its normalised path, maybe to be read as it is written (<c>format: raw</c>); null when it did not come.</param>
internal sealed class EnvironmentReader(Variables project, Func<string, bool, EnvironmentFile?> fileOf)
{
    /// <param name="body">The service.</param>
    /// <param name="origin">How it came into its project.</param>
    public ServiceEnvironment Read(ComposeMapping body, Origin origin)
    {
        var own = body["environment"] is { } environment ? ComposeMerger.AsVariables(environment) as ComposeMapping : null;
        var files = FilesOf(body["env_file"]);
        var (values, isOpen) = ReadFiles(files, own);
        var ownOrigin = origin | body.OriginOf("environment");
        foreach (var entry in own?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
        {
            values[entry.Key] = VariableOf(entry, ownOrigin | entry.Origin);
        }

        var ownKeys = own is null ? ImmutableHashSet<string>.Empty : own.Entries.Select(static entry => entry.Key).ToImmutableHashSet(StringComparer.Ordinal);
        var paths = files.Select(static file => file.Path).OfType<string>().ToImmutableArray();
        return new ServiceEnvironment(values.ToImmutable(), ownKeys, paths, isOpen || own?.IsOpen == true || body["environment"] is ComposeUnknown);
    }

    /// <summary>The variables of a mapping, or of a list of <c>KEY=VALUE</c>; a key alone has the project's value.</summary>
    /// <param name="node">The mapping or list; null for none.</param>
    /// <param name="origin">How it came to the service.</param>
    public ImmutableDictionary<string, EnvironmentValue> ReadVariables(ComposeNode? node, Origin origin)
    {
        if (node is null || ComposeMerger.AsVariables(node) is not ComposeMapping { Entries.IsEmpty: false } own)
        {
            return ImmutableDictionary<string, EnvironmentValue>.Empty;
        }

        var values = ImmutableDictionary.CreateBuilder<string, EnvironmentValue>(StringComparer.Ordinal);
        foreach (var entry in own.Entries)
        {
            values[entry.Key] = VariableOf(entry, origin | entry.Origin);
        }

        return values.ToImmutable();
    }

    private EnvironmentValue VariableOf(ComposeEntry entry, Origin origin) =>
        new(entry.Key, entry.KeyPlace, ValueOf(entry, origin) ?? new PlacedText(null, entry.KeyPlace, origin, ImmutableArray<VariableUse>.Empty));

    /// <summary>A value with a hole for what is not known: where no file gives a key alone its value, the shell may.</summary>
    private PlacedText? ValueOf(ComposeEntry entry, Origin origin) => entry.Value switch
    {
        ComposeScalar { IsNull: false } scalar => scalar.Placed(origin),
        ComposeScalar => project.Find(entry.Key),
        _ => null,
    };

    private (ImmutableDictionary<string, EnvironmentValue>.Builder Values, bool IsOpen) ReadFiles(List<NamedFile> files, ComposeMapping? own)
    {
        var values = ImmutableDictionary.CreateBuilder<string, EnvironmentValue>(StringComparer.Ordinal);
        if (files.Count == 0)
        {
            return (values, false);
        }

        // What the values of a file may name: the project's variables, the service's own, and those of the files before it.
        var outer = project.Over((own?.Entries ?? ImmutableArray<ComposeEntry>.Empty)
            .Aggregate(Variables.None, (all, entry) => all.With(entry.Key, ValueOf(entry, entry.Origin) ?? PlacedText.Unknown(entry.KeyPlace))));
        var isOpen = false;
        var read = Variables.None;
        foreach (var file in files)
        {
            if (file.Path is { } path && file.IsRaw is { } isRaw && fileOf(path, isRaw) is { } entries)
            {
                read = Variables.Of(entries, outer, read);
            }
            else
            {
                isOpen = true;
            }
        }

        foreach (var variable in read.All)
        {
            values[variable.Key] = new EnvironmentValue(variable.Key, variable.Value.Place, variable.Value);
        }

        return (values, isOpen || read.IsOpen);
    }

    /// <summary>The files in their order; one that is named again keeps its first place and takes what is said last (compose-go, <c>override</c>).</summary>
    private static List<NamedFile> FilesOf(ComposeNode? node)
    {
        var files = new List<NamedFile>();
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
            var file = new NamedFile(scalar?.Known, isRaw);
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

    /// <param name="Values">The variables.</param>
    /// <param name="OwnKeys">The keys of <c>environment</c> itself.</param>
    /// <param name="Files">The environment files, normalised.</param>
    /// <param name="IsOpen">True when there may be more.</param>
    internal readonly record struct ServiceEnvironment(
        ImmutableDictionary<string, EnvironmentValue> Values, ImmutableHashSet<string> OwnKeys, ImmutableArray<string> Files, bool IsOpen);

    /// <param name="Path">Its path; null when that is not known.</param>
    /// <param name="IsRaw">True where quotes, <c>$</c> and <c>#</c> are characters like any; null for a format that is not known.</param>
    private readonly record struct NamedFile(string? Path, bool? IsRaw);
}
