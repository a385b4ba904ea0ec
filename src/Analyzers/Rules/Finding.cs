using DockerConnectionStrings.Analyzers.Edits;
using DockerConnectionStrings.Analyzers.Files;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>A rule's verdict on a host.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="MessageArguments">What its message says.</param>
/// <param name="Proof">The place that proves it.</param>
/// <param name="Repairs">The edits that repair it.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, object[] MessageArguments, Place? Proof, OfferedRepairs Repairs)
{
    /// <summary>How loud it is where nothing configures the rule: the rule's own severity, or less for what is not certain.</summary>
    public DiagnosticSeverity DefaultSeverity { get; init; } = Descriptor.DefaultSeverity;

    /// <summary>True for one that is less than the rule's own severity, since something is not certain.</summary>
    public bool IsDoubt => DefaultSeverity < Descriptor.DefaultSeverity;

    /// <summary>The finding as Roslyn reports it; the edits and the proof travel in it.</summary>
    /// <param name="location">Where it is shown. The edits count from its start.</param>
    /// <param name="severity">What a settings file's own options make of the rule; null for the finding's own.</param>
    public Diagnostic ToDiagnostic(Location location, DiagnosticSeverity? severity = null) => Diagnostic.Create(
        Descriptor,
        location,
        severity ?? DefaultSeverity,
        Proof is { Text: { } text, Span: var span, Path: var path } ? [Location.Create(path, span, text.Lines.GetLinePositionSpan(span))] : null,
        RepairProperties.Write(Repairs),
        MessageArguments);
}
