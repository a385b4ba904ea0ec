using DockerConnectionStrings.Analyzers.Literals;

namespace DockerConnectionStrings.Analyzers.Topology.Dockerfiles;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Keyword">In capitals: <c>ENV</c>.</param>
/// <param name="Arguments">What is behind it, over the file: lines that go on joined, comments between them left out.</param>
/// <param name="Escape">The character that joins lines and takes a character as it is: a backslash, or what the directive <c>escape</c> says.</param>
internal sealed record DockerfileInstruction(string Keyword, DecodedText Arguments, char Escape)
{
    /// <summary>The arguments between blanks and some other characters.</summary>
    public string[] Split(params char[] separators) => Arguments.Value.Split(separators, StringSplitOptions.RemoveEmptyEntries);
}
