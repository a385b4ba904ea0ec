using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What is done with a text.</summary>
/// <param name="Sinks">The places that it reaches.</param>
/// <param name="Searches">What code searches for or replaces in the text.</param>
/// <param name="IsOfContainer">True when the text is handed on with a port that Testcontainers maps.</param>
/// <param name="Names">The names of the variables, parameters and members that hold it.</param>
/// <param name="Languages">What a <c>lang=</c> comment or <c>[StringSyntax]</c> says that it is: the author's word.</param>
internal sealed record TextUses(
    ImmutableArray<Sink> Sinks, ImmutableArray<Search> Searches, bool IsOfContainer, ImmutableArray<string> Names, ImmutableArray<string> Languages);
