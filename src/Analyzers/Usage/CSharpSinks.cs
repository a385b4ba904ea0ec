using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The C# reader of this room: which sinks a text reaches in its own file, directly or through the locals, fields,
/// constants, properties and parameters that hold it.
/// </summary>
internal sealed class CSharpSinks
{
    /// <summary>Holders that pass a text on to holders: more than this is no longer followed.</summary>
    private const int MostHops = 3;

    /// <summary>A variable that is used more often is not followed: its text is decided by the evidence that is left.</summary>
    private const int MostUses = 500;

    private readonly SemanticModel _model;
    private readonly Func<IdentifierIndex> _identifiers;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<Sink>.Builder _sinks = ImmutableArray.CreateBuilder<Sink>();
    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);
    private bool _isContinued;

    private CSharpSinks(SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
    {
        _model = model;
        _identifiers = identifiers;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Finds the sinks of a text, and whether code adds to the text on its way to them.</summary>
    /// <param name="text">The whole expression of the text.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="identifiers">The names of that tree; asked for only when a variable holds the text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static (ImmutableArray<Sink> Sinks, bool IsContinued) Of(ExpressionSyntax text, SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
    {
        var reader = new CSharpSinks(model, identifiers, cancellationToken);
        reader.Consume(text, 0);
        return (reader._sinks.ToImmutable(), reader._isContinued);
    }

    /// <summary>Looks at what is done with the value of an expression.</summary>
    private void Consume(ExpressionSyntax expression, int hops)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (PassedOn(expression) is { } wider)
        {
            _isContinued |= wider.IsKind(SyntaxKind.AddExpression) || wider.IsKind(SyntaxKind.InterpolatedStringExpression);
            expression = wider;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent.Parent: { } call }:
                AddCall(call);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression }:
                _isContinued = true;
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                AddTarget(assignment.Left, hops);
                break;
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                Follow(_model.GetDeclaredSymbol(declaration, _cancellationToken), hops);
                break;
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                Follow(_model.GetDeclaredSymbol(property, _cancellationToken), hops);
                break;
            case ArrowExpressionClauseSyntax { Parent: AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } }:
                Follow(_model.GetDeclaredSymbol(property, _cancellationToken), hops);
                break;
            case ReturnStatementSyntax returned when returned.FirstAncestorOrSelf<SyntaxNode>(IsMember) is AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property }:
                Follow(_model.GetDeclaredSymbol(property, _cancellationToken), hops);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case ConstantPatternSyntax or CaseSwitchLabelSyntax:
                _sinks.Add(Sink.Comparison);
                break;
        }
    }

    /// <summary>The expression that has the same value, or a text made of it; null when the value is used here.</summary>
    private static ExpressionSyntax? PassedOn(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        CastExpressionSyntax cast => cast,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => suppressed,
        ConditionalExpressionSyntax conditional when conditional.Condition != expression => conditional,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression } binary => binary,
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => interpolated,
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == expression => choice,

        // `Settings.Text` and `this.text`: the name on the right is the holder, the whole expression its value.
        MemberAccessExpressionSyntax access when access.Name == expression => access,
        _ => null,
    };

    private static bool IsMember(SyntaxNode node) =>
        node is AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private void AddCall(SyntaxNode call)
    {
        var info = _model.GetSymbolInfo(call, _cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        foreach (var candidate in candidates)
        {
            AddSymbol(candidate, candidate.ContainingType, SinkKind.Argument);
        }

        if (!candidates.IsEmpty)
        {
            return;
        }

        // Half typed, or a package that is not restored: the name is all there is.
        switch (call)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }:
                _sinks.Add(new Sink(SinkKind.Argument, null, null, access.Name.Identifier.ValueText));
                break;
            case ObjectCreationExpressionSyntax creation:
                _sinks.Add(new Sink(SinkKind.Argument, null, SimpleName(creation.Type), ".ctor"));
                break;
        }
    }

    private void AddTarget(ExpressionSyntax target, int hops)
    {
        switch (_model.GetSymbolInfo(target, _cancellationToken).Symbol)
        {
            case IPropertySymbol property when !IsDeclaredHere(property):
                var owner = Receiver(target) is { } receiver ? _model.GetTypeInfo(receiver, _cancellationToken).Type : null;
                AddSymbol(property, owner ?? property.ContainingType, SinkKind.Property);
                break;
            case { } holder:
                Follow(holder, hops);
                break;
        }
    }

    /// <summary>Whose property is assigned: `ConnectionString` is declared by a base class, the driver's type is the evidence.</summary>
    private static ExpressionSyntax? Receiver(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } } => creation,
        _ => null,
    };

    private void AddSymbol(ISymbol symbol, ITypeSymbol? owner, SinkKind kind) =>
        _sinks.Add(new Sink(kind, owner?.ContainingNamespace?.ToDisplayString(), owner?.Name, symbol.Name));

    private void Follow(ISymbol? holder, int hops)
    {
        if (holder is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol) || hops == MostHops || !_holders.Add(holder))
        {
            return;
        }

        var root = _model.SyntaxTree.GetRoot(_cancellationToken);
        var uses = _identifiers().UsesOf(holder.Name, ScopeOf(holder, root)).Take(MostUses + 1).ToArray();
        if (uses.Length > MostUses)
        {
            return;
        }

        foreach (var position in uses)
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use
                && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(use, _cancellationToken).Symbol, holder))
            {
                Consume(use, hops + 1);
            }
        }
    }

    /// <summary>Where a variable can be used in this tree: a local or parameter in its own member only.</summary>
    private static TextSpan ScopeOf(ISymbol holder, SyntaxNode root)
    {
        var member = holder is ILocalSymbol or IParameterSymbol && holder.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? declaration.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax)
            : null;
        return (member ?? root).FullSpan;
    }

    private bool IsDeclaredHere(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == _model.SyntaxTree)
            {
                return true;
            }
        }

        return false;
    }

    private static string? SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };
}
