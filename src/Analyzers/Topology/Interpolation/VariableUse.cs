using DockerConnectionStrings.Analyzers.Files;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>A variable that a value puts in: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Start">Value index of the first character that it gives.</param>
/// <param name="Length">How many it gives; a hole is one of them.</param>
/// <param name="Source">Where the value's file names it, from the <c>$</c> to the last brace. Source positions.</param>
/// <param name="Kind">Where the characters come from.</param>
/// <param name="IsBraced">False for <c>$NAME</c>.</param>
/// <param name="Definition">The value that a file gives it; null when none does.</param>
internal sealed record VariableUse(string Name, int Start, int Length, TextSpan Source, VariableUseKind Kind, bool IsBraced, Place? Definition)
{
    public int End => Start + Length;
}

/// <summary>Where the characters of an <see cref="VariableUse"/> come from.</summary>
internal enum VariableUseKind
{
    /// <summary>From nowhere that is known: the shell may set the variable.</summary>
    Unknown,

    /// <summary>The variable's own value.</summary>
    Value,

    /// <summary>They stand in its braces: behind <c>:-</c> or <c>-</c> for a variable that is not set, behind <c>:+</c> or <c>+</c> for one that is.</summary>
    Inline,
}
