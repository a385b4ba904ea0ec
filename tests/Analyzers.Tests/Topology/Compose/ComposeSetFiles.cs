using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Topology.Compose;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Tests.Topology.Compose;

/// <summary>Compose files that are read together, and what lies around them.</summary>
/// <param name="Folder">The folder of the project, normalised.</param>
/// <param name="Order">The compose files, each laid over those before it; paths from the folder.</param>
/// <param name="Files">Every file; paths from the folder.</param>
internal sealed record ComposeSetFiles(string Folder, IReadOnlyList<string> Order, IReadOnlyList<(string Path, string Text)> Files)
{
    private readonly TopologyFiles _files = new(
        Files.Where(file => FileKinds.IsCompose(file.Path)).Select(file => ComposeFile.Read(Paths.Combine(Folder, file.Path), SourceText.From(file.Text))),
        Files.Where(file => FileKinds.IsOther(file.Path)).Select(file => new KeyValuePair<string, Func<SourceText>>(Paths.Combine(Folder, file.Path), () => SourceText.From(file.Text))));

    /// <summary>The set as the topology reads it.</summary>
    public Composition Read() => ComposeProject.Read(new ComposeSet([.. Compose()], IsPlain: true, IsOpen: false) { Folder = PathFolder }, Folder, 0, _files);

    /// <summary>The files put together, before anything is read out of them.</summary>
    public ComposeMapping Load() =>
        new ComposeLoader(_files.ComposeFileOf, path => _files.EnvironmentOf(path)).Load(Compose(), PathFolder, _files.VariablesOf(Folder + "/.env"))!;

    private string PathFolder => Paths.Folder(Paths.Combine(Folder, Order[0]));

    private IEnumerable<ComposeFile> Compose() => Order.Select(path => _files.ComposeFileOf(Paths.Combine(Folder, path))!);
}
