using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Makes the paths of a service whole, so that they mean the same in whichever file it ends up.</summary>
internal static class ComposePaths
{
    /// <param name="service">A service as its file writes it.</param>
    /// <param name="folder">The folder from which the paths of that file count.</param>
    public static ComposeMapping Complete(ComposeMapping service, string folder)
    {
        var result = service;
        if (service["build"] is { } build && ComposeMerger.AsBuild(build) is ComposeMapping options)
        {
            result = result.With("build", Complete(options, "context", folder));
        }

        if (service["env_file"] is { } files && ComposeMerger.AsItems(files) is ComposeSequence list)
        {
            var items = list.Items.Select(item => item is ComposeMapping file ? Complete(file, "path", folder) : Complete(item, folder)).ToImmutableArray();
            var whole = new ComposeSequence { Place = list.Place, Tag = list.Tag, IsOpen = list.IsOpen, Items = items, Origins = list.Origins };
            result = result.With("env_file", whole);
        }

        return result;
    }

    /// <summary>A project whose builds all have a context; one that none of its files gives a context has the project's folder.</summary>
    public static ComposeMapping WithContexts(ComposeMapping project, string folder)
    {
        if (project["services"] is not ComposeMapping services)
        {
            return project;
        }

        var entries = services.Entries.Select(entry => entry.Value is ComposeMapping service && service["build"] is ComposeMapping build
            && (build["context"] is null or ComposeScalar { IsNull: true })
                ? entry with { Value = service.With("build", build.With("context", FolderOf(build))) }
                : entry);
        return project.With("services", services.With(entries.ToImmutableArray(), services.IsOpen));

        ComposeScalar FolderOf(ComposeMapping build) => new() { Place = build.Place, Text = Computed(folder, build.Place) };
    }

    private static ComposeMapping Complete(ComposeMapping mapping, string key, string folder) =>
        mapping[key] is { } path ? mapping.With(key, Complete(path, folder)) : mapping;

    /// <summary>A context may lie in a repository elsewhere, too: <c>https://...</c>, <c>git@...</c>.</summary>
    private static ComposeNode Complete(ComposeNode node, string folder) => node is ComposeScalar { Known: { } path } scalar && !IsElsewhere(path)
        ? new ComposeScalar
        {
            Place = scalar.Place,
            Tag = scalar.Tag,
            Written = scalar.Written ?? path,
            Text = Computed(Paths.Combine(folder, path.Length == 0 ? "." : path), scalar.Place),
        }
        : node;

    private static DecodedText Computed(string path, Place place) => DecodedText.Computed(path, place.Span.Start, place.Span.Length);

    public static bool IsElsewhere(string path) => path.IndexOf("://", StringComparison.Ordinal) >= 0 || path.StartsWith("git@", StringComparison.Ordinal);
}
