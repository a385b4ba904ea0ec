using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Network;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Options;

/// <summary>The options that count for one file.</summary>
internal sealed record DockerOptions
{
    /// <summary>What counts where no file sets anything.</summary>
    public static readonly DockerOptions Default = new();

    /// <summary>How fixes write this machine.</summary>
    public string Loopback { get; init; } = OptionTable.Loopback.Default;

    /// <summary>The machine that publishes the ports when Docker runs elsewhere; null when it is this one.</summary>
    public string? DockerHost { get; init; } = OptionTable.DockerHost.Default;

    /// <summary>Ports that are published though no file says so.</summary>
    public ImmutableArray<PublishedPortOption> PublishedPorts { get; init; } = OptionTable.PublishedPorts.Default;

    /// <summary>Subnets of containers.</summary>
    public ImmutableArray<Subnet> ContainerNetworks { get; init; } = OptionTable.ContainerNetworks.Default;

    /// <summary>Where the code runs that uses the texts of the file; null when it is to be found out.</summary>
    public CodeLocation? CodeRunsIn { get; init; } = OptionTable.CodeRunsIn.Default;

    /// <summary>Hosts that nothing is said about.</summary>
    public ImmutableArray<string> IgnoredHosts { get; init; } = OptionTable.IgnoredHosts.Default;

    /// <summary>What a file that is no C# makes of a rule, by the rule's id; <see cref="OptionTable.None"/> switches it off.</summary>
    public ImmutableDictionary<string, DiagnosticSeverity> Severities { get; init; } = ImmutableDictionary<string, DiagnosticSeverity>.Empty;

    /// <summary>Values that an option cannot have; the option then has its default.</summary>
    public ImmutableArray<BadOption> Problems { get; init; } = ImmutableArray<BadOption>.Empty;

    /// <summary>The address that fixes write where no published port tells it.</summary>
    public string OwnAddress => DockerHost ?? (Loopback == "localhost" ? Loopback : OptionTable.Loopback.Default);

    /// <summary>What of the options changes the topology, as one text; null when nothing does.</summary>
    public string? TopologyKey =>
        PublishedPorts.IsEmpty && ContainerNetworks.IsEmpty ? null
            : string.Join(",", PublishedPorts) + "|" + string.Join(",", ContainerNetworks.Select(static subnet => subnet.ToString()));

    public bool Ignores(string host) => IgnoredHosts.Any(ignored => ignored.Equals(host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the options of a file.</summary>
    /// <param name="valueOf">The value of a key; null when it is not set.</param>
    /// <param name="ruleIds">The rules whose severity the options may set: all for a file that is no C#, else none.</param>
    public static DockerOptions Read(Func<string, string?> valueOf, IEnumerable<string>? ruleIds = null)
    {
        var problems = ImmutableArray.CreateBuilder<BadOption>();
        var options = new DockerOptions
        {
            Loopback = Of(OptionTable.Loopback),
            DockerHost = Of(OptionTable.DockerHost),
            PublishedPorts = Of(OptionTable.PublishedPorts),
            ContainerNetworks = Of(OptionTable.ContainerNetworks),
            CodeRunsIn = Of(OptionTable.CodeRunsIn),
            IgnoredHosts = Of(OptionTable.IgnoredHosts),
            Severities = (ruleIds ?? [])
                .Select(id => new KeyValuePair<string, DiagnosticSeverity?>(id, Of(OptionTable.SeverityOf(id))))
                .Where(static rule => rule.Value is not null)
                .ToImmutableDictionary(static rule => rule.Key, static rule => rule.Value!.Value),
        };
        return problems.Count == 0 ? options : options with { Problems = problems.ToImmutable() };

        T Of<T>(Option<T> option)
        {
            // An empty value takes a wider file's back.
            if (valueOf(option.Key)?.Trim() is not { Length: > 0 } text)
            {
                return option.Default;
            }

            if (option.TryParse(text, out var value))
            {
                return value;
            }

            problems.Add(new BadOption(option.Key, text, option.Expected));
            return option.Default;
        }
    }
}
