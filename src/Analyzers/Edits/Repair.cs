using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>One action of a lightbulb.</summary>
/// <param name="Title">What it writes.</param>
/// <param name="EquivalenceKey">Rule, action and service.</param>
/// <param name="Edits">What it changes.</param>
internal sealed record Repair(string Title, string EquivalenceKey, ImmutableArray<Edit> Edits)
{
    /// <summary>True for the one that FixAll and <c>dotnet format</c> may apply without asking.</summary>
    public bool IsCertain { get; init; }
}
