namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>References to characters and to the entities that need no declaration (XML 1.0, sections 4.1 and 4.6).</summary>
internal static class XmlReference
{
    private const int MaxCode = 0x10FFFF;

    private static readonly (string Written, string Character)[] s_named =
    [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
    ];

    /// <summary>What a reference stands for, or null when that is not known.</summary>
    /// <param name="text">The file.</param>
    /// <param name="position">Source position of the ampersand.</param>
    /// <param name="end">Source position behind the value.</param>
    /// <param name="length">Source characters of the reference.</param>
    public static string? Decode(string text, int position, int end, out int length)
    {
        foreach (var (written, character) in s_named)
        {
            if (string.CompareOrdinal(text, position, written, 0, written.Length) == 0)
            {
                length = written.Length;
                return character;
            }
        }

        length = 2;
        return position + 1 < end && text[position + 1] == '#' ? DecodeNumber(text, position, end, ref length) : null;
    }

    private static string? DecodeNumber(string text, int position, int end, ref int length)
    {
        var isHexadecimal = position + length < end && text[position + length] == 'x';
        length += isHexadecimal ? 1 : 0;
        var code = 0;
        for (; position + length < end && text[position + length] != ';'; length++)
        {
            var digit = text[position + length] switch
            {
                >= '0' and <= '9' and var character => character - '0',
                >= 'a' and <= 'f' and var character when isHexadecimal => character - 'a' + 10,
                >= 'A' and <= 'F' and var character when isHexadecimal => character - 'A' + 10,
                _ => MaxCode + 1,
            };
            code = ((isHexadecimal ? 16 : 10) * code) + digit;
            if (code > MaxCode)
            {
                return null;
            }
        }

        length++;
        return code is >= 0xD800 and <= 0xDFFF ? null : char.ConvertFromUtf32(code);
    }
}
