using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>The C# reader of which object a value is given to, and of which one a member is read: two objects of one type have hosts of their own.</summary>
/// <param name="model">The semantic model of the tree.</param>
/// <param name="usesOf">The uses of a variable in that tree.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpInstances(SemanticModel model, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf, CancellationToken cancellationToken)
{
    /// <summary>The object that a member is read of; null for one's own, and for <c>Type.Member</c>, which has none.</summary>
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax member) =>
        member is MemberAccessExpressionSyntax { Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) and var receiver } ? receiver : null;

    /// <summary>Where the only object is made that an expression stands for.</summary>
    /// <returns>Null where it may be made elsewhere.</returns>
    public BaseObjectCreationExpressionSyntax? CreationOf(ExpressionSyntax expression)
    {
        var bare = CSharpExpressions.Bare(expression);
        if (bare is BaseObjectCreationExpressionSyntax own)
        {
            return own;
        }

        var variable = model.GetSymbolInfo(bare, cancellationToken).Symbol;
        if (variable is not (ILocalSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false })
            || variable is not { DeclaringSyntaxReferences: [var reference] } || reference.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        var initializer = CSharpExpressions.InitializerOf(reference.GetSyntax(cancellationToken));
        var written = usesOf(variable).Where(CSharpExpressions.IsWritten).ToArray();
        return (initializer is null && written is [var only] && CSharpExpressions.TargetOf(only).Parent is AssignmentExpressionSyntax assignment
            ? assignment.Right
            : written.Length == 0 ? initializer : null) as BaseObjectCreationExpressionSyntax;
    }

    /// <summary>The creation of the object that a value is given to: as an argument, in its initialiser, or by a statement.</summary>
    public BaseObjectCreationExpressionSyntax? GivenTo(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } => creation,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } => creation,
        AssignmentExpressionSyntax { Left: var target } assignment when assignment.Right == value && ReceiverOf(target) is { } receiver => CreationOf(receiver),
        _ => null,
    };
}
