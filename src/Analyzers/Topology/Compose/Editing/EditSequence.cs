using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Topology.Model;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>
/// Several edits of one compose file as one: two variables, a condition and the health check that it waits for. Each step edits the
/// file as those before it leave it, with a proof of its own.
/// </summary>
internal sealed class EditSequence
{
    /// <summary>Stands for what is copied: no step asks what it says.</summary>
    private const string Copied = "\uE000";

    private readonly ComposeFile _file;

    /// <summary>The file so far: what is still of the file, with its place there, and what was written, with none.</summary>
    private readonly List<Piece> _pieces;

    private readonly SortedDictionary<int, string> _unchanged = [];

    private EditSequence(ComposeFile file)
    {
        _file = file;
        _pieces = [new Piece(file.Text.ToString(), 0, null)];
    }

    /// <summary>Makes the steps.</summary>
    /// <param name="file">The file.</param>
    /// <param name="steps">Each is given the file as the one before it leaves it; its places count in that one.</param>
    /// <returns>Edits of the file; null where a step makes none.</returns>
    public static ImmutableArray<Edit>? Of(ComposeFile file, params Func<ComposeFile, ImmutableArray<Edit>?>[] steps)
    {
        var sequence = new EditSequence(file);
        var current = file;
        foreach (var step in steps)
        {
            if (step(current) is not { } edits)
            {
                return null;
            }

            // From behind: the places before an edit stay. What is inserted at a place comes before what is written instead of it.
            var kept = edits.Where(static edit => edit.NewText.Equals(edit.OldText)).ToArray();
            foreach (var edit in edits.Except(kept).OrderByDescending(static edit => edit.Start).ThenByDescending(static edit => edit.OldText.Length))
            {
                sequence.Apply(edit);
            }

            foreach (var edit in kept.Where(static edit => edit.OldText.Length > 0))
            {
                sequence.Keep(edit, edits);
            }

            current = ComposeFile.Read(file.Path, SourceText.From(string.Concat(sequence._pieces.Select(static piece => piece.Text))));
        }

        return sequence.ToEdits();
    }

    private void Apply(Edit edit)
    {
        var first = SplitAt(edit.Start);
        _pieces.RemoveRange(first, SplitAt(edit.Start + edit.OldText.Length) - first);
        _pieces.InsertRange(first, edit.NewText.Pieces.Select(static piece => new Piece(piece.Copy is null ? piece.Text : Copied, null, piece.Copy)));
    }

    /// <summary>Notes what must stay, where the file itself writes it.</summary>
    /// <param name="edit">An edit that changes nothing.</param>
    /// <param name="edits">Those that were made with it: what they write before it moves it.</param>
    private void Keep(Edit edit, ImmutableArray<Edit> edits)
    {
        var moved = edits.Where(other => other.Start < edit.Start).Sum(static other => LengthOf(other.NewText) - other.OldText.Length);
        var first = SplitAt(edit.Start + moved);
        if (SplitAt(edit.Start + moved + edit.OldText.Length) == first + 1 && _pieces[first].Start is { } start)
        {
            _unchanged[start] = edit.OldText;
        }
    }

    private static int LengthOf(EditText text) => text.Pieces.Sum(static piece => piece.Copy is null ? piece.Text.Length : Copied.Length);

    /// <summary>The index of the piece that begins at a place of the file so far.</summary>
    private int SplitAt(int position)
    {
        var i = 0;
        while (i < _pieces.Count && position >= _pieces[i].Text.Length)
        {
            position -= _pieces[i++].Text.Length;
        }

        if (position > 0)
        {
            var (text, start, copy) = _pieces[i];
            _pieces[i] = new Piece(text.Substring(0, position), start, copy);
            _pieces.Insert(++i, new Piece(text.Substring(position), start + position, copy));
        }

        return i;
    }

    private ImmutableArray<Edit> ToEdits()
    {
        var edits = _unchanged.Select(kept => Edit.Unchanged(_file.Path, kept.Key, kept.Value)).ToList();
        var (end, written) = (0, EditText.Empty);
        foreach (var piece in _pieces.Append(new Piece("", _file.Text.Length, null)))
        {
            if (piece.Start is not { } start)
            {
                written += piece.Copy is { } copy ? copy : piece.Text;
                continue;
            }

            if (start > end)
            {
                edits.Add(new Edit(end, _file.Text.ToString(TextSpan.FromBounds(end, start)), written, _file.Path));
            }
            else if (!written.Equals(EditText.Empty))
            {
                edits.Add(Edit.Insertion(_file.Path, _file.Text, end, written));
            }

            (end, written) = (start + piece.Text.Length, EditText.Empty);
        }

        return edits.Append(Edit.SameLength(_file.Path, _file.Text.Length)).ToImmutableArray();
    }

    /// <param name="Text">The characters.</param>
    /// <param name="Start">Where the file writes them; null for what is written.</param>
    /// <param name="Copy">What they stand for.</param>
    private readonly record struct Piece(string Text, int? Start, Copy? Copy);
}
