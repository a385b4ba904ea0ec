using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of what stands around a text.</summary>
internal static class CSharpSurroundings
{
    private static readonly string[] s_kindNames = ["Provider", "ProviderName", "DbType", "DatabaseType", "DataType", "DbProvider", "DatabaseProvider", "Engine", "ServerType", "ConnectionType"];

    /// <summary>Reads the surroundings of a text.</summary>
    /// <param name="text">Its whole expression.</param>
    /// <param name="names">The names of its tree.</param>
    public static Surroundings Of(ExpressionSyntax text, IdentifierIndex names) => new(SiblingsOf(text).ToImmutableArray(), names.Contains);

    private static IEnumerable<string> SiblingsOf(ExpressionSyntax text)
    {
        SyntaxNode node = text;
        while (node.Parent is ExpressionSyntax and not (InitializerExpressionSyntax or AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax) and not AssignmentExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            // `UseConnectionString(DataType.MySql, "...")`: a member of an enum, not what some other value is called.
            ArgumentSyntax { Parent: BaseArgumentListSyntax list } => list.Arguments.Select(static argument => ValueOf(argument.Expression)).OfType<string>(),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } => initializer.Expressions.OfType<AssignmentExpressionSyntax>()
                .Where(static set => set.Left is IdentifierNameSyntax name && s_kindNames.Contains(name.Identifier.ValueText, StringComparer.OrdinalIgnoreCase))
                .Select(static set => ValueOf(set.Right) ?? (set.Right as LiteralExpressionSyntax)?.Token.Value as string)
                .OfType<string>(),
            _ => [],
        };
    }

    private static string? ValueOf(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax, Name: IdentifierNameSyntax name } ? name.Identifier.ValueText : null;
}
