using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Evidence;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Reports;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Review;

/// <summary>A rule's verdict on a setting.</summary>
/// <param name="Finding">The verdict.</param>
/// <param name="Location">Where it is shown.</param>
/// <param name="Key">The setting's key, as .NET's configuration has it.</param>
/// <param name="Text">The file.</param>
/// <param name="Severity">What the file's options make of the rule.</param>
internal sealed record SettingFinding(Finding Finding, Location Location, string Key, SourceText Text, DiagnosticSeverity Severity);

/// <summary>From a settings file to what the rules say of it.</summary>
internal sealed class SettingFindings(CompilationScope scope, CancellationToken cancellationToken)
{
    /// <summary>The findings that neither an option nor a comment silences, in the order of the file.</summary>
    public IEnumerable<SettingFinding> In(AdditionalText file)
    {
        if (scope.Settings.Of(file) is not { Endpoints.IsEmpty: false } settings || file.GetText(cancellationToken) is not { } text)
        {
            yield break;
        }

        var options = scope.OptionsOf(file);
        foreach (var setting in settings.Endpoints)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Judge.MayFail(setting.Endpoint, () => scope.Files))
            {
                continue;
            }

            if ((setting.IsHostAlone && !IsOfServer(setting)) || HasPortOfAnother(setting))
            {
                continue;
            }

            var review = new EndpointReview(Overridden(setting, settings.Kind), options)
            {
                Path = file.Path,
                Vantage = () => VantageOf(setting, settings.Kind, file.Path, options),
                Uses = () => UsesOf(setting),
                Around = () => SettingEvidence.AroundOf(setting),
                Source = () => text,
            };
            foreach (var (finding, span) in review.Findings(scope))
            {
                if (scope.Settings.IsAsserted(setting.Setting.Text.Value, setting.Endpoint.Shape != EndpointShape.HostAndPort, cancellationToken))
                {
                    continue;
                }

                if (FileSeverity.Of(finding.Descriptor.Id, finding.DefaultSeverity, options, file.Path, text, span.Start, setting.Anchor) is { } severity)
                {
                    yield return new SettingFinding(Withheld(finding, setting, settings.Kind, file.Path), Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), setting.Key, text, severity);
                }
            }
        }
    }

    /// <summary>Takes back what nobody asked for, and what is another file's to repair.</summary>
    private Finding Withheld(Finding finding, SettingEndpoint setting, SettingsKind kind, string path)
    {
        // What Compose puts elsewhere is right or wrong there.
        if (kind == SettingsKind.Environment && (scope.Settings.IsInterpolated(path, setting.Setting.Name) || (setting.Port is { } port && scope.Settings.IsInterpolated(path, port.Name))))
        {
            return finding with { Repairs = OfferedRepairs.None };
        }

        // Such an address may be one that a browser is given; and who deploys a file may do so to where the name is known.
        var isUnsure = setting.Endpoint is { Scheme: "http" or "https", IsOption: false }
            || (finding.Descriptor.Id == ServiceName.Id && SettingsKinds.IsOfDeployment(path));
        return isUnsure ? finding with { Repairs = finding.Repairs with { Certain = ImmutableArray<Edit>.Empty } } : finding;
    }

    /// <summary>A host with nothing beside it may be a name or an address of anything: something has to tell that a server is meant.</summary>
    private bool IsOfServer(SettingEndpoint setting)
    {
        var name = setting.Endpoint.Hosts[0].Name;
        var isNamed = SettingEvidence.IsNamed(setting);
        if (EngineTable.OfWord(name) is not null && SettingNames.MayBeKind(setting.Name) && !(isNamed && (setting.IsListed || setting.IsOfCache)))
        {
            return false;
        }

        if (setting.Section.IsList && !isNamed && NamesServersOfSeveralKinds(setting.Section))
        {
            return false;
        }

        // What is called after an engine is its server only where a server of that engine has the name.
        return setting.IsOfCache && !IpAddress.TryParse(name, out _)
            ? scope.Files.Named(name).Any(static service => service.Engine is { TakesHostAlone: true })
            : isNamed || ((SettingNames.IsHost(setting.Setting.Name) || setting.IsListed)
                && scope.Files.Named(name).Any(static service => service.Engine is { Images.Count: > 0 }));
    }

    /// <summary>True for a list of names of services that do not run the same engine: kinds of servers, parts of a program, not hosts of one server.</summary>
    private bool NamesServersOfSeveralKinds(SettingsSection list) => list.Settings
        .SelectMany(setting => scope.Files.Named(setting.Text.Value))
        .Select(static service => service.Engine)
        .Distinct()
        .Skip(1)
        .Any();

    /// <summary>A database's name with a port that it does not listen on: something else is called so.</summary>
    private bool HasPortOfAnother(SettingEndpoint setting) => setting.Endpoint is { Shape: EndpointShape.HostAndPort, Port: { State: PortState.Written, Number: var port } }
        && scope.Files.Named(setting.Endpoint.Hosts[0].Name) is { IsEmpty: false } named
        && named.All(service => service is { Engine: { Images.Count: > 0 } engine, ArePortsKnown: true } && port != (service.ChangedPort ?? engine.DefaultPort)
            && !service.Ports.Any(mapping => mapping.Publishes(port) || mapping.MayPublishSomewhere(port) || mapping.OfHostPort(port) is not null) && !service.ExposedPorts.Contains(port));

    /// <summary>A host that the environment sets in the container, with a port that it does not set: the port is both sides'.</summary>
    private Endpoint Overridden(SettingEndpoint setting, SettingsKind kind) =>
        kind is not (SettingsKind.Environment or SettingsKind.LaunchProfiles) && setting.Port is { } port && scope.Vantages.IsOverridden(SettingKey.InEnvironment(setting.Key)) && !scope.Vantages.IsOverridden(SettingKey.InEnvironment(setting.Section.KeyOf(port.Name)))
            ? setting.Endpoint with { Port = setting.Endpoint.Port with { State = PortState.Unknown } }
            : setting.Endpoint;

    private Vantage VantageOf(SettingEndpoint setting, SettingsKind kind, string path, DockerOptions options) => kind switch
    {
        SettingsKind.LaunchProfiles => scope.Vantages.OfLaunchProfile(setting.Section.CommandName, options),
        SettingsKind.Environment => scope.Vantages.OfEnvironmentFile(path, setting.Setting.Name, options),
        _ when SettingsKinds.IsOfTestRun(path) => scope.Vantages.OfTestRun(options),
        _ => scope.Vantages.OfSetting(Paths.FileName(path), SettingKey.InEnvironment(setting.Key), options),
    };

    /// <summary>What code does with a setting says more of whose it is than what its file names for it.</summary>
    private TextUses UsesOf(SettingEndpoint setting)
    {
        var uses = SettingEvidence.UsesOf(setting);
        if (setting.Endpoint.Shape is not (EndpointShape.Pairs or EndpointShape.HostAndPort) || setting.Section.IsList)
        {
            return uses;
        }

        // Who logs it is not the only one who reads it. What is put beside a host stands in its file as well.
        var code = scope.SinksBeyond(null, cancellationToken);
        var readers = code.OfSetting(setting.Key)
            .Where(static sink => !Bystanders.IsOne(sink))
            .Select(sink => setting.Endpoint.Shape == EndpointShape.Pairs ? sink
                : sink with { IsContinued = false, Overrides = ImmutableArray<Override>.Empty })
            .ToImmutableArray();
        return uses with { Sinks = EngineEvidence.IsTold(readers) ? EngineEvidence.ChosenBy(SettingEvidence.AroundOf(setting).Siblings, readers).ToImmutableArray() : uses.Sinks.AddRange(readers), Searches = code.Searches.ToImmutableArray() };
    }
}
