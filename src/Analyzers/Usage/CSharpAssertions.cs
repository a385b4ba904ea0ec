using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The texts that the code of tests expects to find: what they read has to stay as it is.</summary>
internal sealed class CSharpAssertions
{
    private static readonly string[] s_asserting = ["Assert", "Should", "Expect", "Is", "Verify", "Equals"];
    private static readonly string[] s_connecting = ["Use", "Add", "Open", "Connect", "Create", "Set"];

    private readonly HashSet<string> _asserted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <param name="trees">All trees of a test project.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public CSharpAssertions(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        foreach (var literal in trees.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes()).OfType<LiteralExpressionSyntax>())
        {
            if (literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText is { Length: > 0 } text)
            {
                if (IsAsserted(literal))
                {
                    _asserted.Add(text);
                }
                else if (!IsConnectedWith(literal))
                {
                    _written.Add(text);
                }
            }
        }
    }

    /// <summary>True for a value that an assertion names.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">True for a whole connection text: unless code connects with it, it stands there to be compared.</param>
    public bool Name(string value, bool isWhole) => _asserted.Contains(value) || (isWhole && _written.Contains(value));

    /// <summary><c>Assert.Equal("...", text)</c>, <c>text.Should().Be("...")</c>, <c>Is.EqualTo("...")</c>, <c>text.ShouldBe("...")</c>.</summary>
    private static bool IsAsserted(SyntaxNode literal)
    {
        for (var node = literal.Parent; node is not (null or StatementSyntax or MemberDeclarationSyntax); node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && (StartsAs(CSharpShapes.NamesOf(call), s_asserting)
                || CSharpShapes.NamesAround(call).Any(static name => StartsAs((null, name), s_asserting))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConnectedWith(SyntaxNode literal) => literal.Parent is ArgumentSyntax { Parent.Parent: { } call }
        && (call is BaseObjectCreationExpressionSyntax || StartsAs((null, CSharpShapes.NamesOf(call).Member), s_connecting));

    private static bool StartsAs((string? Type, string Member) names, string[] words) =>
        words.Any(word => FirstWordOf(names.Type) == word || FirstWordOf(names.Member) == word);

    private static string? FirstWordOf(string? name) => name is null ? null : NameWords.Of(name).FirstOrDefault();
}
