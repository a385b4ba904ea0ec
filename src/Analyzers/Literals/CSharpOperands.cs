using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>A literal that a text is made of and that stands elsewhere.</summary>
/// <param name="Literal">The literal.</param>
/// <param name="Values">All that may stand there, the literal among them.</param>
/// <param name="IsElsewhere">False where it stands in the text itself: <c>{name ?? "localhost"}</c>.</param>
internal sealed record HeldLiteral(LiteralExpressionSyntax Literal, IReadOnlyList<LiteralExpressionSyntax> Values, bool IsElsewhere);

/// <summary>
/// What an operand of a text is worth: a literal, a constant, or what a variable, a parameter or a call of the same tree has for a
/// literal value. Anything else is a hole.
/// </summary>
/// <param name="model">The semantic model of the text's own tree.</param>
/// <param name="usesOf">The uses of a variable in that tree.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpOperands(SemanticModel model, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf,
    CancellationToken cancellationToken) : ICSharpOperands
{
    /// <summary>A longer value is no host.</summary>
    private const int LongestValue = 253;

    private readonly Dictionary<int, HeldLiteral> _held = [];

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Of an operand with several values, the literal that is read; then a value that is written beside it is read with it.</summary>
    public LiteralExpressionSyntax? Chosen { get; set; }

    /// <summary>The literal that a run with a value of its own place stands for; null for one that stands in the operand itself.</summary>
    /// <param name="sourceStart">Where the value begins. Source position.</param>
    public HeldLiteral? HeldAt(int sourceStart) => _held.TryGetValue(sourceStart, out var held) ? held : null;

    /// <summary>True when the expression is a string for sure, so that a <c>+</c> behind it joins texts.</summary>
    public bool IsString(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;

    /// <summary>True when the method that is called is the platform's <c>string</c>'s.</summary>
    public bool IsOfString(InvocationExpressionSyntax call)
    {
        var info = model.GetSymbolInfo(call, cancellationToken);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.ContainingType.SpecialType == SpecialType.System_String;
    }

    /// <summary>The place of the format among the arguments of <c>string.Format</c>; -1 when it cannot be told.</summary>
    public int FormatIndexOf(InvocationExpressionSyntax call)
    {
        var info = model.GetSymbolInfo(call, cancellationToken);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method
            && method.Parameters.FirstOrDefault(static parameter => parameter.Name == "format") is { } format
            ? format.Ordinal
            : -1;
    }

    public bool IsArray(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type is null or IArrayTypeSymbol;

    /// <summary>Appends the operand's value where an edit would change another place too.</summary>
    public void AppendUnedited(ExpressionSyntax operand, DecodedText.Builder builder)
    {
        var alone = new DecodedText.Builder();
        Append(operand, alone);
        var text = alone.ToDecodedText();
        if (text.HasHoles || text.Has(RunKind.Fallback, 0, text.Value.Length))
        {
            builder.AddHole(operand.SpanStart, operand.Span.Length);
        }
        else
        {
            builder.AddConstant(text.Value, operand.SpanStart, operand.Span.Length);
        }
    }

    /// <summary>Appends the operand's value, or a hole.</summary>
    public void Append(ExpressionSyntax operand, DecodedText.Builder builder)
    {
        var inner = CSharpExpressions.Bare(operand);
        switch (inner)
        {
            case InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } when TryAppendText(inner, builder):
                return;
            case LiteralExpressionSyntax literal when TryBorrow(literal, operand, RunKind.Borrowed, builder):
                return;
            case not LiteralExpressionSyntax when TryAppendHeld(inner, operand, builder):
                return;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
                when FallbackOf(inner) is { } fallback && TryBorrow(fallback, operand, RunKind.Fallback, builder):
                return;
            case SimpleNameSyntax or MemberAccessExpressionSyntax
                when model.GetSymbolInfo(inner, cancellationToken).Symbol is { } symbol && TryAppend(symbol, operand, builder):
                return;
        }

        if (ConstantOf(inner) is { } constant)
        {
            builder.AddConstant(constant, operand.SpanStart, operand.Span.Length);
        }
        else
        {
            builder.AddHole(operand.SpanStart, operand.Span.Length);
        }
    }

    /// <summary>Appends the value of an operand that is written in a literal elsewhere.</summary>
    private bool TryAppendHeld(ExpressionSyntax expression, ExpressionSyntax operand, DecodedText.Builder builder)
    {
        var (values, isOpen) = new CSharpHeldValues(model, usesOf, cancellationToken).Of(expression);
        var literal = values.Count == 1 ? values[0]
            : Chosen is null ? values.FirstOrDefault(static value => !char.IsDigit(value.Token.ValueText[0]) || value.Token.ValueText.IndexOf('.') > 0)
            : values.Contains(Chosen) ? Chosen
            : OnlyBeside(Chosen, values);
        if (literal is null || !IsValue(literal))
        {
            return false;
        }

        var at = builder.Length;
        var kind = isOpen || values.Count > 1 ? RunKind.Fallback : RunKind.Borrowed;
        if (!TryBorrow(literal, operand, kind, builder))
        {
            return false;
        }

        _held[builder.SourceStartAt(at)] = new HeldLiteral(literal, values, IsElsewhere: !operand.Span.Contains(literal.Span));
        return true;
    }

    /// <summary>The value that is given together with another one: host and port of one call, of one object, of one block.</summary>
    private static LiteralExpressionSyntax? OnlyBeside(LiteralExpressionSyntax chosen, IReadOnlyList<LiteralExpressionSyntax> values)
    {
        var place = PlaceOf(chosen);
        var beside = values.Where(value => PlaceOf(value) == place).ToArray();
        return beside.Length == 1 ? beside[0] : null;
    }

    private static SyntaxNode? PlaceOf(LiteralExpressionSyntax value) => value.FirstAncestorOrSelf<SyntaxNode>(static node =>
        node is ArgumentListSyntax or InitializerExpressionSyntax or ParameterListSyntax or BlockSyntax or SwitchSectionSyntax or TypeDeclarationSyntax
            or CompilationUnitSyntax);

    /// <summary>False for what may hold the pairs of a connection string: it is a text of its own.</summary>
    private static bool IsValue(LiteralExpressionSyntax literal) =>
        literal.Token.Value is not string text
            || (text.Length <= LongestValue && text.IndexOf('=') < 0 && text.IndexOf(';') < 0 && text.IndexOf("//", StringComparison.Ordinal) < 0);

    /// <summary>Reads expressions as one text; each can be edited where its literal stands.</summary>
    public JoinedText Join(IEnumerable<(string Name, ExpressionSyntax Value)> expressions)
    {
        var builder = new DecodedText.Builder();
        var parts = ImmutableArray.CreateBuilder<NamedPart>();
        foreach (var (name, value) in expressions)
        {
            var start = builder.Length;
            Append(value, builder);
            parts.Add(new NamedPart(name, start, builder.Length - start));
            builder.AddConstant(" ", value.Span.End, 0);
        }

        return new JoinedText(builder.ToDecodedText(), parts.ToImmutable());
    }

    /// <summary>A text within the text.</summary>
    private bool TryAppendText(ExpressionSyntax text, DecodedText.Builder builder)
    {
        var inner = new DecodedText.Builder();
        if (!CSharpStringReader.TryAppend(text, this, inner))
        {
            return false;
        }

        var decoded = inner.ToDecodedText();
        builder.AddRange(decoded, 0, decoded.Value.Length);
        return true;
    }

    /// <summary>The literal at the end of <c>a ?? b ?? "localhost"</c>.</summary>
    private static LiteralExpressionSyntax? FallbackOf(ExpressionSyntax expression)
    {
        var isChoice = false;
        while (CSharpExpressions.Bare(expression) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
        {
            expression = coalesce.Right;
            isChoice = true;
        }

        return isChoice ? CSharpExpressions.Bare(expression) as LiteralExpressionSyntax : null;
    }

    /// <summary>The value of a local that has one, or of a constant that may be edited in its declaration.</summary>
    private bool TryAppend(ISymbol symbol, ExpressionSyntax operand, DecodedText.Builder builder)
    {
        if (InitializerOf(symbol) is not { } initializer
            || symbol is not (ILocalSymbol or IFieldSymbol { IsConst: true, DeclaredAccessibility: Accessibility.Private }))
        {
            return false;
        }

        var (literal, kind) = CSharpExpressions.Bare(initializer) switch
        {
            LiteralExpressionSyntax own => (own, RunKind.Borrowed),
            var other when FallbackOf(other) is { } fallback => (fallback, RunKind.Fallback),
            _ => (null, RunKind.Hole),
        };
        if (literal is null)
        {
            return false;
        }

        var uses = usesOf(symbol);
        if (uses.Count == 0 || (symbol is ILocalSymbol { IsConst: false } && uses.Any(CSharpExpressions.IsWritten)))
        {
            return false;
        }

        // A second use may be of another kind: what stands there is not edited, and shown where this text names it.
        if (uses.Count == 1 && CSharpSymbols.IsSeenHereOnly(symbol, model.SyntaxTree) && TryBorrow(literal, operand, kind, builder))
        {
            return true;
        }

        if (kind == RunKind.Fallback || TextOf(literal.Token.Value) is not { } value)
        {
            return false;
        }

        builder.AddConstant(value, operand.SpanStart, operand.Span.Length);
        return true;
    }

    /// <summary>The initialiser of a variable of this tree.</summary>
    private ExpressionSyntax? InitializerOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == model.SyntaxTree
            && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                ? initializer
                : null;

    /// <summary>Appends a literal in its own place, so that it can be edited there; one with escapes is only read.</summary>
    public static bool TryBorrow(LiteralExpressionSyntax literal, ExpressionSyntax operand, RunKind kind, DecodedText.Builder builder)
    {
        var token = literal.Token;
        if (token.IsKind(SyntaxKind.NumericLiteralToken))
        {
            // `3306u` is the number and a suffix; `0xCEA` and `3_306` are not written as they read.
            if (TextOf(token.Value) is not { } number || !token.Text.StartsWith(number, StringComparison.Ordinal))
            {
                return false;
            }

            builder.AddBorrowed(number, token.SpanStart, kind);
            return true;
        }

        var decoded = new DecodedText.Builder();
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || !CSharpStringReader.TryAppend(token, decoded))
        {
            return false;
        }

        var text = decoded.ToDecodedText();
        if (text.Runs is [{ Kind: RunKind.Identity } run])
        {
            builder.AddBorrowed(text.Value, run.SourceStart, kind);
        }
        else
        {
            builder.AddConstant(text.Value, operand.SpanStart, operand.Span.Length);
        }

        return true;
    }

    /// <summary>The text that a constant becomes; null when it is none, or when its type decides how it is written (an enum, a fraction).</summary>
    private string? ConstantOf(ExpressionSyntax expression) =>
        model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: var value }
            && model.GetTypeInfo(expression, cancellationToken).Type is not { TypeKind: TypeKind.Enum }
            ? TextOf(value)
            : null;

    private static string? TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        char character => character.ToString(),
        int or long or short or ushort or uint or byte or bool => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
