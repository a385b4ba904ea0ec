using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Where variables of a tree are used, what code sets on the builders among them, and what the types of sinks are.</summary>
internal sealed class CSharpHolders(SemanticModel model, Func<IdentifierIndex> identifiers, CancellationToken cancellationToken)
{
    /// <summary>A variable that is used more often is not followed: its text is decided by the evidence that is left.</summary>
    private const int MostUses = 100;

    private static readonly string[] s_driverTypes = ["IDbConnection", "DbConnectionStringBuilder", "DbDataSource"];
    private static readonly string[] s_dataTypes = ["IDbCommand", "IDataParameter", "IDataParameterCollection", "Exception", "ILogger"];

    /// <summary>True for a connection-string builder of whatever driver.</summary>
    public static bool IsBuilder(ITypeSymbol? type) => type is not null && IsOrDerivesFrom(type, ["DbConnectionStringBuilder"]);

    /// <summary>True for a connection, a builder or a data source of whatever driver, but not for those of the platform, which serve every engine.</summary>
    public static bool IsDriverType(ITypeSymbol? type) =>
        type is { ContainingNamespace: { } declaredIn } && !declaredIn.ToDisplayString().StartsWith("System", StringComparison.Ordinal) && IsOrDerivesFrom(type, s_driverTypes);

    /// <summary>True for what takes a text as data: SQL, a parameter's value, a message.</summary>
    public static bool CarriesData(ITypeSymbol? type) => type is not null && IsOrDerivesFrom(type, s_dataTypes);

    /// <summary>The uses of a variable in this tree.</summary>
    public IReadOnlyList<IdentifierNameSyntax> UsesOf(ISymbol holder)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var positions = identifiers().UsesOf(holder.Name, ScopeOf(holder, root)).Take(MostUses + 1).ToArray();
        var uses = new List<IdentifierNameSyntax>();
        foreach (var position in positions.Length > MostUses ? [] : positions)
        {
            if (root.FindToken(position).Parent is IdentifierNameSyntax use
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, holder))
            {
                uses.Add(use);
            }
        }

        return uses;
    }

    /// <summary>What code sets on a builder: in the initialiser of its creation, and on the variable that holds it.</summary>
    /// <param name="builder">The creation, or an expression that names the variable.</param>
    public IEnumerable<(Override Option, bool IsOfContainer)> SettingsOf(ExpressionSyntax builder)
    {
        foreach (var set in (builder as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            if (KeyOf(set.Left) is { } key)
            {
                yield return ToSetting(key, set.Right);
            }
        }

        var holder = builder switch
        {
            BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: { } declaration } } => model.GetDeclaredSymbol(declaration, cancellationToken),
            BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } when assignment.Right == builder => model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol,
            BaseObjectCreationExpressionSyntax => null,
            _ => model.GetSymbolInfo(builder, cancellationToken).Symbol,
        };
        foreach (var use in holder is null ? [] : UsesOf(holder))
        {
            // `this.builder` is the variable as well.
            var variable = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : (ExpressionSyntax)use;
            switch (variable.Parent)
            {
                case ExpressionSyntax { Parent: AssignmentExpressionSyntax set } target when set.Left == target && KeyOf(target) is { } key:
                    yield return ToSetting(key, set.Right);
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } }
                    when arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key }:
                    yield return ToSetting(key, arguments[1].Expression);
                    break;
            }
        }
    }

    private static (Override Option, bool IsOfContainer) ToSetting(string key, ExpressionSyntax value)
    {
        var known = value switch
        {
            LiteralExpressionSyntax { Token.Value: { } literal } => literal.ToString(),

            // A member of an enum: `MySqlSslMode.None`.
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax, Name: { } member } when key is "SslMode" or "ConnectionProtocol" => member.Identifier.ValueText,
            _ => null,
        };
        return (new Override(key, known), value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => Testcontainers.IsMember(name.Identifier.ValueText)));
    }

    private static string? KeyOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ImplicitElementAccessSyntax element => KeyOf(element.ArgumentList),
        ElementAccessExpressionSyntax element => KeyOf(element.ArgumentList),
        _ => null,
    };

    private static string? KeyOf(BracketedArgumentListSyntax arguments) =>
        arguments.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

    /// <summary>Where a variable can be used in this tree: a local or parameter in its own member only.</summary>
    private static TextSpan ScopeOf(ISymbol holder, SyntaxNode root)
    {
        var member = holder is ILocalSymbol or IParameterSymbol && holder.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? declaration.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax)
            : null;
        return (member ?? root).FullSpan;
    }

    private static bool IsOrDerivesFrom(ITypeSymbol type, string[] names)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (names.Contains(current.Name))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(contract => names.Contains(contract.Name));
    }
}
