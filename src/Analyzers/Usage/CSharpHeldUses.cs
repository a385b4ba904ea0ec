using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader that follows a literal to its uses.</summary>
internal sealed class CSharpHeldUses
{
    /// <summary>Holders that pass a value on to holders.</summary>
    private const int MostHops = 6;

    private readonly SemanticModel _model;
    private readonly CSharpHolders _holders;
    private readonly CancellationToken _cancellationToken;
    private readonly CSharpDefaults _defaults;
    private readonly CSharpInstances _instances;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly SortedDictionary<int, ExpressionSyntax> _places = [];

    /// <summary>The creation of the object that the value is given to.</summary>
    private BaseObjectCreationExpressionSyntax? _creation;

    private CSharpHeldUses(SemanticModel model, CSharpHolders holders, CancellationToken cancellationToken)
    {
        _model = model;
        _holders = holders;
        _cancellationToken = cancellationToken;
        _defaults = new CSharpDefaults(model, cancellationToken);
        _instances = new CSharpInstances(model, holders.UsesOf, cancellationToken);
    }

    /// <summary>Follows a literal.</summary>
    public static HeldUses Of(LiteralExpressionSyntax literal, SemanticModel model, CSharpHolders holders, CancellationToken cancellationToken)
    {
        var reader = new CSharpHeldUses(model, holders, cancellationToken);
        reader.Walk(literal, MostHops);
        var isHeld = reader._followed.Count > 0 || (reader._places.Count == 1 && reader._places.Values.First() is InvocationExpressionSyntax);
        return new HeldUses(reader._places.Values.ToArray(), reader._followed.Where(IsSeenElsewhere).ToArray(), isHeld);

        bool IsSeenElsewhere(ISymbol holder) => holder is not (ILocalSymbol or IParameterSymbol)
            && (holder.DeclaredAccessibility != Accessibility.Private || !CSharpSymbols.IsSeenHereOnly(holder, model.SyntaxTree));
    }

    private void Walk(ExpressionSyntax expression, int hops)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (SameValue(expression) is { } wider)
        {
            expression = wider;
        }

        switch (expression.Parent)
        {
            case EqualsValueClauseSyntax { Parent: ParameterSyntax or VariableDeclaratorSyntax or PropertyDeclarationSyntax } declaration:
                Follow(_model.GetDeclaredSymbol(declaration.Parent!, _cancellationToken), expression, hops);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(expression.Parent) is { } giver:
                Follow(_model.GetDeclaredSymbol(giver, _cancellationToken), expression, hops);
                break;
            case AnonymousObjectMemberDeclaratorSyntax member:
                Follow(_model.GetDeclaredSymbol(member, _cancellationToken), expression, hops);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment
                when assignment.Right == expression
                    && (_model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol is IFieldSymbol or ILocalSymbol or IParameterSymbol
                    or IPropertySymbol { IsIndexer: false, DeclaringSyntaxReferences.IsEmpty: false }):
                Follow(_model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol, expression, hops);
                break;
            case ArgumentSyntax { Parent: TupleExpressionSyntax } value when CSharpExpressions.TargetFor(value) is { } target:
                Follow(target is ExpressionSyntax ? _model.GetSymbolInfo(target, _cancellationToken).Symbol
                    : _model.GetDeclaredSymbol(target, _cancellationToken), expression, hops);
                break;
            case ArgumentSyntax { Parent.Parent: { } call } argument when ParameterOf(call, argument) is { DeclaringSyntaxReferences: [var own] } parameter
                && own.SyntaxTree == _model.SyntaxTree:
                Follow(parameter, expression, hops);
                break;
            default:
                AddPlace(expression);
                break;
        }
    }

    private void Follow(ISymbol? holder, ExpressionSyntax expression, int hops)
    {
        var outer = _creation;
        _creation = _instances.GivenTo(expression) ?? outer;
        FollowGiven(holder, expression, hops);
        _creation = outer;
    }

    private void FollowGiven(ISymbol? holder, ExpressionSyntax expression, int hops)
    {
        if (holder is null || hops == 0)
        {
            AddPlace(expression);
            return;
        }

        holder = holder.OriginalDefinition;
        if (!_followed.Add(holder))
        {
            return;
        }

        foreach (var use in _holders.UsesOf(holder))
        {
            if (!IsTarget(use) && !OnlyAsks(use) && !IsOfAnother(holder, CSharpExpressions.TargetOf(use)))
            {
                // What a method gives is the value of its call.
                Walk(holder is IMethodSymbol && CSharpExpressions.TargetOf(use) is { Parent: InvocationExpressionSyntax call } name && call.Expression == name
                    ? call : use, hops - 1);
            }
        }

        if (holder is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type } }
            && type.GetMembers(holder.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
        {
            Follow(property, expression, hops - 1);
        }

        foreach (var declared in DeclaredBy(holder))
        {
            Follow(declared, expression, hops - 1);
        }
    }

    /// <summary>The members that this one stands for where code knows its object by a base or an interface.</summary>
    private static IEnumerable<ISymbol> DeclaredBy(ISymbol holder)
    {
        if (holder is not (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }))
        {
            return [];
        }

        var implemented = holder.ContainingType.AllInterfaces.SelectMany(known => known.GetMembers(holder.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(holder.ContainingType.FindImplementationForInterfaceMember(member), holder));
        ISymbol? overridden = (holder as IPropertySymbol)?.OverriddenProperty ?? (ISymbol?)(holder as IMethodSymbol)?.OverriddenMethod;
        return overridden is null ? implemented : implemented.Append(overridden);
    }

    /// <summary>True for a member that is read of another object of the type than the one that is given the value.</summary>
    private bool IsOfAnother(ISymbol holder, ExpressionSyntax use) =>
        _creation is not null && (holder is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false })
        && CSharpInstances.ReceiverOf(use) is { } receiver && _instances.CreationOf(receiver) is { } creation && creation != _creation
        && SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(_creation, _cancellationToken).Type?.OriginalDefinition, holder.ContainingType);

    private void AddPlace(ExpressionSyntax expression) => _places[expression.SpanStart] = expression;

    /// <summary>The expression whose value is the same one, where that is the value.</summary>
    private ExpressionSyntax? SameValue(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } =>
            (ExpressionSyntax)expression.Parent,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce,
        ConditionalExpressionSyntax choice when choice.Condition != expression => choice,
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == expression => choice,
        MemberAccessExpressionSyntax access when access.Name == expression => access,
        MemberBindingExpressionSyntax binding => binding,
        ConditionalAccessExpressionSyntax access when access.WhenNotNull == expression => access,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression
            && CSharpExpressions.TextOf(call) == expression => call,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when CSharpExpressions.ParsedBy(call) == expression
            || _defaults.DefaultOf(call) == expression => call,
        _ => null,
    };

    private IParameterSymbol? ParameterOf(SyntaxNode call, ArgumentSyntax argument) =>
        _model.GetSymbolInfo(call, _cancellationToken).Symbol is { } callee ? CSharpSymbols.ParameterOf(callee, argument) : null;

    private static bool IsTarget(IdentifierNameSyntax use) => CSharpExpressions.IsWritten(use);

    /// <summary>True for <c>string.IsNullOrEmpty(host)</c>, <c>host is null</c>, <c>nameof(host)</c>: the value itself is not looked at.</summary>
    private static bool OnlyAsks(IdentifierNameSyntax use) => CSharpExpressions.TargetOf(use).Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            CSharpShapes.NamesOf(call).Member is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "nameof",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } test => CSharpShapes.IsNothing(test.Left)
            || CSharpShapes.IsNothing(test.Right),
        IsPatternExpressionSyntax test => test.Pattern is ConstantPatternSyntax { Expression: var constant } ? CSharpShapes.IsNothing(constant)
            : test.Pattern is UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var not } } && CSharpShapes.IsNothing(not),
        _ => false,
    };
}
