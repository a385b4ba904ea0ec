using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>A connection text of <c>key=value;</c> pairs.</summary>
/// <param name="Pairs">The pairs in the order of the text, repeated and empty ones included.</param>
/// <param name="HasUnknownPart">True when a part of the text, or a key, is a hole, which may be any pair.</param>
internal sealed record KeyValueText(ImmutableArray<KeyValue> Pairs, bool HasUnknownPart);

/// <summary>One pair. All positions are value indexes.</summary>
/// <param name="Key">The key without the white space around it, doubled <c>=</c> undone.</param>
/// <param name="Value">The value without quotes, or without the white space around it. Empty takes the option back to its default.</param>
/// <param name="ValueStart">Where the value begins, behind its opening quote if it has one.</param>
/// <param name="ValueLength">Number of characters up to the closing quote or the end of the value.</param>
/// <param name="End">Behind the value's closing quote, or behind its last character.</param>
internal readonly record struct KeyValue(string Key, string Value, int ValueStart, int ValueLength, int End)
{
    /// <summary>False when quotes inside the value are doubled, so that its characters are not those of the text.</summary>
    public bool IsWrittenAsItReads => Value.Length == ValueLength;
}
