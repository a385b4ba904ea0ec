using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Tests.Architecture;

/// <summary>A line fits beside another file on one screen, and a method fits on it as a whole.</summary>
public class SizeTests
{
    private const int LongestLine = 160;
    private const int LongestMethod = 60;

    [Fact]
    public void No_line_is_longer_than_160_characters() => Assert.Empty(
        from tree in ProductSources.Trees
        from line in tree.GetText().Lines
        where line.End - line.Start > LongestLine
        select $"{tree.FilePath}:{line.LineNumber + 1}");

    [Fact]
    public void No_method_is_longer_than_60_lines() => Assert.Empty(
        from tree in ProductSources.Trees
        from member in tree.GetRoot().DescendantNodes()
        where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = tree.GetLineSpan(member.Span)
        let count = lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1
        where count > LongestMethod
        select $"{tree.FilePath}:{lines.StartLinePosition.Line + 1} has {count} lines");
}
