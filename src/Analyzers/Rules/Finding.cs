using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>A rule's verdict on a host.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="MessageArguments">What its message says.</param>
/// <param name="Proof">The place that proves it.</param>
/// <param name="Repairs">The edits that repair it.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, object[] MessageArguments, Place? Proof, Repairs Repairs);
