using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Makes the paths of a service whole, so that they mean the same in whichever file it ends up.</summary>
internal static class ComposePaths
{
    /// <param name="service">A service as its file writes it.</param>
    /// <param name="folder">The folder from which the paths of that file count.</param>
    public static ComposeMapping Complete(ComposeMapping service, string folder)
    {
        var entries = service.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            ComposeNode? value = entries[i].Key switch
            {
                "build" => Build(entries[i].Value, folder),
                "env_file" => Files(entries[i].Value, folder),
                _ => null,
            };
            entries = value is null ? entries : entries.SetItem(i, entries[i] with { Value = value });
        }

        return service.With(entries, service.IsOpen);
    }

    private static ComposeMapping? Build(ComposeNode node, string folder)
    {
        if (ComposeMerger.AsBuild(node) is not ComposeMapping build || build.PlaceOf("context") is not (>= 0 and var place))
        {
            return null;
        }

        return build.With(build.Entries.SetItem(place, build.Entries[place] with { Value = Complete(build.Entries[place].Value, folder) }), build.IsOpen);
    }

    private static ComposeSequence? Files(ComposeNode node, string folder) => ComposeMerger.AsItems(node) is ComposeSequence files
        ? new ComposeSequence
        {
            Place = files.Place,
            Tag = files.Tag,
            IsOpen = files.IsOpen,
            Items = files.Items.Select(item => item is ComposeMapping file && file.PlaceOf("path") is >= 0 and var place
                ? file.With(file.Entries.SetItem(place, file.Entries[place] with { Value = Complete(file.Entries[place].Value, folder) }), file.IsOpen)
                : Complete(item, folder)).ToImmutableArray(),
        }
        : null;

    /// <summary>A context may lie in a repository elsewhere, too: <c>https://...</c>, <c>git@...</c>.</summary>
    private static ComposeNode Complete(ComposeNode node, string folder) => node is ComposeScalar { Known: { } path } scalar && !IsElsewhere(path)
        ? new ComposeScalar { Place = scalar.Place, Tag = scalar.Tag, Text = Paths.Combine(folder, path.Length == 0 ? "." : path) }
        : node;

    public static bool IsElsewhere(string path) => path.IndexOf("://", StringComparison.Ordinal) >= 0 || path.StartsWith("git@", StringComparison.Ordinal);
}
