using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Texts that code takes in one environment and not in another: what is wrong on the host may be meant for the container.</summary>
internal static class CSharpChoices
{
    /// <summary>How conditions and symbols speak of where the code runs.</summary>
    private static readonly string[] s_places = ["container", "docker", "podman", "kubernetes", "k8s", "compose", "environment", "production", "release", "isdevelopment", "debug", "hosted", "runningin"];

    /// <summary>True when a text is one of the values of a choice, or stands under a condition that speaks of where the code runs.</summary>
    public static bool MayBeForContainer(ExpressionSyntax text)
    {
        for (SyntaxNode node = text; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            var isChosen = parent switch
            {
                ConditionalExpressionSyntax choice => node != choice.Condition,
                SwitchExpressionArmSyntax arm => node == arm.Expression,
                IfStatementSyntax choice => node != choice.Condition && Speaks(choice.Condition.ToString()),
                ElseClauseSyntax { Parent: IfStatementSyntax choice } => Speaks(choice.Condition.ToString()),
                SwitchSectionSyntax { Parent: SwitchStatementSyntax choice } => Speaks(choice.Expression.ToString()),
                _ => false,
            };
            if (isChosen)
            {
                return true;
            }
        }

        return IsUnderSymbol(text);
    }

    /// <summary>True between <c>#if DOCKER</c> and its <c>#endif</c>.</summary>
    private static bool IsUnderSymbol(ExpressionSyntax text)
    {
        var root = text.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
        {
            return false;
        }

        var open = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < text.SpanStart; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case IfDirectiveTriviaSyntax branch:
                    open.Push(Speaks(branch.Condition.ToString()));
                    break;
                case ElifDirectiveTriviaSyntax branch when open.Count > 0:
                    open.Push(open.Pop() || Speaks(branch.Condition.ToString()));
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Contains(true);
    }

    private static bool Speaks(string condition) => s_places.Any(place => condition.IndexOf(place, StringComparison.OrdinalIgnoreCase) >= 0);
}
