namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>A place that takes a text: a parameter of a method or constructor, or a property. Only names, no symbols.</summary>
/// <param name="Kind">What happens to the text there.</param>
/// <param name="Namespace">The namespace of the type that declares it; null when the code does not compile that far.</param>
/// <param name="Type">The type that declares it or is made by it, without its namespace; null when that is unknown.</param>
/// <param name="Member">The method's or property's name; <c>.ctor</c> for a constructor.</param>
/// <param name="IsFromSource">True when the project itself declares it.</param>
internal readonly record struct Sink(SinkKind Kind, string? Namespace, string? Type, string Member, bool IsFromSource)
{
    public static readonly Sink Inert = new(SinkKind.Inert, null, null, "", false);
    public static readonly Sink Elsewhere = new(SinkKind.Elsewhere, null, null, "", false);
}

/// <summary>What happens to a text.</summary>
internal enum SinkKind
{
    /// <summary>It is handed over.</summary>
    Argument,

    /// <summary>It is assigned to a property.</summary>
    Property,

    /// <summary>It is compared, matched, or put into an attribute: nothing connects.</summary>
    Inert,

    /// <summary>It goes where this file does not show what is done with it.</summary>
    Elsewhere,
}
