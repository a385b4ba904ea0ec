using System.Collections.Immutable;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>What stands around a text.</summary>
/// <param name="Siblings">What is set or handed over beside it: <c>DbType.MySql</c>, <c>Provider = "mysql"</c>.</param>
/// <param name="IsNamedInFile">True when its file uses a name.</param>
internal sealed record Surroundings(ImmutableArray<string> Siblings, Func<string, bool> IsNamedInFile);
