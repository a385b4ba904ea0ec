namespace DockerConnectionStrings.Analyzers.Topology.Compose.Editing;

/// <summary>Where a value may be set beside the variables that Compose puts in.</summary>
internal static class Interpolation
{
    /// <summary>
    /// Tells whether a part of a value is no variable, nor cuts one: it stands outside of <c>${...}</c>, or in the default of one
    /// (<c>${PORT:-3306}</c>), which it then does not end.
    /// </summary>
    /// <param name="value">The value, before variables are put in.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="text">What it is to be.</param>
    public static bool MaySet(string value, int start, int length, string text)
    {
        var part = value.Substring(start, length);
        if (part.IndexOf('$') >= 0 || part.IndexOf('}') >= 0 || IsNameBefore(value, start))
        {
            return false;
        }

        var open = value.LastIndexOf("${", Math.Max(0, start - 1), StringComparison.Ordinal);
        if (open < 0 || value.IndexOf('}', open, start - open) >= 0)
        {
            return true;
        }

        var name = open + 2;
        while (name < start && (char.IsLetterOrDigit(value[name]) || value[name] == '_'))
        {
            name++;
        }

        var isDefault = (name < start && value[name] == '-') || (name + 1 < start && value[name] == ':' && value[name + 1] == '-');
        return isDefault && text.IndexOfAny(['$', '}']) < 0;
    }

    /// <summary>True behind <c>$NAME</c>, or a <c>$</c> alone: what is written there would belong to it.</summary>
    private static bool IsNameBefore(string value, int start)
    {
        var at = start;
        while (at > 0 && (char.IsLetterOrDigit(value[at - 1]) || value[at - 1] == '_'))
        {
            at--;
        }

        var dollars = 0;
        while (at > dollars && value[at - dollars - 1] == '$')
        {
            dollars++;
        }

        return dollars % 2 == 1;
    }
}
