namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>A place that takes a text: a parameter of a method or constructor, or a property. Only names, no symbols.</summary>
/// <param name="Kind">What happens to the text there.</param>
/// <param name="Namespace">The namespace of the type that declares it; null when the code does not compile that far.</param>
/// <param name="Type">The type that declares it or is made by it, without its namespace; null when that is unknown.</param>
/// <param name="Member">The method's or property's name; <c>.ctor</c> for a constructor.</param>
internal readonly record struct Sink(SinkKind Kind, string? Namespace, string? Type, string Member)
{
    public static readonly Sink Comparison = new(SinkKind.Comparison, null, null, "");
}

internal enum SinkKind
{
    /// <summary>The text is handed over.</summary>
    Argument,

    /// <summary>The text is assigned to a property.</summary>
    Property,

    /// <summary>The text is compared with another, or matched.</summary>
    Comparison,
}
