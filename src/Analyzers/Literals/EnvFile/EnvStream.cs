using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>What was read of a <c>.env</c> file.</summary>
/// <param name="Entries">In the order of the file, repeated keys included.</param>
/// <param name="Problems">What Compose refuses the file for, in the order of the file; what could be read is in the entries all the same.</param>
internal sealed record EnvStream(ImmutableArray<EnvEntry> Entries, ImmutableArray<YamlProblem> Problems);
