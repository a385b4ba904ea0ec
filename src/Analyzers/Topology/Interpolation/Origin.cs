namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>By which ways a value came to the service that has it. Several may apply: an alias in the service that another one extends.</summary>
[Flags]
internal enum Origin
{
    /// <summary>The first file that describes the service, in the service itself.</summary>
    Own = 0,

    /// <summary>A file, or a document, that is laid over another one.</summary>
    Override = 1,

    /// <summary>A service that this one extends.</summary>
    Extends = 2,

    /// <summary>A file that is included.</summary>
    Include = 4,

    /// <summary>An alias: <c>environment: *shared</c>.</summary>
    Alias = 8,

    /// <summary>A merge key: <c>&lt;&lt;: *shared</c>.</summary>
    MergeKey = 16,

    /// <summary>An environment file: one of <c>env_file</c>, or the project's own <c>.env</c>.</summary>
    EnvironmentFile = 32,

    /// <summary>The default of a variable, in its braces: <c>${HOST:-db}</c>.</summary>
    InlineDefault = 64,
}
