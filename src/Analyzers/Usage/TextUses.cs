using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What is done with a text in its own file.</summary>
/// <param name="Sinks">The places that it reaches.</param>
/// <param name="IsContinued">True when code adds to the text on its way: a <c>+</c>, an interpolation, <c>string.Concat</c>.</param>
/// <param name="IsTakenApart">
/// True when code searches, splits or replaces in the text, or hands it on with a port that Testcontainers maps, so that an
/// edit of it may break that code.
/// </param>
/// <param name="Overrides">Keys that code sets beside the text: in what it adds, or by the properties of a builder that the text was given to.</param>
internal sealed record TextUses(ImmutableArray<Sink> Sinks, bool IsContinued, bool IsTakenApart, ImmutableArray<string> Overrides);
