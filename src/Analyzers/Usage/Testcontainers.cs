using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>Texts whose host or port Testcontainers decides at run time.</summary>
internal static class Testcontainers
{
    /// <summary>True for a member of a container that gives its address or mapped port.</summary>
    public static bool IsMember(string name) => name is "Hostname" or "GetMappedPublicPort";

    /// <summary>True when a hole of the text, or what may have another value, reads such a member, itself or by a variable of this file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">Its whole expression.</param>
    /// <param name="isContainerVariable">Tells of a name of its tree whether it stands for such a value; asked only when the text has holes.</param>
    public static bool Decides(DecodedText text, ExpressionSyntax expression, Func<string, bool> isContainerVariable)
    {
        if (!text.HasHoles && !text.Has(RunKind.Fallback, 0, text.Value.Length))
        {
            return false;
        }

        return expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => IsMember(name.Identifier.ValueText) || isContainerVariable(name.Identifier.ValueText));
    }
}
