using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>What syntax tells of an expression: what it gives, what is given to it.</summary>
internal static class CSharpExpressions
{
    private static readonly string[] s_numbers = ["Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64"];
    private static readonly string[] s_parsers = ["ToInt16", "ToInt32", "ToInt64", "ToUInt16", "ToUInt32", "ToUInt64"];

    /// <summary>The expression without the parentheses and <c>!</c> around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>What a declaration makes a variable or a property from; null for one that makes it from nothing.</summary>
    public static ExpressionSyntax? InitializerOf(SyntaxNode? declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>The text that a call gives as it is: <c>host.Trim()</c>, <c>port.ToString()</c>.</summary>
    public static ExpressionSyntax? TextOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" or "ToLower" or "ToLowerInvariant" } access
        && (call.ArgumentList.Arguments.Count == 0
            || (access.Name.Identifier.ValueText == "ToString" && call.ArgumentList.Arguments is [{ Expression: MemberAccessExpressionSyntax }]))
            ? access.Expression
            : null;

    /// <summary>The text whose number a call gives: <c>int.Parse(port)</c>, <c>Convert.ToUInt32(port)</c>.</summary>
    public static ExpressionSyntax? ParsedBy(InvocationExpressionSyntax call) =>
        call is
        {
            Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var method },
            ArgumentList.Arguments: [{ Expression: var text, RefKindKeyword.RawKind: (int)SyntaxKind.None }, ..],
        }
        && (s_parsers.Contains(method) ? NameOf(type) == "Convert"
            : method == "Parse" && (type is PredefinedTypeSyntax || (NameOf(type) is { } number && s_numbers.Contains(number)))
                && call.ArgumentList.Arguments.Skip(1).All(static format => NameOf(format.Expression) is not ("HexNumber" or "AllowHexSpecifier")))
            ? text
            : null;

    /// <summary>What a property, a method or a local function gives.</summary>
    public static IEnumerable<ExpressionSyntax> ResultsOf(SyntaxNode giver)
    {
        var (arrow, body) = giver switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } own } => (own, (SyntaxNode?)null),
            PropertyDeclarationSyntax property when property.AccessorList?.Accessors.FirstOrDefault(static accessor =>
                accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter => (getter.ExpressionBody, getter.Body),
            MethodDeclarationSyntax method => (method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax function => (function.ExpressionBody, function.Body),
            _ => (null, null),
        };
        return arrow is not null
            ? [arrow.Expression]
            : body?.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(static result => result.Expression).OfType<ExpressionSyntax>() ?? [];
    }

    /// <summary>What is written where a name is used as a target: the name itself, or <c>options.Name</c>.</summary>
    public static ExpressionSyntax TargetOf(IdentifierNameSyntax use) => use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;

    /// <summary>What a deconstruction gives to one of its targets: <c>(host, port) = ("localhost", 3306)</c>; null where that is not written out.</summary>
    /// <param name="target">A target, or the variable that the deconstruction declares.</param>
    public static ExpressionSyntax? PairedWith(SyntaxNode target)
    {
        var (place, count, whole) = target.Parent switch
        {
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument => (tuple.Arguments.IndexOf(argument), tuple.Arguments.Count, (SyntaxNode)tuple),
            ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax declaration } variables when target
                is SingleVariableDesignationSyntax variable =>
                (variables.Variables.IndexOf(variable), variables.Variables.Count, declaration),
            DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument } =>
                (tuple.Arguments.IndexOf(argument), tuple.Arguments.Count, tuple),
            _ => (-1, 0, target),
        };
        return place >= 0 && whole.Parent is AssignmentExpressionSyntax
        {
            RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
            Right: TupleExpressionSyntax values
        } assignment && assignment.Left == whole && values.Arguments.Count == count
            ? values.Arguments[place].Expression
            : null;
    }

    /// <summary>The target that takes one of the values of such a deconstruction.</summary>
    public static SyntaxNode? TargetFor(ArgumentSyntax value) =>
        value.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } values
            && assignment.Right == values
            ? assignment.Left switch
            {
                TupleExpressionSyntax targets when targets.Arguments.Count == values.Arguments.Count =>
                    targets.Arguments[values.Arguments.IndexOf(value)].Expression switch
                    {
                        DeclarationExpressionSyntax { Designation: var variable } => variable,
                        var target => target,
                    },
                DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax variables }
                    when variables.Variables.Count == values.Arguments.Count => variables.Variables[values.Arguments.IndexOf(value)],
                _ => null,
            }
            : null;

    /// <summary>True for <c>int.TryParse(text, out port)</c>: the value counts where there is one.</summary>
    public static bool IsTried(IdentifierNameSyntax use) =>
        TargetOf(use).Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
            && argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
        && NameOf(call.Expression)?.StartsWith("Try", StringComparison.Ordinal) == true;

    /// <summary>True where a use changes the variable.</summary>
    public static bool IsWritten(IdentifierNameSyntax use)
    {
        SyntaxNode target = TargetOf(use);
        while (target.Parent is ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            target = target.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : target.Parent.Parent!;
        }

        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword),
            ForEachVariableStatementSyntax or RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression)
                || prefix.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => true,
            _ => false,
        };
    }

    /// <summary>The name at the end of <c>Server</c> and <c>builder.Server</c>; null for what ends in none.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
