using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>An endpoint that code writes.</summary>
/// <param name="Endpoint">Where it points at.</param>
/// <param name="Text">The expression that holds it.</param>
/// <param name="Uses">What is done with it; asked for only once it can matter.</param>
internal sealed record FoundEndpoint(Endpoint Endpoint, ExpressionSyntax Text, Func<TextUses> Uses)
{
    /// <summary>The literal of the host, where it is one of several or stands elsewhere than in the text.</summary>
    public HeldLiteral? Held { get; init; }

    /// <summary>False for a host that code takes by itself, with what is set beside it.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>True for a text of another tree than the literal's own.</summary>
    public bool IsForeign { get; init; }
}
