using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What the actions of one compilation share: made when a text needs it, from files that are read once per text.</summary>
internal sealed class CompilationScope
{
    public CompilationScope(CompilationStartAnalysisContext start)
    {
        var (compilation, options, caches) = (start.Compilation, start.Options, new TextCaches(start));
        Project = new ProjectFacts(compilation, options);
        Options = new FileOptions(options.AnalyzerConfigOptionsProvider);
        Topology = new TopologyFacts(compilation, options.AdditionalFiles, Project, caches);
        Code = new CodeFacts(compilation, Project, caches);
        Settings = new SettingsFacts(options.AdditionalFiles, Project, Topology, caches);
    }

    public ProjectFacts Project { get; }

    public FileOptions Options { get; }

    public TopologyFacts Topology { get; }

    public CodeFacts Code { get; }

    public SettingsFacts Settings { get; }
}
