using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Where variables of a tree are used, and what code sets on the objects among them.</summary>
/// <param name="model">The semantic model of the tree.</param>
/// <param name="identifiers">The names of the tree.</param>
/// <param name="known">What is known of the tree already.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class CSharpHolders(SemanticModel model, Func<IdentifierIndex> identifiers, CSharpKnownUses known, CancellationToken cancellationToken)
{
    /// <summary>A variable that is used more often is not followed: its text is decided by the evidence that is left.</summary>
    private const int MostUses = 100;

    /// <summary>The uses of a variable or method in this tree.</summary>
    public IReadOnlyList<IdentifierNameSyntax> UsesOf(ISymbol holder) => known.Of(holder, Find);

    private IReadOnlyList<IdentifierNameSyntax> Find(ISymbol holder)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var positions = identifiers().UsesOf(holder.Name, ScopeOf(holder, root)).Take(MostUses + 1).ToArray();
        var uses = new List<IdentifierNameSyntax>();
        foreach (var position in positions.Length > MostUses ? [] : positions)
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol?.OriginalDefinition, holder.OriginalDefinition))
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    /// <summary>What <c>[StringSyntax]</c> says of a parameter, field or property.</summary>
    public static string? SyntaxOf(ISymbol symbol) => symbol.GetAttributes()
        .FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "StringSyntaxAttribute")?.ConstructorArguments
        .Select(static argument => argument.Value as string)
        .FirstOrDefault();

    /// <summary>What code sets on an object: in the initialiser of its creation, and on the variable that holds it.</summary>
    /// <param name="target">The creation, or an expression that names the variable.</param>
    /// <returns>Names of properties and keys of indexers, with their values, in the order of the file.</returns>
    public IEnumerable<(string Key, ExpressionSyntax Value)> OptionsOf(ExpressionSyntax target)
    {
        var holder = target switch
        {
            BaseObjectCreationExpressionSyntax creation => HolderOf(creation),
            _ => model.GetSymbolInfo(target, cancellationToken).Symbol,
        };
        foreach (var set in CreationOf(target, holder)?.Initializer?.Expressions ?? default)
        {
            if (OptionOf(set) is { } option)
            {
                yield return option;
            }
        }

        foreach (var use in holder is null ? [] : UsesOf(holder))
        {
            // `this.builder` is the variable as well.
            var variable = CSharpExpressions.TargetOf(use);
            switch (variable.Parent)
            {
                case ExpressionSyntax { Parent: AssignmentExpressionSyntax set } member when set.Left == member && KeyOf(member) is { } key:
                    // What `+=` or `??=` makes of it is not known.
                    yield return (key, set.IsKind(SyntaxKind.SimpleAssignmentExpression) ? set.Right : set);
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax call }
                    when call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }, var value]:
                    yield return (key, value.Expression);
                    break;
            }
        }
    }

    /// <summary>The creation of the object that a variable holds, where it is written beside the variable.</summary>
    public BaseObjectCreationExpressionSyntax? CreationOf(ExpressionSyntax target, ISymbol? holder) => target as BaseObjectCreationExpressionSyntax
        ?? holder?.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == model.SyntaxTree)
            .Select(reference => (reference.GetSyntax(cancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value)
            .FirstOrDefault() as BaseObjectCreationExpressionSyntax;

    /// <summary>Where the text of a builder is asked for: <c>builder.ConnectionString</c>, <c>builder.ToString()</c>.</summary>
    public IEnumerable<ExpressionSyntax> TextsOf(ExpressionSyntax builder)
    {
        var holder = builder is BaseObjectCreationExpressionSyntax creation ? HolderOf(creation) : model.GetSymbolInfo(builder, cancellationToken).Symbol;
        var places = holder is null ? [builder] : UsesOf(holder).Select(static use => (ExpressionSyntax)use);
        foreach (var place in places)
        {
            switch (place.Parent)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConnectionString" } access when access.Expression == place:
                    yield return access;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax call } access
                    when access.Expression == place:
                    yield return call;
                    break;
            }
        }
    }

    /// <summary>The variable that a creation is assigned to.</summary>
    public ISymbol? HolderOf(BaseObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: { } declaration } => model.GetDeclaredSymbol(declaration, cancellationToken),
        AssignmentExpressionSyntax assignment when assignment.Right == creation => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
        _ => null,
    };

    /// <summary>The option that an element of an initialiser sets: <c>Server = x</c>, <c>["Server"] = x</c>, <c>{ "Server", x }</c>.</summary>
    public (string Key, ExpressionSyntax Value)? OptionOf(ExpressionSyntax element) => element switch
    {
        AssignmentExpressionSyntax set when KeyOf(set.Left) is { } key => (key, set.Right),
        InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax { Token.Value: string key }, var value] } => (key, value),
        _ => null,
    };

    /// <summary>An option as the text sees it that it is set beside.</summary>
    public static (Override Option, bool IsOfContainer) ToOverride((string Key, ExpressionSyntax Value) option)
    {
        var known = option.Value switch
        {
            LiteralExpressionSyntax { Token.Value: { } literal } => literal.ToString(),

            // A member of an enum: `MySqlSslMode.None`.
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax, Name: { } member }
                when option.Key is "SslMode" or "ConnectionProtocol" => member.Identifier.ValueText,
            _ => null,
        };
        return (new Override(option.Key, known),
            option.Value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => Testcontainers.IsMember(name.Identifier.ValueText)));
    }

    private string? KeyOf(ExpressionSyntax target) =>
        CSharpShapes.OptionKeyOf(target, key => model.GetConstantValue(key, cancellationToken).Value as string);

    /// <summary>Where a variable can be used in this tree: a local or parameter in its own member only.</summary>
    private static TextSpan ScopeOf(ISymbol holder, SyntaxNode root)
    {
        var member = (holder is ILocalSymbol or IParameterSymbol) && holder.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? declaration.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax)
            : null;
        return (member ?? root).FullSpan;
    }
}
