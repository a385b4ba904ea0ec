using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What syntax alone tells of the types in a tree.</summary>
internal static class SyntacticTypes
{
    /// <summary>
    /// True when a use of a member's name may be that of a type: by the type's name, by a variable that is declared with it, or from within
    /// it.
    /// </summary>
    /// <param name="use">The member's name.</param>
    /// <param name="type">The type that declares it.</param>
    public static bool MayDeclare(string type, IdentifierNameSyntax use)
    {
        switch (use.Parent)
        {
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access when access.Name == use:
                return IsWithin(type, use);
            case MemberAccessExpressionSyntax access when access.Name == use:
                return (LastName(access.Expression) is { } qualifier && (qualifier == type || IsAliasOf(qualifier, type, use)))
                    || (RootOf(access.Expression) is { } root && DeclarationOf(root, use) is { } declaration && Names(declaration, type))
                    || IsGiven(access.Expression, type);
            case MemberBindingExpressionSyntax:
                return use.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional && RootOf(conditional.Expression) is { } holder
                    && DeclarationOf(holder, use) is { } known && Names(known, type);
            case NameColonSyntax or NameEqualsSyntax:
                return false;
            default:
                return IsWithin(type, use) || IsImported(type, use);
        }
    }

    /// <summary>
    /// True when an unqualified name of a type's member is known at a place: within the type or one that names it as its base, or by a static
    /// import.
    /// </summary>
    public static bool IsReachedFrom(string type, SyntaxNode place) => IsImported(type, place)
        || place.Ancestors().OfType<TypeDeclarationSyntax>().Any(declaration => declaration.Identifier.ValueText == type || Names(declaration.BaseList, type));

    /// <summary>True when a list of bases names a type.</summary>
    public static bool Names(BaseListSyntax? bases, string type) => bases?.Types.Any(known => CSharpShapes.NameOf(known.Type) == type) == true;

    /// <summary>
    /// True for what a generic call gives that is asked for a type: <c>section.Get&lt;DbOptions&gt;()</c>,
    /// <c>provider.GetRequiredService&lt;IOptions&lt;DbOptions&gt;&gt;().Value</c>.
    /// </summary>
    private static bool IsGiven(ExpressionSyntax expression, string type)
    {
        while (true)
        {
            switch (expression)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList: var arguments } } }:
                    return arguments.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == type);
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue" } access:
                    expression = access.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>The type that a variable is declared with, or that of what it is made as where the declared one serves every driver.</summary>
    public static string? TypeOf(ExpressionSyntax variable)
    {
        if (variable is BaseObjectCreationExpressionSyntax creation)
        {
            return CSharpShapes.NamesOf(creation).Type;
        }

        if (RootOf(variable) is not { } root || root != LastName(variable) || DeclarationOf(root, variable) is not { } declaration)
        {
            return null;
        }

        var made = (declaration as VariableDeclaratorSyntax)?.Initializer?.Value switch
        {
            ObjectCreationExpressionSyntax made1 => CSharpShapes.NameOf(made1.Type),
            CastExpressionSyntax cast => CSharpShapes.NameOf(cast.Type),
            _ => null,
        };
        return made ?? CSharpShapes.NameOf(DeclaredType(declaration));
    }

    /// <summary>What a local, a field or a property of the same type is made from, where it is declared.</summary>
    public static ExpressionSyntax? ValueOf(IdentifierNameSyntax variable) =>
        CSharpExpressions.InitializerOf(DeclarationOf(variable.Identifier.ValueText, variable));

    /// <summary>What a field or property of a type is made from.</summary>
    public static ExpressionSyntax? ValueOf(TypeDeclarationSyntax type, string member) => CSharpExpressions.InitializerOf(MemberIn(type, member));

    /// <summary>The declarations of a type in a tree.</summary>
    public static IEnumerable<TypeDeclarationSyntax> DeclarationsOf(string type, SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<TypeDeclarationSyntax>()
        .Where(declaration => declaration.Identifier.ValueText == type);

    private static TypeSyntax? DeclaredType(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax parameter => parameter.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    };

    /// <summary>True when a declaration names a type, also as <c>IOptions&lt;Settings&gt;</c> or by what <c>var</c> stands for.</summary>
    private static bool Names(SyntaxNode declaration, string type, int steps = 2)
    {
        var written = DeclaredType(declaration);
        SyntaxNode? told = written is IdentifierNameSyntax { IsVar: true } ? (declaration as VariableDeclaratorSyntax)?.Initializer : written;
        if (told is EqualsValueClauseSyntax { Value: { } value } && steps > 0 && RootOf(value) is { } root && DeclarationOf(root, declaration) is { } other
            && other != declaration && Names(other, type, steps - 1))
        {
            return true;
        }

        return told?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == type) == true;
    }

    /// <summary>The declaration of a variable that a place sees, the innermost first.</summary>
    private static SyntaxNode? DeclarationOf(string name, SyntaxNode place)
    {
        foreach (var scope in place.Ancestors())
        {
            var found = scope switch
            {
                BlockSyntax block =>
                    block.Statements.OfType<LocalDeclarationStatementSyntax>().SelectMany(static statement => statement.Declaration.Variables)
                        .FirstOrDefault(variable => variable.Identifier.ValueText == name),
                UsingStatementSyntax { Declaration: { } declaration } =>
                    declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name),
                BaseMethodDeclarationSyntax method => ParameterIn(method.ParameterList, name),
                LocalFunctionStatementSyntax function => ParameterIn(function.ParameterList, name),
                ParenthesizedLambdaExpressionSyntax lambda => ParameterIn(lambda.ParameterList, name),
                TypeDeclarationSyntax type => (SyntaxNode?)ParameterIn(type.ParameterList, name) ?? MemberIn(type, name),
                CompilationUnitSyntax unit =>
                    unit.Members.OfType<GlobalStatementSyntax>().Select(static statement => statement.Statement).OfType<LocalDeclarationStatementSyntax>()
                    .SelectMany(static statement => statement.Declaration.Variables).FirstOrDefault(variable => variable.Identifier.ValueText == name),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static ParameterSyntax? ParameterIn(ParameterListSyntax? list, string name) =>
        list?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name);

    private static SyntaxNode? MemberIn(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax property && property.Identifier.ValueText == name)
            {
                return property;
            }

            if (member is FieldDeclarationSyntax field
                && field.Declaration.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>Within the type itself or one that names it as its base, unless that hides the member.</summary>
    private static bool IsWithin(string type, IdentifierNameSyntax use) => use.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
        && (declaration.Identifier.ValueText == type
            || (Names(declaration.BaseList, type) && MemberIn(declaration, use.Identifier.ValueText) is null));

    private static bool IsImported(string type, SyntaxNode place) => place.SyntaxTree.GetCompilationUnitRoot().Usings
        .Any(directive => directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) && directive.Name is { } name && CSharpShapes.NameOf(name) == type);

    private static bool IsAliasOf(string alias, string type, SyntaxNode place) => place.SyntaxTree.GetCompilationUnitRoot().Usings
        .Any(directive => directive.Alias?.Name.Identifier.ValueText == alias && directive.Name is { } name && CSharpShapes.NameOf(name) == type);

    /// <summary>The variable at the beginning of <c>options.Value.Text</c>.</summary>
    private static string? RootOf(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax field }:
                    return field.Identifier.ValueText;
                case MemberAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return null;
            }
        }
    }

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ObjectCreationExpressionSyntax creation => CSharpShapes.NameOf(creation.Type),
        ParenthesizedExpressionSyntax parenthesized => LastName(parenthesized.Expression),
        _ => null,
    };
}
