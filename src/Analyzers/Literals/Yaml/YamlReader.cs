using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>
/// Reads YAML 1.2 (https://yaml.org/spec/1.2.2, whose sections the comments of this folder name) and keeps the place of
/// every character. A file that is not YAML, such as one that is half typed, is read as well as it can be.
/// </summary>
internal static class YamlReader
{
    /// <summary>Reads all documents of a file (section 9). Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="text">The file as it is, byte order mark and line ends included: source positions count its characters.</param>
    public static YamlStream Read(string text)
    {
        var cursor = new YamlCursor(text);
        var blocks = new YamlBlocks(cursor);
        SkipPrefix(cursor);
        while (cursor.Position < text.Length)
        {
            if (cursor.AtEnd)
            {
                var isEndMarker = cursor.Current == '.';
                cursor.Position += 3;
                if (isEndMarker)
                {
                    cursor.ExpectLineEnd();
                    SkipPrefix(cursor);
                    continue;
                }
            }

            var root = blocks.ReadNode(parentLevel: -1, YamlSlot.Document);
            if (root is not YamlScalar { Span.Length: 0, Tag: null, Anchor: null })
            {
                cursor.Children.Add(root);
            }

            cursor.SkipToContent();
            if (!cursor.AtEnd)
            {
                cursor.AddProblem(cursor.Position, "the document has ended before this line");
                cursor.SkipDeeper(-1);
            }
        }

        return new YamlStream(ImmutableArray.Create(cursor.Children.TakeNodes(0)), cursor.ToProblems());
    }

    /// <summary>Moves over the directives (section 6.8) before a document. They change nothing that is kept of it.</summary>
    private static void SkipPrefix(YamlCursor cursor)
    {
        int? directive = null;
        cursor.SkipToContent();
        while (cursor.Current == '%' && cursor.Position == cursor.Line.Start)
        {
            directive = cursor.Position;
            cursor.SkipToLineEnd();
            cursor.SkipToContent();
        }

        if (directive is { } position && !(cursor.AtEnd && cursor.Current == '-'))
        {
            cursor.AddProblem(position, "no '---' follows the directive");
        }
    }
}
