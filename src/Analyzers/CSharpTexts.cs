using DockerConnectionStrings.Analyzers.Connections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers;

/// <summary>The quick questions that are asked of every string of a compilation. They allocate nothing.</summary>
internal static class CSharpTexts
{
    /// <summary>The shortest text that a rule can speak about: <c>10.0.0.2</c> in quotes.</summary>
    private const int ShortestText = 10;

    /// <summary>The shortest part of a text that names a host: <c>Host=</c> in quotes.</summary>
    private const int ShortestPart = 7;

    /// <summary>False when no grammar can find a host in what a literal or interpolated string writes, or when another part of its chain does.</summary>
    public static bool IsWorthReading(ExpressionSyntax text)
    {
        var isPart = text.Parent is BinaryExpressionSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax;
        return text.Span.Length >= (isPart ? ShortestPart : ShortestText) && MayConnect(text) && (!isPart || IsFirstOfChain(text));
    }

    /// <summary>The top-most <c>+</c> of the chain that a text is an operand of, or the text itself.</summary>
    public static ExpressionSyntax TopOf(ExpressionSyntax text)
    {
        var top = text;
        for (var node = text; node.Parent is ExpressionSyntax parent && (parent is ParenthesizedExpressionSyntax || parent.IsKind(SyntaxKind.AddExpression)); node = parent)
        {
            top = parent.IsKind(SyntaxKind.AddExpression) ? parent : top;
        }

        return top;
    }

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

    /// <summary>
    /// A chain is read once, for the first of its operands that may connect. Each operand looks back to the one before it that
    /// may, so all of them together look at each operand once.
    /// </summary>
    private static bool IsFirstOfChain(ExpressionSyntax text)
    {
        ExpressionSyntax node = text;
        while (node.Parent is ExpressionSyntax parent && (parent is ParenthesizedExpressionSyntax || parent.IsKind(SyntaxKind.AddExpression)))
        {
            if (parent is BinaryExpressionSyntax sum && sum.Right == node && MayConnect(sum.Left))
            {
                return false;
            }

            node = parent;
        }

        return true;
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
