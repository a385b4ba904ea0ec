using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Usage;

namespace DockerConnectionStrings.Analyzers.Evidence;

/// <summary>APIs that take a text and connect to nothing: they print it, log it, store it, compare it or search in it.</summary>
internal static class InertSinks
{
    /// <summary>Namespaces, with what lies below them.</summary>
    private static readonly string[] s_namespaces =
    [
        "System.IO", "System.Text", "System.Net", "System.Diagnostics", "Newtonsoft.Json", "Microsoft.Extensions.Logging", "Serilog", "NLog", "log4net",
        "Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "FluentAssertions", "AwesomeAssertions", "Shouldly", "TUnit",

        // What goes into a container is not seen from the host.
        "DotNet.Testcontainers", "Testcontainers",
    ];

    /// <summary>Types of the namespace <c>System</c>.</summary>
    private static readonly string[] s_systemTypes = ["Console", "String", "StringComparer", "Object", "MemoryExtensions", "FormattableString"];

    /// <summary>What the types of the platform call a comparison or a search.</summary>
    private static readonly string[] s_comparisons =
        ["Equals", "ReferenceEquals", "Compare", "Contains", "ContainsKey", "IndexOf", "LastIndexOf", "TryGetValue"];

    /// <summary>How the methods are called where the code does not compile far enough to tell their type.</summary>
    private static readonly string[] s_names = ["Log", "WriteLine", "Equal", "AreEqual", "Contains", "StartsWith", "EndsWith", "IndexOf", "Replace", "Split"];

    /// <summary>And their types.</summary>
    private static readonly string[] s_types = ["Console", "Debug", "Trace", "Log", "Assert", "StringBuilder"];

    /// <summary>How variables and properties are called whose text is shown to somebody.</summary>
    private static readonly string[] s_shown = ["Placeholder", "Watermark", "HelpText", "Help", "Usage", "Synopsis", "Description", "Tooltip", "Hint"];

    /// <summary>True for a name that says that a text is shown, not connected with.</summary>
    public static bool IsDescribing(string name) => s_shown.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Attributes that describe, and attributes of tests, whose values belong to what is expected.</summary>
    private static readonly string[] s_describing =
        ["Obsolete", "Description", "Display", "Example", "Help", "Summary", "Data", "TestCase", "Arguments", "Usage"];

    /// <summary>How methods and types are called that run something inside a container or on another machine.</summary>
    private static readonly string[] s_remote =
        ["Container", "Docker", "Podman", "Kube", "Pod", "Exec", "Ssh", "Remote", "Health", "Probe", "V1", "Lifecycle", "UntilCommand", "Entrypoint",
            "WithCommand"];

    /// <summary>True when a command line is handed to what runs it inside a container or on another machine.</summary>
    public static bool RunsElsewhere(Sink sink) =>
        s_remote.Any(word => sink.Member.IndexOf(word, StringComparison.Ordinal) >= 0 || sink.Type?.IndexOf(word, StringComparison.Ordinal) >= 0)
        || sink.IsIn("DotNet.Testcontainers") || sink.IsIn("Testcontainers");

    /// <summary>True when the text reaches something, and nothing that could connect.</summary>
    public static bool AreAllInert(ImmutableArray<Sink> sinks) => !sinks.IsEmpty && sinks.All(IsInert);

    /// <summary>True for what connects to nothing.</summary>
    public static bool IsInert(Sink sink) => sink.Kind switch
    {
        SinkKind.Inert => true,

        // A log's target connects as well: `DatabaseTarget.ConnectionString`.
        SinkKind.Elsewhere or SinkKind.Property => false,
        _ when sink.Type?.EndsWith("Attribute", StringComparison.Ordinal) == true
            && s_describing.Any(word => sink.Type.IndexOf(word, StringComparison.Ordinal) >= 0) => true,
        _ when sink.Namespace is null => sink.Type?.EndsWith("Exception", StringComparison.Ordinal) == true || s_types.Contains(sink.Type)
            || (sink.Member != ".ctor" && s_names.Any(name => sink.Member.StartsWith(name, StringComparison.Ordinal))),
        _ when sink is { Namespace: "System.Diagnostics", Type: "Process" or "ProcessStartInfo" } => false,
        _ => (sink.Namespace == "System" && s_systemTypes.Contains(sink.Type))
            || (sink.IsIn("System") && s_comparisons.Contains(sink.Member))
            || s_namespaces.Any(root => sink.IsIn(root)),
    };
}
