using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Topology.Interpolation;

namespace DockerConnectionStrings.Analyzers.Topology.Compose;

/// <summary>
/// A value of a compose project once aliases, merge keys and variables are put in, and where it is written. A value of several
/// files has the place in the one that counts.
/// </summary>
internal abstract class ComposeNode
{
    public required Place Place { get; init; }

    /// <summary>What it does to the value of an earlier file.</summary>
    public MergeTag Tag { get; init; }

    /// <summary>The same value with another tag.</summary>
    public ComposeNode Tagged(MergeTag tag) => tag == Tag ? this : this switch
    {
        ComposeScalar scalar => new ComposeScalar
        {
            Place = Place,
            Tag = tag,
            Text = scalar.Text,
            Interpolations = scalar.Interpolations,
            IsInlineDefault = scalar.IsInlineDefault,
            Written = scalar.Written,
            IsNull = scalar.IsNull,
        },
        ComposeSequence list => new ComposeSequence { Place = Place, Tag = tag, Items = list.Items, Origins = list.Origins, IsOpen = list.IsOpen },
        ComposeMapping mapping => new ComposeMapping { Place = Place, Tag = tag, Entries = mapping.Entries, IsOpen = mapping.IsOpen },
        _ => new ComposeUnknown { Place = Place, Tag = tag },
    };
}

/// <summary>The tags that Compose gives a meaning (Compose specification, "Merge").</summary>
internal enum MergeTag
{
    None,

    /// <summary><c>!reset</c>: the value of the earlier file is removed.</summary>
    Reset,

    /// <summary><c>!override</c>: the value of the earlier file is replaced as a whole.</summary>
    Override,
}

/// <summary>A scalar.</summary>
internal sealed class ComposeScalar : ComposeNode
{
    /// <summary>The value over its own file; a hole stands for each part of it that is not known.</summary>
    public required DecodedText Text { get; init; }

    /// <summary>The variables that it puts in.</summary>
    public ImmutableArray<VariableUse> Interpolations { get; init; } = ImmutableArray<VariableUse>.Empty;

    /// <summary>True when all of it is the default of a variable.</summary>
    public bool IsInlineDefault { get; init; }

    /// <summary>The characters; a <see cref="DecodedText.HoleCharacter"/> for each hole.</summary>
    public string Value => Text.Value;

    /// <summary>The path as its file writes it, where <see cref="Text"/> is made whole; else null.</summary>
    public string? Written { get; init; }

    /// <summary>True when it is left out, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull { get; init; }

    /// <summary>The variables that it puts in and that have no value, as a message names them; null when there is none.</summary>
    public string? Unset { get; init; }

    /// <summary>The value; null when it is left out or not known.</summary>
    public string? Known => IsNull || Value.IndexOf(DecodedText.HoleCharacter) >= 0 ? null : Value;

    /// <summary>The value as a service has it; without a text when it is left out.</summary>
    /// <param name="origin">How it came to the service.</param>
    public PlacedText Placed(Origin origin) => new(IsNull ? null : Text, Place, IsInlineDefault ? origin | Origin.InlineDefault : origin, Interpolations);

    /// <summary>A part of the value.</summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters.</param>
    public ComposeScalar Slice(int start, int length)
    {
        var part = new PlacedText(Text, Place, IsInlineDefault ? Origin.InlineDefault : Origin.Own, Interpolations).Slice(start, length);
        return new ComposeScalar
        {
            Place = part.Place,
            Text = part.Text!,
            Interpolations = part.Interpolations,
            IsInlineDefault = part.Origin == Origin.InlineDefault,
        };
    }
}

/// <summary>A mapping: each key once, in the order of the files.</summary>
internal sealed class ComposeMapping : ComposeNode
{
    private Dictionary<string, int>? _places;

    public required ImmutableArray<ComposeEntry> Entries { get; init; }

    /// <summary>True when there may be further keys, or other values: something that they come from is not known.</summary>
    public bool IsOpen { get; init; }

    public ComposeNode? this[string key] => PlaceOf(key) is var place && place >= 0 ? Entries[place].Value : null;

    /// <summary>How the value of a key came into the mapping.</summary>
    public Origin OriginOf(string key) => PlaceOf(key) is var place && place >= 0 ? Entries[place].Origin : Origin.Own;

    /// <summary>Where a key is in <see cref="Entries"/>; -1 when it is not there.</summary>
    public int PlaceOf(string key)
    {
        if (_places is null)
        {
            var places = new Dictionary<string, int>(Entries.Length, StringComparer.Ordinal);
            for (var i = 0; i < Entries.Length; i++)
            {
                places[Entries[i].Key] = i;
            }

            _places = places;
        }

        return _places.TryGetValue(key, out var place) ? place : -1;
    }

    /// <summary>The same mapping with other entries.</summary>
    public ComposeMapping With(ImmutableArray<ComposeEntry> entries, bool isOpen) => new() { Place = Place, Tag = Tag, Entries = entries, IsOpen = isOpen };

    /// <summary>The same mapping with another value for one of its keys, or with one key more.</summary>
    public ComposeMapping With(string key, ComposeNode value)
    {
        var place = PlaceOf(key);
        var entries = place >= 0 ? Entries.SetItem(place, Entries[place] with { Value = value }) : Entries.Add(new ComposeEntry(key, value.Place, value));
        return With(entries, IsOpen);
    }
}

/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where it is written.</param>
/// <param name="Value">What it holds.</param>
internal readonly record struct ComposeEntry(string Key, Place KeyPlace, ComposeNode Value)
{
    /// <summary>How it came into its mapping.</summary>
    public Origin Origin { get; init; }

    /// <summary>The same with another way before its own.</summary>
    public ComposeEntry By(Origin way) => way == Origin.Own ? this : this with { Origin = Origin | way };
}

internal sealed class ComposeSequence : ComposeNode
{
    public required ImmutableArray<ComposeNode> Items { get; init; }

    /// <summary>How each item came into the list; default where all of them are written in it.</summary>
    public ImmutableArray<Origin> Origins { get; init; }

    /// <summary>How an item came into the list.</summary>
    public Origin OriginOf(int item) => Origins.IsDefault ? Origin.Own : Origins[item];

    /// <summary>True when there may be further items.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>A value of which nothing is known: an alias without an anchor, or one that contains itself.</summary>
internal sealed class ComposeUnknown : ComposeNode;
