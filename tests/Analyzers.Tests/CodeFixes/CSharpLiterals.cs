using System.Globalization;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.CodeFixes;

/// <summary>The ways in which C# writes a text, and back.</summary>
internal static class CSharpLiterals
{
    private const string Indent = "        ";

    /// <summary>An expression for a text: one literal of any form, one with a hole behind it, or two joined.</summary>
    public static Gen<string> Of(string text) => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 99], (form, number) => form switch
    {
        0 => Regular(text),
        1 => Escaped(text, number),
        2 => Verbatim(text),
        3 => Raw(text),
        4 => RawLines(text),
        5 => "$" + Regular(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
        6 => "$" + Verbatim(text + ";Application Name=").Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)[..^1] + "{hole}\"",
        7 => "$$$" + Raw(text.TrimEnd('"') == text ? text + ";Password={{{hole}}};" : text),
        8 => "(" + Regular(text[..Seam(text)]) + " /* Port=1 */ + " + Verbatim(text[Seam(text)..]) + ")",
        _ => Regular(text),
    });

    /// <summary>The value of an expression of <see cref="Of"/>; a hole counts as 7.</summary>
    public static string ValueOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        ParenthesizedExpressionSyntax parenthesized => ValueOf(parenthesized.Expression),
        BinaryExpressionSyntax sum => ValueOf(sum.Left) + ValueOf(sum.Right),
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(content => content is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : "7")),
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    /// <summary>A source without what its literals say.</summary>
    public static string Skeleton(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        Assert.Empty(root.GetDiagnostics());
        return root.ReplaceTokens(
            root.DescendantTokens().Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken),
            (token, _) => SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), token.Kind().ToString(), "", token.TrailingTrivia)).ToFullString();
    }

    private static string Regular(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Some characters as escapes, those of host and port among them.</summary>
    private static string Escaped(string text, int number) =>
        "\"" + string.Concat(text.Select((character, i) => char.IsSurrogate(character) || (i + number) % 7 == 0 ? "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture) : Regular(character.ToString())[1..^1])) + "\"";

    private static string Verbatim(string text) => "@\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>On one line; over lines where a quote at an end allows no other.</summary>
    private static string Raw(string text) => text[0] == '"' || text[^1] == '"' ? RawLines(text) : $"\"\"\"\"{text}\"\"\"\"";

    /// <summary>A line for each part that lies between semicolons outside of quotes, and one more at the end.</summary>
    private static string RawLines(string text)
    {
        var lines = text.Contains('\'', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? text : text.Replace(";", $";\n{Indent}", StringComparison.Ordinal);
        return $"\"\"\"\"\n{Indent}{lines}\n{Indent}\"\"\"\"";
    }

    /// <summary>Where a text is cut: behind a semicolon, so that no host or port is cut in two.</summary>
    private static int Seam(string text) => text.IndexOf(';', StringComparison.Ordinal) + 1;
}
