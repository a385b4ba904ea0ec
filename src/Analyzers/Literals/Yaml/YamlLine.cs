namespace DockerConnectionStrings.Analyzers.Literals.Yaml;

/// <summary>How a line begins.</summary>
/// <param name="Start">Source position of its first character.</param>
/// <param name="Indentation">Number of spaces there (section 6.1: a tab is no indentation).</param>
/// <param name="TextStart">Source position of its first character that is neither space nor tab.</param>
internal readonly record struct YamlLine(int Start, int Indentation, int TextStart)
{
    /// <summary>True when a tab stands before the text.</summary>
    public bool HasTab => TextStart > Start + Indentation;
}
