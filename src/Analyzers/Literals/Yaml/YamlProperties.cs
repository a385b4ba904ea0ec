namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>The tag and the anchor of a node (section 6.9), as <see cref="YamlNode"/> keeps them.</summary>
internal readonly struct YamlProperties(string? tag, string? anchor)
{
    public readonly string? Tag = tag;

    public readonly string? Anchor = anchor;

    public bool IsEmpty => Tag is null && Anchor is null;

    /// <summary>Reads what there is on this line, and the blanks behind it.</summary>
    public static YamlProperties Read(YamlCursor cursor) => cursor.Current is '!' or '&' ? ReadAll(cursor) : default;

    /// <summary>Reads an anchor or an alias.</summary>
    /// <returns>Its name, without the indicator.</returns>
    public static string ReadName(YamlCursor cursor)
    {
        var start = ++cursor.Position;
        SkipName(cursor);
        if (cursor.Position == start)
        {
            cursor.AddProblem(start - 1, "an anchor or an alias has no name");
        }

        return cursor.Text.Substring(start, cursor.Position - start);
    }

    /// <summary>These properties and those of a line further down, for one node.</summary>
    public YamlProperties Join(YamlProperties other, YamlCursor cursor)
    {
        if ((Tag is not null && other.Tag is not null) || (Anchor is not null && other.Anchor is not null))
        {
            cursor.AddProblem(cursor.Position, "a value has two tags or two anchors");
        }

        return new(other.Tag ?? Tag, other.Anchor ?? Anchor);
    }

    /// <summary>A node with these properties instead of none; an alias has none.</summary>
    public YamlNode ApplyTo(YamlNode node) => IsEmpty || node is YamlAlias ? node : node.With(this);

    private static YamlProperties ReadAll(YamlCursor cursor)
    {
        var properties = default(YamlProperties);
        while (cursor.Current is '!' or '&')
        {
            properties = properties.Join(cursor.Current == '!' ? new(ReadTag(cursor), null) : new(null, ReadName(cursor)), cursor);
            cursor.SkipBlanks();
        }

        if (!properties.IsEmpty && cursor.Current == '*')
        {
            cursor.AddProblem(cursor.Position, "an alias has a tag or an anchor");
        }

        return properties;
    }

    private static string ReadTag(YamlCursor cursor)
    {
        var start = cursor.Position++;
        if (cursor.Current == '<')
        {
            while (cursor.Current != '>' && !cursor.EndsIndicator(cursor.Position, inFlow: false))
            {
                cursor.Position++;
            }
        }

        SkipName(cursor);
        return cursor.Text.Substring(start, cursor.Position - start);
    }

    private static void SkipName(YamlCursor cursor)
    {
        while (!cursor.EndsIndicator(cursor.Position, inFlow: true))
        {
            cursor.Position++;
        }
    }
}
