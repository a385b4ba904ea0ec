using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>Where an initialiser takes one more option.</summary>
internal static class CSharpSlots
{
    /// <summary>Behind the host's element or argument, in its form and with its line ends. Null where a statement of its own would be needed.</summary>
    public static Slot? BehindHost(AddressSite site)
    {
        if (site.TakesPortBehind)
        {
            return new Slot(site.Host.Span.End, ", ");
        }

        if (!site.IsObject || ElementOf(site) is not { } element)
        {
            return null;
        }

        var separator = IndentationOf(element) is { } indentation ? "," + indentation : ", ";
        return element switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax } => new Slot(element.Span.End, separator + "Port = "),
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } } =>
                new Slot(element.Span.End, $"{separator}[\"{InCaseOf(key)}\"] = "),
            InitializerExpressionSyntax { Expressions: [var key, ..] } => new Slot(element.Span.End, $"{separator}{{ \"{InCaseOf(key)}\", ", " }"),
            _ => null,
        };
    }

    private static string InCaseOf(ExpressionSyntax key) => PairReader.InCaseOf((key as LiteralExpressionSyntax)?.Token.Value as string ?? "Host", "Port");

    /// <summary>Behind the host's word in a list of words: as two words, or as one where the host stands in its option's.</summary>
    public static Slot? BehindWord(ExpressionSyntax word, bool isAlone) =>
        word.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } }
            && called.Name.Identifier.ValueText == "Add" ? null
        : isAlone ? new Slot(word.Span.End, ", \"-P\", \"", "\"")
        : new Slot(word.Span.End, ", \"--port=", "\"");

    /// <summary>The element of the object's own initialiser that sets the host; null when a statement sets it.</summary>
    private static ExpressionSyntax? ElementOf(AddressSite site)
    {
        for (SyntaxNode? node = site.Host; node is ExpressionSyntax and not AnonymousFunctionExpressionSyntax; node = node.Parent)
        {
            if (node.Parent is InitializerExpressionSyntax initializer && initializer.Parent == site.Object)
            {
                return (ExpressionSyntax)node;
            }
        }

        return null;
    }

    /// <summary>The line end and white space before an element that begins a line; null for one behind another.</summary>
    private static string? IndentationOf(ExpressionSyntax element)
    {
        var first = element.GetFirstToken();
        var before = first.GetPreviousToken().TrailingTrivia.ToFullString() + first.LeadingTrivia.ToFullString();
        var line = before.LastIndexOf('\n');
        var indentation = before.Substring(line + 1);
        return line < 0 || !string.IsNullOrWhiteSpace(indentation) ? null : (line > 0 && before[line - 1] == '\r' ? "\r\n" : "\n") + indentation;
    }
}
