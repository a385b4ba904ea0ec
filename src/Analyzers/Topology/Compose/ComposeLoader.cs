using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Puts the files of one compose project together: documents, <c>extends</c>, <c>include</c>, then one file over the other. A
/// file that is named but did not come is unknown, and what it may change is open.
/// </summary>
internal sealed class ComposeLoader
{
    /// <summary>No service extends, and no project includes, more of them one by way of another.</summary>
    private const int MostNested = 16;

    /// <summary>No project includes more of them.</summary>
    private const int MostIncluded = 1_000;

    private readonly Func<string, ComposeFile?> _composeFileOf;
    private readonly Func<string, EnvironmentFile?> _environmentOf;
    private readonly ComposeMerger _merger = new();
    private readonly HashSet<string> _including = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Path, Variables Variables), ExtendingFile?> _extended = [];
    private int _included;

    /// <param name="composeFileOf">A compose file by its normalised path; null when it did not come.</param>
    /// <param name="environmentOf">An environment file by its normalised path; null when it did not come.</param>
    public ComposeLoader(Func<string, ComposeFile?> composeFileOf, Func<string, EnvironmentFile?> environmentOf)
    {
        _composeFileOf = composeFileOf;
        _environmentOf = environmentOf;
    }

    /// <summary>Loads the files.</summary>
    /// <param name="files">The files, each laid over those before it.</param>
    /// <param name="folder">The project's folder, from which paths count; normalised.</param>
    /// <param name="variables">What files set for interpolation.</param>
    /// <returns>
    /// One mapping with <c>services</c>, <c>networks</c> and whatever else the files say; open when there may be more of it. Paths of
    /// builds and environment files are whole.
    /// </returns>
    public ComposeMapping? Load(IEnumerable<ComposeFile> files, string folder, Variables variables)
    {
        ComposeMapping? merged = null;
        var isOpen = false;
        foreach (var file in files)
        {
            isOpen |= !file.Problems.IsEmpty;
            foreach (var document in file.Documents)
            {
                if (new ComposeResolver(file, document, variables).Resolve(document) is not ComposeMapping root)
                {
                    isOpen = true;
                    continue;
                }

                foreach (var included in Included(root["include"], folder, variables))
                {
                    isOpen |= included is null or { IsOpen: true };
                    root = included is null ? root : _merger.Extend(included, root, "", Origin.Include);
                }

                merged = _merger.Merge(merged, WithExtended(root, folder, variables), "") as ComposeMapping ?? merged;
            }
        }

        return merged is null ? null : ComposePaths.WithContexts(merged.With(merged.Entries, merged.IsOpen || isOpen), folder);
    }

    private ComposeMapping WithExtended(ComposeMapping root, string folder, Variables variables)
    {
        if (root["services"] is not ComposeMapping services)
        {
            return root;
        }

        var file = new ExtendingFile(services, folder, variables);
        var entries = services.Entries
            .Select(entry => entry.Value is ComposeMapping body ? entry with { Value = Extended(entry.Key, body, file, depth: 0) } : entry);
        return root.With("services", services.With(entries.ToImmutableArray(), services.IsOpen));
    }

    /// <summary>A service over the one that it extends, and that over its own, and so on.</summary>
    private ComposeMapping Extended(string name, ComposeMapping body, ExtendingFile file, int depth)
    {
        var own = ComposePaths.Complete(body, file.Folder);
        var extends = body["extends"];
        var (target, path) = extends switch
        {
            ComposeScalar scalar => (scalar.Known, null),
            ComposeMapping mapping => ((mapping["service"] as ComposeScalar)?.Known, mapping["file"]),
            _ => (null, null),
        };
        if (extends is null or ComposeScalar { IsNull: true } or { Tag: MergeTag.Reset })
        {
            return own;
        }

        own = own.With(own.Entries.RemoveAt(own.PlaceOf("extends")), own.IsOpen);
        if (target is null || depth == MostNested || (path is null && target == name)
            || FileOf(path, file) is not { } other || other.Services[target] is not ComposeMapping parent)
        {
            return own.With(own.Entries, isOpen: true);
        }

        return _merger.Extend(Extended(target, parent, other, depth + 1), own, "services.*", Origin.Extends);
    }

    /// <summary>The services of the file that <c>extends</c> names; the same file when it names none.</summary>
    private ExtendingFile? FileOf(ComposeNode? path, ExtendingFile from)
    {
        if (path is null or ComposeScalar { IsNull: true })
        {
            return from;
        }

        if ((path as ComposeScalar)?.Known is not { } written)
        {
            return null;
        }

        var key = (Paths.Combine(from.Folder, written), from.Variables);
        if (!_extended.TryGetValue(key, out var known))
        {
            known = Read(key.Item1, from.Variables);
            _extended.Add(key, known);
        }

        return known;
    }

    private ExtendingFile? Read(string path, Variables variables) =>
        _composeFileOf(path) is { Problems.IsEmpty: true, Documents: [var document, ..] } file
        && (new ComposeResolver(file, document, variables).Resolve(document) as ComposeMapping)?["services"] is ComposeMapping services
            ? new ExtendingFile(services, Paths.Folder(path), variables)
            : null;

    /// <summary>The projects that a file includes; null for what is not known of them.</summary>
    private IEnumerable<ComposeMapping?> Included(ComposeNode? include, string folder, Variables variables) => include switch
    {
        null or ComposeScalar { IsNull: true } => [],
        ComposeSequence list => list.Items.Select(entry => IncludedProject(entry, folder, variables)),
        _ => [null],
    };

    private ComposeMapping? IncludedProject(ComposeNode entry, string folder, Variables variables)
    {
        var options = entry as ComposeMapping;
        var paths = PathsOf(options is null ? entry : options["path"], folder);
        var directories = PathsOf(options?["project_directory"], folder);
        if (paths is not [{ } first, ..] || paths.Contains(null) || directories.Contains(null)
            || _including.Count == MostNested || ++_included > MostIncluded || !_including.Add(first))
        {
            return null;
        }

        var files = paths.Select(path => _composeFileOf(path!)).ToArray();
        var own = directories is [{ } directory] ? directory : Paths.Folder(first);
        var environments = EnvironmentsOf(options?["env_file"], folder, own);
        var below = environments.OfType<EnvironmentFile>().Aggregate(Variables.None, (below, file) => Variables.Of(file, variables, below));
        var project = files.Contains(null) ? null : Load(files!, own, variables.Over(below));
        _including.Remove(first);
        return project?.With(project.Entries, project.IsOpen || environments.Contains(null));
    }

    /// <summary>The paths of a list or of a scalar alone; null for each that is not known.</summary>
    private static string?[] PathsOf(ComposeNode? node, string folder) => node is null or ComposeScalar { IsNull: true }
        ? []
        : (ComposeMerger.AsItems(node) as ComposeSequence)?.Items
            .Select(item => (item as ComposeScalar)?.Known is { } path ? Paths.Combine(folder, path) : null).ToArray() ?? [null];

    /// <summary>The environment files of an included project, each over the one before; null for each that did not come.</summary>
    private EnvironmentFile?[] EnvironmentsOf(ComposeNode? files, string folder, string includedFolder) => files is null or ComposeScalar { IsNull: true }
        ? _environmentOf(includedFolder + "/.env") is { } own ? [own] : []
        : PathsOf(files, folder).Select(path => path is null ? null : _environmentOf(path)).ToArray();

    /// <param name="Services">The services of the file.</param>
    /// <param name="Folder">The folder from which its paths count.</param>
    /// <param name="Variables">Its variables.</param>
    private sealed record ExtendingFile(ComposeMapping Services, string Folder, Variables Variables);
}
