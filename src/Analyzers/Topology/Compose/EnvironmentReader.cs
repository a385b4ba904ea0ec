using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>Reads the environment of a service: its <c>env_file</c>s, each over the one before, and <c>environment</c> over all.</summary>
internal sealed class EnvironmentReader(Func<string, Variables?> variablesOf)
{
    /// <returns>The values, null for those that are not known; the keys of <c>environment</c> itself; the files; whether there may be more.</returns>
    public (ImmutableDictionary<string, string?> Values, ImmutableHashSet<string> OwnKeys, ImmutableArray<string> Files, bool IsOpen) Read(ComposeMapping body)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<string>();
        var isOpen = false;
        foreach (var item in body["env_file"] is { } node && ComposeMerger.AsItems(node) is ComposeSequence list ? list.Items : ImmutableArray<ComposeNode>.Empty)
        {
            var path = ((item as ComposeMapping)?["path"] as ComposeScalar ?? item as ComposeScalar)?.Known;
            if (path is not null)
            {
                files.Add(path);
            }

            if (path is null || variablesOf(path) is not { } variables)
            {
                isOpen = true;
                continue;
            }

            isOpen |= variables.IsOpen;
            foreach (var (name, value) in variables.All)
            {
                values[name] = value;
            }
        }

        var ownKeys = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        if (body["environment"] is { } environment && ComposeMerger.AsVariables(environment) is ComposeMapping own)
        {
            isOpen |= own.IsOpen;
            foreach (var entry in own.Entries)
            {
                // A key alone takes the shell's value.
                values[entry.Key] = (entry.Value as ComposeScalar)?.Known;
                ownKeys.Add(entry.Key);
            }
        }

        return (values.ToImmutable(), ownKeys.ToImmutable(), files.ToImmutable(), isOpen || body["environment"] is ComposeUnknown);
    }
}
