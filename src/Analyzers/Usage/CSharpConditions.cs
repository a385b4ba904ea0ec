using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>For which machine a branch is.</summary>
internal enum BranchMachine
{
    /// <summary>Nothing tells: the condition asks for something else.</summary>
    Any,

    /// <summary>The developer's own.</summary>
    Own,

    /// <summary>Another one: a build server, a container, one where the program is deployed.</summary>
    Other,

    /// <summary>One or the other: the condition asks for it, and its answer here is not known.</summary>
    Either,
}

/// <summary>What a condition asks of the machine that the code runs on: CI, the environment, a file, the operating system.</summary>
internal static class CSharpConditions
{
    /// <summary>What is asked is looked up through so many variables and members.</summary>
    private const int MostSteps = 3;

    /// <summary>Words for another machine, as a name or a text has them.</summary>
    private static readonly HashSet<string> s_other = new(StringComparer.OrdinalIgnoreCase)
    {
        "ci", "cicd", "continuous", "github", "gitlab", "teamcity", "appveyor", "travis", "circleci", "jenkins", "bitbucket", "buildkite", "codespaces",
        "pipeline", "pipelines", "tf",
        "docker", "container", "containers", "devcontainer", "podman", "kubernetes", "k8s", "kube", "pod", "compose", "inside",
        "production", "prod", "prd", "preprod", "staging", "live", "uat", "qa", "hosted", "deployed", "remote", "cloud", "azure", "aws", "heroku",
    };

    /// <summary>How such words begin: <c>dockerized</c>, <c>.dockerenv</c>, <c>containerized</c>.</summary>
    private static readonly string[] s_otherBeginnings = ["docker", "container", "kubernetes"];

    /// <summary>Words for the developer's own machine.</summary>
    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase) { "development", "developer", "dev", "debug", "debugger", "local",
        "locally" };

    /// <summary>Further ones, where an environment is asked for.</summary>
    private static readonly HashSet<string> s_ownEnvironments = new(StringComparer.OrdinalIgnoreCase) { "test", "tests", "testing" };

    private static readonly HashSet<string> s_environment = new(StringComparer.OrdinalIgnoreCase) { "environment", "env" };

    /// <summary>What switches something on that is off otherwise.</summary>
    private static readonly HashSet<string> s_on = new(StringComparer.OrdinalIgnoreCase) { "1", "true", "yes", "on" };

    /// <summary>Symbols of a build that is not debugged.</summary>
    private const string ReleaseSymbol = "RELEASE";

    /// <summary>Members that ask for the system or the machine.</summary>
    private static readonly HashSet<string> s_systems = new(StringComparer.Ordinal)
    {
        "IsOSPlatform", "IsWindows", "IsLinux", "IsMacOS", "IsFreeBSD", "OSVersion", "OSDescription", "OSArchitecture", "MachineName", "GetHostName",
        "WINDOWS", "LINUX", "OSX", "MACOS",
    };

    /// <summary>For which machine it is when a condition holds.</summary>
    /// <param name="condition">The condition; of a <c>switch</c>, what it chooses by.</param>
    /// <param name="label">Of a <c>switch</c>, the value that is compared with; null elsewhere.</param>
    public static BranchMachine WhenTrue(ExpressionSyntax condition, SyntaxNode? label = null) =>
        label is null ? Of(condition, MostSteps) : Compared([condition, label], MostSteps);

    /// <summary>For which machine it is when the condition does not hold.</summary>
    public static BranchMachine Not(BranchMachine machine) => machine switch
    {
        BranchMachine.Own => BranchMachine.Other,
        BranchMachine.Other => BranchMachine.Own,
        _ => machine,
    };

    private static BranchMachine Of(ExpressionSyntax condition, int steps)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Of(parenthesized.Expression, steps);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Not(Of(not.Operand, steps));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                return Both(Of(both.Left, steps), Of(both.Right, steps));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                var isConstantLeft = comparison.Left is LiteralExpressionSyntax;
                var equal = Equal(isConstantLeft ? comparison.Right : comparison.Left, isConstantLeft ? comparison.Left : comparison.Right, steps);
                return comparison.IsKind(SyntaxKind.EqualsExpression) ? equal : Not(equal);
            case IsPatternExpressionSyntax { Pattern: var pattern } matched:
                return pattern is UnaryPatternSyntax { Pattern: var negated } ? Not(Equal(matched.Expression, negated, steps))
                    : Equal(matched.Expression, pattern, steps);
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var asked }] } call
                when CSharpShapes.NamesOf(call).Member is "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                return Not(Present(asked, steps));
            case InvocationExpressionSyntax call when CSharpShapes.NamesOf(call) is { Type: "File" or "Directory", Member: "Exists" }:
                // Where a file of one's own is not there, something takes its place.
                return ByWords([call], steps) == BranchMachine.Own ? BranchMachine.Any : BranchMachine.Other;
            case InvocationExpressionSyntax call
                when CSharpShapes.NamesOf(call).Member is "Equals" or "StartsWith" or "EndsWith" or "Contains" or "IsEnvironment":
                return Compared([call], steps);
            default:
                return ByWords([condition], steps);
        }
    }

    /// <summary>True for a condition that asks for a file whose name says nothing.</summary>
    public static bool IsOfFileAlone(ExpressionSyntax condition) => ByWords([condition], MostSteps) == BranchMachine.Any;

    private static BranchMachine Both(BranchMachine left, BranchMachine right) =>
        left == BranchMachine.Any || left == right ? right
        : right == BranchMachine.Any ? left
        : BranchMachine.Either;

    /// <summary>A comparison with a constant or a pattern.</summary>
    private static BranchMachine Equal(ExpressionSyntax asked, SyntaxNode constant, int steps)
    {
        var literal = constant switch
        {
            ConstantPatternSyntax { Expression: LiteralExpressionSyntax inPattern } => inPattern,
            _ => constant as LiteralExpressionSyntax,
        };
        return literal?.Kind() switch
        {
            SyntaxKind.NullLiteralExpression => Not(Present(asked, steps)),
            SyntaxKind.TrueLiteralExpression => Of(asked, steps),
            SyntaxKind.FalseLiteralExpression => Not(Of(asked, steps)),
            _ => literal?.Token.Value switch
            {
                "" => Not(Present(asked, steps)),
                string word when word is "0" || word.Equals("false", StringComparison.OrdinalIgnoreCase)
                    || word.Equals("no", StringComparison.OrdinalIgnoreCase) => Not(Compared([asked], steps)),
                _ => Compared([asked, constant], steps),
            },
        };
    }

    /// <summary>
    /// Whether there is a value at all: <c>CI</c> is set on build servers. Of any other value it is asked before it is used, which is
    /// no choice between machines.
    /// </summary>
    private static BranchMachine Present(ExpressionSyntax asked, int steps) =>
        ByWords([asked], steps) is BranchMachine.Other ? BranchMachine.Other : BranchMachine.Any;

    /// <summary>
    /// A value that is compared with another one: an environment that is none of the developer's own is another one's, and so is what a
    /// variable switches on.
    /// </summary>
    private static BranchMachine Compared(SyntaxNode[] sides, int steps)
    {
        var told = ByWords(sides, steps);
        if (told is BranchMachine.Own or BranchMachine.Other)
        {
            return told;
        }

        var words = sides.SelectMany(side => WordsOf(side, steps)).ToArray();
        return words.Any(s_environment.Contains) ? (words.Any(s_ownEnvironments.Contains) ? BranchMachine.Own : BranchMachine.Other)
            : told == BranchMachine.Any && words.Any(s_on.Contains) && sides.Any(ReadsVariable) ? BranchMachine.Other
            : told;
    }

    private static BranchMachine ByWords(SyntaxNode[] parts, int steps)
    {
        var words = parts.SelectMany(part => WordsOf(part, steps)).ToArray();
        return words.Any(IsOther) || parts.Any(static part => Names(part).Any(static name => name.Identifier.ValueText == ReleaseSymbol)) ? BranchMachine.Other
            : words.Any(s_own.Contains) ? BranchMachine.Own
            : words.Any(s_environment.Contains) || parts.Any(AsksForSystem) ? BranchMachine.Either
            : BranchMachine.Any;
    }

    private static bool IsOther(string word) =>
        s_other.Contains(word) || s_otherBeginnings.Any(beginning => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    private static bool AsksForSystem(SyntaxNode part) => Names(part).Any(static name => s_systems.Contains(name.Identifier.ValueText));

    private static bool ReadsVariable(SyntaxNode part) => Names(part).Any(static name => name.Identifier.ValueText == "GetEnvironmentVariable");

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxNode part) => part.DescendantNodesAndSelf().OfType<SimpleNameSyntax>();

    /// <summary>The words of names and texts in an expression, and in what its variables are made from.</summary>
    private static IEnumerable<string> WordsOf(SyntaxNode part, int steps)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case LiteralExpressionSyntax { Token.Value: string text }:
                    foreach (var word in NameWords.Of(text))
                    {
                        yield return word;
                    }

                    break;
                case SimpleNameSyntax name when !IsOfPlatform(name):
                    foreach (var word in NameWords.Of(name.Identifier.ValueText))
                    {
                        yield return word;
                    }

                    var isMember = name.Parent is MemberAccessExpressionSyntax access && access.Name == name;
                    var made = steps > 0 && !isMember && name is IdentifierNameSyntax variable ? MadeFrom(variable) : null;
                    foreach (var word in made is null ? [] : WordsOf(made, steps - 1))
                    {
                        yield return word;
                    }

                    break;
            }
        }
    }

    /// <summary>What a variable, or a method of the same type that is one expression, is made from.</summary>
    private static ExpressionSyntax? MadeFrom(IdentifierNameSyntax name) =>
        name.Parent is not InvocationExpressionSyntax ? SyntacticTypes.ValueOf(name)
        : name.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method =>
            method.Identifier.ValueText == name.Identifier.ValueText)?.ExpressionBody?.Expression;

    /// <summary><c>Environment.GetEnvironmentVariable</c>, <c>Environment.GetCommandLineArgs</c>: the names say nothing, what is asked for does.</summary>
    private static bool IsOfPlatform(SimpleNameSyntax name) => name.Identifier.ValueText switch
    {
        "GetEnvironmentVariable" or "GetEnvironmentVariables" => true,
        "Environment" => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access && access.Expression == name
            && (member.StartsWith("Get", StringComparison.Ordinal) || member.StartsWith("Current", StringComparison.Ordinal)
                || (member is "NewLine" or "UserInteractive" or "ProcessorCount" or "MachineName" or "OSVersion")),
        _ => false,
    };
}
