using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC900: a Docker file that cannot be read.</summary>
internal static class UnreadableFile
{
    public const string Id = "DKC900";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A Docker file cannot be read",
        "'{0}' cannot be read from line {1} on: {2}",
        DiagnosticSeverity.Info,
        "What stands in the broken part of the file is not known to the other rules, which then repair hosts only and keep ports as they are.");
}
