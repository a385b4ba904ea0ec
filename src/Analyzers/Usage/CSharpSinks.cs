using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The C# reader of this room: which sinks a text reaches, directly or through the locals, fields, constants, properties and
/// parameters that hold it. Its own file is read with symbols, other files by <see cref="SyntacticSinks"/>.
/// </summary>
internal sealed class CSharpSinks : ISinkAnswers<ISymbol>
{
    /// <summary>A key of a connection string stands among so many arguments.</summary>
    private const int MostKeys = 8;

    private readonly SemanticModel _model;
    private readonly CSharpHolders _holders;
    private readonly CSharpOwners _owners;
    private readonly SyntacticSinks _elsewhere;
    private readonly CancellationToken _cancellationToken;
    private readonly CSharpUses _uses = new();
    private readonly CSharpTextWalk<ISymbol> _walk;

    private CSharpSinks(SemanticModel model, CSharpHolders holders, SyntacticSinks elsewhere, CancellationToken cancellationToken)
    {
        _model = model;
        _holders = holders;
        _owners = new CSharpOwners(model, holders.UsesOf, cancellationToken);
        _elsewhere = elsewhere;
        _cancellationToken = cancellationToken;
        _walk = new CSharpTextWalk<ISymbol>(this, _uses, cancellationToken);
    }

    IEqualityComparer<ISymbol> ISinkAnswers<ISymbol>.Comparer => SymbolEqualityComparer.Default;

    bool ISinkAnswers<ISymbol>.IsBySymbol => true;

    /// <summary>Finds what is done with a text.</summary>
    /// <param name="text">The whole expression of the text.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="holders">The variables of that tree.</param>
    /// <param name="elsewhere">The other trees; asked only when something that they can see holds the text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static TextUses UsesOf(ExpressionSyntax text, SemanticModel model, CSharpHolders holders, SyntacticSinks elsewhere,
        CancellationToken cancellationToken)
    {
        var reader = new CSharpSinks(model, holders, elsewhere, cancellationToken);
        reader._uses.AddLanguage(LanguageComments.Of(text));
        reader._walk.Consume(text, TextTrail.Start);
        reader.FollowConnectionNames();
        reader._uses.AddSearches(elsewhere.Searches);
        return reader._uses.ToTextUses();
    }

    void ISinkAnswers<ISymbol>.AddAttribute(AttributeSyntax attribute, TextTrail trail)
    {
        // Test data and the like are named by whoever declares the attribute.
        var constructor = _model.GetSymbolInfo(attribute, _cancellationToken).Symbol;
        _uses.AddSymbol(constructor, CSharpOwners.OwnerOf(constructor?.ContainingType), SinkKind.Argument, trail);
    }

    void ISinkAnswers<ISymbol>.AddReceiver(InvocationExpressionSyntax call, TextTrail trail)
    {
        if (_model.GetSymbolInfo(call, _cancellationToken).Symbol is IMethodSymbol { ReducedFrom: { Parameters: [var receiver, ..] } extension }
            && !receiver.DeclaringSyntaxReferences.IsEmpty)
        {
            Enter(extension, receiver, call, trail);
        }
    }

    void ISinkAnswers<ISymbol>.AddCall(SyntaxNode call, ArgumentSyntax argument, TextTrail trail)
    {
        _uses.AddNames(CSharpShapes.NamesAround(call));
        _uses.AddNames(((BaseArgumentListSyntax)argument.Parent!).Arguments
            .Take(MostKeys)
            .Select(static other => (other.Expression as LiteralExpressionSyntax)?.Token.Value as string)
            .Where(static key => key is not null && SettingKey.ConnectionNameIn(key) is not null)!);
        var info = _model.GetSymbolInfo(call, _cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        if (call is BaseObjectCreationExpressionSyntax creation && candidates.Any(static candidate => CSharpOwners.OwnerOf(candidate.ContainingType).IsBuilder))
        {
            trail = UnderBuilder(creation, trail);
        }

        foreach (var candidate in candidates)
        {
            AddCallee(candidate, call, argument, trail);
        }

        if (candidates.IsEmpty)
        {
            // Half typed, or a package that is not restored: the name is all there is.
            var (type, member) = CSharpShapes.NamesOf(call);
            var made = call is BaseObjectCreationExpressionSyntax unresolved ? _owners.OwnerOf(unresolved) : default;
            trail = made.IsBuilder ? UnderBuilder((BaseObjectCreationExpressionSyntax)call, trail) : trail;
            _uses.Add(member.Length == 0 ? SinkKind.Elsewhere : SinkKind.Argument, trail, null, type ?? made.Name, member, made.IsDriver);
        }
    }

    private void AddCallee(ISymbol callee, SyntaxNode call, ArgumentSyntax argument, TextTrail trail)
    {
        // A variable that is tested for null, or joined with more text, goes on.
        var isJoined = callee.Name is "Concat" or "Join" or "Format";
        if (callee.ContainingType?.SpecialType == SpecialType.System_String && (trail.Hops > 0 || isJoined))
        {
            GoOn(isJoined ? call : null, trail with { IsContinued = trail.IsContinued || isJoined }, SinkKind.Elsewhere);
            return;
        }

        if (call is InvocationExpressionSyntax pattern
            && callee is IMethodSymbol { ContainingType: { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" }, IsStatic: true })
        {
            AddPattern(pattern, argument, trail);
            return;
        }

        var parameter = CSharpSymbols.ParameterOf(callee, argument);
        if (parameter is not null)
        {
            _uses.AddName(parameter.Name);
            _uses.AddLanguage(parameter);
        }

        // What the user's own code does with a parameter counts for the call; where that is not seen, the call does.
        var seen = _uses.Count;
        if (parameter is { DeclaringSyntaxReferences.IsEmpty: false } && !trail.IsInCallee)
        {
            _uses.AddName(callee.Name);
            Enter(callee, parameter, call, trail);
            if (_uses.Count > seen)
            {
                return;
            }
        }

        // An extension of a typed connection: the connection is the evidence.
        var receiver = callee is IMethodSymbol { ReducedFrom: not null }
            && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? _owners.OwnerOf(access.Expression)
            : default;
        _uses.AddSymbol(callee, receiver.IsDriver ? receiver : CSharpOwners.OwnerOf(callee.ContainingType), SinkKind.Argument, trail);
    }

    /// <summary>Looks at what is done with what a call of the platform makes of the text.</summary>
    /// <param name="call">The call; null where it makes no text.</param>
    /// <param name="trail">The way to it.</param>
    /// <param name="kind">What counts where the text is not followed any more.</param>
    private void GoOn(SyntaxNode? call, TextTrail trail, SinkKind kind)
    {
        if (call is InvocationExpressionSyntax made && trail.Hops <= TextTrail.MostHops)
        {
            _walk.Consume(made, trail with { IsContinued = true, Hops = trail.Hops + 1 });
        }
        else
        {
            _uses.Add(kind, trail);
        }
    }

    void ISinkAnswers<ISymbol>.AddTarget(ExpressionSyntax target, TextTrail trail)
    {
        switch (_model.GetSymbolInfo(target, _cancellationToken).Symbol)
        {
            case IPropertySymbol { IsIndexer: true } indexer when CSharpShapes.ReceiverOf(target) is var receiver:
                _uses.AddName(target is ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } ? key.Expression
                    : target is ImplicitElementAccessSyntax { ArgumentList.Arguments: [var implicitKey] } ? implicitKey.Expression : target);
                _uses.AddSymbol(indexer, receiver is null ? CSharpOwners.OwnerOf(indexer.ContainingType) : _owners.OwnerOf(receiver), SinkKind.Property, trail);
                break;
            case IPropertySymbol property when !IsDeclaredHere(property):
                var holder = CSharpShapes.ReceiverOf(target);
                var owner = holder is null ? CSharpOwners.OwnerOf(property.ContainingType) : _owners.OwnerOf(holder);
                _uses.AddLanguage(property);
                _uses.AddName(property.Name);
                _uses.AddSymbol(property, owner, SinkKind.Property, holder is not null && owner.IsBuilder ? UnderBuilder(holder, trail) : trail);
                if (!property.DeclaringSyntaxReferences.IsEmpty)
                {
                    _walk.Follow(HolderOf(property), trail);
                }

                break;
            case IDiscardSymbol:
                _uses.Add(SinkKind.Inert, trail);
                break;
            case { } variable:
                _walk.Follow(HolderOf(variable), trail);
                break;
            case null when CSharpShapes.ReceiverOf(target) is { } unresolved && _owners.OwnerOf(unresolved) is { Namespace: null, Name: not null } known:
                trail = known.IsBuilder ? UnderBuilder(unresolved, trail) : trail;
                _uses.Add(SinkKind.Property, trail, null, known.Name, CSharpExpressions.NameOf(target) ?? "", known.IsDriver);
                break;
            default:
                _uses.Add(SinkKind.Elsewhere, trail);
                break;
        }
    }

    /// <summary>Adds what code sets on the builder that takes the text.</summary>
    private TextTrail UnderBuilder(ExpressionSyntax builder, TextTrail trail)
    {
        var options = _holders.OptionsOf(builder).Select(static option => CSharpHolders.ToOverride(option)).ToArray();
        _uses.IsOfContainer |= options.Any(static option => option.IsOfContainer);
        return trail with { Overrides = trail.Overrides.AddRange(options.Select(static option => option.Option)) };
    }

    ISymbol? ISinkAnswers<ISymbol>.HolderOf(SyntaxNode declaration) => HolderOf(_model.GetDeclaredSymbol(declaration, _cancellationToken));

    /// <summary>What is followed of a symbol: the uses are those of its definition.</summary>
    private static ISymbol? HolderOf(ISymbol? symbol) =>
        symbol is ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol or IMethodSymbol ? symbol.OriginalDefinition : null;

    IEnumerable<ExpressionSyntax> ISinkAnswers<ISymbol>.UsesOf(ISymbol holder, TextTrail trail)
    {
        _uses.AddName(holder.Name);
        _uses.AddLanguage(holder);
        var isSeenElsewhere = (holder is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
            && (holder.DeclaredAccessibility != Accessibility.Private || holder.ContainingType.DeclaringSyntaxReferences.Length > 1);
        if (isSeenElsewhere || holder is IMethodSymbol)
        {
            _uses.Add(SinkKind.Elsewhere, trail);
        }

        if (isSeenElsewhere)
        {
            _uses.AddSinks(_elsewhere.OfMember(holder, trail));
        }

        // Who asks the base class for it gets this one.
        if (holder is IPropertySymbol { OverriddenProperty: { } property })
        {
            _walk.Follow(HolderOf(property), trail);
        }
        else if (holder is IMethodSymbol { OverriddenMethod: { } method })
        {
            _walk.Follow(HolderOf(method), trail);
        }

        return _holders.UsesOf(holder).Where(use => !IsOfOtherObject(use));
    }

    /// <summary>A text that is stored under <c>ConnectionStrings:Shop</c> goes where <c>GetConnectionString("Shop")</c> goes.</summary>
    private void FollowConnectionNames()
    {
        foreach (var name in _uses.Names.Select(SettingKey.ConnectionNameIn).OfType<string>().Distinct().ToArray())
        {
            _uses.AddSinks(_elsewhere.OfSetting(SettingKey.ConnectionSection + name));
        }
    }

    /// <summary>Looks into a method of the user's own; what that gives back is the value of this call.</summary>
    private void Enter(ISymbol callee, IParameterSymbol parameter, SyntaxNode call, TextTrail trail)
    {
        callee = callee.OriginalDefinition;
        parameter = parameter.OriginalDefinition;
        if (IsDeclaredHere(parameter))
        {
            _walk.Enter(callee, parameter, call, trail);
            return;
        }

        if (_walk.IsFirst(parameter))
        {
            var (sinks, givenBack) = _elsewhere.OfParameter(parameter, trail with { IsInCallee = true });
            _uses.AddSinks(sinks);
            if (givenBack is not null)
            {
                _walk.GiveBack(callee, givenBack);
            }
        }

        _walk.Return(callee, call, trail);
    }

    /// <summary>True for a member of an object that another creation makes than the one that was given the text.</summary>
    private bool IsOfOtherObject(IdentifierNameSyntax use)
    {
        if (_walk.Call is not BaseObjectCreationExpressionSyntax own
            || use.Parent is not MemberAccessExpressionSyntax { Expression: var target } access || access.Name != use)
        {
            return false;
        }

        return (target is IdentifierNameSyntax variable ? SyntacticTypes.ValueOf(variable) : target) is BaseObjectCreationExpressionSyntax made && made != own;
    }

    /// <summary>Notes what a regular expression looks for in the text; what it makes of the text goes on.</summary>
    private void AddPattern(InvocationExpressionSyntax call, ArgumentSyntax argument, TextTrail trail)
    {
        if (call.ArgumentList.Arguments is [var input, { Expression: var pattern }, ..] && input == argument && ValueOf(pattern) is { } searched)
        {
            _uses.AddSearches([new Search(searched, IsOfPart: true)]);
        }

        GoOn(CSharpShapes.NamesOf(call).Member == "Replace" && call.ArgumentList.Arguments[0] == argument ? call : null, trail, SinkKind.Inert);
    }

    /// <summary>The text or character that an expression stands for: a constant, or a variable with one value.</summary>
    public string? ValueOf(ExpressionSyntax expression) => _model.GetConstantValue(expression, _cancellationToken) switch
    {
        { HasValue: true, Value: string text } => text,
        { HasValue: true, Value: char character } => character.ToString(),
        { HasValue: true } => null,
        _ => _elsewhere.ValueOf(expression),
    };

    private bool IsDeclaredHere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _model.SyntaxTree);
}
