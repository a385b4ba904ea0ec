using System.Collections.Concurrent;
using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Engines;
using DockerConnectionStrings.Analyzers.Network;
using DockerConnectionStrings.Analyzers.Reachability;
using DockerConnectionStrings.Analyzers.Rules;
using DockerConnectionStrings.Analyzers.Scope;
using DockerConnectionStrings.Analyzers.Settings;
using DockerConnectionStrings.Analyzers.Topology.Model;
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

/// <summary>From a settings file to what the rules say of it. One for a compilation.</summary>
internal sealed class SettingFindings(CompilationScope scope, Compilation compilation)
{
    private readonly EndpointReview _review = new(scope.Project, scope.Topology);
    private readonly ConcurrentDictionary<AdditionalText, ImmutableArray<SettingFinding>> _known = new();

    // Several threads may compute it at once, with the same result.
    private ImmutableArray<SettingFinding> _certain;

    /// <summary>
    /// What neither an option nor a comment silences, in the order of the file. Asked by the file's own action, and for the code that reads
    /// the settings.
    /// </summary>
    public ImmutableArray<SettingFinding> In(AdditionalText file, CancellationToken cancellationToken) => !scope.Settings.Concerns(file)
        ? ImmutableArray<SettingFinding>.Empty
        : _known.GetOrAdd(file, key => Find(key, cancellationToken).ToImmutableArray());

    /// <summary>The findings of all settings files that may be repaired unasked, in the order of the files.</summary>
    public ImmutableArray<SettingFinding> Certain(CancellationToken cancellationToken)
    {
        if (_certain.IsDefault)
        {
            _certain = scope.Settings.Files
                .SelectMany(file => In(file, cancellationToken))
                .Where(finding => !finding.Finding.Repairs.Certain.IsEmpty && !IsSuppressed(finding.Finding.Descriptor.Id))
                .ToImmutableArray();
        }

        return _certain;
    }

    private IEnumerable<SettingFinding> Find(AdditionalText file, CancellationToken cancellationToken)
    {
        if (scope.Settings.Of(file) is not { Endpoints.IsEmpty: false } settings || file.GetText(cancellationToken) is not { } text)
        {
            yield break;
        }

        var options = scope.Options.Of(file);
        foreach (var setting in settings.Endpoints)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!SuspectHosts.MayFail(setting.Endpoint, () => scope.Topology.OfFiles) || (setting.IsHostAlone && !IsOfServer(setting))
                || HasPortOfAnother(setting))
            {
                continue;
            }

            var reviewed = new ReviewedSetting(setting, settings.Kind, file.Path, text, options, scope, cancellationToken);
            foreach (var (finding, span) in _review.FindingsOf(Overridden(setting, settings.Kind), reviewed, options))
            {
                if (!scope.Code.IsAsserted(setting.Setting.Text.Value, setting.Endpoint.Shape != EndpointShape.HostAndPort, cancellationToken)
                    && FileSeverity.Of(finding.Descriptor.Id, finding.DefaultSeverity, options, file.Path, text, span.Start, setting.Anchor) is { } severity)
                {
                    var location = Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
                    yield return new SettingFinding(Withheld(finding, setting, settings.Kind, file.Path), location, setting.Key, text, severity);
                }
            }
        }
    }

    /// <summary>True for a rule that <c>NoWarn</c>, a global configuration or an attribute of the assembly switches off.</summary>
    private bool IsSuppressed(string ruleId) =>
        (compilation.Options.SpecificDiagnosticOptions.TryGetValue(ruleId, out var specific) && specific == ReportDiagnostic.Suppress)
        || (compilation.Options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(ruleId, CancellationToken.None, out var configured) == true
            && configured == ReportDiagnostic.Suppress)
        || compilation.Assembly.GetAttributes().Any(attribute =>
            attribute is { AttributeClass.Name: "SuppressMessageAttribute", ConstructorArguments: [_, { Value: string check }] }
            && (check.Equals(ruleId, StringComparison.OrdinalIgnoreCase) || check.StartsWith(ruleId + ":", StringComparison.OrdinalIgnoreCase))
            && !attribute.NamedArguments.Any(static argument => argument.Key == "Target"));

    /// <summary>Takes back what nobody asked for, and what is another file's to repair.</summary>
    private Finding Withheld(Finding finding, SettingEndpoint setting, SettingsKind kind, string path)
    {
        // What Compose puts elsewhere is right or wrong there.
        if (kind == SettingsKind.Environment
            && (scope.Settings.IsInterpolated(path, setting.Setting.Name) || (setting.Port is { } port && scope.Settings.IsInterpolated(path, port.Name))))
        {
            return finding with { Repairs = OfferedRepairs.None };
        }

        // Such an address may be one that a browser is given; and who deploys a file may do so to where the name is known.
        var isUnsure = setting.Endpoint is { Scheme: "http" or "https", IsOption: false }
            || (finding.Descriptor.Id == ServiceName.Id && SettingsKinds.IsOfDeployment(path));
        return isUnsure ? finding with { Repairs = finding.Repairs.OnRequest } : finding;
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
            ? scope.Topology.OfFiles.Named(name).Any(static service => service.Engine is { TakesHostAlone: true })
            : isNamed || ((SettingNames.IsHost(setting.Setting.Name) || setting.IsListed)
                && scope.Topology.OfFiles.Named(name).Any(static service => service.Engine is { Images.Count: > 0 }));
    }

    /// <summary>True for a list of names of services that do not run the same engine: kinds of servers, parts of a program, not hosts of one server.</summary>
    private bool NamesServersOfSeveralKinds(SettingsSection list) => list.Settings
        .SelectMany(setting => scope.Topology.OfFiles.Named(setting.Text.Value))
        .Select(static service => service.Engine)
        .Distinct()
        .Skip(1)
        .Any();

    /// <summary>A database's name with a port that it does not listen on: something else is called so.</summary>
    private bool HasPortOfAnother(SettingEndpoint setting) =>
        setting.Endpoint is { Shape: EndpointShape.HostAndPort, Port: { State: PortState.Written, Number: var port } }
        && scope.Topology.OfFiles.Named(setting.Endpoint.Hosts[0].Name) is { IsEmpty: false } named
        && named.All(service => service is { Engine: { Images.Count: > 0 } engine, ArePortsKnown: true } && port != (service.ChangedPort ?? engine.DefaultPort)
            && !service.Ports.Any(mapping => mapping.Publishes(port) || mapping.MayPublishSomewhere(port) || mapping.OfHostPort(port) is not null)
            && !service.ExposedPorts.Contains(port));

    /// <summary>A host that the environment sets in the container, with a port that it does not set: the port is both sides'.</summary>
    private Endpoint Overridden(SettingEndpoint setting, SettingsKind kind) =>
        kind is not (SettingsKind.Environment or SettingsKind.LaunchProfiles) && setting.Port is { } port
        && scope.Topology.Vantages.IsOverridden(SettingKey.InEnvironment(setting.Key))
        && !scope.Topology.Vantages.IsOverridden(SettingKey.InEnvironment(setting.Section.KeyOf(port.Name)))
            ? setting.Endpoint with { Port = setting.Endpoint.Port with { State = PortState.Unknown } }
            : setting.Endpoint;
}
