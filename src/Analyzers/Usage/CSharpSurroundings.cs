using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of what stands around a text.</summary>
internal static class CSharpSurroundings
{
    /// <summary>Among more siblings none is looked for: it would be data.</summary>
    private const int MostSiblings = 32;

    /// <summary>Longer texts are messages, not names of providers.</summary>
    private const int LongestProvider = 40;

    private static readonly string[] s_kindNames =
    [
        "Invariant", "Provider", "ProviderName", "DbType", "DatabaseType", "DataType", "DbProvider", "DatabaseProvider", "Engine", "ServerType",
        "ConnectionType", "Dialect",
        "SqlDialect", "DbDialect", "DbEngine", "DatabaseEngine", "DbDriver", "DatabaseKind", "DbKind", "Dbms",
    ];

    /// <summary>Reads the surroundings of a text.</summary>
    /// <param name="text">Its whole expression.</param>
    /// <param name="names">The names of its tree.</param>
    public static Surroundings Of(ExpressionSyntax text, IdentifierIndex names) =>
        new(SiblingsOf(text).Concat(CallsAround(text)).ToImmutableArray(), names.Contains);

    private static IEnumerable<string> SiblingsOf(ExpressionSyntax text)
    {
        SyntaxNode node = text;
        while (node.Parent is ExpressionSyntax and not (InitializerExpressionSyntax or AnonymousFunctionExpressionSyntax or BaseObjectCreationExpressionSyntax)
            and not AssignmentExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            // `UseConnectionString(DataType.MySql, "...")`: a member of an enum, not what some other value is called.
            ArgumentSyntax { Parent: BaseArgumentListSyntax list } =>
                list.Arguments.Count > MostSiblings ? []
                    : list.Arguments.Where(argument => argument != node.Parent).Select(static argument => ValueOf(argument.Expression)).OfType<string>(),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } =>
                initializer.Expressions.Take(MostSiblings).OfType<AssignmentExpressionSyntax>().SelectMany(KindOf),
            AssignmentExpressionSyntax
            {
                Left: MemberAccessExpressionSyntax { Expression: var target },
                Parent: ExpressionStatementSyntax { Parent: { } block }
            } => block.ChildNodes()
                .Take(MostSiblings)
                .OfType<ExpressionStatementSyntax>()
                .Select(static statement => statement.Expression)
                .OfType<AssignmentExpressionSyntax>()
                .Where(set => set.Left is MemberAccessExpressionSyntax { Expression: var other } && other.IsEquivalentTo(target))
                .SelectMany(KindOf),
            AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax creation } => creation.Initializers
                .Take(MostSiblings)
                .Where(static member => IsKind(member.NameEquals?.Name.Identifier.ValueText))
                .Select(static member => ValueOf(member.Expression))
                .OfType<string>(),
            _ => [],
        };
    }

    /// <summary>
    /// The call that is given the lambda in which the text is set: <c>AddDistributedSqlServerCache(cache => cache.ConnectionString =
    /// "...")</c>.
    /// </summary>
    private static IEnumerable<string> CallsAround(ExpressionSyntax text) =>
        text.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            ? CSharpShapes.NamesAround(call).Prepend(CSharpShapes.NamesOf(call).Member)
            : [];

    private static IEnumerable<string> KindOf(AssignmentExpressionSyntax set)
    {
        return IsKind(CSharpExpressions.NameOf(set.Left)) && ValueOf(set.Right) is { } value ? [value] : [];
    }

    private static bool IsKind(string? name) => name is not null && s_kindNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A member of an enum, or a literal that may be a provider's name.</summary>
    private static string? ValueOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax, Name: IdentifierNameSyntax name } =>
            name.Identifier.ValueText,
        LiteralExpressionSyntax { Token.Value: string text } when text.Length <= LongestProvider && text.IndexOfAny([' ', '=']) < 0 => text,
        _ => null,
    };
}
