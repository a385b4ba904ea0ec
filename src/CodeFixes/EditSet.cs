using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.CodeFixes;

/// <summary>Edits of several findings, by file. All edits of a finding are taken, or none.</summary>
internal sealed class EditSet(Solution solution)
{
    private readonly Dictionary<string, FileEdits> _files = new(StringComparer.Ordinal);

    /// <summary>Takes the edits of one finding, which may reach into other files.</summary>
    /// <param name="document">The document that holds the finding.</param>
    /// <param name="location">The finding's place, from which its edits in that document count.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="cancellationToken">For the texts.</param>
    /// <returns>
    /// False when there are none, when a file or an old text is not there, or when one crosses an edit that was taken before: it waits
    /// for the next round.
    /// </returns>
    public async Task<bool> TryAddAsync(TextDocument document, Location location, ImmutableArray<Edit> edits, CancellationToken cancellationToken)
    {
        var taken = new List<(FileEdits File, List<TextChange> Changes)>();
        foreach (var group in edits.GroupBy(static edit => edit.Path))
        {
            var holder = group.Key is null ? document : FindDocument(group.Key);
            var known = taken.Select(static file => file.File).FirstOrDefault(file => holder is not null && KeyOf(file.Document) == KeyOf(holder));
            if (holder is null || (known ?? await FileOfAsync(holder, cancellationToken).ConfigureAwait(false)) is not { } file)
            {
                return false;
            }

            var written = new List<(Edit Edit, string NewText)>();
            foreach (var edit in group)
            {
                if (await CharactersOfAsync(edit.NewText, document, location, cancellationToken).ConfigureAwait(false) is not { } newText)
                {
                    return false;
                }

                written.Add((edit, newText));
            }

            if (file.TryRead(written, group.Key is null ? location.SourceSpan.Start : 0) is not { } changes)
            {
                return false;
            }

            taken.Add((file, changes));
        }

        foreach (var (file, changes) in taken)
        {
            file.Take(changes);
            _files[KeyOf(file.Document)] = file;
        }

        return taken.Count > 0;
    }

    /// <summary>The solution with the edits. A file that several projects hold is changed in each of them, or the last writer would win.</summary>
    public Task<Solution> ApplyAsync(CancellationToken cancellationToken)
    {
        var changed = solution;
        foreach (var file in _files.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var newText = file.Text.WithChanges(file.Changes);
            foreach (var id in TwinsOf(file.Document))
            {
                if (changed.ContainsDocument(id))
                {
                    changed = changed.WithDocumentText(id, newText);
                }
                else if (changed.ContainsAdditionalDocument(id))
                {
                    changed = changed.WithAdditionalDocumentText(id, newText);
                }
            }
        }

        return Task.FromResult(changed);
    }

    /// <summary>A file of the solution by its path: settings and Docker files are additional documents.</summary>
    private TextDocument? FindDocument(string path)
    {
        var ids = solution.GetDocumentIdsWithFilePath(path);
        return ids.Select(solution.GetAdditionalDocument).FirstOrDefault(static found => found is not null)
            ?? ids.Select(id => (TextDocument?)solution.GetDocument(id)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>What an edit writes, with the copies that are in it; null when one of them is not there any more.</summary>
    private async Task<string?> CharactersOfAsync(EditText text, TextDocument document, Location location, CancellationToken cancellationToken)
    {
        var copied = new Dictionary<Copy, string?>();
        foreach (var copy in text.Pieces.Select(static piece => piece.Copy).OfType<Copy>())
        {
            var holder = copy.Path is null ? document : FindDocument(copy.Path);
            var file = holder is null ? null : await FileOfAsync(holder, cancellationToken).ConfigureAwait(false);
            copied[copy] = file is null ? null : copy.ReadFrom(file.Text, copy.Start + (copy.Path is null ? location.SourceSpan.Start : 0));
        }

        return text.Resolve(copy => copied[copy]);
    }

    /// <summary>What is collected of a file; null when the projects that hold it do not hold the same text.</summary>
    private async Task<FileEdits?> FileOfAsync(TextDocument document, CancellationToken cancellationToken)
    {
        if (_files.TryGetValue(KeyOf(document), out var known))
        {
            return known;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in TwinsOf(document))
        {
            if ((solution.GetAdditionalDocument(id) ?? (TextDocument?)solution.GetDocument(id)) is { } twin
                && !text.ContentEquals(await twin.GetTextAsync(cancellationToken).ConfigureAwait(false)))
            {
                return null;
            }
        }

        return new FileEdits(document, text);
    }

    private ImmutableArray<DocumentId> TwinsOf(TextDocument document) =>
        document.FilePath is { } path && solution.GetDocumentIdsWithFilePath(path) is { IsEmpty: false } twins ? twins : ImmutableArray.Create(document.Id);

    private static string KeyOf(TextDocument document) => document.FilePath ?? document.Id.Id.ToString();

    private sealed class FileEdits(TextDocument document, SourceText text)
    {
        private int _longest;

        public TextDocument Document { get; } = document;

        public SourceText Text { get; } = text;

        public SortedSet<TextChange> Changes { get; } = new(Comparer<TextChange>.Create(static (left, right) =>
            left.Span.CompareTo(right.Span) is var bySpan && bySpan != 0 ? bySpan : string.CompareOrdinal(left.NewText, right.NewText)));

        /// <summary>
        /// Edits as changes of the text; null when an old text, or what is beside it, is not there, or an edit crosses one that was taken
        /// before.
        /// </summary>
        /// <param name="edits">The edits, and the characters that each writes.</param>
        /// <param name="origin">From where they count.</param>
        public List<TextChange>? TryRead(List<(Edit Edit, string NewText)> edits, int origin)
        {
            var changes = new List<TextChange>();
            foreach (var (edit, newText) in edits)
            {
                var start = origin + edit.Start;
                if (!edit.FitsInto(Text, start))
                {
                    return null;
                }

                var change = new TextChange(new TextSpan(start, edit.OldText.Length), newText);
                if (Crosses(change))
                {
                    return null;
                }

                changes.Add(change);
            }

            return changes;
        }

        public void Take(List<TextChange> changes)
        {
            Changes.UnionWith(changes);
            _longest = Math.Max(_longest, changes.Max(static change => change.Span.Length));
        }

        /// <summary>True when another edit of the same characters, or another insertion at the same place, was taken before.</summary>
        private bool Crosses(TextChange change)
        {
            // Only what begins near the change can reach it.
            var first = new TextChange(new TextSpan(Math.Max(0, change.Span.Start - _longest), 0), "");
            var last = new TextChange(new TextSpan(change.Span.End + 1, 0), "");
            foreach (var taken in Changes.GetViewBetween(first, last))
            {
                if (!taken.Equals(change) && taken.Span.IntersectsWith(change.Span)
                    && (taken.Span.OverlapsWith(change.Span) || taken.Span.Start == change.Span.Start))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
