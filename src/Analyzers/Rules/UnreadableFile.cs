using DockerConnectionStrings.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>DKC900: a Docker file that cannot be read, or an option with a value that it cannot have.</summary>
internal static class UnreadableFile
{
    public const string Id = "DKC900";

    public static readonly DiagnosticDescriptor Descriptor = Descriptors.Create(
        Id,
        "A Docker file or an option cannot be read",
        "'{0}' cannot be read{1}: {2}",
        DiagnosticSeverity.Info,
        "What stands in the broken part of the file is not known to the other rules, which then repair hosts only and keep ports "
        + "as they are. An option whose value is not known has its default.");

    /// <summary>The arguments for an option.</summary>
    public static object[] ArgumentsFor(BadOption option) => [option.Key, "", $"it is '{option.Value}', and takes {option.Expected}"];

    /// <summary>The arguments for a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="line">The broken line, counted from one.</param>
    /// <param name="reason">What is wrong, as the end of a sentence.</param>
    public static object[] ArgumentsFor(string name, int line, string reason) => [name, $" from line {line} on", reason];

    /// <summary>The arguments for a file with nothing in it.</summary>
    public static object[] ArgumentsForEmpty(string name) =>
        [name, "", $"it is empty, and {(name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "{}" : "a root element")} is the least that it takes"];
}
