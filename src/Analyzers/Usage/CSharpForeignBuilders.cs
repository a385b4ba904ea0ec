using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of connection-string builders by syntax alone: known by the name of their type.</summary>
internal static class CSharpForeignBuilders
{
    /// <summary>The builder that takes a value as one of its options.</summary>
    /// <param name="value">What is assigned.</param>
    /// <returns>The options that stand together, the value's among them, and the type; null where no builder takes it.</returns>
    public static (IReadOnlyList<(string Key, ExpressionSyntax Value)> Options, string Type)? Around(ExpressionSyntax value) =>
        value.Parent is not AssignmentExpressionSyntax set || set.Right != value ? null
        : set.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } initializer
            ? OfBuilder(CSharpShapes.NamesOf(creation).Type, initializer.Expressions.OfType<AssignmentExpressionSyntax>())
        : CSharpShapes.ReceiverOf(set.Left) is { } receiver ? OfBuilder(SyntacticTypes.TypeOf(receiver), SetOn(receiver.ToString(), set))
        : null;

    private static (IReadOnlyList<(string Key, ExpressionSyntax Value)> Options, string Type)? OfBuilder(string? type,
        IEnumerable<AssignmentExpressionSyntax> options) =>
        type?.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true
            ? (options.Select(static option => (Key: KeyOf(option.Left), option.Right)).Where(static option => option.Key is not null)
                .Select(static option => (option.Key!, option.Right)).ToArray(), type)
            : null;

    /// <summary>What the statements of one block set on a variable.</summary>
    private static IEnumerable<AssignmentExpressionSyntax> SetOn(string variable, AssignmentExpressionSyntax set)
    {
        var statement = set.Parent?.Parent is GlobalStatementSyntax ? set.Parent.Parent : set.Parent;
        return (statement?.Parent?.ChildNodes() ?? [])
            .Select(static node => node is GlobalStatementSyntax { Statement: var own } ? own : node)
            .OfType<ExpressionStatementSyntax>()
            .Select(static one => one.Expression)
            .OfType<AssignmentExpressionSyntax>()
            .Where(one => CSharpShapes.ReceiverOf(one.Left)?.ToString() == variable);
    }

    private static string? KeyOf(ExpressionSyntax target) =>
        CSharpShapes.OptionKeyOf(target, static key => (key as LiteralExpressionSyntax)?.Token.Value as string);
}
