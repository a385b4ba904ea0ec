using System.Collections.Immutable;
using System.Globalization;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>A value that is added to a compose file.</summary>
internal abstract class NewValue
{
    public static implicit operator NewValue(string text) => new NewScalar(text);

    public static implicit operator NewValue(ValueText text) => new NewScalar(text);

    public static implicit operator NewValue(int number) => new NewNumber(number);
}

/// <summary>A text, quoted where it would be something else without quotes.</summary>
internal sealed class NewScalar(ValueText text) : NewValue
{
    public ValueText Text { get; } = text;
}

internal sealed class NewNumber(int number) : NewValue
{
    public string Digits { get; } = number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A list, which is written in brackets.</summary>
internal sealed class NewList(params NewValue[] items) : NewValue
{
    public IReadOnlyList<NewValue> Items => items;
}

/// <summary>A mapping.</summary>
internal sealed class NewMap(params NewEntry[] entries) : NewValue
{
    public ImmutableArray<NewEntry> Entries { get; } = entries.ToImmutableArray();
}

/// <summary>An entry that is added to a mapping, or to a list.</summary>
/// <param name="Key">Its key; null for an item of a list.</param>
/// <param name="Value">Its value.</param>
internal sealed record NewEntry(string? Key, NewValue Value);
