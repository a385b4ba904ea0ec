using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Interpolation;

/// <summary>A value that a file of Docker's writes: its characters, each with its place, and how it came to where it counts.</summary>
/// <param name="Text">
/// The characters, over the file of <paramref name="Place"/>; a hole stands for each part that is not known. Null when no file writes a value.
/// What variables put in is a <see cref="RunKind.Constant"/>, and what stands in their braces a <see cref="RunKind.Fallback"/>.
/// </param>
/// <param name="Place">Where it is shown: the value, in its quotes where it has some.</param>
/// <param name="Origin">How it came to the service.</param>
/// <param name="Interpolations">The variables that it puts in, of nested ones the inner first.</param>
internal readonly record struct PlacedText(DecodedText? Text, Place Place, Origin Origin, ImmutableArray<VariableUse> Interpolations)
{
    /// <summary>The value; null when there is none or when a part of it is not known.</summary>
    public string? Known => Text is { Value: var value } && value.IndexOf(DecodedText.HoleCharacter) < 0 ? value : null;

    /// <summary>A value that is known to be there and no more.</summary>
    /// <param name="place">Where it is shown.</param>
    /// <param name="origin">How it came to the service.</param>
    public static PlacedText Unknown(Place place, Origin origin = Origin.Own) => Computed(DecodedText.HoleCharacter.ToString(), place, origin);

    /// <summary>A value whose characters are written nowhere: it is only read.</summary>
    /// <param name="value">The value; a <see cref="DecodedText.HoleCharacter"/> stands for each part that is not known.</param>
    /// <param name="place">Where it is shown.</param>
    /// <param name="origin">How it came to the service.</param>
    public static PlacedText Computed(string value, Place place, Origin origin = Origin.Own) =>
        new(DecodedText.Computed(value, place.Span.Start, place.Span.Length), place, origin, ImmutableArray<VariableUse>.Empty);

    /// <summary>All of a file; null when it did not come.</summary>
    public static PlacedText? Whole(Place? file) =>
        file is { } place ? new PlacedText(DecodedText.Verbatim(place.Text.ToString(), 0), place, Origin.Own, ImmutableArray<VariableUse>.Empty) : null;

    /// <summary>The innermost variable that gives a character; null for one that the value's own file writes outside of braces.</summary>
    /// <param name="at">Value index.</param>
    public VariableUse? UseAt(int at)
    {
        foreach (var interpolation in Interpolations.IsDefault ? ImmutableArray<VariableUse>.Empty : Interpolations)
        {
            if (interpolation.Start <= at && at < interpolation.End)
            {
                return interpolation;
            }
        }

        return null;
    }

    /// <summary>Where a range of the value may be rewritten, whatever it is for: the one file of <see cref="Place"/> writes all of it in one piece.</summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters, at least one.</param>
    /// <returns>A span in source positions, or null. What is written there needs the escapes of its file, <c>$$</c> for <c>$</c> among them.</returns>
    public TextSpan? EditableSpan(int start, int length)
    {
        if (Text?.EditableSpan(start, length) is not { } span)
        {
            return null;
        }

        foreach (var use in Interpolations.IsDefault ? ImmutableArray<VariableUse>.Empty : Interpolations)
        {
            // `$HOST` would take what is written behind it for more of its name.
            if (use.Source.End == span.Start && !use.IsBraced)
            {
                return null;
            }
        }

        return span;
    }

    /// <summary>A part of the value, with its places.</summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters.</param>
    public PlacedText Slice(int start, int length)
    {
        if (Text is null || (start == 0 && length == Text.Value.Length))
        {
            return this;
        }

        return Part(Text.Slice(start, length), Text.ShownSpan(start, length));
    }

    /// <summary>Some characters of the value: a word of it, without its quotes.</summary>
    /// <param name="text">They, with their places.</param>
    /// <param name="shown">Where they are shown.</param>
    public PlacedText Part(DecodedText text, TextSpan shown)
    {
        var own = ImmutableArray<VariableUse>.Empty;
        foreach (var use in Interpolations.IsDefault ? own : Interpolations)
        {
            // The runs of a variable lie in what names it; one that is empty has none.
            var (from, to) = (int.MaxValue, 0);
            foreach (var run in text.Runs)
            {
                if (run.SourceStart >= use.Source.Start && run.SourceEnd <= use.Source.End)
                {
                    (from, to) = (Math.Min(from, run.ValueStart), run.ValueEnd);
                }
            }

            if (from < to || use.Length == 0)
            {
                own = own.Add(use with { Start = Math.Min(from, to), Length = Math.Max(0, to - from) });
            }
        }

        var isInline = !own.IsEmpty && text.Value.Length > 0 && text.Runs.All(static run => run.Kind == RunKind.Fallback);
        return new PlacedText(text, Place with { Span = shown }, isInline ? Origin | Origin.InlineDefault : Origin & ~Origin.InlineDefault, own);
    }
}
