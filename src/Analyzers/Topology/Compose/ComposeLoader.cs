using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// Puts the files of one compose project together: documents, <c>extends</c>, <c>include</c>, then one file over the other. A
/// file that is named but did not come is unknown, and what it may change is open.
/// </summary>
internal sealed class ComposeLoader
{
    private const int MostNested = 16;

    private readonly Func<string, ComposeFile?> _composeFileOf;
    private readonly Func<string, Variables?> _variablesOf;
    private readonly HashSet<string> _including = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Path, Variables Variables), ExtendingFile?> _extended = [];

    /// <param name="composeFileOf">A compose file by its normalised path; null when it did not come.</param>
    /// <param name="variablesOf">The variables of an environment file by its normalised path; null when it did not come.</param>
    public ComposeLoader(Func<string, ComposeFile?> composeFileOf, Func<string, Variables?> variablesOf)
    {
        _composeFileOf = composeFileOf;
        _variablesOf = variablesOf;
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

                root = WithIncluded(WithExtended(root, folder, variables), folder, variables);
                merged = (ComposeMapping?)ComposeMerger.Merge(merged, root, "") ?? merged;
            }
        }

        return merged?.With(merged.Entries, merged.IsOpen || isOpen);
    }

    private ComposeMapping WithExtended(ComposeMapping root, string folder, Variables variables)
    {
        var place = root.PlaceOf("services");
        if (place < 0 || root.Entries[place].Value is not ComposeMapping services)
        {
            return root;
        }

        var extended = services.Entries
            .Select(entry => entry.Value is ComposeMapping body ? entry with { Value = Extended(entry.Key, body, new ExtendingFile(services, folder, variables), depth: 0) } : entry)
            .ToImmutableArray();
        return root.With(root.Entries.SetItem(place, root.Entries[place] with { Value = services.With(extended, services.IsOpen) }), root.IsOpen);
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
        if (extends is null or ComposeScalar { IsNull: true })
        {
            return own;
        }

        own = own.With(own.Entries.RemoveAt(own.PlaceOf("extends")), own.IsOpen);
        if (target is null || depth == MostNested || (path is null && target == name) || FileOf(path, file) is not { } other || other.Services[target] is not ComposeMapping parent)
        {
            return own.With(own.Entries, isOpen: true);
        }

        return (ComposeMapping)ComposeMerger.Merge(Extended(target, parent, other, depth + 1), own, "services.*")!;
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

    /// <summary>A file beside the projects that it includes. Compose refuses two services of one name.</summary>
    private ComposeMapping WithIncluded(ComposeMapping root, string folder, Variables variables)
    {
        if (root["include"] is not { } include || include is ComposeScalar { IsNull: true })
        {
            return root;
        }

        var result = root;
        var isOpen = root.IsOpen || include is not ComposeSequence { IsOpen: false };
        foreach (var entry in (include as ComposeSequence)?.Items ?? ImmutableArray<ComposeNode>.Empty)
        {
            if (Included(entry, folder, variables) is not { } included)
            {
                isOpen = true;
                continue;
            }

            isOpen |= included.IsOpen;
            result = (ComposeMapping)ComposeMerger.Merge(included, result, "")!;
        }

        return result.With(result.Entries, isOpen);
    }

    private ComposeMapping? Included(ComposeNode entry, string folder, Variables variables)
    {
        var options = entry as ComposeMapping;
        var paths = (ComposeMerger.AsItems(options is null ? entry : options["path"] ?? entry) as ComposeSequence)?.Items.Select(item => (item as ComposeScalar)?.Known is { } path ? Paths.Combine(folder, path) : null).ToArray();
        if (paths is null or { Length: 0 } || paths.Contains(null) || _including.Count == MostNested || !_including.Add(paths[0]!))
        {
            return null;
        }

        try
        {
            var files = paths.Select(path => _composeFileOf(path!)).ToArray();
            var own = (options?["project_directory"] as ComposeScalar)?.Known is { } directory ? Paths.Combine(folder, directory) : Paths.Folder(paths[0]!);
            if (files.Contains(null) || (options?["project_directory"] is { } written && written is not ComposeScalar { IsNull: false }))
            {
                return null;
            }

            return Load(files!, own, EnvironmentOf(options?["env_file"], folder, own) is { } environment ? variables.Over(environment) : variables);
        }
        finally
        {
            _including.Remove(paths[0]!);
        }
    }

    private Variables? EnvironmentOf(ComposeNode? files, string folder, string includedFolder)
    {
        if (files is null or ComposeScalar { IsNull: true })
        {
            return _variablesOf(includedFolder + "/.env");
        }

        var variables = Variables.None;
        foreach (var item in (ComposeMerger.AsItems(files) as ComposeSequence)?.Items ?? ImmutableArray<ComposeNode>.Empty)
        {
            if ((item as ComposeScalar)?.Known is { } path && _variablesOf(Paths.Combine(folder, path)) is { } more)
            {
                variables = more.Over(variables);
            }
        }

        return variables;
    }

    /// <param name="Services">The services of the file.</param>
    /// <param name="Folder">The folder from which its paths count.</param>
    /// <param name="Variables">Its variables.</param>
    private sealed record ExtendingFile(ComposeMapping Services, string Folder, Variables Variables);
}
