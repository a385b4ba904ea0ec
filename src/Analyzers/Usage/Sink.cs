using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>A place that takes a text: a parameter of a method or constructor, or a property. Only names, no symbols.</summary>
/// <param name="Kind">What happens to the text there.</param>
/// <param name="Namespace">The namespace of the type that declares it; null when the code does not compile that far.</param>
/// <param name="Type">The type that declares it or is made by it, without its namespace; null when that is unknown.</param>
/// <param name="Member">The method's or property's name; <c>.ctor</c> for a constructor.</param>
internal sealed record Sink(SinkKind Kind, string? Namespace, string? Type, string Member)
{
    /// <summary>True when the type is some driver's connection or connection-string builder.</summary>
    public bool IsDriverType { get; init; }

    /// <summary>True for a member of the user's own: its name is not a library's.</summary>
    public bool IsOfSource { get; init; }

    /// <summary>True when the text goes here as it stands, through no variable.</summary>
    public bool IsDirect { get; init; }

    /// <summary>True when code adds to the text on its way here.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Options that code sets beside the text, on its way here or on the builder that takes it.</summary>
    public ImmutableArray<Override> Overrides { get; init; } = ImmutableArray<Override>.Empty;

    /// <summary>True when the type is declared in a namespace or in one below it.</summary>
    public bool IsIn(string root, StringComparison comparison = StringComparison.Ordinal) =>
        Namespace is { } name && name.StartsWith(root, comparison) && (name.Length == root.Length || name[root.Length] == '.');
}

/// <summary>An option that code sets.</summary>
/// <param name="Key">The key or property.</param>
/// <param name="Value">The value, or null when it is not known.</param>
internal readonly record struct Override(string Key, string? Value);

/// <summary>What happens to a text.</summary>
internal enum SinkKind
{
    /// <summary>It is handed over.</summary>
    Argument,

    /// <summary>It is assigned to a property.</summary>
    Property,

    /// <summary>It is compared, matched, thrown, logged, stored as data, or put into an attribute: nothing connects.</summary>
    Inert,

    /// <summary>It goes where this file does not show what is done with it.</summary>
    Elsewhere,
}
