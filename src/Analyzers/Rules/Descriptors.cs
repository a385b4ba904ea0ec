using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>Makes the descriptors of all rules alike: one category, and a help link that is built from one address.</summary>
internal static class Descriptors
{
    public const string Category = "Docker";

    /// <summary>The project's address, from the build's property <c>RepositoryUrl</c>; empty when it has none.</summary>
    private static readonly string s_repositoryUrl = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static attribute => attribute.Key == "RepositoryUrl")?.Value ?? "";

    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, DiagnosticSeverity severity, string description) =>
        new(id, title, messageFormat, Category, severity, isEnabledByDefault: true, description, HelpLink(id));

    private static string? HelpLink(string id) => s_repositoryUrl.Length == 0 ? null : $"{s_repositoryUrl.TrimEnd('/')}/blob/HEAD/docs/rules/{id}.md";
}
