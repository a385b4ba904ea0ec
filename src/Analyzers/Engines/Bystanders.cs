using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Engines;

/// <summary>APIs that take a text and connect to nothing: they print it, log it, compare it or search in it.</summary>
internal static class Bystanders
{
    /// <summary>Namespaces, with what lies below them.</summary>
    private static readonly string[] s_namespaces =
    [
        "Microsoft.Extensions.Logging", "Serilog", "NLog", "log4net", "System.Text.RegularExpressions",
        "Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "FluentAssertions", "AwesomeAssertions", "Shouldly", "TUnit.Assertions",
    ];

    /// <summary>Types of the platform. What is appended to a builder is a part of some text, and the rest of it is not known.</summary>
    private static readonly string[] s_systemTypes =
        ["System.Console", "System.String", "System.MemoryExtensions", "System.Diagnostics.Debug", "System.Diagnostics.Trace", "System.Diagnostics.TraceSource", "System.Text.StringBuilder"];

    /// <summary>How the methods are called where the code does not compile far enough to tell their type.</summary>
    private static readonly string[] s_names = ["Log", "WriteLine", "Equal", "AreEqual", "Contains", "StartsWith", "EndsWith", "IndexOf", "Replace", "Split"];

    /// <summary>True when the text reaches something, and nothing that could connect.</summary>
    public static bool AreAll(ImmutableArray<Sink> sinks)
    {
        foreach (var sink in sinks)
        {
            if (!IsOne(sink))
            {
                return false;
            }
        }

        return !sinks.IsEmpty;
    }

    private static bool IsOne(Sink sink)
    {
        if (sink.Kind == SinkKind.Comparison)
        {
            return true;
        }

        if (sink.Namespace is not { } declaredIn)
        {
            return sink.Type is null
                ? s_names.Any(name => sink.Member.StartsWith(name, StringComparison.Ordinal))
                : sink.Type.EndsWith("Exception", StringComparison.Ordinal);
        }

        return sink.Type?.EndsWith("Exception", StringComparison.Ordinal) == true
            || s_systemTypes.Contains($"{declaredIn}.{sink.Type}")
            || s_namespaces.Any(root => declaredIn.StartsWith(root, StringComparison.Ordinal) && (declaredIn.Length == root.Length || declaredIn[root.Length] == '.'));
    }
}
