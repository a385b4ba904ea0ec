namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>How a line begins. Its parts are fields for the same reason as those of <see cref="YamlCursor"/>.</summary>
internal readonly struct YamlLine(int start, int indentation, int textStart)
{
    /// <summary>Source position of its first character.</summary>
    public readonly int Start = start;

    /// <summary>Number of spaces there (section 6.1: a tab is no indentation).</summary>
    public readonly int Indentation = indentation;

    /// <summary>Source position of its first character that is neither space nor tab.</summary>
    public readonly int TextStart = textStart;

    /// <summary>True when a tab stands before the text.</summary>
    public bool HasTab => TextStart > Start + Indentation;
}
