using System.Collections.Immutable;
using System.Text;
using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Connections;

/// <summary>
/// Reads <c>key=value;</c> pairs as <c>System.Data.Common.DbConnectionStringBuilder</c> does, which the drivers build on:
/// what it refuses, this refuses too. A text that names its ODBC driver is read as that class does with <c>useOdbcRules</c>:
/// braces are what quotes are elsewhere.
/// </summary>
internal static class KeyValueReader
{
    /// <summary>The option that names an ODBC driver.</summary>
    private const string OdbcDriver = "Driver";

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; a hole counts as one character of a key or value.</param>
    /// <returns>The pairs, or null when the text is none of this grammar.</returns>
    public static KeyValueText? Read(DecodedText text) =>
        text.Value.IndexOf(OdbcDriver, StringComparison.OrdinalIgnoreCase) >= 0 && Read(text, isOdbc: true) is { } odbc
            && odbc.Pairs.Any(static pair => pair.Key.Equals(OdbcDriver, StringComparison.OrdinalIgnoreCase))
                ? odbc
                : Read(text, isOdbc: false);

    private static KeyValueText? Read(DecodedText text, bool isOdbc)
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
            if (!TryReadKey(value, ref i, isOdbc, out var key))
            {
                return null;
            }

            // A key with a hole in it may be any. In one that holds a separator an option may stand that another reader finds.
            hasUnknownPart |= text.HasHole(keyStart, i - keyStart) || key.IndexOf(';') >= 0;
            if (!(isOdbc ? TryReadOdbcValue(value, ref i, key, out var pair) : TryReadValue(value, ref i, key, out pair)))
            {
                return null;
            }

            // White space but blanks stands around a key, not in it; an option that is taken back is not looked at.
            if ((pair.Value.Length > 0 || (!isOdbc && (value[pair.End - 1] is '\'' or '"'))) && key.Any(char.IsControl))
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

    /// <summary>A doubled <c>=</c> is one of the key, but not to ODBC.</summary>
    private static bool TryReadKey(string value, ref int i, bool isOdbc, out string key)
    {
        key = "";
        var start = i;
        StringBuilder? unescaped = null;
        while (i < value.Length)
        {
            var c = value[i];
            if (c == '=')
            {
                if (isOdbc || i + 1 >= value.Length || value[i + 1] != '=')
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
        SkipWhiteSpace(value, ref i);
        return i < value.Length && (value[i] is '\'' or '"')
            ? TryReadQuoted(value, ref i, value[i], key, out pair)
            : TryReadUnquoted(value, ref i, key, out pair) && !(pair.Value.Length > 0 && (pair.Value[pair.Value.Length - 1] is '\'' or '"'));
    }

    /// <summary><c>{p;w}</c>, in which <c>}}</c> is a brace; a quote is a character. <c>{0}</c> stands for what code fills in, and stays as it is.</summary>
    private static bool TryReadOdbcValue(string value, ref int i, string key, out KeyValue pair)
    {
        SkipWhiteSpace(value, ref i);
        if (i >= value.Length || value[i] != '{')
        {
            return TryReadUnquoted(value, ref i, key, out pair);
        }

        var isRead = TryReadQuoted(value, ref i, '}', key, out pair);
        if (isRead && (pair.ValueLength is 1 or 2) && pair.Value.All(char.IsDigit))
        {
            pair = new KeyValue(key, value.Substring(pair.ValueStart - 1, pair.ValueLength + 2), pair.ValueStart - 1, pair.ValueLength + 2, pair.End);
        }

        return isRead;
    }

    private static void SkipWhiteSpace(string value, ref int i)
    {
        while (i < value.Length && char.IsWhiteSpace(value[i]))
        {
            i++;
        }
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

        pair = new KeyValue(key, value.Substring(start, end - start), start, end - start, end);
        return true;
    }

    private static bool TryReadQuoted(string value, ref int i, char quote, string key, out KeyValue pair)
    {
        pair = default;
        var start = ++i;
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
        SkipWhiteSpace(value, ref i);
        return i == value.Length || value[i] == ';';
    }
}
