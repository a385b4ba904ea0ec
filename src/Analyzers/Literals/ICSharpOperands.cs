using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>What tells the values of the operands of a text: symbols, or syntax alone.</summary>
internal interface ICSharpOperands
{
    public CancellationToken CancellationToken { get; }

    /// <summary>True when the expression is a string, so that a <c>+</c> behind it joins texts.</summary>
    public bool IsString(ExpressionSyntax expression);

    /// <summary>Appends the operand's value, or a hole.</summary>
    public void Append(ExpressionSyntax operand, DecodedText.Builder builder);
}
