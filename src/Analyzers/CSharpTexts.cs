using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers;

/// <summary>The quick question that is asked of every string of a compilation. Allocates nothing.</summary>
internal static class CSharpTexts
{
    /// <summary>The shortest text that a rule can speak about: <c>10.0.0.2</c> in quotes.</summary>
    private const int ShortestText = 10;

    /// <summary>The shortest part of a text that names a host: <c>Host=</c> in quotes.</summary>
    private const int ShortestPart = 7;

    /// <summary>False when the expression is a part of a text that is asked for itself, or when no grammar can find a host in it.</summary>
    public static bool IsWorthReading(ExpressionSyntax expression) => expression.Span.Length >= (expression.Parent is ArgumentSyntax ? ShortestPart : ShortestText) && !CSharpText.IsOperand(expression) && MayConnect(expression);

    /// <summary>False when no grammar can find a host in what the expression writes.</summary>
    public static bool MayConnect(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal.Span.Length >= ShortestPart && literal.Token.Value is string text && EndpointReader.MayConnect(text);
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax part && EndpointReader.MayConnect(part.TextToken.ValueText))
                    {
                        return true;
                    }
                }

                return false;
            case ParenthesizedExpressionSyntax parenthesized:
                return MayConnect(parenthesized.Expression);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } chain:
                return AnyOperandMayConnect(chain);
            default:
                return false;
        }
    }

    private static bool AnyOperandMayConnect(BinaryExpressionSyntax chain)
    {
        ExpressionSyntax operand = chain;
        while (operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            if (MayConnect(sum.Right))
            {
                return true;
            }

            operand = sum.Left;
        }

        return MayConnect(operand);
    }
}
