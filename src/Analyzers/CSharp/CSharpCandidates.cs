using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>The quick questions that are asked of every string of a compilation. They allocate nothing.</summary>
internal static class CSharpCandidates
{
    /// <summary>The shortest part of a text that names a host, <c>Host=</c>, in quotes: a shorter literal is not even looked into.</summary>
    private const int ShortestPart = 7;

    /// <summary>The longest name of a host (RFC 1035), in quotes.</summary>
    private const int LongestName = 257;

    /// <summary>The text that a node begins: a literal, or an interpolated string for the first of its parts that may connect.</summary>
    /// <returns>Null when no grammar can find a host in what the node writes, or when another part of the same text does.</returns>
    public static ExpressionSyntax? BegunBy(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => (literal.FullSpan.Length >= ShortestPart && literal.Token.Value is string text && EndpointReader.MayConnect(text)
            && IsFirstOfChain(literal)) || IsGivenAsHost(literal) || IsHeldName(literal) || IsHeldLoopback(literal) ? literal : null,
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } part =>
            EndpointReader.MayConnect(part.TextToken.ValueText) && IsFirstOf(interpolated, part) && IsFirstOfChain(interpolated) ? interpolated : null,
        _ => null,
    };

    /// <summary>True for a name that code gives to something as its host: nothing in the name itself tells.</summary>
    public static bool IsGivenAsHost(LiteralExpressionSyntax literal) =>
        (literal.Span.Length is >= 4 and <= LongestName)
        && literal.Parent!.RawKind switch
        {
            (int)SyntaxKind.SimpleAssignmentExpression => IsHostOption((AssignmentExpressionSyntax)literal.Parent, literal),
            (int)SyntaxKind.Argument => IsHostArgument((ArgumentSyntax)literal.Parent),
            (int)SyntaxKind.CollectionInitializerExpression => IsHostElement((InitializerExpressionSyntax)literal.Parent),
            (int)SyntaxKind.ComplexElementInitializerExpression => literal.Parent.Parent is InitializerExpressionSyntax list && IsHostElement(list),
            _ => false,
        }
        && literal.Token.Value is string text && AddressReader.IsName(text);

    /// <summary>True for a name that something holds which is called a host: a variable, a property, a parameter. Allocates nothing.</summary>
    public static bool IsHeldName(LiteralExpressionSyntax literal) =>
        (literal.Span.Length is >= 4 and <= LongestName) && HolderOf(literal) is { } holder && IsHostHolder(holder) && literal.Token.Value is string text
            && AddressReader.IsName(text);

    /// <summary>True for an address of this machine that something holds: its port may be wrong.</summary>
    private static bool IsHeldLoopback(LiteralExpressionSyntax literal) =>
        (literal.Span.Length is > 8 and < 18) && literal.Token.Value is string text && text.StartsWith("127.", StringComparison.Ordinal)
            && HolderOf(literal) is not null;

    /// <summary>True for what may be a host, with or without a port, and no text of a grammar.</summary>
    public static bool IsBareHost(LiteralExpressionSyntax literal) =>
        (literal.Span.Length is >= 4 and <= LongestName) && literal.Token.Value is string text && text.IndexOf('=') < 0 && text.IndexOf(';') < 0
            && text.IndexOf('/') < 0;

    /// <summary>What a literal is a value or a default of.</summary>
    private static string? HolderOf(ExpressionSyntax value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
        {
            value = (ExpressionSyntax)value.Parent;
        }

        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } => parameter.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when assignment.Right == value => target.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax target } assignment when assignment.Right == value =>
                target.Name.Identifier.ValueText,
            AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var member } => member,
            ArgumentSyntax { Parent.Parent: ExpressionSyntax { Parent: not null } call } when call.Parent is not ArgumentSyntax => HolderOf(call),
            _ => null,
        };
    }

    private static bool IsHostHolder(string name) =>
        name.EndsWith("host", StringComparison.OrdinalIgnoreCase) || name.EndsWith("hostname", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("server", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("address", StringComparison.OrdinalIgnoreCase) || name.EndsWith("datasource", StringComparison.OrdinalIgnoreCase);

    private static bool IsHostOption(AssignmentExpressionSyntax assignment, LiteralExpressionSyntax value) =>
        assignment.Right == value && assignment.Left switch
        {
            IdentifierNameSyntax option => IsHostOption(option.Identifier.ValueText),
            MemberAccessExpressionSyntax access => IsHostOption(access.Name.Identifier.ValueText),
            ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } => IsHostOption(key),
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } =>
                IsHostOption(key),
            _ => false,
        };

    private static bool IsHostArgument(ArgumentSyntax argument) => argument.Parent?.Parent switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => AddressApis.MayMakeOfName(NameOf(type)),

        // A type that is not named is known by the port behind the host.
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, { Expression: LiteralExpressionSyntax number }, ..] } =>
            first == argument && number.IsKind(SyntaxKind.NumericLiteralExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var target } } =>
            AddressApis.MayTakeName(member, NameOf(target)),
        _ => false,
    };

    /// <summary>Of the servers that a client is given: <c>EndPoints = { "cache" }</c>.</summary>
    private static bool IsHostElement(InitializerExpressionSyntax list) => list.Parent switch
    {
        AssignmentExpressionSyntax { Left: var target } => AddressApis.IsListOfNames(NameOf(target)),
        ObjectCreationExpressionSyntax { Type: var type } => AddressApis.IsListOfNames(NameOf(type)),
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };

    private static bool IsHostOption(string name) => AddressApis.MayHoldName(name);

    /// <summary>False when no grammar can find a host in what the expression writes.</summary>
    public static bool MayConnect(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return literal.Token.Value is string text && EndpointReader.MayConnect(text);
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if ((content is InterpolatedStringTextSyntax part && EndpointReader.MayConnect(part.TextToken.ValueText))
                        || (content is InterpolationSyntax hole && MayConnect(hole.Expression)))
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

    private static bool IsFirstOf(InterpolatedStringExpressionSyntax interpolated, InterpolatedStringTextSyntax part)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax other && EndpointReader.MayConnect(other.TextToken.ValueText))
            {
                return other == part;
            }
        }

        return true;
    }

    /// <summary>
    /// A chain is read once, for the first of its operands that may connect. Each operand looks back to the one before it that
    /// may, so all of them together look at each operand once.
    /// </summary>
    private static bool IsFirstOfChain(ExpressionSyntax text)
    {
        for (var node = text; CSharpShapes.WiderThan(node) is { } wider; node = wider)
        {
            if ((wider is BinaryExpressionSyntax sum && sum.Right == node && MayConnect(sum.Left))
                || (wider is InterpolatedStringExpressionSyntax around && IsBegunBefore(around, node)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The parts of an interpolated string come before its holes, and these in their order.</summary>
    private static bool IsBegunBefore(InterpolatedStringExpressionSyntax around, ExpressionSyntax hole)
    {
        var isBefore = true;
        foreach (var content in around.Contents)
        {
            isBefore &= content != hole.Parent;
            if ((content is InterpolatedStringTextSyntax part && EndpointReader.MayConnect(part.TextToken.ValueText))
                || (isBefore && content is InterpolationSyntax other && MayConnect(other.Expression)))
            {
                return true;
            }
        }

        return false;
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
