using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>The C# reader of calls that give what they are given: a default, an argument, a text that is trimmed.</summary>
/// <param name="model">The semantic model of the tree.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpDefaults(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>How libraries name the parameter that counts where a setting is missing.</summary>
    private static readonly string[] s_defaults = ["defaultValue", "fallback", "fallbackValue", "default", "def", "otherwise", "orElse", "valueIfMissing"];

    private static readonly string[] s_numbers = ["Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64"];
    private static readonly string[] s_parsers = ["ToInt16", "ToInt32", "ToInt64", "ToUInt16", "ToUInt32", "ToUInt64"];

    /// <summary>The argument that counts where what the call asks for is missing: <c>GetValue("Db:Host", "localhost")</c>.</summary>
    /// <returns>Null for a call that takes no such argument.</returns>
    public ExpressionSyntax? DefaultOf(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count is 0 or > 4)
        {
            return null;
        }

        var info = model.GetSymbolInfo(call, cancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
        {
            // A package that is not restored: the name is all there is.
            return arguments.Count == 2 && NameOf(call)?.StartsWith("Get", StringComparison.Ordinal) == true ? arguments[1].Expression : null;
        }

        return arguments.FirstOrDefault(argument => ParameterOf(method, argument) is { } parameter && IsDefault(parameter))?.Expression;
    }

    /// <summary>True for a parameter that its method gives back where something else is missing: by its name, or by what the user's own method
    /// returns.</summary>
    public bool IsDefault(IParameterSymbol parameter)
    {
        if (parameter.DeclaringSyntaxReferences is not [var declaration])
        {
            return s_defaults.Contains(parameter.Name);
        }

        return declaration.GetSyntax(cancellationToken).Parent?.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax
            && declaration.GetSyntax(cancellationToken).Parent!.Parent is { } method
            && ResultsOf(method).SelectMany(Branches).Any(result => result is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name);
    }

    /// <summary>What the calls of a tree give to a parameter of a method or constructor.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="usesOf">The uses of a method or type in the tree.</param>
    public IEnumerable<ExpressionSyntax> ArgumentsFor(IParameterSymbol parameter, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor } method)
        {
            yield break;
        }

        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var own = !isConstructor ? [] : method.ContainingType.DeclaringSyntaxReferences
            .Where(part => part.SyntaxTree == model.SyntaxTree)
            .SelectMany(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax type ? InitializersIn(type, SyntaxKind.ThisConstructorInitializer)
                : [])
            .Select(static initializer => ((SyntaxNode)initializer, initializer.ArgumentList));
        foreach (var (call, list) in usesOf(isConstructor ? method.ContainingType : method).SelectMany(CallsAt).Concat(own))
        {
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition, method.OriginalDefinition)
                && list.Arguments.FirstOrDefault(argument => ParameterOf(method, argument)?.Ordinal == parameter.Ordinal) is { } given)
            {
                yield return given.Expression;
            }
        }
    }

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
        value.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } values && assignment.Right == values
            ? assignment.Left switch
            {
                TupleExpressionSyntax targets when targets.Arguments.Count == values.Arguments.Count =>
                    targets.Arguments[values.Arguments.IndexOf(value)].Expression switch
                    {
                        DeclarationExpressionSyntax { Designation: var variable } => variable,
                        var target => target,
                    },
                DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax variables } when variables.Variables.Count == values.Arguments.Count => variables.Variables[values.Arguments.IndexOf(value)],
                _ => null,
            }
            : null;

    /// <summary>True for <c>int.TryParse(text, out port)</c>: the value counts where there is one.</summary>
    public static bool IsTried(IdentifierNameSyntax use) =>
        TargetOf(use).Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
            && argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword)
        && NameOf(call)?.StartsWith("Try", StringComparison.Ordinal) == true;

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

    private static IEnumerable<ExpressionSyntax> Branches(ExpressionSyntax result) => CSharpOperands.Bare(result) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Branches(coalesce.Left).Concat(Branches(coalesce.Right)),
        ConditionalExpressionSyntax choice => Branches(choice.WhenTrue).Concat(Branches(choice.WhenFalse)),
        var other => [other],
    };

    private static string? NameOf(InvocationExpressionSyntax call) => NameOf(call.Expression);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The calls whose method or type a name is, also where <c>new(...)</c> leaves the type to the variable.</summary>
    private static IEnumerable<(SyntaxNode Call, ArgumentListSyntax List)> CallsAt(IdentifierNameSyntax use)
    {
        var name = TargetOf(use);
        switch (name.Parent)
        {
            case InvocationExpressionSyntax call when call.Expression == name:
                yield return (call, call.ArgumentList);
                break;
            case ObjectCreationExpressionSyntax { ArgumentList: { } list } creation when creation.Type == name:
                yield return (creation, list);
                break;
            case VariableDeclarationSyntax declaration:
                foreach (var variable in declaration.Variables)
                {
                    if (variable.Initializer?.Value is ImplicitObjectCreationExpressionSyntax { ArgumentList: var list } creation)
                    {
                        yield return (creation, list);
                    }
                }

                break;
            case PropertyDeclarationSyntax { Initializer.Value: ImplicitObjectCreationExpressionSyntax { ArgumentList: var list } creation }:
                yield return (creation, list);
                break;
            case PrimaryConstructorBaseTypeSyntax derived:
                yield return (derived, derived.ArgumentList);
                break;
            case SimpleBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax derived }:
                foreach (var initializer in InitializersIn(derived, SyntaxKind.BaseConstructorInitializer))
                {
                    yield return (initializer, initializer.ArgumentList);
                }

                break;
        }
    }

    private static IEnumerable<ConstructorInitializerSyntax> InitializersIn(TypeDeclarationSyntax type, SyntaxKind kind) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().Select(static constructor => constructor.Initializer)
            .Where(initializer => initializer.IsKind(kind)).OfType<ConstructorInitializerSyntax>();

    private static IParameterSymbol? ParameterOf(IMethodSymbol method, ArgumentSyntax argument)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var name })
        {
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        }

        var index = argument.Parent is BaseArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        return index >= 0 && index < method.Parameters.Length ? method.Parameters[index] : null;
    }
}
