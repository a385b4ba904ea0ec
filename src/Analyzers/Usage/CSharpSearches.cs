using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The C# reader of what code looks for in a text: by a search, by a position that a search gives, or among the parts of a split text.</summary>
/// <param name="valueOf">The text or character that an expression stands for; null when that is not known.</param>
internal sealed class CSharpSearches(Func<ExpressionSyntax, string?> valueOf)
{
    /// <summary>Variables that stand for parts or positions.</summary>
    private const int MostSteps = 4;

    private static readonly string[] s_searches = ["Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Equals", "Replace"];
    private static readonly string[] s_positions = ["Substring", "Insert", "Remove"];
    private static readonly string[] s_indices = ["IndexOf", "LastIndexOf"];

    /// <summary>Methods that pass parts on; any other takes some of them by what it is given.</summary>
    private static readonly string[] s_passing = ["Select", "ToList", "ToArray", "AsEnumerable", "ToDictionary", "ToLookup", "Cast", "OfType"];

    /// <summary>Methods that take what stands under a key.</summary>
    private static readonly string[] s_byKey = ["TryGetValue", "ContainsKey", "GetValueOrDefault"];

    private readonly List<Search> _found = [];

    /// <summary>What a method that is called on a text looks for in it.</summary>
    /// <returns>Nothing for a method that looks for nothing; one unknown search where it is not known what is looked for.</returns>
    public IReadOnlyList<Search> Of(string method, InvocationExpressionSyntax call)
    {
        _found.Clear();
        var arguments = call.ArgumentList.Arguments;
        if (s_searches.Contains(method))
        {
            return [new Search(arguments is [{ Expression: var searched }, ..] ? valueOf(searched) : null)];
        }

        if (method != "Split" && !s_positions.Contains(method))
        {
            return [];
        }

        // `Split("Database=")` looks for it.
        if (method == "Split" && arguments is [{ Expression: var separator }, ..] && valueOf(separator) is { } word && IsWord(word))
        {
            return [new Search(word, IsOfPart: true)];
        }

        var isKnown = method == "Split" ? TakesKnownParts(call, MostSteps)
            : method == "Insert" ? arguments.Count > 0 && IsKnownPosition(arguments[0].Expression, MostSteps)
            : arguments.All(argument => IsKnownPosition(argument.Expression, MostSteps));
        return isKnown && _found.Any(static search => IsWord(search.Text!)) ? _found.ToArray() : [new Search(null)];
    }

    private static bool IsWord(string text) => text.Any(char.IsLetter);

    /// <summary>True for a position that searches in the text give.</summary>
    private bool IsKnownPosition(ExpressionSyntax position, int steps)
    {
        // A long sum leans to the left.
        var bare = CSharpExpressions.Bare(position);
        for (; bare is BinaryExpressionSyntax sum; bare = CSharpExpressions.Bare(sum.Left))
        {
            if (!IsKnownPosition(sum.Right, steps))
            {
                return false;
            }
        }

        switch (bare)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression }:
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }:
                return true;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var searched }, ..] others } call
                when s_indices.Contains(CSharpShapes.NamesOf(call).Member) && valueOf(searched) is { } text:
                _found.Add(new Search(text, IsOfPart: true));
                return others.Skip(1).All(other => IsComparison(other.Expression) || IsKnownPosition(other.Expression, steps));
            case IdentifierNameSyntax variable when steps > 0 && SyntacticTypes.ValueOf(variable) is { } value:
                return IsKnownPosition(value, steps - 1);
            default:
                return false;
        }
    }

    private static bool IsComparison(ExpressionSyntax argument) =>
        argument is MemberAccessExpressionSyntax { Expression: var type } && CSharpExpressions.NameOf(type) == "StringComparison";

    /// <summary>True when code takes of the parts only those that it looks for by known texts.</summary>
    private bool TakesKnownParts(ExpressionSyntax parts, int steps)
    {
        if (CSharpShapes.CallOn(parts) is var (name, call))
        {
            if (s_byKey.Contains(name))
            {
                return call.ArgumentList.Arguments is [{ Expression: var wanted }, ..] && valueOf(wanted) is { } under && Found(under);
            }

            // What asks for a length alone passes all on: `Where(pair => pair.Length == 2)`.
            var isKnown = s_passing.Contains(name) ? null : Compares(call.ArgumentList);
            return isKnown ?? ((name == "Where" || s_passing.Contains(name))
                && TakesKnownParts(call.Parent is ConditionalAccessExpressionSyntax conditional ? conditional : call, steps));
        }

        switch (parts.Parent)
        {
            case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax:
                return TakesKnownParts((ExpressionSyntax)parts.Parent, steps);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } access
                when access.Expression == parts:
                return Found(key);
            case ArgumentSyntax { Parent: ArgumentListSyntax list }:
                // `Array.Find(parts, part => ...)`.
                return AreKnown(list);
            case FromClauseSyntax { Parent: QueryExpressionSyntax query }:
                return query.Body.Clauses.OfType<WhereClauseSyntax>().Any(clause => AreKnown(clause.Condition));
            case ForEachStatementSyntax loop:
                return (loop.Statement is BlockSyntax block ? block.Statements : [loop.Statement])
                    .All(statement => statement is IfStatementSyntax { Else: null } choice && AreKnown(choice.Condition));
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
                when steps > 0 && variable.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Parent: { } scope } statement:
                var uses = (scope is GlobalStatementSyntax ? scope.Parent! : scope).DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Where(use => use.Identifier.ValueText == variable.Identifier.ValueText && !statement.Contains(use)).ToArray();
                return uses.All(use => TakesKnownParts(use, steps - 1));
            default:
                return false;
        }
    }

    private bool Found(string text)
    {
        _found.Add(new Search(text, IsOfPart: true));
        return true;
    }

    /// <summary>True when the conditions in some code compare with known texts only, and with one at least.</summary>
    private bool AreKnown(SyntaxNode code) => Compares(code) == true;

    /// <summary>Null for code that compares with no text, false where one is not known.</summary>
    private bool? Compares(SyntaxNode code)
    {
        var before = _found.Count;
        foreach (var node in code.DescendantNodesAndSelf())
        {
            var compared = node switch
            {
                InvocationExpressionSyntax call when s_searches.Contains(CSharpShapes.NamesOf(call).Member) =>
                    call.ArgumentList.Arguments.Select(static argument => argument.Expression),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality =>
                    [equality.Left, equality.Right],
                ConstantPatternSyntax constant => [constant.Expression],
                _ => null,
            };
            if (compared is null)
            {
                continue;
            }

            var known = compared.Select(valueOf).Where(static text => text is not null && IsWord(text)).ToArray();
            if (known.Length == 0 && node is InvocationExpressionSyntax)
            {
                return false;
            }

            _found.AddRange(known.Select(static text => new Search(text, IsOfPart: true)));
        }

        return _found.Count > before ? true : null;
    }
}
