using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What syntax alone tells of the way a value goes.</summary>
internal static class CSharpShapes
{
    private static readonly string[] s_changing = ["Replace", "Insert", "Remove"];
    private static readonly string[] s_unchanging = ["Trim", "TrimStart", "TrimEnd", "ToString"];

    /// <summary>The expression that has the same value, or a text made of it; null when the value is used here.</summary>
    public static ExpressionSyntax? PassedOn(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        CastExpressionSyntax cast => cast,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => suppressed,
        ConditionalExpressionSyntax conditional when conditional.Condition != expression => conditional,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression } binary => binary,
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => interpolated,
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == expression => choice,

        // `FormattableString.Invariant($"...")`, `string.Create(culture, $"...")`.
        ArgumentSyntax
        {
            Parent: ArgumentListSyntax
            {
                Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "Invariant" or "CurrentCulture" or "Create",
                        Expression: IdentifierNameSyntax { Identifier.ValueText: "FormattableString" } or PredefinedTypeSyntax,
                    },
                } formatted,
            },
        } => formatted,

        // An element goes where its list goes.
        InitializerExpressionSyntax
        {
            RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression,
            Parent: ExpressionSyntax and (BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax)
                and var list,
        } => list,
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => collection,

        // `Settings.Text` and `this.text`: the name on the right is the holder, the whole expression its value.
        MemberAccessExpressionSyntax access when access.Name == expression => access,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } when GivesText(expression) => call,
        ConditionalAccessExpressionSyntax conditional when GivesText(expression) => conditional,
        _ => null,
    };

    /// <summary>The text that a part belongs to: the top-most <c>+</c> of its chain, the interpolated string around its hole, or itself.</summary>
    public static ExpressionSyntax TopOf(ExpressionSyntax text)
    {
        var top = text;
        for (var node = text; WiderThan(node) is { } wider; node = wider)
        {
            top = wider is ParenthesizedExpressionSyntax ? top : wider;
        }

        return top;
    }

    /// <summary>Where a value is used together with others: the text that it becomes a part of, else the block, the object or the member around it.</summary>
    public static SyntaxNode? AroundOf(ExpressionSyntax use) => TopOf(use) is var top && top != use ? top
        : use.FirstAncestorOrSelf<SyntaxNode>(static node =>
            node is BlockSyntax or InitializerExpressionSyntax or ArgumentListSyntax or MemberDeclarationSyntax);

    /// <summary>The text that another expression becomes a part of where it stands; null for what is none.</summary>
    public static ExpressionSyntax? WiderThan(ExpressionSyntax node) => node.Parent switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => sum,
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => interpolated,
        _ => null,
    };

    /// <summary>True for a method that gives another text than that it is called on.</summary>
    public static bool IsChanging(string method) => s_changing.Contains(method);

    /// <summary>The method that is called on the text: <c>text.Method(...)</c> or <c>text?.Method(...)</c>.</summary>
    public static (string Name, InvocationExpressionSyntax Call)? CallOn(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression =>
            (access.Name.Identifier.ValueText, call),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } call } conditional
            when conditional.Expression == expression => (binding.Name.Identifier.ValueText, call),
        _ => null,
    };

    /// <summary>The property, method or local function whose value an arrow or a <c>return</c> gives.</summary>
    public static SyntaxNode? GiverOf(SyntaxNode arrowOrReturn) =>
        arrowOrReturn.FirstAncestorOrSelf<SyntaxNode>(
            static node => node is PropertyDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
                or AnonymousFunctionExpressionSyntax)
            is var giver and (PropertyDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax) ? giver : null;

    /// <summary>How such a property, method or local function is called.</summary>
    public static string NameOfGiver(SyntaxNode giver) => giver switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Names of the type and the member that a call reaches, as far as it is written.</summary>
    public static (string? Type, string Member) NamesOf(SyntaxNode call) => call switch
    {
        // `NpgsqlDataSource.Create(...)`: what begins with a capital may be the type.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } access } when IsCapital(type) =>
            (type.Identifier.ValueText, access.Name.Identifier.ValueText),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax type } } access,
        } when IsCapital(type) => (type.Identifier.ValueText, access.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => (null, access.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => (null, binding.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => (null, name.Identifier.ValueText),
        ObjectCreationExpressionSyntax creation => (NameOf(creation.Type), ".ctor"),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } =>
            (NameOf(property.Type), ".ctor"),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } } =>
            (NameOf(declaration.Type), ".ctor"),
        ImplicitObjectCreationExpressionSyntax { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } } =>
            (NameOf(method.ReturnType), ".ctor"),
        ImplicitObjectCreationExpressionSyntax => (null, ".ctor"),
        ConstructorInitializerSyntax { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword, Parent.Parent: TypeDeclarationSyntax own } =>
            (own.Identifier.ValueText, ".ctor"),
        ConstructorInitializerSyntax { Parent.Parent: TypeDeclarationSyntax { BaseList.Types: [var known, ..] } } => (NameOf(known.Type), ".ctor"),
        PrimaryConstructorBaseTypeSyntax known => (NameOf(known.Type), ".ctor"),
        _ => (null, ""),
    };

    /// <summary>A name that is being typed is empty.</summary>
    private static bool IsCapital(IdentifierNameSyntax name) => name.Identifier.ValueText is { Length: > 0 } text && char.IsUpper(text[0]);

    /// <summary>
    /// The names that a call is reached by, and those of its type arguments: <c>AddPostgres().With...</c>, <c>new
    /// Repository&lt;MySqlConnection&gt;(...)</c>.
    /// </summary>
    public static IEnumerable<string> NamesAround(SyntaxNode call)
    {
        var callee = call switch
        {
            InvocationExpressionSyntax invocation => invocation.Expression,
            ObjectCreationExpressionSyntax creation => (SyntaxNode)creation.Type,
            _ => null,
        };
        while (callee is not null)
        {
            var name = callee switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                SimpleNameSyntax simple => simple,
                QualifiedNameSyntax qualified => qualified.Right,
                _ => null,
            };
            foreach (var type in (name as GenericNameSyntax)?.TypeArgumentList.Arguments ?? default)
            {
                if (NameOf(type) is { } argument)
                {
                    yield return argument;
                }
            }

            callee = callee switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                InvocationExpressionSyntax inner => inner.Expression,
                _ => null,
            };
            if (callee is MemberAccessExpressionSyntax { Name: var next })
            {
                yield return next.Identifier.ValueText;
            }
            else if (callee is SimpleNameSyntax last)
            {
                yield return last.Identifier.ValueText;
            }
        }
    }

    /// <summary>The keys by which the left side of a <c>??</c> asks for a setting: <c>GetConnectionString("MySql")</c>, <c>configuration["..."]</c>.</summary>
    public static IEnumerable<string> KeysAskedFor(ExpressionSyntax left) => left switch
    {
        InvocationExpressionSyntax call =>
            call.ArgumentList.Arguments.Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string).OfType<string>(),
        ElementAccessExpressionSyntax element =>
            element.ArgumentList.Arguments.Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string).OfType<string>(),
        _ => [],
    };

    /// <summary>The last part of a type's name, without type arguments; null for what is no name.</summary>
    public static string? NameOf(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };

    /// <summary>Whose property is assigned: <c>ConnectionString</c> is declared by a base class, the driver's type is the evidence.</summary>
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } } => creation,
        _ => null,
    };

    /// <summary>What a method is called on: <c>section.Get()</c>, <c>section?.Get()</c>; null for a name alone.</summary>
    public static ExpressionSyntax? CalledOn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    /// <summary>The option that an assignment to <c>Server</c>, <c>builder.Server</c> or <c>builder["Server"]</c> sets; null for another target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="textOf">What a key is worth; null where that is not known.</param>
    public static string? OptionKeyOf(ExpressionSyntax target, Func<ExpressionSyntax, string?> textOf) => target switch
    {
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => textOf(key),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } => textOf(key),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => CSharpExpressions.NameOf(target),
        _ => null,
    };

    /// <summary>True for <c>null</c> and the empty text.</summary>
    public static bool IsNothing(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or LiteralExpressionSyntax { Token.ValueText.Length: 0 };

    private static bool GivesText(ExpressionSyntax expression) =>
        CallOn(expression) is { } call && (s_unchanging.Contains(call.Name) || s_changing.Contains(call.Name));
}
