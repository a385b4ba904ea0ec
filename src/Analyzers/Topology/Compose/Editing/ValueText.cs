using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>A value that is to stand in a compose file. What may hold a password is in it as a copy, which no edit shows.</summary>
internal sealed class ValueText
{
    public static readonly ValueText Empty = new(ImmutableArray<Part>.Empty);

    private ValueText(ImmutableArray<Part> parts) => Parts = parts;

    /// <summary>The parts in their order.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>The value as YAML has it, before Compose puts variables in.</summary>
    public string Value => string.Concat(Parts.Select(static part => part.IsInterpolated ? part.Characters : part.Characters.Replace("$", "$$")));

    /// <summary>Characters that mean themselves: <c>$</c> is written as Compose wants it.</summary>
    public static implicit operator ValueText(string characters) => Of(new Part(characters, null, IsInterpolated: false));

    public static ValueText operator +(ValueText left, ValueText right) => new(left.Parts.AddRange(right.Parts));

    /// <summary>Characters in which Compose puts variables: <c>${DB_PASSWORD}</c>.</summary>
    public static ValueText Interpolated(string characters) => Of(new Part(characters, null, IsInterpolated: true));

    /// <summary>What stands at a place of a file, which is written there as it reads.</summary>
    /// <param name="path">The file; null for the diagnostic's own.</param>
    /// <param name="text">Its text.</param>
    /// <param name="span">The place.</param>
    /// <param name="isInterpolated">True for a file in which Compose puts variables.</param>
    public static ValueText CopyOf(string? path, SourceText text, TextSpan span, bool isInterpolated = false) =>
        span.IsEmpty ? Empty : Of(new Part(text.ToString(span), Copy.Of(path, text, span), isInterpolated));

    private static ValueText Of(Part part) => part.Characters.Length == 0 ? Empty : new(ImmutableArray.Create(part));

    /// <param name="Characters">The characters.</param>
    /// <param name="Source">Where they are copied from; null where they are written out.</param>
    /// <param name="IsInterpolated">True where <c>$</c> is already written for Compose.</param>
    internal readonly record struct Part(string Characters, Copy? Source, bool IsInterpolated);
}
