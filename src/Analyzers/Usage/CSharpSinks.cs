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

    private static readonly string[] s_takingApart = ["Replace", "Insert", "Remove", "Substring", "Split", "Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Equals"];

    private readonly SemanticModel _model;
    private readonly Func<IdentifierIndex> _identifiers;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<Sink>.Builder _sinks = ImmutableArray.CreateBuilder<Sink>();
    private readonly ImmutableArray<string>.Builder _overrides = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);
    private bool _isContinued;
    private bool _isTakenApart;

    private CSharpSinks(SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
    {
        _model = model;
        _identifiers = identifiers;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Finds what is done with a text.</summary>
    /// <param name="text">The whole expression of the text.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="identifiers">The names of that tree; asked for only when a variable holds the text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static TextUses Of(ExpressionSyntax text, SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
    {
        var reader = new CSharpSinks(model, identifiers, cancellationToken);
        reader.Consume(text, 0);
        return new TextUses(reader._sinks.ToImmutable(), reader._isContinued, reader._isTakenApart, reader._overrides.ToImmutable());
    }

    /// <summary>Looks at what is done with the value of an expression.</summary>
    private void Consume(ExpressionSyntax expression, int hops)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (PassedOn(expression) is { } wider)
        {
            if (wider.IsKind(SyntaxKind.AddExpression) || wider.IsKind(SyntaxKind.InterpolatedStringExpression))
            {
                Continue(wider);
            }

            expression = wider;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent.Parent: { } call }:
                AddCall(call, hops);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } assignment:
                Continue(assignment.Right);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                AddTarget(assignment.Left, hops);
                break;
            case AssignmentExpressionSyntax:
                break;
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                Follow(_model.GetDeclaredSymbol(declaration, _cancellationToken), hops);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when PropertyOf(expression.Parent) is { } property:
                Follow(_model.GetDeclaredSymbol(property, _cancellationToken), hops);
                break;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access when access.Expression == expression:
                _isTakenApart |= s_takingApart.Contains(access.Name.Identifier.ValueText);
                _sinks.Add(Sink.Elsewhere);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax or AttributeArgumentSyntax:
                // What a variable is compared with says nothing of the variable's other uses.
                _sinks.Add(hops == 0 ? Sink.Inert : Sink.Elsewhere);
                break;
            default:
                _sinks.Add(Sink.Elsewhere);
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

    /// <summary>The property whose value an arrow or a <c>return</c> gives.</summary>
    private static PropertyDeclarationSyntax? PropertyOf(SyntaxNode giver) =>
        giver.FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) as PropertyDeclarationSyntax;

    /// <summary>Notes that code adds to the text, and the keys of what it adds.</summary>
    private void Continue(ExpressionSyntax added)
    {
        _isContinued = true;
        foreach (var token in added.DescendantTokens().Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken))
        {
            foreach (var part in token.ValueText.Split(';'))
            {
                if (part.IndexOf('=') is var equals && equals > 0)
                {
                    _overrides.Add(part.Substring(0, equals).Trim());
                }
            }
        }
    }

    private void AddCall(SyntaxNode call, int hops)
    {
        var info = _model.GetSymbolInfo(call, _cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        foreach (var candidate in candidates)
        {
            // A variable that is tested for null, or joined with more text, goes on.
            if (hops > 0 && candidate.ContainingType?.SpecialType == SpecialType.System_String)
            {
                _isContinued |= candidate.Name is "Concat" or "Join" or "Format";
                _sinks.Add(Sink.Elsewhere);
                continue;
            }

            AddSymbol(candidate, candidate.ContainingType, SinkKind.Argument);
        }

        if (candidates.IsEmpty)
        {
            AddUnresolved(call);
        }

        if (call is BaseObjectCreationExpressionSyntax creation && candidates.Any(static candidate => candidate.ContainingType?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true))
        {
            AddBuilderOverrides(creation);
        }
    }

    /// <summary>Half typed, or a package that is not restored: the name is all there is.</summary>
    private void AddUnresolved(SyntaxNode call) => _sinks.Add(call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => new Sink(SinkKind.Argument, null, null, access.Name.Identifier.ValueText, false),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => new Sink(SinkKind.Argument, null, null, binding.Name.Identifier.ValueText, false),
        ObjectCreationExpressionSyntax creation => new Sink(SinkKind.Argument, null, SimpleName(creation.Type), ".ctor", false),
        ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } } =>
            new Sink(SinkKind.Argument, null, SimpleName(declaration.Type), ".ctor", false),
        _ => Sink.Elsewhere,
    });

    /// <summary>The properties and indexers of a builder that are set beside the text: in its initialiser, and on the variable that holds it.</summary>
    private void AddBuilderOverrides(BaseObjectCreationExpressionSyntax creation)
    {
        foreach (var set in creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            AddOverride(set);
        }

        var holder = creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } declaration } => _model.GetDeclaredSymbol(declaration, _cancellationToken),
            AssignmentExpressionSyntax assignment when assignment.Right == creation => _model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol,
            _ => null,
        };
        foreach (var use in holder is null ? [] : UsesOf(holder))
        {
            if (use.Parent is { Parent: AssignmentExpressionSyntax set } target && set.Left == target)
            {
                AddOverride(set);
            }
        }
    }

    private void AddOverride(AssignmentExpressionSyntax set)
    {
        // A container's own port: whoever writes that knows better than a compose file.
        _isTakenApart |= set.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => Testcontainers.IsMember(name.Identifier.ValueText));
        var key = set.Left switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            ImplicitElementAccessSyntax element => KeyOf(element.ArgumentList),
            ElementAccessExpressionSyntax element => KeyOf(element.ArgumentList),
            _ => null,
        };
        if (key is not null)
        {
            _overrides.Add(key);
        }
    }

    private static string? KeyOf(BracketedArgumentListSyntax arguments) =>
        arguments.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

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
            default:
                _sinks.Add(Sink.Elsewhere);
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
        _sinks.Add(new Sink(kind, owner?.ContainingNamespace?.ToDisplayString(), owner?.Name, symbol.Name, symbol.Locations.Any(static location => location.IsInSource)));

    private void Follow(ISymbol? holder, int hops)
    {
        if (holder is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol) || hops == MostHops)
        {
            _sinks.Add(Sink.Elsewhere);
            return;
        }

        if (!_holders.Add(holder))
        {
            return;
        }

        if (holder is IFieldSymbol or IPropertySymbol && holder.DeclaredAccessibility != Accessibility.Private)
        {
            _sinks.Add(Sink.Elsewhere);
        }

        foreach (var use in UsesOf(holder))
        {
            Consume(use, hops + 1);
        }
    }

    private List<IdentifierNameSyntax> UsesOf(ISymbol holder)
    {
        var root = _model.SyntaxTree.GetRoot(_cancellationToken);
        var positions = _identifiers().UsesOf(holder.Name, ScopeOf(holder, root)).Take(MostUses + 1).ToArray();
        var uses = new List<IdentifierNameSyntax>();
        foreach (var position in positions.Length > MostUses ? [] : positions)
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use
                && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(use, _cancellationToken).Symbol, holder))
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    /// <summary>Where a variable can be used in this tree: a local or parameter in its own member only.</summary>
    private static TextSpan ScopeOf(ISymbol holder, SyntaxNode root)
    {
        var member = holder is ILocalSymbol or IParameterSymbol && holder.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? declaration.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax)
            : null;
        return (member ?? root).FullSpan;
    }

    private bool IsDeclaredHere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _model.SyntaxTree);

    private static string? SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };
}
