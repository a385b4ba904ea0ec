using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>The C# reader of this room: from an expression to its value, with the place of each character.</summary>
internal static class CSharpStringReader
{
    /// <summary>Appends a literal, an interpolated string or a chain; anything else as far as its value is known.</summary>
    public static bool TryAppend(ExpressionSyntax expression, ICSharpOperands operands, DecodedText.Builder builder)
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            operands.CancellationToken.ThrowIfCancellationRequested();
            var operand = pending.Pop();
            switch (operand)
            {
                case ParenthesizedExpressionSyntax parenthesized when StartsWithText(parenthesized):
                    pending.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } chain:
                    var first = PushOperands(chain, pending);
                    if (!StartsWithText(first) && !operands.IsString(first))
                    {
                        return false;
                    }

                    break;
                case LiteralExpressionSyntax literal
                    when literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression):
                    if (!TryAppend(literal.Token, builder))
                    {
                        return false;
                    }

                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    if (!TryAppend(interpolated, operands, builder))
                    {
                        return false;
                    }

                    break;
                default:
                    operands.Append(operand, builder);
                    break;
            }
        }

        return true;
    }

    /// <summary>True when the left-most operand is a string for sure, so that no <c>+</c> of the chain is an addition of numbers.</summary>
    private static bool StartsWithText(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } chain:
                    expression = chain.Left;
                    break;
                default:
                    return expression.IsKind(SyntaxKind.StringLiteralExpression) || expression.IsKind(SyntaxKind.InterpolatedStringExpression)
                        || expression.IsKind(SyntaxKind.Utf8StringLiteralExpression);
            }
        }
    }

    /// <summary>Takes a chain apart, its left-most operand on top.</summary>
    private static ExpressionSyntax PushOperands(BinaryExpressionSyntax chain, Stack<ExpressionSyntax> pending)
    {
        ExpressionSyntax operand = chain;
        while (operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            pending.Push(sum.Right);
            operand = sum.Left;
        }

        pending.Push(operand);
        return operand;
    }

    private static bool TryAppend(InterpolatedStringExpressionSyntax interpolated, ICSharpOperands operands, DecodedText.Builder builder)
    {
        if (interpolated.StringEndToken.IsMissing)
        {
            return false;
        }

        var form = interpolated.StringStartToken.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => CSharpLiteralForm.Regular with { DoubledBraces = true },
            SyntaxKind.InterpolatedVerbatimStringStartToken => CSharpLiteralForm.Verbatim with { DoubledBraces = true },
            SyntaxKind.InterpolatedMultiLineRawStringStartToken =>
                CSharpLiteralForm.Raw with { Indentation = ClosingIndentation(interpolated.StringEndToken.Text) },
            _ => CSharpLiteralForm.Raw,
        };
        foreach (var content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text:
                    var before = builder.Length;
                    var token = text.TextToken;

                    // The first piece begins a line; every other one goes on behind a hole. The decoder reads that from the
                    // character before the piece, which a token's own text does not have.
                    var continues = form.Indentation is not null && content != interpolated.Contents[0];
                    var source = continues ? "}" + token.Text : token.Text;
                    var shift = source.Length - token.Text.Length;
                    if (token.ContainsDiagnostics || !CSharpLiteralDecoder.TryDecode(source, shift, source.Length, form, token.SpanStart - shift, builder)
                        || builder.Length - before > token.ValueText.Length)
                    {
                        return false;
                    }

                    break;
                case InterpolationSyntax { CloseBraceToken.IsMissing: false } hole:
                    if (hole.AlignmentClause is null && hole.FormatClause is null)
                    {
                        operands.Append(hole.Expression, builder);
                    }
                    else
                    {
                        builder.AddHole(hole.SpanStart, hole.Span.Length);
                    }

                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Appends what a string literal's token holds.</summary>
    public static bool TryAppend(SyntaxToken token, DecodedText.Builder builder)
    {
        var text = token.Text;
        if (token.IsMissing || token.ContainsDiagnostics || text.Length < 2)
        {
            return false;
        }

        var before = builder.Length;
        var end = text.Length - (text.EndsWith("u8", StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        bool decoded;
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                var verbatim = text[0] == '@';
                decoded = CSharpLiteralDecoder.TryDecode(text, verbatim ? 2 : 1, end - 1, verbatim ? CSharpLiteralForm.Verbatim : CSharpLiteralForm.Regular,
                    token.SpanStart, builder);
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken:
                var quotes = QuoteCount(text);
                decoded = CSharpLiteralDecoder.TryDecode(text, quotes, end - quotes, CSharpLiteralForm.Raw, token.SpanStart, builder);
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                decoded = TryAppendLines(text, end, token.SpanStart, builder);
                break;
            default:
                return false;
        }

        return decoded && builder.Length - before == token.ValueText.Length;
    }

    private static bool TryAppendLines(string text, int end, int sourceStart, DecodedText.Builder builder)
    {
        var contentStart = 1 + text.IndexOf('\n');
        var contentEnd = text.LastIndexOf('\n', end - 1);
        if (contentStart == 0 || contentEnd < contentStart)
        {
            return contentEnd == contentStart - 1;
        }

        if (text[contentEnd - 1] == '\r')
        {
            contentEnd--;
        }

        var form = CSharpLiteralForm.Raw with { Indentation = ClosingIndentation(text.Substring(0, end)) };
        return CSharpLiteralDecoder.TryDecode(text, contentStart, Math.Max(contentStart, contentEnd), form, sourceStart, builder);
    }

    private static int QuoteCount(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
        {
            count++;
        }

        return count;
    }

    /// <summary>The white space between the last line end and the closing quotes.</summary>
    private static string ClosingIndentation(string text)
    {
        var lineStart = text.LastIndexOf('\n') + 1;
        var quotes = text.IndexOf('"', lineStart);
        return quotes < 0 ? "" : text.Substring(lineStart, quotes - lineStart);
    }
}
