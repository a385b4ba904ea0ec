using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>What was read of an XML file.</summary>
/// <param name="Elements">In the order of the file, up to the first place that is not XML; the number of one is its index.</param>
/// <param name="Problems">What is not XML or has no known value, in the order of the file.</param>
internal sealed record XmlSettings(ImmutableArray<XmlElement> Elements, ImmutableArray<YamlProblem> Problems);
