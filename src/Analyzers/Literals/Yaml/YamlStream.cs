using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>What was read of a YAML file.</summary>
/// <param name="Documents">The root of each document that has one.</param>
/// <param name="Problems">What is not YAML, in the order of the file; what could be read is in the documents all the same.</param>
internal sealed record YamlStream(ImmutableArray<YamlNode> Documents, ImmutableArray<YamlProblem> Problems);

/// <summary>A place that is not YAML.</summary>
/// <param name="Position">Source position.</param>
/// <param name="Reason">What is wrong, as the end of a sentence: "the quote is not closed".</param>
internal sealed record YamlProblem(int Position, string Reason);
