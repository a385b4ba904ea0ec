using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>Texts that <c>string.Concat</c>, <c>string.Join</c> and <c>string.Format</c> make of their arguments.</summary>
internal static class CSharpConcatenation
{
    /// <summary>A call with more arguments makes no connection text.</summary>
    private const int MostPieces = 100;

    /// <summary>The expression that a text is read from.</summary>
    /// <param name="text">A literal, an interpolated string, or the top-most <c>+</c> of a chain.</param>
    /// <param name="operands">What tells the format among the arguments.</param>
    /// <returns>The call that the text is a part or the format of, else the text itself.</returns>
    public static ExpressionSyntax WholeOf(ExpressionSyntax text, CSharpOperands operands)
    {
        var outer = text;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            outer = parenthesized;
        }

        return outer.Parent is ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax call } argument && MethodOf(call) is { } method
            && call.ArgumentList.Arguments.IndexOf(argument) is var index && IsPiece(method, index, call, operands)
                ? call
                : text;
    }

    /// <summary>The arguments of such a call that become parts of its text, in their order.</summary>
    public static IEnumerable<ExpressionSyntax> PiecesOf(InvocationExpressionSyntax call, CSharpOperands operands)
    {
        var arguments = call.ArgumentList.Arguments;
        var method = MethodOf(call);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (method is { } name && IsPiece(name, i, call, operands))
            {
                yield return arguments[i].Expression;
            }
        }
    }

    /// <summary>Reads a string literal, an interpolated string, a <c>+</c> chain, or such a call, as one text.</summary>
    /// <param name="expression">The whole expression: for a chain its top-most <c>+</c>, for a call what <see cref="WholeOf"/> gives.</param>
    /// <param name="operands">What its parts are worth.</param>
    /// <returns>The text, or null when it is half typed or does not begin with a string.</returns>
    public static DecodedText? Read(ExpressionSyntax expression, CSharpOperands operands)
    {
        var builder = new DecodedText.Builder();
        var isRead = expression is InvocationExpressionSyntax call
            ? TryAppend(call, operands, builder)
            : CSharpStringReader.TryAppend(expression, operands, builder);
        return isRead ? builder.ToDecodedText() : null;
    }

    /// <summary>Appends what the call makes; false when that cannot be told.</summary>
    private static bool TryAppend(InvocationExpressionSyntax call, CSharpOperands operands, DecodedText.Builder builder)
    {
        var arguments = call.ArgumentList.Arguments;
        if (MethodOf(call) is not { } method || !operands.IsOfString(call) || arguments.Any(static argument => argument.NameColon is not null))
        {
            return false;
        }

        if (method == "Format")
        {
            var format = operands.FormatIndexOf(call);
            return format >= 0 && format < arguments.Count && Read(arguments[format].Expression, operands) is { } text
                && TryAppendFormat(text, arguments, format + 1, operands, builder);
        }

        for (var i = method == "Join" ? 1 : 0; i < arguments.Count; i++)
        {
            if (method == "Join" && i > 1)
            {
                operands.AppendUnedited(arguments[0].Expression, builder);
            }

            if (!CSharpStringReader.TryAppend(arguments[i].Expression, operands, builder))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The method's name, when the call reads like one of <c>string</c>'s.</summary>
    private static string? MethodOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Format" or "Join" } access
            && (access.Expression is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword }
                or IdentifierNameSyntax { Identifier.ValueText: "String" })
                ? access.Name.Identifier.ValueText
                : null;

    private static bool IsPiece(string method, int index, InvocationExpressionSyntax call, CSharpOperands operands) => method switch
    {
        "Concat" => call.ArgumentList.Arguments.Count is > 1 and <= MostPieces,
        "Join" => (call.ArgumentList.Arguments.Count is > 2 and <= MostPieces) && index > 0,
        _ => index == operands.FormatIndexOf(call),
    };

    /// <summary>Puts the arguments in the place of <c>{0}</c>; one with an alignment or a format of its own is a hole.</summary>
    private static bool TryAppendFormat(DecodedText format, SeparatedSyntaxList<ArgumentSyntax> arguments, int first, CSharpOperands operands,
        DecodedText.Builder builder)
    {
        var value = format.Value;
        var done = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is not ('{' or '}'))
            {
                continue;
            }

            builder.AddRange(format, done, i - done);
            if (i + 1 < value.Length && value[i + 1] == value[i])
            {
                var place = format.ShownSpan(i, 2);
                builder.AddEscape(value[i].ToString(), place.Start, place.Length);
                done = ++i + 1;
                continue;
            }

            var end = value.IndexOf('}', i);
            var content = value[i] == '{' && end > 0 ? value.Substring(i + 1, end - i - 1) : "";
            if (content.Length == 0 || format.HasHole(i, end + 1 - i))
            {
                return false;
            }

            var isPlain = int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < arguments.Count - first;
            if (isPlain && !(arguments.Count == first + 1 && operands.IsArray(arguments[first].Expression)))
            {
                // An argument that is written into two places is no host's or port's own.
                if (value.IndexOf(value.Substring(i, end + 1 - i), StringComparison.Ordinal) == value.LastIndexOf(value.Substring(i, end + 1 - i),
                    StringComparison.Ordinal)
                    && value.IndexOf("{" + content + ":", StringComparison.Ordinal) < 0 && value.IndexOf("{" + content + ",", StringComparison.Ordinal) < 0)
                {
                    operands.Append(arguments[first + index].Expression, builder);
                }
                else
                {
                    operands.AppendUnedited(arguments[first + index].Expression, builder);
                }
            }
            else
            {
                var place = format.ShownSpan(i, end + 1 - i);
                builder.AddHole(place.Start, place.Length);
            }

            i = end;
            done = end + 1;
        }

        builder.AddRange(format, done, value.Length - done);
        return true;
    }
}
