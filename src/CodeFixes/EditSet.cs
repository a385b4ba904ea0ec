using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.CodeFixes;

/// <summary>Edits of several findings, by file. All edits of a finding are taken, or none.</summary>
internal sealed class EditSet(Solution solution)
{
    private readonly Dictionary<string, FileEdits> _files = new(StringComparer.Ordinal);

    public bool IsEmpty => _files.Count == 0;

    /// <summary>Takes the edits of one finding.</summary>
    /// <param name="document">The document that holds the finding.</param>
    /// <param name="text">Its text.</param>
    /// <param name="location">The finding's place, from which its edits count.</param>
    /// <param name="edits">The edits.</param>
    /// <returns>False when there are none, when an old text is not there, or when one crosses an edit that was taken before: it waits for the next round.</returns>
    public bool TryAdd(TextDocument document, SourceText text, Location location, ImmutableArray<Edit> edits)
    {
        var file = _files.TryGetValue(KeyOf(document), out var known) ? known : new FileEdits(document, text);
        var changes = new List<TextChange>();
        foreach (var edit in edits)
        {
            var start = location.SourceSpan.Start + edit.Start;
            if (start < 0 || start + edit.OldText.Length > text.Length)
            {
                return false;
            }

            var change = new TextChange(new TextSpan(start, edit.OldText.Length), edit.NewText);
            if (text.ToString(change.Span) != edit.OldText || file.Crosses(change))
            {
                return false;
            }

            changes.Add(change);
        }

        if (changes.Count == 0)
        {
            return false;
        }

        file.Take(changes);
        _files[KeyOf(document)] = file;
        return true;
    }

    /// <summary>The solution with the edits. A file that several projects hold is changed in each of them, or the last writer would win.</summary>
    public Task<Solution> ApplyAsync(CancellationToken cancellationToken)
    {
        var changed = solution;
        foreach (var file in _files.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var newText = file.Text.WithChanges(file.Changes);
            var twins = file.Document.FilePath is { } path ? solution.GetDocumentIdsWithFilePath(path) : ImmutableArray.Create(file.Document.Id);
            foreach (var id in twins.IsEmpty ? ImmutableArray.Create(file.Document.Id) : twins)
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

    private static string KeyOf(TextDocument document) => document.FilePath ?? document.Id.Id.ToString();

    private sealed class FileEdits(TextDocument document, SourceText text)
    {
        private int _longest;

        public TextDocument Document { get; } = document;

        public SourceText Text { get; } = text;

        public SortedSet<TextChange> Changes { get; } = new(Comparer<TextChange>.Create(static (left, right) =>
            left.Span.CompareTo(right.Span) is var bySpan && bySpan != 0 ? bySpan : string.CompareOrdinal(left.NewText, right.NewText)));

        public void Take(List<TextChange> changes)
        {
            Changes.UnionWith(changes);
            _longest = Math.Max(_longest, changes.Max(static change => change.Span.Length));
        }

        /// <summary>True when another edit of the same characters, or another insertion at the same place, was taken before.</summary>
        public bool Crosses(TextChange change)
        {
            // Only what begins near the change can reach it.
            var first = new TextChange(new TextSpan(Math.Max(0, change.Span.Start - _longest), 0), "");
            var last = new TextChange(new TextSpan(change.Span.End + 1, 0), "");
            foreach (var taken in Changes.GetViewBetween(first, last))
            {
                if (!taken.Equals(change) && taken.Span.IntersectsWith(change.Span) && (taken.Span.OverlapsWith(change.Span) || taken.Span.Start == change.Span.Start))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
