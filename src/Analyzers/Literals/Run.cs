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

    /// <summary>True when each value character has a source character of its own.</summary>
    public bool IsWrittenAsItReads => Kind is RunKind.Identity or RunKind.Borrowed or RunKind.Fallback;

    /// <summary>True for what the text's own literals write.</summary>
    public bool IsOfTheTextItself => Kind is RunKind.Identity or RunKind.Escape or RunKind.OpenEscape;
}

/// <summary>How a run of characters is written in its file.</summary>
internal enum RunKind
{
    /// <summary>As it reads, character by character.</summary>
    Identity,

    /// <summary>As one escape, or something else that stands for the characters as a whole.</summary>
    Escape,

    /// <summary>As an escape that would take what is written behind it for its own: <c>\x</c> with less than four digits, a <c>$</c> before no name.</summary>
    OpenEscape,

    /// <summary>
    /// As it reads, in a literal of its own that only this text uses: of a hole, a local or a constant. What belongs beside it goes elsewhere.
    /// </summary>
    Borrowed,

    /// <summary>As <see cref="Borrowed"/>, behind a <c>??</c> or as the default of a variable: it is the value only where the other one is missing.</summary>
    Fallback,

    /// <summary>By an expression with a known value; its characters are written elsewhere.</summary>
    Constant,

    /// <summary>By an expression whose value is not known.</summary>
    Hole,
}
