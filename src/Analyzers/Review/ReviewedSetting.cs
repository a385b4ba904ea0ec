using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>A text of a settings file.</summary>
internal sealed class ReviewedSetting(
    SettingEndpoint setting, SettingsKind kind, string path, SourceText source, DockerOptions options, CompilationScope scope,
    CancellationToken cancellationToken)
    : IReviewedText
{
    private Vantage? _vantage;
    private TextUses? _uses;
    private Surroundings? _around;

    public string Path => path;

    public SourceText Source => source;

    public Vantage Vantage => _vantage ??= FindVantage();

    public TextUses Uses => _uses ??= FindUses();

    public Surroundings Around => _around ??= SettingEvidence.AroundOf(setting);

    public bool MayBeForContainer => false;

    public bool IsForAnotherMachine => false;

    public bool IsMadeAtRunTime => false;

    public string? WrittenAt(Endpoint endpoint, HostName host) => null;

    private Vantage FindVantage() => kind switch
    {
        SettingsKind.LaunchProfiles => scope.Topology.Vantages.OfLaunchProfile(setting.Section.CommandName, options),
        SettingsKind.Environment => scope.Topology.Vantages.OfEnvironmentFile(path, setting.Setting.Name, options),
        _ when SettingsKinds.IsOfTestRun(path) => scope.Topology.Vantages.OfTestRun(options),
        _ => scope.Topology.Vantages.OfSetting(Paths.FileName(path), SettingKey.InEnvironment(setting.Key), options),
    };

    /// <summary>What code does with a setting says more of whose it is than what its file names for it.</summary>
    private TextUses FindUses()
    {
        var uses = SettingEvidence.UsesOf(setting);
        if (setting.Endpoint.Shape is not (EndpointShape.Pairs or EndpointShape.HostAndPort) || setting.Section.IsList)
        {
            return uses;
        }

        // Who logs it is not the only one who reads it. What is put beside a host stands in its file as well.
        var code = scope.Code.SinksBeyond(null, cancellationToken);
        var readers = code.OfSetting(setting.Key)
            .Where(static sink => !InertSinks.IsInert(sink))
            .Select(sink => setting.Endpoint.Shape == EndpointShape.Pairs ? sink
                : sink with { IsContinued = false, Overrides = ImmutableArray<Override>.Empty })
            .ToImmutableArray();
        return uses with
        {
            Sinks = EngineEvidence.IsTold(readers) ? EngineEvidence.ChosenBy(Around.Siblings, readers).ToImmutableArray() : uses.Sinks.AddRange(readers),
            Searches = code.Searches.ToImmutableArray(),
        };
    }
}
