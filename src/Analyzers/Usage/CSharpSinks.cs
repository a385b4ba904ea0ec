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
internal sealed class CSharpSinks
{
    /// <summary>Holders that pass a text on to holders: more than this is no longer followed.</summary>
    private const int MostHops = 3;

    /// <summary>A key of a connection string stands among so many arguments.</summary>
    private const int MostKeys = 8;

    private readonly SemanticModel _model;
    private readonly CSharpHolders _holders;
    private readonly CSharpOwners _owners;
    private readonly SyntacticSinks _elsewhere;
    private readonly CancellationToken _cancellationToken;
    private readonly CSharpUses _uses = new();
    private readonly CSharpSearches _searches;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>The methods that are being looked into, with the call that gave each the text.</summary>
    private readonly Stack<(ISymbol Callee, SyntaxNode Call)> _entered = new();

    /// <summary>The methods that give back what they are given, with what they make of it.</summary>
    private readonly Dictionary<ISymbol, TextTrail> _givenBack = new(SymbolEqualityComparer.Default);

    private CSharpSinks(SemanticModel model, CSharpHolders holders, SyntacticSinks elsewhere, CancellationToken cancellationToken)
    {
        _model = model;
        _holders = holders;
        _owners = new CSharpOwners(model, holders.UsesOf, cancellationToken);
        _elsewhere = elsewhere;
        _searches = new CSharpSearches(ValueOf);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Finds what is done with a text.</summary>
    /// <param name="text">The whole expression of the text.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="holders">The variables of that tree.</param>
    /// <param name="elsewhere">The other trees; asked only when something that they can see holds the text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static TextUses Of(ExpressionSyntax text, SemanticModel model, CSharpHolders holders, SyntacticSinks elsewhere, CancellationToken cancellationToken)
    {
        var reader = new CSharpSinks(model, holders, elsewhere, cancellationToken);
        reader._uses.AddLanguage(LanguageComments.Of(text));
        reader.Consume(text, TextTrail.Start);
        reader.FollowConnectionNames();
        reader._uses.AddSearches(elsewhere.Searches);
        return reader._uses.ToTextUses();
    }

    /// <summary>Looks at what is done with the value of an expression.</summary>
    private void Consume(ExpressionSyntax expression, TextTrail trail)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        while (CSharpShapes.PassedOn(expression) is { } wider)
        {
            if (wider is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice && choice.Right == expression)
            {
                _uses.AddNames(CSharpShapes.KeysAskedFor(choice.Left));
            }

            trail = CSharpShapes.CallOn(expression) is { } call && IsChangedBy(call) ? trail with { IsContinued = true } : trail.Through(wider, expression);
            expression = wider;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax }:
                _uses.Add(SinkKind.Inert, trail);
                break;
            case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } } argument:
                AddCall(call, argument, trail);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } assignment:
                if (assignment.Left == expression)
                {
                    _uses.Append(TextTrail.OptionsIn(assignment.Right));
                }
                else
                {
                    AddTarget(assignment.Left, trail with { IsContinued = true });
                }

                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                AddTarget(assignment.Left, trail);
                break;
            case AssignmentExpressionSyntax:
                break;
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                Follow(_model.GetDeclaredSymbol(declaration, _cancellationToken), trail);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(expression.Parent) is { } giver:
                Follow(_model.GetDeclaredSymbol(giver, _cancellationToken), trail);
                break;
            case MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax when CSharpShapes.CallOn(expression) is { } call:
                IsChangedBy(call);
                if (_model.GetSymbolInfo(call.Call, _cancellationToken).Symbol is IMethodSymbol { ReducedFrom: { Parameters: [var receiver, ..] } extension }
                    && !receiver.DeclaringSyntaxReferences.IsEmpty)
                {
                    Enter(extension, receiver, call.Call, trail);
                }

                _uses.Add(SinkKind.Elsewhere, trail);
                break;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair:
                // `{ "MySql", "Server=..." }`: the key names the text.
                _uses.AddName(pair.Expressions[0]);
                _uses.Add(SinkKind.Elsewhere, trail);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax:
                _uses.Add(SinkKind.Inert, trail);
                break;
            case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute }:
                // Test data and the like are named by whoever declares the attribute.
                var constructor = _model.GetSymbolInfo(attribute, _cancellationToken).Symbol;
                _uses.AddSymbol(constructor, CSharpOwners.Of(constructor?.ContainingType), SinkKind.Argument, trail);
                break;
            default:
                _uses.Add(SinkKind.Elsewhere, trail);
                break;
        }
    }

    private void AddCall(SyntaxNode call, ArgumentSyntax argument, TextTrail trail)
    {
        _uses.AddNames(CSharpShapes.NamesAround(call));
        _uses.AddNames(((BaseArgumentListSyntax)argument.Parent!).Arguments
            .Take(MostKeys)
            .Select(static other => (other.Expression as LiteralExpressionSyntax)?.Token.Value as string)
            .Where(static key => key is not null && SettingKey.ConnectionNameIn(key) is not null)!);
        var info = _model.GetSymbolInfo(call, _cancellationToken);
        var candidates = info.Symbol is { } symbol ? ImmutableArray.Create(symbol) : info.CandidateSymbols;
        if (call is BaseObjectCreationExpressionSyntax creation && candidates.Any(static candidate => CSharpOwners.Of(candidate.ContainingType).IsBuilder))
        {
            trail = UnderBuilder(creation, trail);
        }

        foreach (var candidate in candidates)
        {
            // A variable that is tested for null, or joined with more text, goes on.
            if (candidate.ContainingType?.SpecialType == SpecialType.System_String && (trail.Hops > 0 || candidate.Name is "Concat" or "Join" or "Format"))
            {
                var isJoined = candidate.Name is "Concat" or "Join" or "Format";
                if (isJoined && call is InvocationExpressionSyntax joined && trail.Hops <= MostHops)
                {
                    Consume(joined, trail with { IsContinued = true, Hops = trail.Hops + 1 });
                }
                else
                {
                    _uses.Add(SinkKind.Elsewhere, trail with { IsContinued = trail.IsContinued || isJoined });
                }

                continue;
            }

            if (call is InvocationExpressionSyntax pattern
                && candidate is IMethodSymbol { ContainingType: { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" }, IsStatic: true })
            {
                AddPattern(pattern, argument, trail);
                continue;
            }

            var parameter = CSharpSymbols.ParameterOf(candidate, argument);
            if (parameter is not null)
            {
                _uses.AddName(parameter.Name);
                _uses.AddLanguage(parameter);
            }

            // What the user's own code does with a parameter counts for the call; where that is not seen, the call does.
            var seen = _uses.Count;
            if (parameter is { DeclaringSyntaxReferences.IsEmpty: false } && !trail.IsInCallee)
            {
                _uses.AddName(candidate.Name);
                Enter(candidate, parameter, call, trail);
                if (_uses.Count > seen)
                {
                    continue;
                }
            }

            // An extension of a typed connection: the connection is the evidence.
            var receiver = candidate is IMethodSymbol { ReducedFrom: not null } && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? _owners.Of(access.Expression) : default;
            _uses.AddSymbol(candidate, receiver.IsDriver ? receiver : CSharpOwners.Of(candidate.ContainingType), SinkKind.Argument, trail);
        }

        if (candidates.IsEmpty)
        {
            // Half typed, or a package that is not restored: the name is all there is.
            var (type, member) = CSharpShapes.NamesOf(call);
            var made = call is BaseObjectCreationExpressionSyntax unresolved ? _owners.Of(unresolved) : default;
            trail = made.IsBuilder ? UnderBuilder((BaseObjectCreationExpressionSyntax)call, trail) : trail;
            _uses.Add(member.Length == 0 ? SinkKind.Elsewhere : SinkKind.Argument, trail, null, type ?? made.Name, member, made.IsDriver);
        }
    }

    private void AddTarget(ExpressionSyntax target, TextTrail trail)
    {
        switch (_model.GetSymbolInfo(target, _cancellationToken).Symbol)
        {
            case IPropertySymbol { IsIndexer: true } indexer when CSharpShapes.ReceiverOf(target) is var receiver:
                _uses.AddName(target is ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key] } ? key.Expression
                    : target is ImplicitElementAccessSyntax { ArgumentList.Arguments: [var implicitKey] } ? implicitKey.Expression : target);
                _uses.AddSymbol(indexer, receiver is null ? CSharpOwners.Of(indexer.ContainingType) : _owners.Of(receiver), SinkKind.Property, trail);
                break;
            case IPropertySymbol property when !IsDeclaredHere(property):
                var holder = CSharpShapes.ReceiverOf(target);
                var owner = holder is null ? CSharpOwners.Of(property.ContainingType) : _owners.Of(holder);
                _uses.AddLanguage(property);
                _uses.AddName(property.Name);
                _uses.AddSymbol(property, owner, SinkKind.Property, holder is not null && owner.IsBuilder ? UnderBuilder(holder, trail) : trail);
                if (!property.DeclaringSyntaxReferences.IsEmpty)
                {
                    Follow(property, trail);
                }

                break;
            case IDiscardSymbol:
                _uses.Add(SinkKind.Inert, trail);
                break;
            case { } variable:
                Follow(variable, trail);
                break;
            case null when CSharpShapes.ReceiverOf(target) is { } unresolved && _owners.Of(unresolved) is { Namespace: null, Name: not null } known:
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
        var settings = _holders.SettingsOf(builder).Select(static setting => CSharpHolders.ToOverride(setting)).ToArray();
        _uses.IsOfContainer |= settings.Any(static setting => setting.IsOfContainer);
        return trail with { Overrides = trail.Overrides.AddRange(settings.Select(static setting => setting.Option)) };
    }

    private void Follow(ISymbol? holder, TextTrail trail)
    {
        if (holder is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol or IMethodSymbol) || trail.Hops == MostHops)
        {
            _uses.Add(SinkKind.Elsewhere, trail);
            return;
        }

        // What one caller of a method does with what it gets back says nothing of what the others gave.
        if (holder is IMethodSymbol && _entered.Any(entered => SymbolEqualityComparer.Default.Equals(entered.Callee, holder.OriginalDefinition)))
        {
            _givenBack[holder.OriginalDefinition] = trail;
            return;
        }

        if (!_followed.Add(holder))
        {
            return;
        }

        _uses.AddName(holder.Name);
        _uses.AddLanguage(holder);
        var isSeenElsewhere = holder is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
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
            Follow(property, trail);
        }
        else if (holder is IMethodSymbol { OverriddenMethod: { } method })
        {
            Follow(method, trail);
        }

        foreach (var use in _holders.UsesOf(holder).Where(use => !IsOfOtherObject(use)))
        {
            // What a method gives is the value of its call.
            Consume(holder is IMethodSymbol && use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.Span.End == use.Span.End ? call : use, trail with { Hops = trail.Hops + 1 });
        }
    }

    /// <summary>A text that is stored under <c>ConnectionStrings:Shop</c> goes where <c>GetConnectionString("Shop")</c> goes.</summary>
    private void FollowConnectionNames()
    {
        foreach (var name in _uses.Names.Select(SettingKey.ConnectionNameIn).OfType<string>().Distinct().ToArray())
        {
            _uses.AddSinks(_elsewhere.OfSetting(SettingKey.ConnectionSection + name));
        }
    }

    private void FollowParameter(IParameterSymbol parameter, TextTrail trail)
    {
        if (IsDeclaredHere(parameter))
        {
            Follow(parameter, trail);
        }
        else if (_followed.Add(parameter))
        {
            _uses.AddSinks(_elsewhere.OfParameter(parameter, trail));
            if (_elsewhere.GivenBack is { } given && _entered.Count > 0)
            {
                _givenBack[_entered.Peek().Callee] = given;
            }
        }
    }

    /// <summary>Looks into a method of the user's own; what that gives back is the value of this call.</summary>
    private void Enter(ISymbol callee, IParameterSymbol parameter, SyntaxNode call, TextTrail trail)
    {
        _entered.Push((callee.OriginalDefinition, call));
        FollowParameter(parameter, trail with { IsInCallee = true });
        _entered.Pop();
        if (_givenBack.TryGetValue(callee.OriginalDefinition, out var given) && call is ExpressionSyntax value && trail.Hops < MostHops)
        {
            var overrides = trail.Overrides.AddRange(given.Overrides.Except(trail.Overrides));
            Consume(value, trail with { Hops = trail.Hops + 1, IsContinued = trail.IsContinued || given.IsContinued, Overrides = overrides });
        }
    }

    /// <summary>True for a member of an object that another creation makes than the one that was given the text.</summary>
    private bool IsOfOtherObject(IdentifierNameSyntax use)
    {
        if (_entered.Count == 0 || _entered.Peek().Call is not BaseObjectCreationExpressionSyntax own
            || use.Parent is not MemberAccessExpressionSyntax { Expression: var target } access || access.Name != use)
        {
            return false;
        }

        return (target is IdentifierNameSyntax variable ? SyntacticTypes.ValueOf(variable) : target) is BaseObjectCreationExpressionSyntax made && made != own;
    }

    /// <summary>Notes what a call on the text searches for; true when it changes the text.</summary>
    private bool IsChangedBy((string Name, InvocationExpressionSyntax Call) method)
    {
        _uses.AddSearches(_searches.Of(method.Name, method.Call));
        return CSharpShapes.IsChanging(method.Name);
    }

    /// <summary>Notes what a regular expression looks for in the text; what it makes of the text goes on.</summary>
    private void AddPattern(InvocationExpressionSyntax call, ArgumentSyntax argument, TextTrail trail)
    {
        if (call.ArgumentList.Arguments is [var input, { Expression: var pattern }, ..] && input == argument && ValueOf(pattern) is { } searched)
        {
            _uses.AddSearches([new Search(searched, IsOfPart: true)]);
        }

        if (CSharpShapes.NamesOf(call).Member == "Replace" && call.ArgumentList.Arguments[0] == argument && trail.Hops <= MostHops)
        {
            Consume(call, trail with { IsContinued = true, Hops = trail.Hops + 1 });
        }
        else
        {
            _uses.Add(SinkKind.Inert, trail);
        }
    }

    /// <summary>The text or character that an expression stands for: a constant, or a variable with one value.</summary>
    private string? ValueOf(ExpressionSyntax expression) => _model.GetConstantValue(expression, _cancellationToken) switch
    {
        { HasValue: true, Value: string text } => text,
        { HasValue: true, Value: char character } => character.ToString(),
        { HasValue: true } => null,
        _ => _elsewhere.ValueOf(expression),
    };

    private bool IsDeclaredHere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _model.SyntaxTree);
}
