using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Xml;

/// <summary>
/// Says what is wrong where the platform's reader gave up. Its own words are not used: they may be in the user's language,
/// are sentences of their own, and quote the file, where a password may be.
/// </summary>
internal static class XmlFault
{
    private static readonly (string Start, string End)[] s_markup = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<", ">")];

    /// <summary>The problem at a place.</summary>
    /// <param name="text">The file.</param>
    /// <param name="position">Source position that the reader names, at most the end of the file.</param>
    /// <param name="hasRoot">True when the root's start tag is read.</param>
    /// <param name="open">The innermost element that is known to be open, or null.</param>
    public static YamlProblem Find(string text, int position, bool hasRoot, XmlElement? open)
    {
        var reason = IsBehind(text, position, "&#") || IsBehind(text, position, "&#x") ? "the number of a character is none that XML has"
            : IsBehind(text, position, "&") ? "a plain '&' is written '&amp;'"
            : IsNoCharacter(text, position) || IsNoCharacter(text, position - 1) ? "a character is none that XML has"
            : null;
        if (reason is not null)
        {
            return new YamlProblem(IsBehind(text, position, "&") ? position - 1 : position, reason);
        }

        var unclosed = FindUnclosed(text, position);
        if (unclosed >= 0)
        {
            return new YamlProblem(unclosed, "the '<' is not closed");
        }

        if (position == text.Length)
        {
            return open is null ? new YamlProblem(position, "the file holds no element") : new YamlProblem(open.Position, "the element is not closed");
        }

        reason = hasRoot && open is null ? "there is text behind the end of the root element"
            : IsBehind(text, position, "</") ? "the end tag does not match its start tag"
            : text[position] == '<' ? "a '<' stands inside of a tag"
            : "this is not how XML goes on";
        return new YamlProblem(position, reason);
    }

    /// <summary>Source position of what begins before a place and goes on to the end of the file, or -1.</summary>
    private static int FindUnclosed(string text, int position)
    {
        foreach (var (start, end) in s_markup)
        {
            var found = text.LastIndexOf(start, position, StringComparison.Ordinal);
            if (found >= 0 && text.IndexOf(end, found + start.Length, StringComparison.Ordinal) < 0)
            {
                return found;
            }
        }

        return -1;
    }

    private static bool IsBehind(string text, int position, string characters) =>
        position >= characters.Length && string.CompareOrdinal(text, position - characters.Length, characters, 0, characters.Length) == 0;

    private static bool IsNoCharacter(string text, int position)
    {
        if (position < 0 || position >= text.Length)
        {
            return false;
        }

        var isHalf = char.IsSurrogate(text[position]) && !char.IsSurrogatePair(text, position) && !(position > 0 && char.IsSurrogatePair(text, position - 1));
        return isHalf || (text[position] is '\uFFFE' or '\uFFFF' or (< ' ' and not ('\t' or '\r' or '\n')));
    }
}
