using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

internal static class SettingReads
{
    public static IEnumerable<ExpressionSyntax> In(SyntaxTree tree, IdentifierIndex names, string key, CancellationToken cancellationToken) => [];
}
