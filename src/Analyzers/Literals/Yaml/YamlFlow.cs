using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>Nodes that may stand inside of a line: aliases, quoted and plain scalars, and flow collections (section 7).</summary>
internal sealed class YamlFlow(YamlCursor cursor)
{
    /// <summary>The node that stands where none is written.</summary>
    public static YamlScalar Empty(int position) => new(new TextSpan(position, 0), DecodedText.Verbatim("", position), YamlScalarStyle.Plain);

    /// <summary>
    /// Reads a node without its properties. A node that is not closed ends before the first line that is not deeper than
    /// its parent; the cursor then stands beyond the node's end.
    /// </summary>
    /// <param name="parentLevel">The level of the block collection that holds the node.</param>
    /// <param name="inFlow">True inside of brackets.</param>
    public YamlNode ReadContent(int parentLevel, bool inFlow) => cursor.Current switch
    {
        '"' or '\'' or '[' or '{' => inFlow ? ReadClosed(parentLevel) : ReadClosedAnywhere(parentLevel),
        '*' => ReadAlias(),
        ':' when cursor.EndsIndicator(cursor.Position + 1, inFlow) => Empty(cursor.Position),
        _ when cursor.AtLineEnd => Empty(cursor.Position),
        _ => YamlPlain.Read(cursor, parentLevel, inFlow),
    };

    private YamlNode ReadClosed(int parentLevel) => cursor.Current is '[' or '{' ? ReadCollection(parentLevel) : YamlQuoted.Read(cursor, parentLevel);

    /// <summary>
    /// Reads a node that a quote or a bracket closes. Where it does not hold as section 7.4 has it, its lines may stand left of its
    /// parent: to libyaml, and so to Compose (go-yaml), indentation says nothing there. Only if it closes without another mistake,
    /// and its line ends there: else it is one that is not typed to its end.
    /// </summary>
    private YamlNode ReadClosedAnywhere(int parentLevel)
    {
        var (position, line, children, problems) = (cursor.Position, cursor.Line, cursor.Children.Count, cursor.Problems);
        var node = ReadClosed(parentLevel);
        if (cursor.Problems == problems || (parentLevel is < 0 or YamlBlocks.OneLine) || !cursor.MayReturn())
        {
            return node;
        }

        cursor.Return(position, line, children, problems);
        node = ReadClosed(parentLevel: -1);
        if (cursor.Problems == problems && cursor.Position == node.Span.End && cursor.IsEndOfLine())
        {
            return node;
        }

        cursor.Return(position, line, children, problems);
        return ReadClosed(parentLevel);
    }

    private YamlAlias ReadAlias()
    {
        var start = cursor.Position;
        var name = YamlProperties.ReadName(cursor);
        return new YamlAlias(TextSpan.FromBounds(start, cursor.Position), name);
    }

    private YamlNode ReadCollection(int parentLevel)
    {
        var isMapping = cursor.Current == '{';
        var first = cursor.Children.Count;
        var span = cursor.TryEnter() ? ReadEntries(parentLevel, isMapping) : SkipNested(parentLevel);
        return isMapping ? new YamlMapping(span, cursor.Children.TakeEntries(first)) : new YamlSequence(span, cursor.Children.TakeNodes(first));
    }

    private TextSpan ReadEntries(int parentLevel, bool isMapping)
    {
        var start = cursor.Position++;
        var end = cursor.Position;
        while (MoveToContent(parentLevel) && cursor.Current is not (']' or '}'))
        {
            if (cursor.Current == ',')
            {
                cursor.AddProblem(cursor.Position++, "nothing stands before the ','");
                continue;
            }

            var entryStart = cursor.Position;
            var entry = ReadEntry(parentLevel, out var isPair);
            end = entry.Value.Span.End;
            if (isMapping)
            {
                cursor.Children.Add(entry);
            }
            else
            {
                cursor.Children.Add(isPair ? new YamlMapping(TextSpan.FromBounds(entryStart, end), [entry]) : entry.Key);
            }

            if (!MoveToContent(parentLevel))
            {
                break;
            }

            if (cursor.Current == ',')
            {
                cursor.Position++;
            }
            else if (cursor.Current is not (']' or '}'))
            {
                cursor.AddProblem(cursor.Position, "no ',' stands between two values");
            }
        }

        cursor.Leave();
        if (cursor.Current == (isMapping ? '}' : ']'))
        {
            end = ++cursor.Position;
        }
        else
        {
            cursor.AddProblem(start, $"the '{cursor.Text[start]}' is not closed");
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Reads an entry of a mapping, or an item of a sequence, which is a pair when it has a <c>:</c>, and else the key of what is returned.</summary>
    private YamlEntry ReadEntry(int parentLevel, out bool isPair)
    {
        isPair = cursor.AtIndicator('?');
        if (isPair)
        {
            cursor.Position++;
        }

        var key = ReadNode(parentLevel);
        var isClosed = key is YamlMapping or YamlSequence or YamlScalar { Style: not YamlScalarStyle.Plain };
        if (!MoveToContent(parentLevel) || cursor.Current != ':' || !(isClosed || cursor.EndsIndicator(cursor.Position + 1, inFlow: true)))
        {
            return new YamlEntry(key, Empty(key.Span.End));
        }

        isPair = true;
        cursor.Position++;
        return new YamlEntry(key, ReadNode(parentLevel));
    }

    private YamlNode ReadNode(int parentLevel)
    {
        var properties = default(YamlProperties);
        var emptyAt = cursor.Position;
        while (MoveToContent(parentLevel) && (cursor.Current is '!' or '&'))
        {
            properties = properties.Join(YamlProperties.Read(cursor), cursor);
            emptyAt = cursor.Position;
        }

        var isEmpty = !MoveToContent(parentLevel) || (cursor.Current is ',' or ']' or '}');
        return properties.ApplyTo(isEmpty ? Empty(emptyAt) : ReadContent(parentLevel, inFlow: true));
    }

    /// <summary>Moves over a collection that is too deep by counting brackets.</summary>
    private TextSpan SkipNested(int parentLevel)
    {
        var start = cursor.Position;
        var open = 0;
        do
        {
            open += cursor.Current is '[' or '{' ? 1 : cursor.Current is ']' or '}' ? -1 : 0;
            cursor.Position++;
        }
        while (open > 0 && MoveToContent(parentLevel));

        return TextSpan.FromBounds(start, cursor.Position);
    }

    /// <summary>
    /// Moves to the next character that means something; false where the collection ends without a bracket. A bracket
    /// that closes may stand at the parent's level: section 7.4 wants it deeper, but no reader does, and files are written so.
    /// </summary>
    private bool MoveToContent(int parentLevel)
    {
        var from = cursor.Position;
        cursor.SkipToContent();
        if (cursor.AtEnd)
        {
            return false;
        }

        if (!cursor.FirstOnLine || cursor.Line.Indentation > parentLevel || (cursor.Current is ']' or '}'))
        {
            return true;
        }

        if (cursor.Line.HasTab && cursor.Position > from)
        {
            cursor.AddTabProblem(cursor.Position);
        }

        return cursor.Line.HasTab;
    }
}
