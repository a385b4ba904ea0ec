using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What has happened to a text on its way so far.</summary>
/// <param name="Hops">Variables that have held it.</param>
/// <param name="IsContinued">True when code has added to it.</param>
/// <param name="Overrides">The options that were added.</param>
internal sealed record TextTrail(int Hops, bool IsContinued, ImmutableArray<Override> Overrides)
{
    /// <summary>Holders that pass a text on to holders: more than this is no longer followed.</summary>
    public const int MostHops = 3;

    public static readonly TextTrail Start = new(0, false, ImmutableArray<Override>.Empty);

    /// <summary>True once a parameter of the user's own has taken the text: one level of these is followed.</summary>
    public bool IsInCallee { get; init; }

    /// <summary>Adds what a <c>+</c> or an interpolation puts beside the text.</summary>
    public TextTrail Through(ExpressionSyntax wider, ExpressionSyntax inner) => wider switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Beside([sum.Left == inner ? sum.Right : sum.Left]),
        InterpolatedStringExpressionSyntax interpolated => Beside(interpolated.Contents.Where(content => content != inner.Parent)),
        _ => this,
    };

    /// <summary>The options that the literals of some code write.</summary>
    public static IEnumerable<Override> OptionsIn(SyntaxNode code)
    {
        foreach (var token in code.DescendantTokens()
            .Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken))
        {
            foreach (var part in token.ValueText.Split(';'))
            {
                if (part.IndexOf('=') is var equals && equals > 0)
                {
                    var value = part.Substring(equals + 1).Trim();
                    yield return new Override(part.Substring(0, equals).Trim(), value.Length == 0 ? null : value);
                }
            }
        }
    }

    private TextTrail Beside(IEnumerable<SyntaxNode> others) => this with { IsContinued = true, Overrides = Overrides.AddRange(others.SelectMany(OptionsIn)) };
}
