namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>Neighbouring characters of a value that are written in one way.</summary>
/// <param name="ValueStart">Value index of the first character.</param>
/// <param name="ValueLength">Number of value characters.</param>
/// <param name="SourceStart">Source position where they are written.</param>
/// <param name="SourceLength">Number of source characters.</param>
/// <param name="Kind">How they are written.</param>
internal readonly record struct Run(int ValueStart, int ValueLength, int SourceStart, int SourceLength, RunKind Kind)
{
    public int ValueEnd => ValueStart + ValueLength;

    public int SourceEnd => SourceStart + SourceLength;
}

/// <summary>How a run of characters is written in its file.</summary>
internal enum RunKind
{
    /// <summary>As it reads, character by character.</summary>
    Identity,

    /// <summary>As one escape, or something else that stands for the characters as a whole.</summary>
    Escape,

    /// <summary>As an escape that would take a hexadecimal digit behind it for its own: <c>\x</c> with less than four digits.</summary>
    OpenEscape,

    /// <summary>By an expression with a known value; its characters are written elsewhere.</summary>
    Constant,

    /// <summary>By an expression whose value is not known.</summary>
    Hole,
}
