using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Tells whose member takes a text: the type that is declared, or for a type that serves every driver the one that is made.</summary>
internal sealed class CSharpOwners(SemanticModel model, Func<ISymbol, IReadOnlyList<IdentifierNameSyntax>> usesOf, CancellationToken cancellationToken)
{
    /// <summary>Variables and calls between a connection and the driver that makes it.</summary>
    private const int MostSteps = 4;

    /// <summary>A variable with more values holds no one driver's connection.</summary>
    private const int MostValues = 8;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    private const string BuilderSuffix = "ConnectionStringBuilder";

    private static readonly string[] s_driverTypes = ["IDbConnection", "DbConnectionStringBuilder", "DbDataSource", "DbProviderFactory"];
    private static readonly string[] s_dataTypes = ["IDbCommand", "IDataParameter", "IDataParameterCollection", "Exception", "ILogger"];

    public static Owner OwnerOf(ITypeSymbol? type)
    {
        if (type is null)
        {
            return default;
        }

        if (type.TypeKind == TypeKind.Error)
        {
            return OfName(type.Name);
        }

        var declaredIn = type.ContainingNamespace?.ToDisplayString();
        return new Owner(declaredIn, type.Name)
        {
            IsDriver = declaredIn?.StartsWith("System", StringComparison.Ordinal) == false && IsOrDerivesFrom(type, s_driverTypes),
            IsBuilder = IsOrDerivesFrom(type, ["DbConnectionStringBuilder"]),
            CarriesData = IsOrDerivesFrom(type, s_dataTypes),
        };
    }

    /// <summary>What the name tells of a type whose package is not restored: a driver's builder is called so.</summary>
    private static Owner OfName(string name) => name.Length == 0 ? default : new Owner(null, name)
    {
        IsDriver = name.EndsWith(BuilderSuffix, StringComparison.Ordinal),
        IsBuilder = name.EndsWith(BuilderSuffix, StringComparison.Ordinal),
    };

    /// <summary>The owner of a member of an expression.</summary>
    public Owner OwnerOf(ExpressionSyntax receiver)
    {
        _visited.Clear();
        return OwnerOf(receiver, MostSteps);
    }

    private Owner OwnerOf(ExpressionSyntax receiver, int steps)
    {
        var declared = OwnerOf(model.GetTypeInfo(receiver, cancellationToken).Type);
        return declared is { Namespace: not null, IsAnyDriver: false } || steps == 0 ? declared : Made(receiver, steps) ?? declared;
    }

    /// <summary>What makes the value of an expression, where it is written; null where that cannot be seen.</summary>
    private Owner? Made(ExpressionSyntax expression, int steps)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (expression)
        {
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetFactory" },
                ArgumentList.Arguments: [{ Expression: var name }]
            }:
                return model.GetConstantValue(name, cancellationToken) is { HasValue: true, Value: string provider } ? new Owner(provider, null) : null;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call:
                // `MySqlConnectorFactory.Instance.CreateConnection()`, and the same on a variable that holds the factory.
                return model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsExtensionMethod: false, IsStatic: false }
                    ? Known(OwnerOf(access.Expression, steps - 1)) : null;
            case CastExpressionSyntax cast:
                return Known(OwnerOf(cast.Expression, steps));
            case ParenthesizedExpressionSyntax parenthesized:
                return Known(OwnerOf(parenthesized.Expression, steps));
            case PostfixUnaryExpressionSyntax suppressed:
                return Known(OwnerOf(suppressed.Operand, steps));
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when steps > 0 && model.GetSymbolInfo(expression, cancellationToken).Symbol is { } holder
                && (holder is ILocalSymbol or IFieldSymbol or IPropertySymbol) && _visited.Add(holder):
                var values = ValuesOf(holder).Take(MostValues).Select(value => Known(OwnerOf(value, steps - 1))).OfType<Owner>().Distinct().ToArray();
                return values.Length == 1 ? values[0] : null;
            default:
                return null;
        }
    }

    private static Owner? Known(Owner owner) => owner is { Namespace: not null, IsAnyDriver: false } ? owner : null;

    /// <summary>What is assigned to a variable of this tree.</summary>
    private IEnumerable<ExpressionSyntax> ValuesOf(ISymbol holder)
    {
        foreach (var reference in holder.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == model.SyntaxTree && CSharpExpressions.InitializerOf(reference.GetSyntax(cancellationToken)) is { } initializer)
            {
                yield return initializer;
            }
        }

        foreach (var use in usesOf(holder))
        {
            var variable = CSharpExpressions.TargetOf(use);
            if (variable.Parent is AssignmentExpressionSyntax assignment && assignment.Left == variable)
            {
                yield return assignment.Right;
            }
        }
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
