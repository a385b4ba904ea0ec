using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace DockerConnectionStrings.Analyzers.Literals;

/// <summary>An object that code makes, and the calls that are chained behind it: <c>new MySqlBuilder().WithDatabase("shop").Build()</c>.</summary>
/// <param name="Type">The type's simple name.</param>
/// <param name="Span">Where the type stands. Source positions.</param>
/// <param name="Arguments">What it is made of.</param>
/// <param name="Calls">The calls, in their order.</param>
internal sealed record WrittenChain(string Type, TextSpan Span, ImmutableArray<WrittenArgument> Arguments, ImmutableArray<WrittenCall> Calls);

/// <summary>One of the calls.</summary>
/// <param name="Name">The method.</param>
/// <param name="Arguments">Its arguments, in their order.</param>
/// <param name="Span">From its name to its last argument. Source positions.</param>
internal sealed record WrittenCall(string Name, ImmutableArray<WrittenArgument> Arguments, TextSpan Span);

/// <summary>An argument.</summary>
/// <param name="Value">The text or number, or <c>true</c> or <c>false</c>; null when it is not known.</param>
/// <param name="Written">As it is written, <c>MySqlBuilder.MySqlPort</c>, when it is a name.</param>
/// <param name="Parameter">The parameter, when the argument names it.</param>
internal readonly record struct WrittenArgument(string? Value, string? Written, string? Parameter = null);
