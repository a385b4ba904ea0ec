using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers;

/// <summary>Where an initialiser takes one more option.</summary>
internal static class CSharpSlots
{
    /// <summary>Behind the host's element, in its form and with its line ends. Null where a statement of its own would be needed.</summary>
    public static Slot? BehindHost(AddressSite site)
    {
        var element = site.Host.FirstAncestorOrSelf<ExpressionSyntax>(static node => node.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax });
        if (!site.IsObject || element is null)
        {
            return null;
        }

        var lineStart = element.GetLeadingTrivia().ToFullString();
        var separator = element.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(static trivia => trivia.ToString() is "\n" or "\r\n")
            ? "," + element.GetFirstToken().GetPreviousToken().TrailingTrivia.Last() + (string.IsNullOrWhiteSpace(lineStart) ? lineStart : "")
            : ", ";
        return element switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax } => new Slot(element.Span.End, separator + "Port = "),
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } => new Slot(element.Span.End, separator + "[\"Port\"] = "),
            InitializerExpressionSyntax => new Slot(element.Span.End, separator + "{ \"Port\", ", " }"),
            _ => null,
        };
    }
}
