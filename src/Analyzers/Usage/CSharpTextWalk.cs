using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The way of a text to its sinks: directly, or through what holds it, gives it back, or makes another text of it. The same in every
/// tree; who holds and who takes it is asked.
/// </summary>
/// <typeparam name="THolder">What holds a text.</typeparam>
/// <param name="answers">What is known of the code.</param>
/// <param name="uses">Takes what is found.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpTextWalk<THolder>(ISinkAnswers<THolder> answers, CSharpUses uses, CancellationToken cancellationToken)
    where THolder : class
{
    /// <summary>Where a text goes through more places than these, the first of them tell.</summary>
    private const int MostPlaces = 5_000;

    private readonly CSharpSearches _searches = new(answers.ValueOf);

    /// <summary>What has been looked at: holders that stand for one another do not go round.</summary>
    private readonly HashSet<THolder> _followed = new(answers.Comparer);

    /// <summary>The methods that are being looked into, with the call that gave each the text; without a call where another walk knows it.</summary>
    private readonly Stack<(THolder Callee, SyntaxNode? Call)> _entered = new();

    /// <summary>The methods that give back what they are given, with what they make of it.</summary>
    private readonly Dictionary<THolder, TextTrail> _givenBack = new(answers.Comparer);

    private int _places;

    /// <summary>The call whose method is being looked into.</summary>
    public SyntaxNode? Call => _entered.Count > 0 ? _entered.Peek().Call : null;

    /// <summary>Looks at what is done with the value of an expression.</summary>
    public void Consume(ExpressionSyntax expression, TextTrail trail)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_places > MostPlaces)
        {
            return;
        }

        while (WiderThan(expression) is { } wider)
        {
            if (wider is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice && choice.Right == expression)
            {
                uses.AddNames(CSharpShapes.KeysAskedFor(choice.Left));
            }

            trail = CSharpShapes.CallOn(expression) is { } call && IsChangedBy(call) ? Changed(trail) : trail.Through(wider, expression);
            expression = wider;
        }

        switch (expression.Parent)
        {
            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } list } argument when list is ArgumentListSyntax || !answers.IsBySymbol:
                answers.AddCall(call, argument, trail);
                break;
            case AssignmentExpressionSyntax assignment:
                AddAssignment(assignment, expression, trail);
                break;
            case EqualsValueClauseSyntax { Parent: { } declaration }:
                Follow(answers.HolderOf(declaration), trail);
                break;
            case ArrowExpressionClauseSyntax or ReturnStatementSyntax when CSharpShapes.GiverOf(expression.Parent) is { } giver:
                Follow(answers.HolderOf(giver), trail);
                break;
            case MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax when CSharpShapes.CallOn(expression) is { } call:
                IsChangedBy(call);
                answers.AddReceiver(call.Call, trail);
                uses.Add(SinkKind.Elsewhere, trail);
                break;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair:
                // `{ "MySql", "Server=..." }`: the key names the text.
                uses.AddName(pair.Expressions[0]);
                uses.Add(SinkKind.Elsewhere, trail);
                break;
            case AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute }:
                answers.AddAttribute(attribute, trail);
                break;
            case ArgumentSyntax { Parent: BracketedArgumentListSyntax }:
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
            case ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax:
                uses.Add(SinkKind.Inert, trail);
                break;
            default:
                uses.Add(SinkKind.Elsewhere, trail);
                break;
        }
    }

    /// <summary>Looks at the uses of what holds the text.</summary>
    public void Follow(THolder? holder, TextTrail trail)
    {
        var isLast = trail.Hops == TextTrail.MostHops;
        if (holder is not null && !(isLast && answers.IsBySymbol) && _entered.Any(entered => answers.Comparer.Equals(entered.Callee, holder)))
        {
            // What one caller of a method does with what it gets back says nothing of what the others gave.
            GiveBack(holder, trail);
        }
        else if (holder is null || isLast)
        {
            uses.Add(SinkKind.Elsewhere, trail);
        }
        else if (IsFirst(holder))
        {
            foreach (var use in answers.UsesOf(holder, trail))
            {
                Consume(use, trail with { Hops = trail.Hops + 1 });
            }
        }
    }

    /// <summary>True when a holder has not been looked at before.</summary>
    public bool IsFirst(THolder holder) => _followed.Add(holder);

    /// <summary>Looks into a method of the user's own; what that gives back is the value of this call.</summary>
    /// <param name="callee">The method.</param>
    /// <param name="parameter">The parameter that takes the text.</param>
    /// <param name="call">The call; null when it is another walk's business.</param>
    /// <param name="trail">The way to the call.</param>
    public void Enter(THolder callee, THolder parameter, SyntaxNode? call, TextTrail trail)
    {
        _entered.Push((callee, call));
        Follow(parameter, trail with { IsInCallee = true });
        _entered.Pop();
        Return(callee, call, trail);
    }

    /// <summary>Notes that a method gives back its parameter.</summary>
    public void GiveBack(THolder callee, TextTrail trail) => _givenBack[callee] = trail;

    /// <summary>What a method makes of the parameter that it gives back; null when it does not.</summary>
    public TextTrail? GivenBackBy(THolder callee) => _givenBack.TryGetValue(callee, out var given) ? given : null;

    /// <summary>Looks at what is done with what a method has given back.</summary>
    public void Return(THolder callee, SyntaxNode? call, TextTrail trail)
    {
        if (call is ExpressionSyntax value && trail.Hops < TextTrail.MostHops && GivenBackBy(callee) is { } given)
        {
            Consume(value, trail with
            {
                Hops = answers.IsBySymbol ? trail.Hops + 1 : given.Hops,
                IsContinued = trail.IsContinued || given.IsContinued,
                Overrides = trail.Overrides.AddRange(given.Overrides.Except(trail.Overrides)),
            });
        }
    }

    /// <summary>
    /// The expression that has the same value, or a text made of it: also the call of a method by its name, and the text of .NET
    /// Framework's settings.
    /// </summary>
    private static ExpressionSyntax? WiderThan(ExpressionSyntax expression) => expression.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == expression => call,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" } text when text.Expression == expression => text,
        _ => CSharpShapes.PassedOn(expression),
    };

    private void AddAssignment(AssignmentExpressionSyntax assignment, ExpressionSyntax text, TextTrail trail)
    {
        var isAdded = assignment.IsKind(SyntaxKind.AddAssignmentExpression);
        if (assignment.Right == text)
        {
            answers.AddTarget(assignment.Left, isAdded ? Changed(trail) : trail);
        }
        else if (isAdded && answers.IsBySymbol)
        {
            uses.Append(TextTrail.OptionsIn(assignment.Right));
        }
    }

    private TextTrail Changed(TextTrail trail) => answers.IsBySymbol ? trail with { IsContinued = true } : trail;

    /// <summary>Notes what a call on the text searches for; true when it changes the text.</summary>
    private bool IsChangedBy((string Name, InvocationExpressionSyntax Call) method)
    {
        uses.AddSearches(_searches.Of(method.Name, method.Call));
        return CSharpShapes.IsChanging(method.Name);
    }
}
