using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>An entry of a <c>.env</c> file.</summary>
/// <param name="Key">The name, without <c>export</c>.</param>
/// <param name="Value">
/// The value, before variables are put into it: <c>$$</c> is still to become <c>$</c>, and <c>\$</c>, which Compose reads
/// as <c>$$</c>, stands as that. Null for a key alone, whose value is that of Compose's own environment.
/// </param>
internal sealed record EnvEntry(YamlScalar Key, YamlScalar? Value)
{
    /// <summary>True in a file of the format <c>raw</c>.</summary>
    public bool IsRaw { get; init; }

    /// <summary>True when Compose puts variables into the value: within single quotes, <c>$</c> is a character like others.</summary>
    public bool IsInterpolated => !IsRaw && Value is { Style: not YamlScalarStyle.SingleQuoted };
}
