using DockerConnectionStrings.Analyzers.Connections;
using DockerConnectionStrings.Analyzers.Files;
using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.CSharp;

/// <summary>Tells where a host is written that a text names by a constant.</summary>
internal static class CSharpOrigins
{
    /// <summary>
    /// Path, seen from the file of the text, and line, <c>../Config/Hosts.cs:3</c>; null when the host is written in the text, or without
    /// source.
    /// </summary>
    public static string? PlaceOf(DecodedText text, HostName host, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!text.Has(RunKind.Constant, host.Start, host.Length))
        {
            return null;
        }

        var named = model.SyntaxTree.GetRoot(cancellationToken).FindNode(text.ShownSpan(host.Start, host.Length), getInnermostNodeForTie: true);
        var declaration = model.GetSymbolInfo(named, cancellationToken).Symbol?.DeclaringSyntaxReferences.FirstOrDefault();
        if (declaration is null)
        {
            return null;
        }

        var line = declaration.SyntaxTree.GetLineSpan(declaration.Span, cancellationToken).StartLinePosition.Line + 1;
        return $"{Paths.RelativeToFile(model.SyntaxTree.FilePath, declaration.SyntaxTree.FilePath)}:{line}";
    }
}
