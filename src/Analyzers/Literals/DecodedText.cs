using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>
/// The value that a text has at run time, and the place in the file of each of its characters.
/// A literal without escapes is one run, so its map costs one array entry, and nothing before somebody asks for it.
/// </summary>
/// <remarks>
/// Two coordinates: a <em>value index</em> counts characters of <see cref="Value"/>; a <em>source position</em> counts
/// characters of the file. The runs abut in value coordinates and cover the whole value.
/// </remarks>
internal sealed class DecodedText
{
    /// <summary>Stands in <see cref="Value"/> for an expression whose value is not known.</summary>
    public const char HoleCharacter = '\uFFFC';

    private readonly int _sourceStart;
    private Run[]? _runs;

    private DecodedText(string value, int sourceStart, Run[]? runs)
    {
        Value = value;
        _sourceStart = sourceStart;
        _runs = runs;
    }

    /// <summary>The decoded characters; one <see cref="HoleCharacter"/> for each hole.</summary>
    public string Value { get; }

    /// <summary>The runs, in the order of the value.</summary>
    public IReadOnlyList<Run> Runs => AllRuns;

    /// <summary>True when some expression in the text has no known value.</summary>
    public bool HasHoles
    {
        get
        {
            foreach (var run in AllRuns)
            {
                if (run.Kind == RunKind.Hole)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private Run[] AllRuns => _runs ??= Value.Length == 0 ? [] : [new Run(0, Value.Length, _sourceStart, Value.Length, RunKind.Identity)];

    /// <summary>A text that is written as it reads.</summary>
    /// <param name="value">The characters.</param>
    /// <param name="sourceStart">Source position of the first one.</param>
    public static DecodedText Verbatim(string value, int sourceStart) =>
        new(value, sourceStart, runs: null);

    /// <summary>A text whose characters are written nowhere: it is only read.</summary>
    /// <param name="value">The characters; each <see cref="HoleCharacter"/> is a hole.</param>
    /// <param name="sourceStart">Source position of what stands for it.</param>
    /// <param name="sourceLength">Number of its characters.</param>
    public static DecodedText Computed(string value, int sourceStart, int sourceLength)
    {
        var builder = new Builder();
        builder.AddComputed(value, sourceStart, sourceLength);
        return builder.ToDecodedText();
    }

    /// <summary>The run of a character; null behind the last one.</summary>
    public Run? RunAt(int at) => at >= 0 && IndexOfRun(at) is var index && index < AllRuns.Length ? AllRuns[index] : null;

    /// <summary>A part of the text, with its places.</summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters.</param>
    public DecodedText Slice(int start, int length)
    {
        if (start == 0 && length == Value.Length)
        {
            return this;
        }

        if (_runs is null)
        {
            return Verbatim(Value.Substring(start, length), _sourceStart + start);
        }

        var builder = new Builder();
        builder.AddRange(this, start, length);
        return builder.ToDecodedText();
    }

    /// <summary>A text that was read out of the value of another one, over the file of that one.</summary>
    /// <param name="outer">The text whose value indices are the source positions of this one.</param>
    public DecodedText Over(DecodedText outer)
    {
        var builder = new Builder();
        foreach (var run in AllRuns)
        {
            if (run.Kind == RunKind.Identity)
            {
                builder.AddRange(outer, run.SourceStart, run.SourceLength);
            }
            else
            {
                builder.AddEscape(Value.Substring(run.ValueStart, run.ValueLength), outer, run.SourceStart, run.SourceLength);
            }
        }

        return builder.ToDecodedText();
    }

    /// <summary>The index of the first run that ends behind a value index; the number of runs when none does.</summary>
    private int IndexOfRun(int at)
    {
        var runs = AllRuns;
        var (low, high) = (0, runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].ValueEnd > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>True when a hole lies in the range. Value coordinates.</summary>
    public bool HasHole(int start, int length) => Has(RunKind.Hole, start, length);

    /// <summary>True when characters of the range are written in such a way. Value coordinates.</summary>
    public bool Has(RunKind kind, int start, int length)
    {
        foreach (var run in AllRuns)
        {
            if (run.Kind == kind && run.ValueStart < start + length && run.ValueEnd > start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where a range of the value may be rewritten: every character of it is written out in one piece of one literal.
    /// </summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters, at least one.</param>
    /// <returns>
    /// A span in source positions, or null when the range has a hole, a constant or a seam between two literals in it, or
    /// when the escape before it would swallow what is written there.
    /// </returns>
    public TextSpan? EditableSpan(int start, int length)
    {
        int? sourceStart = null;
        var sourceEnd = 0;
        foreach (var run in AllRuns)
        {
            if (run.ValueEnd <= start)
            {
                if (run.Kind == RunKind.OpenEscape && run.ValueEnd == start)
                {
                    return null;
                }

                continue;
            }

            if (run.ValueStart >= start + length)
            {
                break;
            }

            if ((run.Kind is RunKind.Constant or RunKind.Hole) || (sourceStart is not null && run.SourceStart != sourceEnd))
            {
                return null;
            }

            // An escape that stands for two characters (a surrogate pair) is never cut in two.
            if (!run.IsWrittenAsItReads && (run.ValueStart < start || run.ValueEnd > start + length))
            {
                return null;
            }

            sourceStart ??= run.SourceStart + (run.IsWrittenAsItReads ? Math.Max(0, start - run.ValueStart) : 0);
            sourceEnd = run.IsWrittenAsItReads ? run.SourceStart + Math.Min(run.ValueLength, start + length - run.ValueStart) : run.SourceEnd;
        }

        return sourceStart is { } from && length > 0 && start + length <= Value.Length ? TextSpan.FromBounds(from, sourceEnd) : null;
    }

    /// <summary>Where characters may be inserted: behind the character before a place, or else before the one behind it.</summary>
    /// <param name="at">Value index.</param>
    /// <returns>A source position, or null when neither character is written in a literal of the text itself.</returns>
    public int? InsertionPlace(int at)
    {
        foreach (var run in AllRuns)
        {
            if (run.IsOfTheTextItself && run.ValueStart < at && run.ValueEnd >= at)
            {
                return run.Kind == RunKind.Identity ? run.SourceStart + at - run.ValueStart : run.ValueEnd == at ? run.SourceEnd : null;
            }

            if (run.IsOfTheTextItself && run.ValueStart == at)
            {
                return run.SourceStart;
            }
        }

        return null;
    }

    /// <summary>Where a character is written, in a literal of the text itself.</summary>
    /// <param name="at">Value index.</param>
    /// <returns>A source position, or null.</returns>
    public int? PlaceOf(int at)
    {
        foreach (var run in AllRuns)
        {
            if (run.IsOfTheTextItself && run.ValueStart <= at && run.ValueEnd > at)
            {
                return run.Kind == RunKind.Identity ? run.SourceStart + at - run.ValueStart : run.ValueStart == at ? run.SourceStart : null;
            }
        }

        return null;
    }

    /// <summary>Where a range of the value is to be shown, seams, holes and constants included.</summary>
    /// <param name="start">Value index.</param>
    /// <param name="length">Number of value characters.</param>
    /// <returns>
    /// The smallest span, in source positions, that covers the range; for a range without characters the place behind the character
    /// before it, else before the one behind it.
    /// </returns>
    public TextSpan ShownSpan(int start, int length)
    {
        if (_runs is null)
        {
            return new TextSpan(_sourceStart + start, length);
        }

        var runs = _runs;
        if (length == 0)
        {
            var place = runs.Length == 0 ? _sourceStart : start > 0 ? ShownSpan(start - 1, 1).End : runs[0].SourceStart;
            return new TextSpan(place, 0);
        }

        var (from, to) = (int.MaxValue, 0);
        for (var i = IndexOfRun(start); i < runs.Length && runs[i].ValueStart < start + length; i++)
        {
            var run = runs[i];
            var identity = run.IsWrittenAsItReads;
            from = Math.Min(from, run.SourceStart + (identity ? Math.Max(0, start - run.ValueStart) : 0));
            to = Math.Max(to, identity ? run.SourceStart + Math.Min(run.ValueLength, start + length - run.ValueStart) : run.SourceEnd);
        }

        return TextSpan.FromBounds(Math.Min(from, to), to);
    }

    /// <summary>The text with a range that is only read.</summary>
    public DecodedText WithConstant(int start, int length)
    {
        var builder = new Builder();
        builder.AddRange(this, 0, start);
        var place = ShownSpan(start, length);
        builder.AddConstant(Value.Substring(start, length), place.Start, place.Length);
        builder.AddRange(this, start + length, Value.Length - start - length);
        return builder.ToDecodedText();
    }

    /// <summary>The text as another file sees it that holds a part of it: all but what is borrowed from there is only read.</summary>
    /// <param name="sourceStart">The place in that file for what is not written there.</param>
    /// <param name="sourceLength">Number of its characters.</param>
    public DecodedText SeenFrom(int sourceStart, int sourceLength)
    {
        var builder = new Builder();
        foreach (var run in AllRuns)
        {
            var value = Value.Substring(run.ValueStart, run.ValueLength);
            if (run.Kind is RunKind.Borrowed or RunKind.Fallback)
            {
                builder.AddBorrowed(value, run.SourceStart, run.Kind);
            }
            else if (run.Kind == RunKind.Hole)
            {
                builder.AddHole(sourceStart, sourceLength);
            }
            else
            {
                builder.AddConstant(value, sourceStart, sourceLength);
            }
        }

        return builder.ToDecodedText();
    }

    /// <summary>Joins characters, in the order of the value, to a <see cref="DecodedText"/>.</summary>
    internal sealed class Builder
    {
        private readonly StringBuilder _value = new();
        private Run[] _runs = new Run[4];
        private int _runCount;

        public int Length => _value.Length;

        /// <summary>Where the run of a character is written; -1 behind the last one.</summary>
        public int SourceStartAt(int valueIndex)
        {
            for (var i = _runCount - 1; i >= 0; i--)
            {
                if (_runs[i].ValueStart <= valueIndex)
                {
                    return _runs[i].ValueEnd > valueIndex ? _runs[i].SourceStart : -1;
                }
            }

            return -1;
        }

        /// <summary>Characters that are written as they read.</summary>
        public void AddIdentity(string text, int textStart, int length, int sourceStart)
        {
            if (length == 0)
            {
                return;
            }

            var valueStart = _value.Length;
            _value.Append(text, textStart, length);
            if (_runCount > 0 && _runs[_runCount - 1] is { Kind: RunKind.Identity } last && last.SourceEnd == sourceStart)
            {
                _runs[_runCount - 1] = last with { ValueLength = last.ValueLength + length, SourceLength = last.SourceLength + length };
                return;
            }

            Add(new Run(valueStart, length, sourceStart, length, RunKind.Identity));
        }

        /// <summary>Characters that are written otherwise: an escape, a doubled quote, a folded line end.</summary>
        public void AddEscape(string decoded, int sourceStart, int sourceLength) => Add(decoded, sourceStart, sourceLength, RunKind.Escape);

        /// <summary>Characters that a range of another text stands for: an escape when that one may be edited, else they are only read.</summary>
        public void AddEscape(string decoded, DecodedText text, int start, int length)
        {
            var source = text.EditableSpan(start, length);
            var shown = source ?? text.ShownSpan(start, length);
            Add(decoded, shown.Start, shown.Length, source is null ? RunKind.Constant : RunKind.Escape);
        }

        /// <summary>An escape that would take a hexadecimal digit behind it for its own.</summary>
        public void AddOpenEscape(string decoded, int sourceStart, int sourceLength) => Add(decoded, sourceStart, sourceLength, RunKind.OpenEscape);

        /// <summary>A known value whose characters are written elsewhere; the place is that of the expression.</summary>
        public void AddConstant(string value, int sourceStart, int sourceLength) => Add(value, sourceStart, sourceLength, RunKind.Constant);

        /// <summary>Characters that are written as they read, in a literal that only this text uses.</summary>
        /// <param name="kind"><see cref="RunKind.Borrowed"/> or <see cref="RunKind.Fallback"/>.</param>
        public void AddBorrowed(string text, int sourceStart, RunKind kind) => Add(text, sourceStart, text.Length, kind);

        /// <summary>A part of another text, with its places.</summary>
        public void AddRange(DecodedText text, int start, int length)
        {
            if (text._runs is not { } runs)
            {
                AddIdentity(text.Value, start, length, text._sourceStart + start);
                return;
            }

            for (var i = text.IndexOfRun(start); i < runs.Length && runs[i].ValueStart < start + length; i++)
            {
                var run = runs[i];
                var from = Math.Max(start, run.ValueStart);
                var to = Math.Min(start + length, run.ValueEnd);
                if (run.Kind == RunKind.Identity)
                {
                    AddIdentity(text.Value, from, to - from, run.SourceStart + from - run.ValueStart);
                }
                else
                {
                    var isCut = to - from < run.ValueLength && !run.IsWrittenAsItReads;
                    var sourceStart = run.SourceStart + (run.IsWrittenAsItReads ? from - run.ValueStart : 0);
                    var sourceLength = run.IsWrittenAsItReads ? to - from : run.SourceLength;
                    Add(text.Value.Substring(from, to - from), sourceStart, sourceLength, isCut ? RunKind.Constant : run.Kind);
                }
            }
        }

        /// <summary>A text that counts only where something else is missing: the default of a variable.</summary>
        public void AddFallback(DecodedText text)
        {
            foreach (var run in text.AllRuns)
            {
                var kind = run.Kind switch { RunKind.Identity => RunKind.Fallback, RunKind.Escape or RunKind.OpenEscape => RunKind.Constant, var own => own };
                Add(text.Value.Substring(run.ValueStart, run.ValueLength), run.SourceStart, run.SourceLength, kind);
            }
        }

        /// <summary>A value that is written nowhere, and holes.</summary>
        /// <param name="value">The characters; each <see cref="HoleCharacter"/> is a hole.</param>
        /// <param name="sourceStart">Source position of what stands for it.</param>
        /// <param name="sourceLength">Number of its characters.</param>
        public void AddComputed(string value, int sourceStart, int sourceLength)
        {
            for (var start = 0; start < value.Length;)
            {
                var hole = value.IndexOf(HoleCharacter, start);
                var end = hole < 0 ? value.Length : hole;
                AddConstant(value.Substring(start, end - start), sourceStart, sourceLength);
                if (hole >= 0)
                {
                    AddHole(sourceStart, sourceLength);
                }

                start = end + 1;
            }
        }

        /// <summary>An expression whose value is not known.</summary>
        public void AddHole(int sourceStart, int sourceLength) => Add(HoleCharacter.ToString(), sourceStart, sourceLength, RunKind.Hole);

        public DecodedText ToDecodedText() => new(_value.ToString(), 0, Copy(_runCount));

        private void Add(string value, int sourceStart, int sourceLength, RunKind kind)
        {
            if (value.Length == 0)
            {
                return;
            }

            Add(new Run(_value.Length, value.Length, sourceStart, sourceLength, kind));
            _value.Append(value);
        }

        private void Add(Run run)
        {
            if (_runCount == _runs.Length)
            {
                _runs = Copy(2 * _runCount);
            }

            _runs[_runCount++] = run;
        }

        /// <summary>The runs in an array of their own. A generic copy would be compiled for this struct when it is first used.</summary>
        private Run[] Copy(int length)
        {
            var runs = new Run[length];
            Array.Copy(_runs, runs, _runCount);
            return runs;
        }
    }
}
