using System.Collections.Concurrent;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>The options of each file, read once.</summary>
internal sealed class FileOptions(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<SyntaxTree, DockerOptions> _ofTrees = new();
    private readonly ConcurrentDictionary<AdditionalText, DockerOptions> _ofFiles = new();

    public DockerOptions Of(SyntaxTree tree) => _ofTrees.GetOrAdd(tree, key => Read(provider.GetOptions(key), ruleIds: null));

    /// <summary>The options of a file that is no C#, severities included.</summary>
    public DockerOptions Of(AdditionalText file) => _ofFiles.GetOrAdd(file, key => Read(
        provider.GetOptions(key), RuleTable.Descriptors.Select(static rule => rule.Id).Where(static id => id != SettingRepair.Id)));

    private static DockerOptions Read(AnalyzerConfigOptions options, IEnumerable<string>? ruleIds) =>
        DockerOptions.Read(key => options.TryGetValue(key, out var value) ? value : null, ruleIds);
}
