using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology;

/// <summary>Topologies out of files that are written in a test.</summary>
internal static class Topologies
{
    /// <summary>The topology of a project in <c>/repo</c>.</summary>
    public static DockerTopology Of(params (string Path, string Text)[] files) => In("/repo", files);

    /// <summary>The topology of a project in a folder.</summary>
    public static DockerTopology In(string projectFolder, params (string Path, string Text)[] files) => DockerTopology.Build(
        projectFolder,
        new TopologyFiles(
            files.Where(file => FileKinds.IsCompose(file.Path)).Select(file => ComposeFile.Read(file.Path, SourceText.From(file.Text))),
            files.Where(file => FileKinds.IsOther(file.Path)).Select(file => new KeyValuePair<string, Func<SourceText>>(file.Path, () => SourceText.From(file.Text)))));
}
