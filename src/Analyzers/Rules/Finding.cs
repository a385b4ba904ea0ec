using DockerConnectionStrings.Analyzers.Topology;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Rules;

/// <summary>A rule's verdict on a host.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="MessageArguments">What its message says.</param>
/// <param name="Proof">The place that proves it: a file of the topology and a span in it.</param>
/// <param name="Repairs">The edits that repair it.</param>
internal sealed record Finding(DiagnosticDescriptor Descriptor, object[] MessageArguments, (ComposeFile File, TextSpan Span)? Proof, Repairs Repairs);
