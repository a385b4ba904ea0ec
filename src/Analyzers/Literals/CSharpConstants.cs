using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>
/// What an operand of a text is worth, by the syntax of its own file alone: a literal, a constant of the file, or a local or
/// read-only field of it with one value. Anything else is a hole.
/// </summary>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpConstants(CancellationToken cancellationToken) : ICSharpOperands
{
    /// <summary>Constants that are made of constants.</summary>
    private const int MostHops = 4;

    private readonly Dictionary<ExpressionSyntax, string?> _values = [];
    private readonly Dictionary<(SyntaxNode Member, string Name), (bool IsLocal, ExpressionSyntax? Value)> _locals = [];
    private readonly Dictionary<(TypeDeclarationSyntax Type, string Name), (bool IsMember, ExpressionSyntax? Value)> _members = [];
    private int _hops;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>A chain is read for the literals in it, so that it is a text.</summary>
    public bool IsString(ExpressionSyntax expression) => true;

    /// <summary>Reads an expression; null when it is half typed.</summary>
    public DecodedText? Read(ExpressionSyntax expression)
    {
        var builder = new DecodedText.Builder();
        return CSharpStringReader.TryAppend(CSharpExpressions.Bare(expression), this, builder) ? builder.ToDecodedText() : null;
    }

    /// <summary>The value of an expression that has no hole; null when it is not known.</summary>
    public string? ValueOf(ExpressionSyntax expression) => Read(expression) is { HasHoles: false } text ? text.Value : null;

    public void Append(ExpressionSyntax operand, DecodedText.Builder builder)
    {
        var bare = CSharpExpressions.Bare(operand);
        var value = bare switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: int or uint or long or ushort } number =>
                Convert.ToString(number.Token.Value, System.Globalization.CultureInfo.InvariantCulture),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression } character => character.Token.ValueText,
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => "true",
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => "false",
            LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } =>
                ReadFurther(bare),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => InitializerOf(bare) is { } initializer ? ReadFurther(initializer) : null,
            _ => null,
        };
        if (value is null)
        {
            builder.AddHole(operand.SpanStart, operand.Span.Length);
        }
        else
        {
            builder.AddConstant(value, operand.SpanStart, operand.Span.Length);
        }
    }

    private string? ReadFurther(ExpressionSyntax expression)
    {
        if (_values.TryGetValue(expression, out var known))
        {
            return known;
        }

        if (_hops >= MostHops)
        {
            return null;
        }

        _hops++;
        var value = ValueOf(expression);
        _hops--;
        return _values[expression] = value;
    }

    /// <summary>What a name stands for, wherever it is read.</summary>
    private ExpressionSyntax? InitializerOf(ExpressionSyntax use) => use switch
    {
        IdentifierNameSyntax name =>
            OfLocal(name) is { IsLocal: true } found ? found.Value : OfField(name.Identifier.ValueText, use.Ancestors().OfType<TypeDeclarationSyntax>()),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } =>
            OfField(name.Identifier.ValueText, use.Ancestors().OfType<TypeDeclarationSyntax>().Take(1)),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type, Name: IdentifierNameSyntax name } =>
            OfField(name.Identifier.ValueText,
                use.SyntaxTree.GetRoot(cancellationToken)
                    .DescendantNodes(static node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<TypeDeclarationSyntax>().Where(known => known.Identifier.ValueText == type.Identifier.ValueText)),
        _ => null,
    };

    private (bool IsLocal, ExpressionSyntax? Value) OfLocal(IdentifierNameSyntax use)
    {
        SyntaxNode? member = use.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        member = member is GlobalStatementSyntax ? member.Parent : member;
        if (member is null or BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax)
        {
            return (false, null);
        }

        var key = (member, use.Identifier.ValueText);
        return _locals.TryGetValue(key, out var known) ? known : _locals[key] = FindLocal(member, use.Identifier.ValueText);
    }

    /// <summary>A local that is declared once in its member and never written again. Any other variable of the name hides what lies around.</summary>
    private (bool IsLocal, ExpressionSyntax? Value) FindLocal(SyntaxNode member, string name)
    {
        var isFound = false;
        var isOne = true;
        ExpressionSyntax? value = null;
        foreach (var node in member.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } variable when variable.Identifier.ValueText == name:
                    isOne &= !isFound;
                    isFound = true;
                    value = variable.Initializer?.Value;
                    break;
                case ParameterSyntax parameter when parameter.Identifier.ValueText == name:
                case SingleVariableDesignationSyntax designation when designation.Identifier.ValueText == name:
                case ForEachStatementSyntax loop when loop.Identifier.ValueText == name:
                    return (true, null);
                case IdentifierNameSyntax other when other.Identifier.ValueText == name && CSharpExpressions.IsWritten(other):
                    isOne = false;
                    break;
            }
        }

        return (isFound, isOne ? value : null);
    }

    private ExpressionSyntax? OfField(string name, IEnumerable<TypeDeclarationSyntax> types)
    {
        foreach (var type in types)
        {
            if (!_members.TryGetValue((type, name), out var found))
            {
                _members[(type, name)] = found = FindField(type, name);
            }

            if (found.IsMember)
            {
                return found.Value;
            }
        }

        return null;
    }

    /// <summary>A constant, or a read-only field that is written nowhere else.</summary>
    private static (bool IsMember, ExpressionSyntax? Value) FindField(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name)
            {
                return (true, null);
            }

            if (member is FieldDeclarationSyntax field
                && field.Declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name) is { } found)
            {
                var isFixed = field.Modifiers.Any(SyntaxKind.ConstKeyword)
                    || (field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
                    && !type.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && CSharpExpressions.IsWritten(use)));
                return (true, isFixed ? found.Initializer?.Value : null);
            }
        }

        return (false, null);
    }
}
