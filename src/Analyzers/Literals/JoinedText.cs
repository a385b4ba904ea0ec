using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>Several expressions of a file as one text, so that all that reads a text reads them.</summary>
/// <param name="Text">The values, one behind another.</param>
/// <param name="Parts">Which is which, in their order.</param>
internal sealed record JoinedText(DecodedText Text, ImmutableArray<NamedPart> Parts);

/// <summary>One of the expressions.</summary>
/// <param name="Name">The option that it sets, or the word's number.</param>
/// <param name="Start">Value index of its value.</param>
/// <param name="Length">Number of value characters.</param>
internal readonly record struct NamedPart(string Name, int Start, int Length);
