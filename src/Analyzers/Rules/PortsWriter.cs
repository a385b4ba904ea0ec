using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>Adds an entry to the <c>ports</c> of a service in a compose file, in the file's own style.</summary>
internal static class PortsWriter
{
    /// <summary>The changes, or null where the file does not allow a certain edit.</summary>
    public static ImmutableArray<TextChange>? Publish(ComposeFile file, string service, string entry) => null;
}
