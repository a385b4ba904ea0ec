using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>What an edit writes: characters, and copies of what stands in a file.</summary>
internal sealed class EditText : IEquatable<EditText>
{
    public static readonly EditText Empty = new(ImmutableArray<(string Text, Copy? Copy)>.Empty);

    private EditText(ImmutableArray<(string Text, Copy? Copy)> pieces) => Pieces = pieces;

    /// <summary>The pieces in their order: characters, or a copy. No two of characters stand side by side, and none is empty.</summary>
    public ImmutableArray<(string Text, Copy? Copy)> Pieces { get; }

    /// <summary>True when nothing has to be looked up.</summary>
    public bool IsLiteral => Pieces is [] or [{ Copy: null }];

    public static implicit operator EditText(string text) => text.Length == 0 ? Empty : new(ImmutableArray.Create<(string, Copy?)>((text, null)));

    public static implicit operator EditText(Copy copy) => new(ImmutableArray.Create<(string, Copy?)>(("", copy)));

    public static EditText operator +(EditText left, EditText right) => (left.Pieces, right.Pieces) switch
    {
        ({ IsEmpty: true }, _) => right,
        (_, { IsEmpty: true }) => left,
        ([.., { Copy: null } last], [{ Copy: null } first, ..]) =>
            new(left.Pieces.SetItem(left.Pieces.Length - 1, (last.Text + first.Text, null)).AddRange(right.Pieces.RemoveAt(0))),
        _ => new(left.Pieces.AddRange(right.Pieces)),
    };

    /// <summary>The characters.</summary>
    /// <param name="charactersOf">What a copy stands for; null when it is not there any more.</param>
    /// <returns>Null when something is not there any more.</returns>
    public string? Resolve(Func<Copy, string?> charactersOf)
    {
        if (IsLiteral)
        {
            return Pieces.IsEmpty ? "" : Pieces[0].Text;
        }

        var pieces = Pieces.Select(piece => piece.Copy is { } copy ? charactersOf(copy) : piece.Text).ToArray();
        return pieces.Contains(null) ? null : string.Concat(pieces);
    }

    /// <summary>The same with its copies of the diagnostic's own file told by path.</summary>
    /// <param name="path">That file.</param>
    /// <param name="origin">From where they count.</param>
    public EditText InFile(string path, int origin) => IsLiteral ? this : new(Pieces
        .Select(piece => (piece.Text, piece.Copy?.InFile(path, origin)))
        .ToImmutableArray());

    public bool Equals(EditText? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    public override bool Equals(object? obj) => Equals(obj as EditText);

    public override int GetHashCode() => Pieces.Aggregate(0, static (hash, piece) => unchecked((hash * 31) + piece.GetHashCode()));

    public override string ToString() =>
        string.Concat(Pieces.Select(static piece => piece.Copy is { } copy ? $"[{copy.Path}:{copy.Start}+{copy.Length}]" : piece.Text));
}
