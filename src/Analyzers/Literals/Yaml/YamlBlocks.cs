using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>
/// Block collections (section 8.2). A <em>level</em> is the number of columns left of a node; what belongs to a collection
/// at some level is deeper than that.
/// </summary>
internal sealed class YamlBlocks(YamlCursor cursor)
{
    /// <summary>As the level of a parent: no further line is deeper.</summary>
    public const int OneLine = int.MaxValue;

    private const string NoKey = "the line has no ': ' behind a key";

    private readonly YamlFlow _flow = new(cursor);

    /// <summary>Reads the node that begins behind an indicator. The cursor then stands behind the node or at the next line with content.</summary>
    /// <param name="parentLevel">The level of the collection that holds it; -1 for a root.</param>
    /// <param name="slot">What it is to that collection.</param>
    public YamlNode ReadNode(int parentLevel, YamlSlot slot)
    {
        var emptyAt = cursor.Position;
        cursor.SkipToContent();
        if (cursor.Line.HasTab)
        {
            SkipLinesBehindTabs(parentLevel);
        }

        if (IsOutside(parentLevel, slot))
        {
            return YamlFlow.Empty(emptyAt);
        }

        if (!cursor.TryEnter())
        {
            cursor.SkipToLineEnd();
            cursor.SkipDeeper(parentLevel);
            return YamlFlow.Empty(emptyAt);
        }

        var node = ReadProperNode(parentLevel, slot);
        cursor.Leave();
        return node;
    }

    private void SkipLinesBehindTabs(int parentLevel)
    {
        while (!cursor.AtEnd && cursor.FirstOnLine && cursor.Line.HasTab && cursor.Level <= parentLevel)
        {
            cursor.AddTabProblem(cursor.Position);
            cursor.SkipToLineEnd();
            cursor.SkipToContent();
        }
    }

    /// <summary>Reads a node that is there. Its own properties stand on a line above it, or on its line if it is no block collection.</summary>
    private YamlNode ReadProperNode(int parentLevel, YamlSlot slot)
    {
        var start = cursor.Position;
        var properties = YamlProperties.Read(cursor);
        return !properties.IsEmpty && cursor.AtLineEnd
            ? ReadBelow(properties, parentLevel, slot)
            : ReadBeside(properties, above: default, start, parentLevel, slot);
    }

    /// <summary>Reads a node from the end of the line above it, which holds properties of it.</summary>
    private YamlNode ReadBelow(YamlProperties above, int parentLevel, YamlSlot slot)
    {
        while (true)
        {
            var emptyAt = cursor.Position;
            cursor.SkipToContent();
            if (IsOutside(parentLevel, slot))
            {
                return above.ApplyTo(YamlFlow.Empty(emptyAt));
            }

            var start = cursor.Position;
            var properties = YamlProperties.Read(cursor);
            if (properties.IsEmpty || !cursor.AtLineEnd)
            {
                return ReadBeside(properties, above, start, parentLevel, slot);
            }

            above = above.Join(properties, cursor);
        }
    }

    /// <summary>Reads a node from behind the properties on its line, which begin at <paramref name="start"/>.</summary>
    private YamlNode ReadBeside(YamlProperties beside, YamlProperties above, int start, int parentLevel, YamlSlot slot)
    {
        var beginsLine = start == cursor.Line.TextStart;
        var level = beginsLine ? cursor.Line.Indentation : start - cursor.Line.Start;
        var mayNest = beginsLine || (slot is YamlSlot.Item or YamlSlot.Explicit);
        if (cursor.AtIndicator('-') || cursor.AtIndicator('?'))
        {
            if (mayNest && beside.IsEmpty)
            {
                return above.ApplyTo(ReadCollection(level, parentLevel));
            }

            cursor.AddProblem(cursor.Position, $"'{cursor.Current}' does not begin a line");
            cursor.SkipToLineEnd();
            cursor.SkipDeeper(parentLevel);
            return above.Join(beside, cursor).ApplyTo(YamlFlow.Empty(start));
        }

        if (cursor.Current is '|' or '>')
        {
            return above.Join(beside, cursor).ApplyTo(YamlBlockScalar.Read(cursor, parentLevel));
        }

        var lineStart = cursor.Line.Start;
        var node = _flow.ReadContent(parentLevel, inFlow: false);
        if (cursor.Position == node.Span.End || !cursor.FirstOnLine)
        {
            cursor.SkipBlanks();
            if (cursor.AtIndicator(':') && mayNest)
            {
                ReportKey(start, lineStart);
                return above.ApplyTo(ReadMapping(start, level, parentLevel, beside.ApplyTo(node)));
            }

            if (cursor.AtIndicator(':'))
            {
                cursor.AddProblem(cursor.Position, "the value has ': ' in it and no quotes");
                cursor.SkipToLineEnd();
            }

            cursor.ExpectLineEnd();
        }

        cursor.SkipToContent();
        if (beginsLine && !cursor.AtEnd && cursor.Level > parentLevel)
        {
            // More lines follow at this level, so what looked like a scalar is a line of a collection that is not typed to its end.
            cursor.AddProblem(start, NoKey);
            cursor.SkipDeeper(level);
            if (!cursor.AtEnd && cursor.Level == level)
            {
                return above.ApplyTo(ReadCollection(level, parentLevel));
            }
        }

        return above.Join(beside, cursor).ApplyTo(node);
    }

    private YamlNode ReadCollection(int level, int parentLevel)
    {
        if (cursor.IsAfterTab(cursor.Position))
        {
            cursor.AddTabProblem(cursor.Position);
        }

        return cursor.AtIndicator('-') ? ReadSequence(level, parentLevel) : ReadMapping(cursor.Position, level, parentLevel, firstKey: null);
    }

    private YamlSequence ReadSequence(int level, int parentLevel)
    {
        var start = cursor.Position;
        var end = start;
        var isAtParent = level == parentLevel;
        var first = cursor.Children.Count;
        do
        {
            if (cursor.AtIndicator('-'))
            {
                cursor.Position++;
                var item = ReadNode(level, YamlSlot.Item);
                cursor.Children.Add(item);
                end = item.Span.End;
            }
            else if (isAtParent)
            {
                break;
            }
            else
            {
                cursor.AddProblem(cursor.Position, "the line does not begin with '- ' as the list above it does");
                cursor.SkipToLineEnd();
                cursor.SkipDeeper(level);
            }
        }
        while (MoveToNextEntry(ref level, isAtParent ? level - 1 : parentLevel));

        return new YamlSequence(TextSpan.FromBounds(start, end), cursor.Children.TakeNodes(first));
    }

    /// <summary>Reads a mapping from its first entry on, or from the <c>:</c> behind a first key that is already read.</summary>
    private YamlMapping ReadMapping(int start, int level, int parentLevel, YamlNode? firstKey)
    {
        var end = start;
        var first = cursor.Children.Count;
        var next = firstKey is null ? ReadEntry(level) : ReadValue(firstKey, level, YamlSlot.Value);
        while (true)
        {
            if (next is { } entry)
            {
                cursor.Children.Add(entry);
                end = entry.Value.Span.End;
            }

            if (!MoveToNextEntry(ref level, parentLevel))
            {
                return new YamlMapping(TextSpan.FromBounds(start, end), cursor.Children.TakeEntries(first));
            }

            next = ReadEntry(level);
        }
    }

    /// <summary>Reads an entry of a mapping; null when the line is none and was skipped, with all that is deeper.</summary>
    private YamlEntry? ReadEntry(int level)
    {
        if (cursor.AtIndicator('?'))
        {
            return ReadExplicitEntry(level);
        }

        var (start, lineStart) = (cursor.Position, cursor.Line.Start);
        if (cursor.AtIndicator('-'))
        {
            cursor.AddProblem(start, "a list item stands where a key is expected");
            cursor.SkipToLineEnd();
            cursor.SkipDeeper(level);
            return null;
        }

        var properties = YamlProperties.Read(cursor);
        var key = _flow.ReadContent(OneLine, inFlow: false);
        cursor.SkipBlanks();
        if (!cursor.AtIndicator(':'))
        {
            cursor.AddProblem(start, NoKey);
            cursor.SkipDeeper(level);
            return null;
        }

        ReportKey(start, lineStart);
        return ReadValue(properties.ApplyTo(key), level, YamlSlot.Value);
    }

    private YamlEntry ReadExplicitEntry(int level)
    {
        cursor.Position++;
        var key = ReadNode(level, YamlSlot.Explicit);
        cursor.SkipToContent();
        return !cursor.AtEnd && cursor.Level == level && cursor.AtIndicator(':')
            ? ReadValue(key, level, YamlSlot.Explicit)
            : new YamlEntry(key, YamlFlow.Empty(key.Span.End));
    }

    private YamlEntry ReadValue(YamlNode key, int level, YamlSlot slot)
    {
        cursor.Position++;
        return new YamlEntry(key, ReadNode(level, slot));
    }

    /// <summary>Records what is wrong with an implicit key (section 7.4.2), from its <c>:</c>.</summary>
    private void ReportKey(int start, int lineStart)
    {
        if (cursor.Line.Start != lineStart)
        {
            cursor.AddProblem(start, "the key takes more than one line");
        }
        else if (start == cursor.Line.TextStart ? cursor.Line.HasTab : cursor.IsAfterTab(start))
        {
            cursor.AddTabProblem(start);
        }
    }

    /// <summary>
    /// Moves to the next entry of a collection; false where the collection ends. A line that is deeper than the entries
    /// is skipped. One that is less deep, but too deep for the parent, can only be meant as an entry: it sets the level.
    /// </summary>
    private bool MoveToNextEntry(ref int level, int parentLevel)
    {
        cursor.SkipToContent();
        var isBehindTab = cursor.FirstOnLine && cursor.Line.HasTab;
        var isExpected = cursor.Level == level || cursor.Level <= parentLevel || cursor.AtEnd;
        return isExpected && !isBehindTab ? cursor.Level > parentLevel && !cursor.AtEnd : MoveToUnexpectedEntry(ref level, parentLevel);
    }

    /// <summary>The same, where the next line is not one of those that right YAML has there.</summary>
    private bool MoveToUnexpectedEntry(ref int level, int parentLevel)
    {
        while (true)
        {
            cursor.SkipToContent();
            if (cursor.AtEnd)
            {
                return false;
            }

            if (cursor.FirstOnLine && cursor.Line.HasTab)
            {
                cursor.AddTabProblem(cursor.Position);
                cursor.SkipToLineEnd();
                continue;
            }

            if (cursor.Level <= parentLevel)
            {
                return false;
            }

            if (cursor.Level == level)
            {
                return true;
            }

            cursor.AddProblem(cursor.Position, "the indentation fits no line above");
            if (cursor.Level < level)
            {
                level = cursor.Level;
                return true;
            }

            cursor.SkipDeeper(level);
        }
    }

    private bool IsOutside(int parentLevel, YamlSlot slot)
    {
        if (cursor.AtEnd || !cursor.FirstOnLine)
        {
            return cursor.AtEnd;
        }

        // A list may stand at its key's column, and to libyaml a block scalar as well.
        var isAtParent = cursor.Level == parentLevel && (slot is YamlSlot.Value or YamlSlot.Explicit)
            && (cursor.AtIndicator('-') || (cursor.Current is '|' or '>'));
        return cursor.Level <= parentLevel && !isAtParent;
    }
}
