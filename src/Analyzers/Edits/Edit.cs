using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>A change of one place in a file.</summary>
/// <param name="Start">
/// Where, in characters from the start of the diagnostic's location: an edit above moves both. In another file, from that file's start.
/// </param>
/// <param name="OldText">What must stand there, as it is written in the file; empty for an insertion.</param>
/// <param name="NewText">What is to stand there, escaped for that file.</param>
/// <param name="Path">Another file than the diagnostic's own; null for that.</param>
internal sealed record Edit(int Start, string OldText, EditText NewText, string? Path = null)
{
    /// <summary>What must stand before the place. In another file an insertion without neighbours has its place at the file's end only.</summary>
    public string Before { get; init; } = "";

    /// <summary>What must stand behind the place.</summary>
    public string Behind { get; init; } = "";

    /// <summary>An insertion into another file, with the characters beside it by which a stale one is noticed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="position">Where, from its start.</param>
    /// <param name="added">What is inserted.</param>
    public static Edit Insertion(string path, SourceText text, int position, EditText added)
    {
        // The blanks and line ends behind it are no longer the same when a line was added there meanwhile.
        var end = position;
        while (end < text.Length && text[end] is ' ' or '\r' or '\n')
        {
            end++;
        }

        // A letter may be a password's: it travels only where nothing else tells the place.
        var behind = end > position ? text.ToString(TextSpan.FromBounds(position, end)) : Copy.SignAt(text, position);
        var before = Copy.SignAt(text, position - 1);
        var isAlone = before.Length + behind.Length == 0 && position > 0 && position < text.Length;
        return new Edit(position, "", added, path) { Before = isAlone ? text[position - 1].ToString() : before, Behind = behind };
    }

    /// <summary>An edit of a place that stays as it is: what else is edited depends on it.</summary>
    public static Edit Unchanged(string path, int start, string text) => new(start, text, text, path);

    /// <summary>An edit that changes nothing of a file, and is not there when the file has grown or shrunk.</summary>
    public static Edit SameLength(string path, int length) => new(length, "", EditText.Empty, path);

    /// <summary>The same edit for a diagnostic in another file.</summary>
    /// <param name="path">The file that this one is in.</param>
    /// <param name="origin">From where it counts there.</param>
    public Edit InFile(string path, int origin) =>
        Path is null ? this with { Start = origin + Start, NewText = NewText.InFile(path, origin), Path = path } : this;

    /// <summary>True when what must stand at the place, and beside it, stands there.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">The place in it.</param>
    public bool FitsInto(SourceText text, int start) =>
        Copy.StandsAt(text, start, OldText) && Copy.StandsAt(text, start - Before.Length, Before) && Copy.StandsAt(text, start + OldText.Length, Behind)
        && (OldText.Length + Before.Length + Behind.Length > 0 || Path is null || start == text.Length);
}
