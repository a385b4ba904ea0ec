using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Reads <c>// lang=mysql-connection</c>, by which the author says what a literal is.</summary>
/// <remarks>The places are those where Roslyn looks for <c>lang=regex</c>: before the literal, or above its statement or member.</remarks>
internal static class LanguageComments
{
    private static readonly string[] s_beginnings = ["lang=", "language="];

    public static string? Of(ExpressionSyntax text)
    {
        var token = text.GetFirstToken();
        if ((In(token.LeadingTrivia) ?? In(token.GetPreviousToken().TrailingTrivia)) is { } language)
        {
            return language;
        }

        var statement = text.FirstAncestorOrSelf<SyntaxNode>(static node => node is StatementSyntax or MemberDeclarationSyntax);
        return statement is null ? null : In(statement.GetLeadingTrivia());
    }

    private static string? In(SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
        {
            if (!piece.IsKind(SyntaxKind.SingleLineCommentTrivia) && !piece.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                continue;
            }

            var comment = piece.ToString().Trim('/', '*', ' ', '\t');
            foreach (var beginning in s_beginnings)
            {
                if (comment.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                {
                    return comment.Substring(beginning.Length).Split(' ', ',')[0];
                }
            }
        }

        return null;
    }
}
