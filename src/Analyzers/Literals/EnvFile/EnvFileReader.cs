using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.EnvFile;

/// <summary>
/// Reads <c>.env</c> files as Docker Compose does (compose-go 2.13, <c>dotenv/parser.go</c>) and keeps the place of every
/// character. Compose refuses a file as a whole for one wrong line; here the lines around it are read.
/// </summary>
internal static class EnvFileReader
{
    private const string Export = "export";

    /// <summary>Reads a file. Never throws on account of the text; the time is linear in its length.</summary>
    /// <param name="text">The file as it is, byte order mark and line ends included: source positions count its characters.</param>
    public static EnvStream Read(string text)
    {
        var cursor = new EnvCursor(text);
        var entries = ImmutableArray.CreateBuilder<EnvEntry>();
        while (cursor.MoveToEntry())
        {
            if (ReadEntry(cursor) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return new EnvStream(entries.ToImmutable(), cursor.ToProblems());
    }

    /// <summary>Reads an entry; null when there is none, and then the line is skipped.</summary>
    private static EnvEntry? ReadEntry(EnvCursor cursor)
    {
        SkipExport(cursor);
        var start = cursor.Position;
        if (!SkipKey(cursor))
        {
            return null;
        }

        var end = cursor.TrimEnd(start, cursor.Position);
        var space = cursor.Text.IndexOf(' ', start, end - start);
        if (space >= 0)
        {
            cursor.AddProblem(space, "a key has a space in it");
            cursor.SkipToLineEnd();
            return null;
        }

        var key = YamlScalar.PlainOf(cursor.Text, start, end);
        if (cursor.AtLineEnd)
        {
            return key.Span.IsEmpty ? null : new EnvEntry(key, null);
        }

        cursor.Position++;
        return new EnvEntry(key, EnvValue.Read(cursor));
    }

    private static void SkipExport(EnvCursor cursor)
    {
        var end = cursor.Position + Export.Length;
        if (string.CompareOrdinal(cursor.Text, cursor.Position, Export, 0, Export.Length) == 0
            && (end == cursor.Text.Length || (cursor.Text[end] is ' ' or '\t' or '\f' or '\r' or '\n')))
        {
            cursor.Position = end;
            cursor.SkipBlanks();
        }
    }

    /// <summary>
    /// Moves behind a key, to its <c>=</c> or <c>:</c> or to the line end; false, and the line is skipped, when a character cannot be in a key.
    /// </summary>
    private static bool SkipKey(EnvCursor cursor)
    {
        var text = cursor.Text;
        while (!cursor.AtLineEnd && text[cursor.Position] is not ('=' or ':'))
        {
            var position = cursor.Position;
            var isOfKey = EnvCursor.IsBlank(text[position]) || (text[position] is '_' or '.' or '-' or '[' or ']')
                || char.IsLetter(text, position) || char.IsNumber(text, position);
            if (!isOfKey)
            {
                cursor.AddProblem(position, "a key has a character in it that is no letter and no number");
                cursor.SkipToLineEnd();
                return false;
            }

            cursor.Position += char.IsSurrogatePair(text, position) ? 2 : 1;
        }

        return true;
    }
}
