using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Topology.Model;
using DockerConnectionStrings.Analyzers.Topology.Started;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What has been read of texts and trees: in caches of Roslyn's own, which let go of what is no longer used.</summary>
internal sealed class TextCaches
{
    private static readonly SourceTextValueProvider<ParsedCompose> s_composeFiles = new(static text => new ParsedCompose(text));
    private static readonly SourceTextValueProvider<ParsedSettings> s_settingsFiles = new(static text => new ParsedSettings(text));
    private static readonly SyntaxTreeValueProvider<IdentifierIndex> s_identifiers = new(IdentifierIndex.Of);
    private static readonly SyntaxTreeValueProvider<ImmutableArray<DockerService>> s_started = new(CSharpStartedContainers.In);

#pragma warning disable RS1012 // Only the caches of the start context are used here; the analyzer registers the actions.
    public TextCaches(CompilationStartAnalysisContext start)
    {
        ComposeFileOf = text => start.TryGetValue(text, s_composeFiles, out var parsed) ? parsed : new ParsedCompose(text);
        SettingsFileOf = text => start.TryGetValue(text, s_settingsFiles, out var parsed) ? parsed : new ParsedSettings(text);
        IdentifiersOf = tree => start.TryGetValue(tree, s_identifiers, out var index) ? index : IdentifierIndex.Of(tree);
        StartedIn = tree => start.TryGetValue(tree, s_started, out var started) ? started : CSharpStartedContainers.In(tree);
    }
#pragma warning restore RS1012

    /// <summary>A text read as a compose file.</summary>
    public Func<SourceText, ParsedCompose> ComposeFileOf { get; }

    /// <summary>A text read as a settings file.</summary>
    public Func<SourceText, ParsedSettings> SettingsFileOf { get; }

    /// <summary>The names of a tree.</summary>
    public Func<SyntaxTree, IdentifierIndex> IdentifiersOf { get; }

    /// <summary>The containers that a tree starts.</summary>
    public Func<SyntaxTree, ImmutableArray<DockerService>> StartedIn { get; }
}
