using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>
/// The literals that an expression may have as its value: by the locals, fields, properties, parameters and methods of its own tree that
/// hold it, and behind <c>??</c>, <c>?:</c> and calls that take a default.
/// </summary>
/// <param name="model">The semantic model of the tree.</param>
/// <param name="usesOf">The uses of a variable, method or type in that tree.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpHeldValues(SemanticModel model, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf, CancellationToken cancellationToken)
{
    /// <summary>Holders that take their value from holders: more are not followed.</summary>
    private const int MostHops = 6;

    /// <summary>A holder of more values is no one host's or port's.</summary>
    private const int MostValues = 8;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<LiteralExpressionSyntax> _values = [];
    private readonly CSharpInstances _instances = new(model, usesOf, cancellationToken);
    private bool _isOpen;

    /// <summary>The object whose member is read: the member's type, and the creation where that is known.</summary>
    private (INamedTypeSymbol? Type, BaseObjectCreationExpressionSyntax? Creation) _object;

    /// <summary>Finds them.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The literals in the order in which they are found, and whether the value may be another one.</returns>
    public (IReadOnlyList<LiteralExpressionSyntax> Values, bool IsOpen) Of(ExpressionSyntax expression)
    {
        _visited.Clear();
        _values.Clear();
        _isOpen = false;
        _object = default;
        Add(expression, MostHops);
        return _values.Count > MostValues ? ([], true) : (_values.Distinct().ToArray(), _isOpen);
    }

    private void Add(ExpressionSyntax expression, int hops)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (CSharpExpressions.Bare(expression))
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }
                or ThrowExpressionSyntax:
                break;
            case LiteralExpressionSyntax { Token.Value: string { Length: 0 } }:
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression or (int)SyntaxKind.NumericLiteralExpression } literal:
                _values.Add(literal);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                Add(coalesce.Left, hops);
                Add(coalesce.Right, hops);
                break;
            case ConditionalExpressionSyntax choice:
                Add(choice.WhenTrue, hops);
                Add(choice.WhenFalse, hops);
                break;
            case SwitchExpressionSyntax choice:
                foreach (var arm in choice.Arms)
                {
                    Add(arm.Expression, hops);
                }

                break;
            case CastExpressionSyntax cast:
                Add(cast.Expression, hops);
                break;
            case InvocationExpressionSyntax call:
                AddCall(call, hops);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax when hops > 0
                && model.GetSymbolInfo(CSharpExpressions.Bare(expression), cancellationToken).Symbol is { } symbol:
                AddOf(CSharpExpressions.Bare(expression), symbol, () => Add(symbol, hops - 1));
                break;
            case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding }:
                Add(binding, hops);
                _isOpen = true;
                break;
            default:
                _isOpen = true;
                break;
        }
    }

    /// <summary>Adds what a member of an object has: what other objects of its type are given does not count.</summary>
    private void AddOf(ExpressionSyntax member, ISymbol symbol, Action add)
    {
        var outer = _object;
        if (!symbol.IsStatic && (symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol) && CSharpInstances.ReceiverOf(member) is { } receiver)
        {
            _object = (symbol.ContainingType.OriginalDefinition, _instances.CreationOf(receiver));
        }

        add();
        _object = outer;
    }

    /// <summary>Of the values that are given to objects of a type, those of the object that is read.</summary>
    private IEnumerable<ExpressionSyntax> OfObject(IReadOnlyList<ExpressionSyntax> values, ISymbol member)
    {
        if (_object.Type is null || !SymbolEqualityComparer.Default.Equals(_object.Type, member.ContainingType?.OriginalDefinition))
        {
            return values;
        }

        var given = values.Select(value => (Value: value, Creation: _instances.GivenTo(value))).ToArray();
        if (_object.Creation is { } own)
        {
            return given.Where(one => one.Creation is null || one.Creation == own).Select(static one => one.Value);
        }

        // Nothing tells which of them is read.
        var isAny = given.Select(static one => one.Creation).Where(static creation => creation is not null).Distinct().Skip(1).Any();
        _isOpen |= isAny;
        return isAny ? given.Where(static one => one.Creation is null).Select(static one => one.Value) : values;
    }

    /// <summary>What a call gives: the text that it is called on, a default that it takes, or what the user's own method returns.</summary>
    private void AddCall(InvocationExpressionSyntax call, int hops)
    {
        if ((CSharpExpressions.TextOf(call) ?? CSharpExpressions.ParsedBy(call)) is { } text)
        {
            Add(text, hops);
            return;
        }

        if (new CSharpDefaults(model, cancellationToken).DefaultOf(call) is { } fallback)
        {
            _isOpen = true;
            Add(fallback, hops);
            return;
        }

        if (hops > 0 && model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition is IMethodSymbol
            {
                IsVirtual: false, IsAbstract: false,
                IsOverride: false
            } method && _visited.Add(method) && DeclarationOf(method) is { } declaration)
        {
            AddOf(call.Expression, method, () => AddResults(declaration, hops - 1));
            return;
        }

        _isOpen = true;
    }

    /// <summary>What a getter or a method gives.</summary>
    private void AddResults(SyntaxNode giver, int hops)
    {
        foreach (var result in CSharpExpressions.ResultsOf(giver))
        {
            Add(result, hops);
        }
    }

    private SyntaxNode? DeclarationOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == model.SyntaxTree ? declaration.GetSyntax(cancellationToken) : null;

    private void Add(ISymbol symbol, int hops)
    {
        symbol = symbol.OriginalDefinition;
        if (!_visited.Add(symbol))
        {
            // `host = host ?? "localhost"`: what it has been.
            _isOpen = true;
            return;
        }

        // The expression is a use: where none is seen, there are too many.
        var known = _values.Count;
        if (usesOf(symbol) is { Count: > 0 } uses)
        {
            AddHeld(symbol, uses, hops);
        }

        _isOpen |= _values.Count == known;
    }

    private void AddHeld(ISymbol symbol, IReadOnlyList<IdentifierNameSyntax> uses, int hops)
    {
        switch (symbol, DeclarationOf(symbol))
        {
            case (ILocalSymbol or IFieldSymbol, VariableDeclaratorSyntax variable):
                AddWritten(symbol, variable.Initializer?.Value, uses, hops);
                break;
            case (ILocalSymbol, SingleVariableDesignationSyntax designation) when CSharpExpressions.PairedWith(designation) is { } paired:
                AddWritten(symbol, paired, uses, hops);
                break;
            case (IPropertySymbol { IsAbstract: false } property, PropertyDeclarationSyntax declaration):
                _isOpen |= property.IsVirtual;
                if (declaration.ExpressionBody is not null
                    || declaration.AccessorList!.Accessors.Any(static accessor => accessor.Body is not null || accessor.ExpressionBody is not null))
                {
                    AddResults(declaration, hops);
                }
                else
                {
                    AddWritten(symbol, declaration.Initializer?.Value, uses, hops);
                }

                break;
            case (IPropertySymbol, AnonymousObjectMemberDeclaratorSyntax member):
                Add(member.Expression, hops);
                break;
            case (IPropertySymbol, ParameterSyntax) when symbol.ContainingType.InstanceConstructors
                .SelectMany(static constructor => constructor.Parameters).FirstOrDefault(one => one.Name == symbol.Name) is { } parameter:
                AddWritten(symbol, null, uses, hops);
                AddArguments(parameter, hops);
                break;
            case (IParameterSymbol { RefKind: RefKind.None } parameter, ParameterSyntax):
                AddWritten(symbol, null, uses, hops);
                AddArguments(parameter, hops);
                break;
            default:
                _isOpen = true;
                break;
        }
    }

    /// <summary>What a variable begins with, and what the tree assigns to it.</summary>
    private void AddWritten(ISymbol variable, ExpressionSyntax? initializer, IReadOnlyList<IdentifierNameSyntax> uses, int hops)
    {
        _isOpen |= IsSetElsewhere(variable);
        var written = new List<AssignmentExpressionSyntax>();
        var given = new List<ExpressionSyntax>();
        foreach (var use in uses.Where(CSharpExpressions.IsWritten))
        {
            if (CSharpExpressions.IsTried(use))
            {
                _isOpen = true;
                continue;
            }

            if (CSharpExpressions.PairedWith(CSharpExpressions.TargetOf(use)) is { } paired)
            {
                given.Add(paired);
                continue;
            }

            if (CSharpExpressions.TargetOf(use).Parent is not AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression
                or (int)SyntaxKind.CoalesceAssignmentExpression
                } assignment)
            {
                // What a reference, a deconstruction or an addition makes of it is not known.
                return;
            }

            written.Add(assignment);
        }

        // What is always written replaces what has been there.
        var last = variable is ILocalSymbol or IParameterSymbol ? written.FindLastIndex(assignment => IsAlwaysRun(assignment, initializer)) : -1;
        if (initializer is not null && last < 0 && !IsReplacedByConstructors(variable, written) && !IsSetByCreation(written))
        {
            Add(initializer, hops);
        }

        foreach (var value in OfObject(written.Skip(last).Select(static assignment => assignment.Right).Concat(given).ToArray(), variable))
        {
            Add(value, hops);
        }
    }

    /// <summary>True when the object that is read is made with a value of its own for the member.</summary>
    private bool IsSetByCreation(List<AssignmentExpressionSyntax> written) => _object.Creation?.Initializer is { } initializer
        && written.Any(assignment => assignment.Parent == initializer);

    /// <summary>True for a statement of the block that declares the variable, or of the body of a parameter's method.</summary>
    private static bool IsAlwaysRun(AssignmentExpressionSyntax assignment, ExpressionSyntax? initializer) =>
        assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement }
        && ((statement.Parent is GlobalStatementSyntax
            or BlockSyntax { Parent: MemberDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax })
            || (initializer is not null && initializer.FirstAncestorOrSelf<StatementSyntax>()?.Parent == statement.Parent));

    /// <summary>True for a member that each constructor sets anew.</summary>
    private bool IsReplacedByConstructors(ISymbol variable, List<AssignmentExpressionSyntax> written)
    {
        if (variable is not (IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }) || written.Count == 0)
        {
            return false;
        }

        var constructors = variable.ContainingType.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).Select(DeclarationOf)
            .OfType<ConstructorDeclarationSyntax>()
            .Where(static constructor => !constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer)).ToArray();
        return constructors.Length > 0 && constructors.All(constructor =>
            written.Any(assignment => assignment.Parent is ExpressionStatementSyntax statement && statement.Parent == constructor.Body)
                || (constructor.ExpressionBody is { Expression: var only } && written.Contains(only)));
    }

    /// <summary>What a parameter has by itself, and what the calls of the tree give to it.</summary>
    private void AddArguments(IParameterSymbol parameter, int hops)
    {
        _isOpen |= parameter.HasExplicitDefaultValue
            || parameter.ContainingSymbol.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable);
        if (DeclarationOf(parameter) is ParameterSyntax { Default.Value: { } value })
        {
            Add(value, hops);
        }

        foreach (var argument in OfObject(new CSharpDefaults(model, cancellationToken).ArgumentsFor(parameter, usesOf).ToArray(), parameter))
        {
            Add(argument, hops);
        }
    }

    /// <summary>True for a variable that others than its own tree may set.</summary>
    private bool IsSetElsewhere(ISymbol variable) => variable switch
    {
        IFieldSymbol { IsConst: true } => false,
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } => !CSharpSymbols.IsSeenHereOnly(variable, model.SyntaxTree),
        IFieldSymbol field => field.DeclaredAccessibility != Accessibility.Private || !CSharpSymbols.IsSeenHereOnly(variable, model.SyntaxTree),
        IPropertySymbol property => property.SetMethod!.DeclaredAccessibility != Accessibility.Private
            || !CSharpSymbols.IsSeenHereOnly(variable, model.SyntaxTree),
        _ => false,
    };
}
