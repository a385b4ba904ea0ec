using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Texts that code takes in one environment and not in another: what is wrong on the host may be meant for the container.</summary>
internal static class CSharpChoices
{
    /// <summary>A name that is used more often is no choice between two texts.</summary>
    private const int MostUses = 20;

    /// <summary>How conditions and symbols speak of where the code runs.</summary>
    private static readonly string[] s_places = ["container", "docker", "podman", "kubernetes", "k8s", "compose", "environment", "production", "release",
        "isdevelopment", "debug", "hosted", "runningin"];

    /// <summary>True when a text is one of the values of a choice, or stands under a condition that speaks of where the code runs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isFallback">True for the only literal among the values: where a choice asks whether there is another value, it counts where there is
    /// none.</param>
    public static bool MayBeForContainer(ExpressionSyntax text, bool isFallback = false)
    {
        for (SyntaxNode node = text; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            var isChosen = parent switch
            {
                ConditionalExpressionSyntax choice => node != choice.Condition
                    && !(isFallback && (AsksForValue(choice.Condition) || !Speaks(choice.Condition))),
                SwitchExpressionArmSyntax arm => node == arm.Expression,
                IfStatementSyntax choice => node != choice.Condition && !(isFallback && AsksForValue(choice.Condition)) && Speaks(choice.Condition),
                ElseClauseSyntax { Parent: IfStatementSyntax choice } => Speaks(choice.Condition),
                SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } => Speaks(choice.Expression),
                _ => false,
            };
            if (isChosen || MachineOf(node, parent) != BranchMachine.Any)
            {
                return true;
            }
        }

        return UnderSymbols(text).Any(static branch => branch.Machine != BranchMachine.Any || Speaks(branch.Condition));
    }

    /// <summary>
    /// True when a text stands in the branch of a choice that is taken on another machine than the developer's: under CI, in a container,
    /// where a file is found.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names of its tree.</param>
    /// <param name="isCommand">True for a command line: each system has its own shell, and the server in it may be the same.</param>
    public static bool IsForAnotherMachine(ExpressionSyntax text, Func<IdentifierIndex> names, bool isCommand) =>
        IsForAnotherMachine(text, isCommand)
        || (HolderOf(text) is { } holder && UsesOf(holder, text, names()) is { Count: > 0 } uses && uses.All(use => IsForAnotherMachine(use, isCommand)));

    private static bool IsForAnotherMachine(ExpressionSyntax text, bool isCommand)
    {
        for (SyntaxNode node = text; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            if (IsOther(MachineOf(node, parent), isCommand))
            {
                return true;
            }
        }

        return UnderSymbols(text).Any(branch => IsOther(branch.Machine, isCommand));
    }

    private static bool IsOther(BranchMachine machine, bool isCommand) => machine == BranchMachine.Other || (machine == BranchMachine.Either && !isCommand);

    /// <summary>For which machine a node is that is a branch of the choice around it.</summary>
    private static BranchMachine MachineOf(SyntaxNode node, SyntaxNode parent) => parent switch
    {
        ConditionalExpressionSyntax choice when node == choice.WhenTrue => CSharpConditions.WhenTrue(choice.Condition),
        ConditionalExpressionSyntax choice when node == choice.WhenFalse => CSharpConditions.Not(CSharpConditions.WhenTrue(choice.Condition)),
        IfStatementSyntax { Else: null } guard when node == guard.Statement && CSharpConditions.IsOfFileAlone(guard.Condition)
            && !Chooses(guard.Statement) => BranchMachine.Any,
        IfStatementSyntax choice when node == choice.Statement => CSharpConditions.WhenTrue(choice.Condition),
        ElseClauseSyntax { Parent: IfStatementSyntax choice } => CSharpConditions.Not(CSharpConditions.WhenTrue(choice.Condition)),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when node == arm.Expression =>
            OfLabels(choice.GoverningExpression, [Label(arm)], choice.Arms.Select(Label)),
        SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } section when node is StatementSyntax =>
            OfLabels(choice.Expression, section.Labels.Select(Label).ToArray(), choice.Sections.SelectMany(static other => other.Labels).Select(Label)),
        BlockSyntax block when node is ReturnStatementSyntax given => BehindGuards(block, given),
        _ => BranchMachine.Any,
    };

    /// <summary>True for a branch that gives another value: what a file guards may as well be all that is done with it.</summary>
    private static bool Chooses(StatementSyntax branch) => (branch is BlockSyntax { Statements: [var only] } ? only : branch) is
        ReturnStatementSyntax { Expression: not null } or ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax };

    private static SyntaxNode? Label(SwitchExpressionArmSyntax arm) => arm.Pattern is DiscardPatternSyntax ? null : arm.Pattern;

    private static SyntaxNode? Label(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax constant => constant.Value,
        CasePatternSwitchLabelSyntax pattern => pattern.Pattern,
        _ => null,
    };

    /// <summary>Of a <c>switch</c>: what is left over for no value in particular is the developer's, unless one of the values is.</summary>
    private static BranchMachine OfLabels(ExpressionSyntax chosenBy, SyntaxNode?[] own, IEnumerable<SyntaxNode?> all)
    {
        if (!own.Contains(null))
        {
            var machines = own.Select(label => CSharpConditions.WhenTrue(chosenBy, label)).Distinct().ToArray();
            return machines.Length == 1 ? machines[0] : machines.Contains(BranchMachine.Own) ? BranchMachine.Own : BranchMachine.Either;
        }

        var others = all.Where(static label => label is not null).Select(label => CSharpConditions.WhenTrue(chosenBy, label)).ToArray();
        return others.Contains(BranchMachine.Own) ? BranchMachine.Other
            : others.Contains(BranchMachine.Other) ? BranchMachine.Own
            : BranchMachine.Any;
    }

    /// <summary><c>if (!isCi) return "..."; return "...";</c>: the second is for where the condition does not hold.</summary>
    private static BranchMachine BehindGuards(BlockSyntax block, ReturnStatementSyntax given)
    {
        foreach (var statement in block.Statements)
        {
            if (statement == given)
            {
                break;
            }

            if (statement is IfStatementSyntax { Else: null } guard && !CSharpConditions.IsOfFileAlone(guard.Condition)
                && (guard.Statement is BlockSyntax { Statements: [.., var last] } ? last : guard.Statement) is ReturnStatementSyntax { Expression: not null }
                && CSharpConditions.Not(CSharpConditions.WhenTrue(guard.Condition)) is BranchMachine.Other)
            {
                return BranchMachine.Other;
            }
        }

        return BranchMachine.Any;
    }

    /// <summary>The branches of <c>#if</c> that a text stands in: what each asks for, and for which machine it is.</summary>
    private static Stack<(ExpressionSyntax Condition, BranchMachine Machine)> UnderSymbols(ExpressionSyntax text)
    {
        var open = new Stack<(ExpressionSyntax Condition, BranchMachine Machine)>();
        var root = text.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return open;
        }

        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < text.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push((branch.Condition, CSharpConditions.WhenTrue(branch.Condition)));
                    break;
                case ElifDirectiveTriviaSyntax branch when open.Count > 0:
                    var before = open.Pop();
                    var told = CSharpConditions.WhenTrue(branch.Condition);
                    open.Push(told != BranchMachine.Any ? (branch.Condition, told) : (before.Condition, CSharpConditions.Not(before.Machine)));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    var first = open.Pop();
                    open.Push((first.Condition, CSharpConditions.Not(first.Machine)));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open;
    }

    /// <summary>The name of the variable, property or method that a text is the value of.</summary>
    private static string? HolderOf(ExpressionSyntax text) => text.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax or ReturnStatementSyntax => CSharpShapes.GiverOf(text.Parent) is { } giver ? CSharpShapes.NameOfGiver(giver) : null,
        _ => null,
    };

    private static List<ExpressionSyntax> UsesOf(string holder, ExpressionSyntax text, IdentifierIndex names)
    {
        var positions = names.UsesOf(holder);
        var root = text.SyntaxTree.GetRoot();
        return positions.Count > MostUses ? [] : positions.Select(position => root.FindToken(position).Parent).OfType<ExpressionSyntax>().ToList();
    }

    /// <summary>True for <c>string.IsNullOrEmpty(host)</c>, <c>host is null</c>, <c>args.Length > 0</c>: not where the code runs is asked for, but whether
    /// there is a value.</summary>
    private static bool AsksForValue(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => AsksForValue(parenthesized.Expression),
        PrefixUnaryExpressionSyntax not => AsksForValue(not.Operand),
        InvocationExpressionSyntax call => CSharpShapes.NamesOf(call).Member is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "TryGetValue" or "TryParse",
        BinaryExpressionSyntax test => CSharpShapes.IsNothing(test.Right) || CSharpShapes.IsNothing(test.Left)
            || test.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" },
        IsPatternExpressionSyntax test =>
            test.Pattern is RecursivePatternSyntax or DeclarationPatternSyntax
            or ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } }
            or UnaryPatternSyntax { Pattern: ConstantPatternSyntax },
        _ => false,
    };

    private static bool Speaks(ExpressionSyntax condition) =>
        condition.ToString() is var text && s_places.Any(place => text.IndexOf(place, StringComparison.OrdinalIgnoreCase) >= 0);
}
