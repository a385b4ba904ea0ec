using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The C# reader of this room: which sinks a text reaches in its own file, directly or through the locals, fields,
/// constants, properties and parameters that hold it.
/// </summary>
internal sealed class CSharpSinks
{
    /// <summary>Holders that pass a text on to holders: more than this is no longer followed.</summary>
    private const int MostHops = 3;

    private static readonly string[] s_searches = ["Substring", "Split", "Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Equals"];
    private static readonly string[] s_changing = ["Replace", "Insert", "Remove"];
    private static readonly string[] s_unchanging = ["Trim", "TrimStart", "TrimEnd", "ToString"];

    private readonly SemanticModel _model;
    private readonly CSharpHolders _holders;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<Sink>.Builder _sinks = ImmutableArray.CreateBuilder<Sink>();
    private readonly ImmutableArray<string?>.Builder _searches = ImmutableArray.CreateBuilder<string?>();
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>Options that <c>+=</c> adds to a variable, and so to whatever it reaches.</summary>
    private readonly List<Override> _appended = [];
    private bool _isAppended;
    private bool _isOfContainer;

    private CSharpSinks(SemanticModel model, CSharpHolders holders, CancellationToken cancellationToken)
    {
        _model = model;
        _holders = holders;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Finds what is done with a text.</summary>
    /// <param name="text">The whole expression of the text.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="identifiers">The names of that tree; asked for only when a variable holds the text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static TextUses Of(ExpressionSyntax text, SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
    {
        var reader = new CSharpSinks(model, new CSharpHolders(model, identifiers, cancellationToken), cancellationToken);
        reader.Consume(text, new Way(0, false, ImmutableArray<Override>.Empty));
        var sinks = reader._isAppended
            ? reader._sinks.Select(sink => sink with { IsContinued = true, Overrides = sink.Overrides.AddRange(reader._appended) }).ToImmutableArray()
            : reader._sinks.ToImmutable();
        return new TextUses(sinks, reader._searches.ToImmutable(), reader._isOfContainer);
    }

    /// <summary>Looks at what is done with the value of an expression.</summary>
    private void Consume(ExpressionSyntax expression, Way way)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (PassedOn(expression) is { } wider)
        {
            way = CallOn(expression) is { } call && AddSearch(call) ? way with { IsContinued = true } : way.Through(wider, expression);
            expression = wider;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent.Parent: { } call }:
                AddCall(call, way);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } assignment:
                if (assignment.Left == expression)
                {
                    _isAppended = true;
                    _appended.AddRange(Way.OptionsIn(assignment.Right));
                }
                else
                {
                    AddTarget(assignment.Left, way with { IsContinued = true });
                }

                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                AddTarget(assignment.Left, way);
                break;
            case AssignmentExpressionSyntax:
                break;
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                Follow(_model.GetDeclaredSymbol(declaration, _cancellationToken), way);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when PropertyOf(expression.Parent) is { } property:
                Follow(_model.GetDeclaredSymbol(property, _cancellationToken), way);
                break;
            case MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax when CallOn(expression) is { } call:
                AddSearch(call);
                Add(SinkKind.Elsewhere, way);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax or AttributeArgumentSyntax:
                Add(SinkKind.Inert, way);
                break;
            default:
                Add(SinkKind.Elsewhere, way);
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
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } when GivesText(expression) => call,
        ConditionalAccessExpressionSyntax conditional when GivesText(expression) => conditional,
        _ => null,
    };

    /// <summary>True when a method of the text is called that gives the text again, or what has become of it.</summary>
    private static bool GivesText(ExpressionSyntax expression) =>
        CallOn(expression) is { } call && (s_unchanging.Contains(call.Name) || s_changing.Contains(call.Name));

    /// <summary>The method that is called on the text: <c>text.Method(...)</c> or <c>text?.Method(...)</c>.</summary>
    private static (string Name, InvocationExpressionSyntax Call)? CallOn(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression => (access.Name.Identifier.ValueText, call),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } call } conditional
            when conditional.Expression == expression => (binding.Name.Identifier.ValueText, call),
        _ => null,
    };

    /// <summary>The property whose value an arrow or a <c>return</c> gives.</summary>
    private static PropertyDeclarationSyntax? PropertyOf(SyntaxNode giver) =>
        giver.FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) as PropertyDeclarationSyntax;

    /// <summary>Notes what a call searches for in the text; true when it changes the text.</summary>
    private bool AddSearch((string Name, InvocationExpressionSyntax Call) method)
    {
        var isChanging = s_changing.Contains(method.Name);
        if (isChanging || s_searches.Contains(method.Name))
        {
            _searches.Add(method.Call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string or char } literal ? literal.Token.ValueText : null);
        }

        return isChanging;
    }

    private void AddCall(SyntaxNode call, Way way)
    {
        var info = _model.GetSymbolInfo(call, _cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        if (call is BaseObjectCreationExpressionSyntax creation && candidates.Any(static candidate => CSharpHolders.IsBuilder(candidate.ContainingType)))
        {
            way = UnderBuilder(creation, way);
        }

        foreach (var candidate in candidates)
        {
            // A variable that is tested for null, or joined with more text, goes on.
            if (way.Hops > 0 && candidate.ContainingType?.SpecialType == SpecialType.System_String)
            {
                Add(SinkKind.Elsewhere, way with { IsContinued = way.IsContinued || candidate.Name is "Concat" or "Join" or "Format" });
                continue;
            }

            AddSymbol(candidate, candidate.ContainingType, SinkKind.Argument, way);
        }

        if (candidates.IsEmpty)
        {
            AddUnresolved(call, way);
        }
    }

    /// <summary>Half typed, or a package that is not restored: the name is all there is.</summary>
    private void AddUnresolved(SyntaxNode call, Way way)
    {
        var (type, member) = call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => (null, access.Name.Identifier.ValueText),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => (null, binding.Name.Identifier.ValueText),
            InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => (null, name.Identifier.ValueText),
            ObjectCreationExpressionSyntax creation => (SimpleName(creation.Type), ".ctor"),
            ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration } } => (SimpleName(declaration.Type), ".ctor"),
            _ => (null, ""),
        };
        Add(member.Length == 0 ? SinkKind.Elsewhere : SinkKind.Argument, way, null, type, member);
    }

    private void AddTarget(ExpressionSyntax target, Way way)
    {
        switch (_model.GetSymbolInfo(target, _cancellationToken).Symbol)
        {
            case IPropertySymbol property when !IsDeclaredHere(property):
                var receiver = Receiver(target);
                var owner = (receiver is null ? null : _model.GetTypeInfo(receiver, _cancellationToken).Type) ?? property.ContainingType;
                AddSymbol(property, owner, SinkKind.Property, receiver is not null && CSharpHolders.IsBuilder(owner) ? UnderBuilder(receiver, way) : way);
                break;
            case { } holder:
                Follow(holder, way);
                break;
            default:
                Add(SinkKind.Elsewhere, way);
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

    /// <summary>Adds what code sets on the builder that takes the text.</summary>
    private Way UnderBuilder(ExpressionSyntax builder, Way way)
    {
        var settings = _holders.SettingsOf(builder).ToArray();
        _isOfContainer |= settings.Any(static setting => setting.IsOfContainer);
        return way with { Overrides = way.Overrides.AddRange(settings.Select(static setting => setting.Option)) };
    }

    private void AddSymbol(ISymbol symbol, ITypeSymbol? owner, SinkKind kind, Way way) =>
        Add(CSharpHolders.CarriesData(owner) ? SinkKind.Inert : kind, way, owner?.ContainingNamespace?.ToDisplayString(), owner?.Name, symbol.Name, CSharpHolders.IsDriverType(owner));

    private void Add(SinkKind kind, Way way, string? declaredIn = null, string? type = null, string member = "", bool isDriverType = false) =>
        _sinks.Add(new Sink(kind, declaredIn, type, member) { IsDriverType = isDriverType, IsContinued = way.IsContinued, Overrides = way.Overrides });

    private void Follow(ISymbol? holder, Way way)
    {
        if (holder is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol) || way.Hops == MostHops)
        {
            Add(SinkKind.Elsewhere, way);
            return;
        }

        if (!_followed.Add(holder))
        {
            return;
        }

        if (holder is IFieldSymbol or IPropertySymbol && holder.DeclaredAccessibility != Accessibility.Private)
        {
            Add(SinkKind.Elsewhere, way);
        }

        foreach (var use in _holders.UsesOf(holder))
        {
            Consume(use, way with { Hops = way.Hops + 1 });
        }
    }

    private bool IsDeclaredHere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _model.SyntaxTree);

    private static string? SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What has happened to the text on its way so far.</summary>
    private sealed record Way(int Hops, bool IsContinued, ImmutableArray<Override> Overrides)
    {
        /// <summary>Adds what a <c>+</c> or an interpolation puts beside the text.</summary>
        public Way Through(ExpressionSyntax wider, ExpressionSyntax inner) => wider switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Beside([sum.Left == inner ? sum.Right : sum.Left]),
            InterpolatedStringExpressionSyntax interpolated => Beside(interpolated.Contents.Where(content => content != inner.Parent)),
            _ => this,
        };

        private Way Beside(IEnumerable<SyntaxNode> others) => this with { IsContinued = true, Overrides = Overrides.AddRange(others.SelectMany(OptionsIn)) };

        /// <summary>The options that the literals of some code write.</summary>
        public static IEnumerable<Override> OptionsIn(SyntaxNode code)
        {
            foreach (var token in code.DescendantTokens().Where(static token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken))
            {
                foreach (var part in token.ValueText.Split(';'))
                {
                    if (part.IndexOf('=') is var equals && equals > 0)
                    {
                        var value = part.Substring(equals + 1).Trim();
                        yield return new Override(part.Substring(0, equals).Trim(), value.Length == 0 ? null : value);
                    }
                }
            }
        }
    }
}
