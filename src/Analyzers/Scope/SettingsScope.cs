using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Review;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Scope;

/// <summary>What the actions on settings of one compilation share: the findings in settings files, and the code that reads the settings.</summary>
internal sealed class SettingsScope(CompilationScope scope, Compilation compilation, AnalyzerOptions options, SettingReads settingReads, Func<SourceText, ParsedSettings> settingsFileOf)
{
    private readonly ConcurrentDictionary<AdditionalText, ImmutableArray<SettingFinding>> _findings = new();

    // Several threads may compute these at once, with the same result.
    private CSharpAssertions? _assertions;
    private ImmutableArray<SettingFinding> _certain;
    private ImmutableArray<SyntaxTree> _ownTrees;

    /// <summary>What a file's settings say, read once per text; null when it holds none or has no text.</summary>
    public SettingsFile? Of(AdditionalText file) => SettingsKinds.Of(file.Path) is { } kind && !IsBesideCompose(file) && file.GetText() is { } text ? settingsFileOf(text).As(kind) : null;

    /// <summary>What lies in a folder of compose files is for the containers, unless it is the project's own.</summary>
    private bool IsBesideCompose(AdditionalText file) => FileKinds.IsCompose(file.Path)
        && (!Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), scope.Project.Folder) || scope.ComposeFileOf(file) is not null);

    /// <summary>What the rules say of a settings file. Asked by the file's own action, and for the code that reads the settings.</summary>
    public ImmutableArray<SettingFinding> FindingsIn(AdditionalText file, CancellationToken cancellationToken) => !Concerns(file) ? ImmutableArray<SettingFinding>.Empty
        : _findings.GetOrAdd(file, key => new SettingFindings(scope, cancellationToken).In(key).ToImmutableArray());

    /// <summary>The findings of all settings files that may be repaired unasked, in the order of the files.</summary>
    public ImmutableArray<SettingFinding> CertainFindings(CancellationToken cancellationToken)
    {
        if (_certain.IsDefault)
        {
            _certain = options.AdditionalFiles
                .Where(static file => SettingsKinds.Of(file.Path) is not null)
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .SelectMany(file => FindingsIn(file, cancellationToken))
                .Where(finding => !finding.Finding.Repairs.Certain.IsEmpty && !IsSuppressed(finding.Finding.Descriptor.Id))
                .ToImmutableArray();
        }

        return _certain;
    }

    /// <summary>True for a value that a test of the project expects to read.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">True for a whole connection text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public bool IsAsserted(string value, bool isWhole, CancellationToken cancellationToken) =>
        scope.Project.IsTest && (_assertions ??= new CSharpAssertions(compilation.SyntaxTrees, cancellationToken)).Name(value, isWhole);

    /// <summary>Where a file reads a setting.</summary>
    public ImmutableArray<TextSpan> ReadsOf(string key, SyntaxTree tree, CancellationToken cancellationToken) =>
        settingReads.In(tree, scope.IdentifiersOf(tree), key, cancellationToken).Select(static read => read.Span).ToImmutableArray();

    /// <summary>True when no file that is written by hand reads a setting.</summary>
    public bool IsReadNowhere(string key, CancellationToken cancellationToken) => OwnTrees(cancellationToken).All(tree => ReadsOf(key, tree, cancellationToken).IsEmpty);

    /// <summary>The first file, by its path, that is written by hand; null when none is.</summary>
    public SyntaxTree? FirstTree(CancellationToken cancellationToken) => OwnTrees(cancellationToken) is [var first, ..] ? first : null;

    /// <summary>The files that are written by hand, in the order of their paths.</summary>
    private ImmutableArray<SyntaxTree> OwnTrees(CancellationToken cancellationToken)
    {
        if (_ownTrees.IsDefault)
        {
            var told = compilation.Options.SyntaxTreeOptionsProvider;
            _ownTrees = compilation.SyntaxTrees
                .Where(tree => told?.IsGenerated(tree, cancellationToken) switch
                {
                    GeneratedKind.MarkedGenerated => false,
                    GeneratedKind.NotGenerated => true,
                    _ => !GeneratedFiles.IsOne(tree, cancellationToken),
                })
                .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
                .ToImmutableArray();
        }

        return _ownTrees;
    }

    /// <summary>True for a rule that <c>NoWarn</c>, a global configuration or an attribute of the assembly switches off.</summary>
    private bool IsSuppressed(string ruleId) =>
        (compilation.Options.SpecificDiagnosticOptions.TryGetValue(ruleId, out var specific) && specific == ReportDiagnostic.Suppress)
        || (compilation.Options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(ruleId, CancellationToken.None, out var configured) == true && configured == ReportDiagnostic.Suppress)
        || compilation.Assembly.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "SuppressMessageAttribute", ConstructorArguments: [_, { Value: string check }] }
            && (check.Equals(ruleId, StringComparison.OrdinalIgnoreCase) || check.StartsWith(ruleId + ":", StringComparison.OrdinalIgnoreCase))
            && !attribute.NamedArguments.Any(static argument => argument.Key == "Target"));

    /// <summary>An environment file of a folder above is seen by every project below: those speak of it that talk to some server.</summary>
    public bool Concerns(AdditionalText file) => !FileKinds.IsEnvironment(file.Path) || Paths.IsIn(Paths.Normalize(file.Path), scope.Project.Folder) || scope.HasDriver;

    /// <summary>True where Compose puts a variable of its own <c>.env</c> into a compose file or into another variable.</summary>
    public bool IsInterpolated(string environmentFile, string variable) => Paths.FileName(environmentFile).Equals(".env", StringComparison.OrdinalIgnoreCase)
        && options.AdditionalFiles.Any(file => (FileKinds.IsCompose(file.Path) || file.Path == environmentFile) && Paths.AreEqual(Paths.Folder(Paths.Normalize(file.Path)), Paths.Folder(Paths.Normalize(environmentFile)))
            && file.GetText()?.ToString() is { } text && Variables.AreNamedIn(text, variable));
}
