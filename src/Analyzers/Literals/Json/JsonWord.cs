using DockerConnectionStrings.Analyzers.Literals.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>What stands without quotes: a number, <c>true</c>, <c>false</c>, <c>null</c>, or what is no JSON.</summary>
internal static class JsonWord
{
    /// <summary>Reads the word at the cursor, which is at least one character.</summary>
    public static YamlScalar Read(JsonCursor cursor)
    {
        var start = cursor.Position;
        do
        {
            cursor.Position++;
        }
        while (!cursor.AtEnd && !IsEnd(cursor));

        return new YamlScalar(TextSpan.FromBounds(start, cursor.Position), DecodedText.Verbatim(cursor.Text.Substring(start, cursor.Position - start), start),
            YamlScalarStyle.Plain);
    }

    /// <summary>True for a number and for the three names (RFC 8259, sections 3 and 6).</summary>
    public static bool IsValue(string word)
    {
        if (word is "true" or "false" or "null")
        {
            return true;
        }

        var position = word.Length > 0 && word[0] == '-' ? 1 : 0;
        var hasLeadingZero = position + 1 < word.Length && word[position] == '0' && IsDigit(word[position + 1]);
        if (hasLeadingZero || !SkipDigits(word, ref position))
        {
            return false;
        }

        if (position < word.Length && word[position] == '.')
        {
            position++;
            if (!SkipDigits(word, ref position))
            {
                return false;
            }
        }

        if (position < word.Length && (word[position] is 'e' or 'E'))
        {
            position++;
            position += position < word.Length && (word[position] is '+' or '-') ? 1 : 0;
            if (!SkipDigits(word, ref position))
            {
                return false;
            }
        }

        return position == word.Length;
    }

    private static bool IsEnd(JsonCursor cursor) =>
        (cursor.Current is ' ' or '\t' or '\r' or '\n' or ',' or ':' or '[' or ']' or '{' or '}' or '"') || cursor.IsComment(cursor.Position);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool SkipDigits(string word, ref int position)
    {
        var start = position;
        while (position < word.Length && IsDigit(word[position]))
        {
            position++;
        }

        return position > start;
    }
}
