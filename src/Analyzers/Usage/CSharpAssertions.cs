using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>The texts that the code of tests expects to find: what they read has to stay as it is.</summary>
/// <param name="trees">The trees of a test project.</param>
internal sealed class CSharpAssertions(CSharpTrees trees)
{
    private static readonly string[] s_asserting = ["Assert", "Should", "Expect", "Is", "Verify", "Equals"];
    private static readonly string[] s_connecting = ["Use", "Add", "Open", "Connect", "Create", "Set"];

    private readonly ConcurrentDictionary<string, (bool IsAsserted, bool IsWritten)> _known = new(StringComparer.Ordinal);

    /// <summary>True for a value that an assertion names.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isWhole">True for a whole connection text: unless code connects with it, it stands there to be compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public bool Name(string value, bool isWhole, CancellationToken cancellationToken)
    {
        var (isAsserted, isWritten) = _known.GetOrAdd(value, key => Find(key, cancellationToken));
        return isAsserted || (isWhole && isWritten);
    }

    private (bool IsAsserted, bool IsWritten) Find(string value, CancellationToken cancellationToken)
    {
        var literals = trees.Holding(LongestWordOf(value))
            .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes())
            .OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText == value)
            .ToArray();
        return (literals.Any(IsAsserted), literals.Any(static literal => !IsAsserted(literal) && !IsConnectedWith(literal)));
    }

    /// <summary>What of a value is written as it reads in every kind of literal.</summary>
    private static string LongestWordOf(string value)
    {
        var (longest, length) = (0, 0);
        for (var (start, i) = (0, 0); i <= value.Length; i++)
        {
            if (i == value.Length || !char.IsLetterOrDigit(value[i]))
            {
                (longest, length) = i - start > length ? (start, i - start) : (longest, length);
                start = i + 1;
            }
        }

        return value.Substring(longest, length);
    }

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
