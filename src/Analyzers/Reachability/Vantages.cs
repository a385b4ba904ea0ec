using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Options;
using DockerConnectionStrings.Analyzers.Topology;
using DockerConnectionStrings.Analyzers.Topology.Model;

namespace DockerConnectionStrings.Analyzers.Reachability;

/// <summary>From where the texts of a project are seen. In each method the first line that applies answers.</summary>
internal sealed class Vantages
{
    private static readonly string[] s_containerWords = ["docker", "container", "compose", "k8s", "kubernetes"];

    private readonly Project _project;
    private readonly DockerTopology _topology;
    private readonly ImmutableArray<DockerService> _builders;
    private readonly bool _isBuildUnknown;
    private readonly Lazy<bool> _isBuiltByHand;

    /// <param name="project">The project that holds the texts.</param>
    /// <param name="topology">What is known of Docker around it.</param>
    public Vantages(Project project, DockerTopology topology)
    {
        _project = project;
        _topology = topology;
        var builds = topology.Services.Select(service => (Service: service, IsBuilder: ProjectBuilds.Builds(project, service, topology))).ToArray();
        _isBuiltByHand = new(() => ProjectBuilds.IsBuiltByHand(project, topology), LazyThreadSafetyMode.PublicationOnly);
        _builders = builds.Where(static build => build.IsBuilder == true).Select(static build => build.Service).ToImmutableArray();
        var isPlaceUnknown = project.Folder.Length == 0 && builds.Any(static build => build.Service.Build is not null);
        _isBuildUnknown = _builders.IsEmpty && (isPlaceUnknown || builds.Any(static build => build.IsBuilder is null));
    }

    /// <summary>Of C# code.</summary>
    public Vantage OfCode(DockerOptions options) => Stated(options) ?? OfTestOrDevContainer() ?? OfBuild();

    /// <summary>Of a setting in a JSON or XML file.</summary>
    /// <param name="fileName">The file's name: <c>appsettings.Development.json</c>.</param>
    /// <param name="key">The setting's key, as the environment writes it: <c>ConnectionStrings__Shop</c>.</param>
    /// <param name="options">The options of the file.</param>
    public Vantage OfSetting(string fileName, string key, DockerOptions options)
    {
        if ((Stated(options) ?? OfTestOrDevContainer()) is { } stated)
        {
            return stated;
        }

        // Whatever is overridden, what is written for a container is not seen from elsewhere.
        if (IsForContainer(fileName))
        {
            return new Vantage(VantageKind.Container, _builders);
        }

        if (IsOverridden(key))
        {
            return Vantage.Host;
        }

        var environment = EnvironmentOf(fileName);
        if (environment is null || _builders.IsEmpty)
        {
            return OfBuild();
        }

        if (_builders.Any(service => ServiceEnvironment.EnvironmentOf(service, _topology) is null))
        {
            return Vantage.Unknown;
        }

        var isSet = _builders.Any(service => environment.Equals(ServiceEnvironment.EnvironmentOf(service, _topology), StringComparison.OrdinalIgnoreCase));
        return isSet ? new Vantage(environment.Equals("Development", StringComparison.OrdinalIgnoreCase) ? VantageKind.Both : VantageKind.Container, _builders)
            : Vantage.Host;
    }

    /// <summary>True when every service that builds the project sets a setting by its environment: one that does not reads the file.</summary>
    /// <param name="key">The setting's key, as the environment writes it.</param>
    public bool IsOverridden(string key) => !_builders.IsEmpty && _builders.All(service => ServiceEnvironment.Overrides(service, key));

    /// <summary>Of a profile in <c>launchSettings.json</c>.</summary>
    /// <param name="commandName">The profile's <c>commandName</c>.</param>
    /// <param name="options">The options of the file.</param>
    public Vantage OfLaunchProfile(string? commandName, DockerOptions options) =>
        Stated(options) ?? OfTestOrDevContainer()
        ?? commandName switch
        {
            "Docker" or "DockerCompose" => new Vantage(VantageKind.Container, _builders),
            "Project" or "IIS" or "IISExpress" => Vantage.Host,
            _ => Vantage.Unknown,
        };

    /// <summary>Of the settings of a test run.</summary>
    public Vantage OfTestRun(DockerOptions options) => Stated(options) ?? OfTestOrDevContainer() ?? Vantage.Host;

    /// <summary>Of a variable in an environment file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="key">The variable.</param>
    /// <param name="options">The options of the file.</param>
    public Vantage OfEnvironmentFile(string path, string key, DockerOptions options)
    {
        var normalized = Paths.Normalize(path);
        var readers = _topology.Services
            .Where(service => service.Engine is null && !service.OwnKeys.Contains(key)
                && service.EnvironmentFiles.Any(file => Paths.AreEqual(file, normalized)))
            .ToArray();
        return Stated(options) ?? (readers.Length > 0 ? Vantage.Container(readers)
            : _project is { IsTest: true, Folder.Length: > 0 } && Paths.IsIn(normalized, _project.Folder) ? Vantage.Host
            : Vantage.Unknown);
    }

    private Vantage? Stated(DockerOptions options) => options.CodeRunsIn switch
    {
        null => null,
        { Place: CodePlace.Host } => Vantage.Host,
        { Place: CodePlace.Both } => new Vantage(VantageKind.Both, _builders),
        { Service: { } name } => Vantage.Container(_topology.Named(name).ToArray()),
        _ => new Vantage(VantageKind.Container, _builders),
    };

    private Vantage? OfTestOrDevContainer() => _project.IsTest ? Vantage.Host
        : _topology.DevContainer is { } container ? Vantage.Both() with { SharesNetwork = container.SharesNetwork }
        : null;

    /// <summary>A Dockerfile in the project's folder builds it, whoever does so, and so does any other that names or copies it.</summary>
    private Vantage OfBuild() => !_builders.IsEmpty || _isBuiltByHand.Value ? new Vantage(VantageKind.Both, _builders)
        : _isBuildUnknown ? Vantage.Unknown
        : Vantage.Host with { IsEvident = _topology.HasServices };

    /// <summary>True for <c>appsettings.Docker.json</c>, <c>ocelot.container.json</c>, <c>appsettings-compose.json</c>.</summary>
    private static bool IsForContainer(string fileName) => fileName.Split('.', '-', '_').Skip(1)
        .Any(static part => s_containerWords.Any(word => part.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>The E of <c>appsettings.E.json</c>; null for any other file.</summary>
    private static string? EnvironmentOf(string fileName)
    {
        const string start = "appsettings.";
        const string end = ".json";
        return fileName.Length > start.Length + end.Length
            && fileName.StartsWith(start, StringComparison.OrdinalIgnoreCase) && fileName.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            ? fileName.Substring(start.Length, fileName.Length - start.Length - end.Length)
            : null;
    }
}
