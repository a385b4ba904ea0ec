using System.Collections.Immutable;
using System.Text;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>
/// Reads <c>key=value;</c> pairs as <c>System.Data.Common.DbConnectionStringBuilder</c> does, which the drivers build on:
/// what it refuses, this refuses too.
/// </summary>
internal static class KeyValueReader
{
    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; a hole counts as one character of a key or value.</param>
    /// <returns>The pairs, or null when the text is none of this grammar.</returns>
    public static KeyValueText? Read(DecodedText text)
    {
        var value = text.Value;
        var pairs = ImmutableArray.CreateBuilder<KeyValue>();
        var hasUnknownPart = false;
        var i = 0;
        while (true)
        {
            while (i < value.Length && (value[i] == ';' || char.IsWhiteSpace(value[i])))
            {
                i++;
            }

            if (i == value.Length)
            {
                return new KeyValueText(pairs.ToImmutable(), hasUnknownPart);
            }

            if (SkipUnknownPart(text, i) is var next && next > i)
            {
                hasUnknownPart = true;
                i = next;
                continue;
            }

            var keyStart = i;
            if (!TryReadKey(value, ref i, out var key))
            {
                return null;
            }

            // A key with a hole in it may be any.
            hasUnknownPart |= text.HasHole(keyStart, i - keyStart);
            if (!TryReadValue(value, ref i, key, out var pair))
            {
                return null;
            }

            // White space but blanks stands around a key, not in it; an option that is taken back is not looked at.
            if ((pair.Value.Length > 0 || value[pair.End - 1] is '\'' or '"') && key.Any(char.IsControl))
            {
                return null;
            }

            pairs.Add(pair);
        }
    }

    /// <summary>Behind a part that is nothing but holes and white space; else <paramref name="start"/>.</summary>
    private static int SkipUnknownPart(DecodedText text, int start)
    {
        var value = text.Value;
        var i = start;
        while (i < value.Length && value[i] != ';')
        {
            if (!char.IsWhiteSpace(value[i]) && !(value[i] == DecodedText.HoleCharacter && text.HasHole(i, 1)))
            {
                return start;
            }

            i++;
        }

        return i;
    }

    private static bool TryReadKey(string value, ref int i, out string key)
    {
        key = "";
        var start = i;
        StringBuilder? unescaped = null;
        while (i < value.Length)
        {
            var c = value[i];
            if (c == '=')
            {
                if (i + 1 >= value.Length || value[i + 1] != '=')
                {
                    break;
                }

                // A doubled sign is a sign of the key.
                (unescaped ??= new StringBuilder()).Append(value, start, i + 1 - start);
                i += 2;
                start = i;
                continue;
            }

            if (char.IsControl(c) && !char.IsWhiteSpace(c))
            {
                return false;
            }

            i++;
        }

        if (i >= value.Length)
        {
            return false;
        }

        var tail = value.Substring(start, i - start);
        key = (unescaped is null ? tail : unescaped.Append(tail).ToString()).TrimEnd();
        i++;
        return key.Length > 0;
    }

    private static bool TryReadValue(string value, ref int i, string key, out KeyValue pair)
    {
        while (i < value.Length && char.IsWhiteSpace(value[i]))
        {
            i++;
        }

        return i < value.Length && value[i] is '\'' or '"'
            ? TryReadQuoted(value, ref i, key, out pair)
            : TryReadUnquoted(value, ref i, key, out pair);
    }

    private static bool TryReadUnquoted(string value, ref int i, string key, out KeyValue pair)
    {
        pair = default;
        var start = i;
        while (i < value.Length && value[i] != ';')
        {
            if (char.IsControl(value[i]) && !char.IsWhiteSpace(value[i]))
            {
                return false;
            }

            i++;
        }

        var end = i;
        while (end > start && char.IsWhiteSpace(value[end - 1]))
        {
            end--;
        }

        if (end > start && value[end - 1] is '\'' or '"')
        {
            return false;
        }

        pair = new KeyValue(key, value.Substring(start, end - start), start, end - start, end);
        return true;
    }

    private static bool TryReadQuoted(string value, ref int i, string key, out KeyValue pair)
    {
        pair = default;
        var quote = value[i++];
        var start = i;
        while (true)
        {
            i = value.IndexOf(quote, i);
            if (i < 0)
            {
                i = value.Length;
                return false;
            }

            if (i + 1 < value.Length && value[i + 1] == quote)
            {
                i += 2;
                continue;
            }

            break;
        }

        var length = i - start;
        var content = value.Substring(start, length);
        if (content.IndexOf('\0') >= 0)
        {
            return false;
        }

        var doubled = new string(quote, 2);
        pair = new KeyValue(key, content.Replace(doubled, quote.ToString()), start, length, ++i);
        while (i < value.Length && char.IsWhiteSpace(value[i]))
        {
            i++;
        }

        return i == value.Length || value[i] == ';';
    }
}
